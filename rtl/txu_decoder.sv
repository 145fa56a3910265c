// The instruction decoder of txu 0.3: one line per instruction, at most one of them 1, also where the word is refused;
// for every word that is no well-formed instruction, why; and the operands. Hash of the encodings:
// 3d6c4f3851b6e8bb753aee8b16235a9f5c71a08d78e84a9108dae6064f4f72ac.
// From Hw.IsaRtl/Decoder.cs (Decoder). Generated: edit the C#, then `make gen`.
module txu_decoder (
  input  logic [127:0]       word,
  output logic               is_nop,
  output logic               is_halt,
  output logic               is_fence,
  output logic               is_loop,
  output logic               is_endl,
  output logic               is_seta,
  output logic               is_setl,
  output logic               is_sets,
  output logic               is_setq,
  output logic               is_setc,
  output logic               is_ld,
  output logic               is_st,
  output logic               is_ldt,
  output logic               is_stt,
  output logic               is_mm,
  output logic               is_vq,
  output logic               is_vdq,
  output logic               is_vbin,
  output logic               is_vact,
  output logic               is_vglu,
  output logic               is_vred,
  output logic               is_vnrm,
  output logic               is_vrope,
  output logic               is_smx,
  output logic               is_smxf,
  output logic               is_vrelu,
  output logic               is_vclip,
  output logic               illegal,     // the word is no well-formed instruction
  output logic [1:0]         cause,       // 1 opcode, 2 reserved bits, 3 operand; 0 for a legal word
  output logic [4:0]         reg_field,   // [11:8]; [12:8] of SETA, SETL
  output logic [4:0]         sem,         // [12:8]
  output logic [5:0]         wait0,       // [13:8]
  output logic [15:0]        count,       // [23:8]
  output logic [12:0]        e0,          // [24:12]
  output logic [31:0]        scale,       // [43:12]; [102:87] of VQ
  output logic [1:0]         level,       // [14:13]
  output logic [5:0]         value,       // [18:13]
  output logic [39:0]        base,        // [52:13]
  output logic [5:0]         wait1,       // [19:14]
  output logic signed [31:0] stride,      // [46:15]
  output logic [5:0]         signal0,     // [25:20]
  output logic signed [15:0] grow,        // [39:24]
  output logic [12:0]        e1,          // [37:25]
  output logic [5:0]         signal1,     // [31:26]
  output logic [3:0]         type_field,  // [35:32]
  output logic               affine,      // [36]
  output logic               first,       // [36]
  output logic               scaled,      // [36]
  output logic [1:0]         mode,        // [37:36]
  output logic               causal,      // [37]
  output logic               same,        // [38]
  output logic [12:0]        e2,          // [50:38]
  output logic [2:0]         queue_field, // [46:44]
  output logic [3:0]         queues,      // [47:44]
  output logic [4:0]         acc,         // [48:44]
  output logic [4:0]         dst,         // [48:44]; [53:49] of ST, STT
  output logic [4:0]         src,         // [53:49]; [48:44] of ST, STT
  output logic [15:0]        code,        // [59:44]
  output logic [31:0]        bias,        // [75:44]
  output logic [4:0]         a,           // [53:49]
  output logic [4:0]         moving,      // [53:49]
  output logic [23:0]        st0,         // [74:51]
  output logic [3:0]         shape,       // [62:59]; [57:54] of LD, ST, LDT, STT
  output logic [4:0]         b,           // [58:54]
  output logic [4:0]         query,       // [58:54]
  output logic [4:0]         stationary,  // [58:54]
  output logic [4:0]         w,           // [58:54]
  output logic               size,        // [58]
  output logic               space,       // [58]
  output logic [4:0]         alpha,       // [67:63]
  output logic [4:0]         l,           // [67:63]
  output logic [4:0]         m,           // [67:63]
  output logic [4:0]         state,       // [67:63]
  output logic [3:0]         c,           // [71:68]
  output logic [4:0]         tail,        // [72:68]
  output logic [4:0]         key,         // [76:72]
  output logic [4:0]         lanes,       // [77:73]
  output logic [23:0]        st1,         // [98:75]
  output logic [19:0]        keys,        // [95:76]
  output logic [1:0]         to,          // [78:77]
  output logic [1:0]         from,        // [80:79]
  output logic [1:0]         angles,      // [82:81]
  output logic [1:0]         with_field,  // [82:81]
  output logic [3:0]         fn,          // [86:83]
  output logic [3:0]         op,          // [86:83]
  output logic [19:0]        window,      // [115:96]
  output logic [23:0]        st2,         // [122:99]
  output logic [5:0]         shift        // [108:103]
);
  localparam logic [7:0] OP_NOP = 8'h01;
  localparam logic [7:0] OP_HALT = 8'h02;
  localparam logic [7:0] OP_FENCE = 8'h03;
  localparam logic [7:0] OP_LOOP = 8'h04;
  localparam logic [7:0] OP_ENDL = 8'h05;
  localparam logic [7:0] OP_SETA = 8'h08;
  localparam logic [7:0] OP_SETL = 8'h09;
  localparam logic [7:0] OP_SETS = 8'h0a;
  localparam logic [7:0] OP_SETQ = 8'h0b;
  localparam logic [7:0] OP_SETC = 8'h0c;
  localparam logic [7:0] OP_LD = 8'h10;
  localparam logic [7:0] OP_ST = 8'h11;
  localparam logic [7:0] OP_LDT = 8'h12;
  localparam logic [7:0] OP_STT = 8'h13;
  localparam logic [7:0] OP_MM = 8'h20;
  localparam logic [7:0] OP_VQ = 8'h30;
  localparam logic [7:0] OP_VDQ = 8'h31;
  localparam logic [7:0] OP_VBIN = 8'h32;
  localparam logic [7:0] OP_VACT = 8'h33;
  localparam logic [7:0] OP_VGLU = 8'h34;
  localparam logic [7:0] OP_VRED = 8'h35;
  localparam logic [7:0] OP_VNRM = 8'h36;
  localparam logic [7:0] OP_VROPE = 8'h37;
  localparam logic [7:0] OP_SMX = 8'h38;
  localparam logic [7:0] OP_SMXF = 8'h39;
  localparam logic [7:0] OP_VRELU = 8'h40;
  localparam logic [7:0] OP_VCLIP = 8'h41;

  wire [7:0] opcode = word[7:0];
  assign is_nop = opcode == OP_NOP;
  assign is_halt = opcode == OP_HALT;
  assign is_fence = opcode == OP_FENCE;
  assign is_loop = opcode == OP_LOOP;
  assign is_endl = opcode == OP_ENDL;
  assign is_seta = opcode == OP_SETA;
  assign is_setl = opcode == OP_SETL;
  assign is_sets = opcode == OP_SETS;
  assign is_setq = opcode == OP_SETQ;
  assign is_setc = opcode == OP_SETC;
  assign is_ld = opcode == OP_LD;
  assign is_st = opcode == OP_ST;
  assign is_ldt = opcode == OP_LDT;
  assign is_stt = opcode == OP_STT;
  assign is_mm = opcode == OP_MM;
  assign is_vq = opcode == OP_VQ;
  assign is_vdq = opcode == OP_VDQ;
  assign is_vbin = opcode == OP_VBIN;
  assign is_vact = opcode == OP_VACT;
  assign is_vglu = opcode == OP_VGLU;
  assign is_vred = opcode == OP_VRED;
  assign is_vnrm = opcode == OP_VNRM;
  assign is_vrope = opcode == OP_VROPE;
  assign is_smx = opcode == OP_SMX;
  assign is_smxf = opcode == OP_SMXF;
  assign is_vrelu = opcode == OP_VRELU;
  assign is_vclip = opcode == OP_VCLIP;
  assign sem = word[12:8];
  assign wait0 = word[13:8];
  assign count = word[23:8];
  assign e0 = word[24:12];
  assign level = word[14:13];
  assign value = word[18:13];
  assign base = word[52:13];
  assign wait1 = word[19:14];
  assign stride = word[46:15];
  assign signal0 = word[25:20];
  assign grow = word[39:24];
  assign e1 = word[37:25];
  assign signal1 = word[31:26];
  assign type_field = word[35:32];
  assign affine = word[36];
  assign first = word[36];
  assign scaled = word[36];
  assign mode = word[37:36];
  assign causal = word[37];
  assign same = word[38];
  assign e2 = word[50:38];
  assign queue_field = word[46:44];
  assign queues = word[47:44];
  assign acc = word[48:44];
  assign code = word[59:44];
  assign bias = word[75:44];
  assign a = word[53:49];
  assign moving = word[53:49];
  assign st0 = word[74:51];
  assign b = word[58:54];
  assign query = word[58:54];
  assign stationary = word[58:54];
  assign w = word[58:54];
  assign size = word[58];
  assign space = word[58];
  assign alpha = word[67:63];
  assign l = word[67:63];
  assign m = word[67:63];
  assign state = word[67:63];
  assign c = word[71:68];
  assign tail = word[72:68];
  assign key = word[76:72];
  assign lanes = word[77:73];
  assign st1 = word[98:75];
  assign keys = word[95:76];
  assign to = word[78:77];
  assign from = word[80:79];
  assign angles = word[82:81];
  assign with_field = word[82:81];
  assign fn = word[86:83];
  assign op = word[86:83];
  assign window = word[115:96];
  assign st2 = word[122:99];
  assign shift = word[108:103];
  wire [3:0] reg_field_11_8 = word[11:8];
  wire [4:0] reg_field_12_8 = word[12:8];

  always_comb
    unique case (opcode)
      OP_SETS, OP_SETC: reg_field = 5'(reg_field_11_8);
      OP_SETA, OP_SETL: reg_field = reg_field_12_8;
      default:          reg_field = 5'd0;
    endcase

  wire [31:0] scale_short = word[43:12];
  wire [15:0] scale_vector = word[102:87];

  always_comb
    unique case (opcode)
      OP_SETC: scale = scale_short;
      OP_VQ:   scale = 32'(scale_vector);
      default: scale = 32'd0;
    endcase

  wire [4:0] dst_48_44 = word[48:44];
  wire [4:0] dst_53_49 = word[53:49];

  always_comb
    unique case (opcode)
      OP_LD, OP_LDT, OP_VQ, OP_VDQ, OP_VBIN, OP_VACT, OP_VGLU, OP_VNRM, OP_VROPE, OP_SMX, OP_SMXF, OP_VRELU,
      OP_VCLIP:
        dst = dst_48_44;
      OP_ST, OP_STT: dst = dst_53_49;
      default:       dst = 5'd0;
    endcase

  wire [4:0] src_48_44 = word[48:44];
  wire [4:0] src_53_49 = word[53:49];

  always_comb
    unique case (opcode)
      OP_ST, OP_STT: src = src_48_44;
      OP_LD, OP_LDT, OP_VQ, OP_VDQ, OP_SMX:
        src = src_53_49;
      default:       src = 5'd0;
    endcase

  wire [3:0] shape_57_54 = word[57:54];
  wire [3:0] shape_62_59 = word[62:59];

  always_comb
    unique case (opcode)
      OP_LD, OP_ST, OP_LDT, OP_STT:
        shape = shape_57_54;
      OP_MM, OP_VQ, OP_VDQ, OP_VBIN, OP_VACT, OP_VGLU, OP_VRED, OP_VNRM, OP_VROPE, OP_SMX, OP_SMXF,
      OP_VRELU, OP_VCLIP:
        shape = shape_62_59;
      default: shape = 4'd0;
    endcase

  logic known;
  always_comb
    unique case (opcode)
      OP_NOP, OP_HALT, OP_FENCE, OP_LOOP, OP_ENDL, OP_SETA, OP_SETL, OP_SETS, OP_SETQ, OP_SETC, OP_LD,
      OP_ST, OP_LDT, OP_STT, OP_MM, OP_VQ, OP_VDQ, OP_VBIN, OP_VACT, OP_VGLU, OP_VRED, OP_VNRM, OP_VROPE,
      OP_SMX, OP_SMXF, OP_VRELU, OP_VCLIP:
        known = 1'b1;
      default: known = 1'b0;
    endcase

  logic [127:0] must_be_zero;
  always_comb
    unique case (opcode)
      OP_NOP:                      must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_8fff_0000_0000;
      OP_HALT:                     must_be_zero = 128'hffff_ffff_ffff_ffff_f000_0fff_0000_0000;
      OP_FENCE:                    must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_0fff_0000_0000;
      OP_LOOP:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_ff00_0000_0000;
      OP_ENDL:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_ffff_ffff_ff00;
      OP_SETA:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffe0_0000_0000_0000;
      OP_SETL:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_8000_0000_0000;
      OP_SETS:                     must_be_zero = 128'hf800_0000_0000_0000_0000_0000_0000_0000;
      OP_SETQ:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_ffff_fff8_0000;
      OP_SETC:                     must_be_zero = 128'hfff0_0000_0000_0000_0000_0000_0000_0000;
      OP_LD, OP_ST, OP_LDT, OP_STT:
        must_be_zero = 128'hffff_ffff_ffff_ffff_f800_0fff_0000_0000;
      OP_MM:                       must_be_zero = 128'hffff_ffff_ffff_c000_0000_0fc0_0000_0000;
      OP_VQ:                       must_be_zero = 128'hffff_e000_007f_ff0f_87c0_0fe0_0000_0000;
      OP_VDQ:                      must_be_zero = 128'hffff_ffff_ffff_ff0f_87c0_0fe0_0000_0000;
      OP_VBIN:                     must_be_zero = 128'hffff_ffff_ff80_1fff_8000_0fff_0000_0000;
      OP_VACT:                     must_be_zero = 128'hffff_ffff_ff86_1f0f_87c0_0fef_0000_0000;
      OP_VGLU, OP_VROPE, OP_VCLIP: must_be_zero = 128'hffff_ffff_fff8_1fff_8000_0fff_0000_0000;
      OP_VRED:                     must_be_zero = 128'hffff_ffff_ff86_7ff0_07c1_ffef_0000_0000;
      OP_VNRM:                     must_be_zero = 128'hffff_ffff_fffe_1ff0_0000_0fff_0000_0000;
      OP_SMX:                      must_be_zero = 128'hffff_ffff_ffff_e000_0000_0f80_0000_0000;
      OP_SMXF:                     must_be_zero = 128'hffff_ffff_ffff_9ff0_07c0_0fff_0000_0000;
      OP_VRELU:                    must_be_zero = 128'hffff_ffff_fffe_1fff_87c0_0fff_0000_0000;
      default:                     must_be_zero = 128'h0000_0000_0000_0000_0000_0000_0000_0000;
    endcase

  logic loose_semaphore;
  always_comb
    unique case (opcode)
      OP_NOP, OP_HALT, OP_FENCE, OP_LD, OP_ST, OP_LDT, OP_STT, OP_MM, OP_VQ, OP_VDQ, OP_VBIN, OP_VACT,
      OP_VGLU, OP_VRED, OP_VNRM, OP_VROPE, OP_SMX, OP_SMXF, OP_VRELU, OP_VCLIP:
        loose_semaphore =
              (wait0 >= 6'd1 && wait0 <= 6'd31)
            || (wait1 >= 6'd1 && wait1 <= 6'd31)
            || (signal0 >= 6'd1 && signal0 <= 6'd31)
            || (signal1 >= 6'd1 && signal1 <= 6'd31);
      default: loose_semaphore = 1'b0;
    endcase

  wire bad_reserved = (word & must_be_zero) != 128'd0 || loose_semaphore;
  wire type_field_above_2 = type_field >= 4'd3;

  logic bad_operand;
  always_comb
    unique case (opcode)
      OP_NOP:  bad_operand = queue_field >= 3'd5;
      OP_LOOP: bad_operand = count == 16'd0;
      OP_SETS: bad_operand = e0 == 13'd0 || e1 == 13'd0 || e2 == 13'd0;
      OP_MM:   bad_operand = mode == 2'd3 || type_field_above_2;
      OP_VQ:   bad_operand = type_field_above_2;
      OP_VDQ:  bad_operand = type_field >= 4'd4;
      OP_VBIN: bad_operand = op >= 4'd5;
      OP_VACT: bad_operand = fn >= 4'd6;
      OP_VRED: bad_operand = fn >= 4'd3;
      OP_SMX:  bad_operand = type_field == 4'd0 || type_field_above_2;
      default: bad_operand = 1'b0;
    endcase

  assign illegal = !known || bad_reserved || bad_operand;
  assign cause = !known ? 2'd1 : bad_reserved ? 2'd2 : bad_operand ? 2'd3 : 2'd0;
endmodule
