// The instruction decoder of txu 0.3: one line per instruction, at most one of them 1, also where the word is refused;
// for every word that is no well-formed instruction, why; and the operands. Hash of the definition:
// 8712cd9d732309eaec2f99d2c8b4ee2691bed51fa07315c7fdda07795c7b703e.
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
  output logic               illegal,    // the word is no well-formed instruction
  output logic [1:0]         cause,      // 1 opcode, 2 reserved bits, 3 operand; 0 for a legal word
  output logic [4:0]         reg_field,  // [11:8] of SETS, SETC; [12:8] of SETA, SETL
  output logic [4:0]         sem,        // [12:8]
  output logic [5:0]         wait0,      // [13:8]
  output logic [15:0]        count,      // [23:8]
  output logic [12:0]        e0,         // [24:12]
  output logic [31:0]        scale,      // [43:12] of SETC; [102:87] of VQ
  output logic [1:0]         level,      // [14:13]
  output logic [5:0]         value,      // [18:13]
  output logic [39:0]        base,       // [52:13]
  output logic [5:0]         wait1,      // [19:14]
  output logic signed [31:0] stride,     // [46:15]
  output logic [5:0]         signal0,    // [25:20]
  output logic signed [15:0] grow,       // [39:24]
  output logic [12:0]        e1,         // [37:25]
  output logic [5:0]         signal1,    // [31:26]
  output logic [3:0]         type_field, // [35:32]
  output logic               affine,     // [36]
  output logic               first,      // [36]
  output logic               scaled,     // [36]
  output logic [1:0]         mode,       // [37:36]
  output logic               causal,     // [37]
  output logic               same,       // [38]
  output logic [12:0]        e2,         // [50:38]
  output logic [2:0]         queue,      // [46:44]
  output logic [3:0]         queues,     // [47:44]
  output logic [4:0]         acc,        // [48:44]
  output logic [4:0]         dst,        // [48:44] of LD, LDT, VQ, VDQ, VBIN, VACT, VGLU, VNRM, VROPE, SMX, SMXF, VRELU, VCLIP; [53:49] of ST, STT
  output logic [4:0]         src,        // [48:44] of ST, STT; [53:49] of LD, LDT, VQ, VDQ, SMX
  output logic [15:0]        code,       // [59:44]
  output logic [31:0]        bias,       // [75:44]
  output logic [4:0]         a,          // [53:49]
  output logic [4:0]         moving,     // [53:49]
  output logic [23:0]        st0,        // [74:51]
  output logic [3:0]         shape,      // [57:54] of LD, ST, LDT, STT; [62:59] of MM, VQ, VDQ, VBIN, VACT, VGLU, VRED, VNRM, VROPE, SMX, SMXF, VRELU, VCLIP
  output logic [4:0]         b,          // [58:54]
  output logic [4:0]         query,      // [58:54]
  output logic [4:0]         stationary, // [58:54]
  output logic [4:0]         w,          // [58:54]
  output logic               size,       // [58]
  output logic               space,      // [58]
  output logic [4:0]         alpha,      // [67:63]
  output logic [4:0]         l,          // [67:63]
  output logic [4:0]         m,          // [67:63]
  output logic [4:0]         state,      // [67:63]
  output logic [3:0]         c,          // [71:68]
  output logic [4:0]         tail,       // [72:68]
  output logic [4:0]         key,        // [76:72]
  output logic [4:0]         lanes,      // [77:73]
  output logic [23:0]        st1,        // [98:75]
  output logic [19:0]        keys,       // [95:76]
  output logic [1:0]         to,         // [78:77]
  output logic [1:0]         from,       // [80:79]
  output logic [1:0]         angles,     // [82:81]
  output logic [1:0]         with_field, // [82:81]
  output logic [3:0]         fn,         // [86:83]
  output logic [3:0]         op,         // [86:83]
  output logic [19:0]        window,     // [115:96]
  output logic [23:0]        st2,        // [122:99]
  output logic [5:0]         shift       // [108:103]
);
  wire [7:0] opcode = word[7:0];
  assign is_nop = opcode == 8'h01;
  assign is_halt = opcode == 8'h02;
  assign is_fence = opcode == 8'h03;
  assign is_loop = opcode == 8'h04;
  assign is_endl = opcode == 8'h05;
  assign is_seta = opcode == 8'h08;
  assign is_setl = opcode == 8'h09;
  assign is_sets = opcode == 8'h0a;
  assign is_setq = opcode == 8'h0b;
  assign is_setc = opcode == 8'h0c;
  assign is_ld = opcode == 8'h10;
  assign is_st = opcode == 8'h11;
  assign is_ldt = opcode == 8'h12;
  assign is_stt = opcode == 8'h13;
  assign is_mm = opcode == 8'h20;
  assign is_vq = opcode == 8'h30;
  assign is_vdq = opcode == 8'h31;
  assign is_vbin = opcode == 8'h32;
  assign is_vact = opcode == 8'h33;
  assign is_vglu = opcode == 8'h34;
  assign is_vred = opcode == 8'h35;
  assign is_vnrm = opcode == 8'h36;
  assign is_vrope = opcode == 8'h37;
  assign is_smx = opcode == 8'h38;
  assign is_smxf = opcode == 8'h39;
  assign is_vrelu = opcode == 8'h40;
  assign is_vclip = opcode == 8'h41;
  assign wait0 = word[13:8];
  assign count = word[23:8];
  assign e0 = word[24:12];
  assign wait1 = word[19:14];
  assign signal0 = word[25:20];
  assign e1 = word[37:25];
  assign signal1 = word[31:26];
  assign type_field = word[35:32];
  assign mode = word[37:36];
  assign e2 = word[50:38];
  assign queue = word[46:44];
  assign fn = word[86:83];
  assign op = word[86:83];

  logic known;
  always_comb
    unique case (1'b1)
      is_nop, is_halt, is_fence, is_loop, is_endl, is_seta, is_setl, is_sets, is_setq, is_setc, is_ld,
      is_st, is_ldt, is_stt, is_mm, is_vq, is_vdq, is_vbin, is_vact, is_vglu, is_vred, is_vnrm, is_vrope,
      is_smx, is_smxf, is_vrelu, is_vclip:
        known = 1'b1;
      default: known = 1'b0;
    endcase

  logic [127:0] must_be_zero;
  always_comb
    unique case (1'b1)
      is_nop:                      must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_8fff_0000_0000;
      is_halt:                     must_be_zero = 128'hffff_ffff_ffff_ffff_f000_0fff_0000_0000;
      is_fence:                    must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_0fff_0000_0000;
      is_loop:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_ff00_0000_0000;
      is_endl:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_ffff_ffff_ff00;
      is_seta:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffe0_0000_0000_0000;
      is_setl:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_8000_0000_0000;
      is_sets:                     must_be_zero = 128'hf800_0000_0000_0000_0000_0000_0000_0000;
      is_setq:                     must_be_zero = 128'hffff_ffff_ffff_ffff_ffff_ffff_fff8_0000;
      is_setc:                     must_be_zero = 128'hfff0_0000_0000_0000_0000_0000_0000_0000;
      is_ld, is_st, is_ldt, is_stt:
        must_be_zero = 128'hffff_ffff_ffff_ffff_f800_0fff_0000_0000;
      is_mm:                       must_be_zero = 128'hffff_ffff_ffff_c000_0000_0fc0_0000_0000;
      is_vq:                       must_be_zero = 128'hffff_e000_007f_ff0f_87c0_0fe0_0000_0000;
      is_vdq:                      must_be_zero = 128'hffff_ffff_ffff_ff0f_87c0_0fe0_0000_0000;
      is_vbin:                     must_be_zero = 128'hffff_ffff_ff80_1fff_8000_0fff_0000_0000;
      is_vact:                     must_be_zero = 128'hffff_ffff_ff86_1f0f_87c0_0fef_0000_0000;
      is_vglu, is_vrope, is_vclip: must_be_zero = 128'hffff_ffff_fff8_1fff_8000_0fff_0000_0000;
      is_vred:                     must_be_zero = 128'hffff_ffff_ff86_7ff0_07c1_ffef_0000_0000;
      is_vnrm:                     must_be_zero = 128'hffff_ffff_fffe_1ff0_0000_0fff_0000_0000;
      is_smx:                      must_be_zero = 128'hffff_ffff_ffff_e000_0000_0f80_0000_0000;
      is_smxf:                     must_be_zero = 128'hffff_ffff_ffff_9ff0_07c0_0fff_0000_0000;
      is_vrelu:                    must_be_zero = 128'hffff_ffff_fffe_1fff_87c0_0fff_0000_0000;
      default:                     must_be_zero = 128'h0000_0000_0000_0000_0000_0000_0000_0000;
    endcase

  logic loose_semaphore;
  always_comb
    unique case (1'b1)
      is_nop, is_halt, is_fence, is_ld, is_st, is_ldt, is_stt, is_mm, is_vq, is_vdq, is_vbin, is_vact,
      is_vglu, is_vred, is_vnrm, is_vrope, is_smx, is_smxf, is_vrelu, is_vclip:
        loose_semaphore =
              (wait0 >= 6'd1 && wait0 < 6'd32)
            || (wait1 >= 6'd1 && wait1 < 6'd32)
            || (signal0 >= 6'd1 && signal0 < 6'd32)
            || (signal1 >= 6'd1 && signal1 < 6'd32);
      default: loose_semaphore = 1'b0;
    endcase

  wire bad_reserved = (word & must_be_zero) != 128'd0 || loose_semaphore;
  wire bad_operand_below = type_field >= 4'd3;

  logic bad_operand;
  always_comb
    unique case (1'b1)
      is_nop:  bad_operand = queue >= 3'd5;
      is_loop: bad_operand = count == 16'd0;
      is_sets: bad_operand = e0 == 13'd0 || e1 == 13'd0 || e2 == 13'd0;
      is_mm:   bad_operand = mode == 2'd3 || bad_operand_below;
      is_vq:   bad_operand = bad_operand_below;
      is_vdq:  bad_operand = type_field >= 4'd4;
      is_vbin: bad_operand = op >= 4'd5;
      is_vact: bad_operand = fn >= 4'd6;
      is_vred: bad_operand = fn >= 4'd3;
      is_smx:  bad_operand = type_field == 4'd0 || bad_operand_below;
      default: bad_operand = 1'b0;
    endcase

  assign illegal = !known || bad_reserved || bad_operand;
  assign cause = !known ? 2'd1 : bad_reserved ? 2'd2 : bad_operand ? 2'd3 : 2'd0;
endmodule
