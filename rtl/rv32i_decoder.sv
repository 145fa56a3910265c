// The instruction decoder of rv32i 2.1: one line per instruction, at most one of them 1, also where the word is
// refused; for every word that is no well-formed instruction, why; and the operands. Hash of the encodings:
// 9028c042ad21ad698e6bb9995c02a906d6ce9cd8148b53d6865f9618d55a6547.
// From Hw.IsaRtl/Decoder.cs (Decoder). Generated: edit the C#, then `make gen`.
module rv32i_decoder (
  input  logic [31:0]        word,
  output logic               is_lb,
  output logic               is_lh,
  output logic               is_lw,
  output logic               is_lbu,
  output logic               is_lhu,
  output logic               is_fence,
  output logic               is_pause,
  output logic               is_fence_tso,
  output logic               is_addi,
  output logic               is_slli,
  output logic               is_slti,
  output logic               is_sltiu,
  output logic               is_xori,
  output logic               is_srli,
  output logic               is_ori,
  output logic               is_andi,
  output logic               is_srai,
  output logic               is_auipc,
  output logic               is_sb,
  output logic               is_sh,
  output logic               is_sw,
  output logic               is_add,
  output logic               is_sll,
  output logic               is_slt,
  output logic               is_sltu,
  output logic               is_xor,
  output logic               is_srl,
  output logic               is_or,
  output logic               is_and,
  output logic               is_sub,
  output logic               is_sra,
  output logic               is_lui,
  output logic               is_beq,
  output logic               is_bne,
  output logic               is_blt,
  output logic               is_bge,
  output logic               is_bltu,
  output logic               is_bgeu,
  output logic               is_jalr,
  output logic               is_jal,
  output logic               is_ecall,
  output logic               is_ebreak,
  output logic               illegal,      // the word is no well-formed instruction
  output logic [1:0]         cause,        // 1 opcode, 2 reserved bits, 3 operand; 0 for a legal word
  output logic [4:0]         rd,           // [11:7]
  output logic signed [20:0] imm,          // [31:20]; [31:25,11:7] of sb, sh, sw; [31,7,30:25,11:8] of beq, bne, blt, bge, bltu, bgeu; [31:12] of auipc, lui; [31,19:12,20,30:21] of jal; [24:20] of slli, srli, srai
  output logic [4:0]         rs1,          // [19:15]
  output logic [3:0]         succ,         // [23:20]
  output logic [4:0]         rs2,          // [24:20]
  output logic [3:0]         pred          // [27:24]
);
  wire [6:0] opcode = word[6:0];
  wire [2:0] bits_14_12 = word[14:12];
  assign is_lb = opcode == 7'h03 && bits_14_12 == 3'h0;
  assign is_lh = opcode == 7'h03 && bits_14_12 == 3'h1;
  assign is_lw = opcode == 7'h03 && bits_14_12 == 3'h2;
  assign is_lbu = opcode == 7'h03 && bits_14_12 == 3'h4;
  assign is_lhu = opcode == 7'h03 && bits_14_12 == 3'h5;
  wire [24:0] bits_31_7 = word[31:7];
  assign is_pause = opcode == 7'h0f && bits_31_7 == 25'h002_0000;
  wire [11:0] bits_31_20 = word[31:20];
  assign is_fence_tso = opcode == 7'h0f && bits_14_12 == 3'h0 && bits_31_20 == 12'h833;
  assign is_fence = opcode == 7'h0f && bits_14_12 == 3'h0 && !is_pause && !is_fence_tso;
  assign is_addi = opcode == 7'h13 && bits_14_12 == 3'h0;
  wire [6:0] bits_31_25 = word[31:25];
  assign is_slli = opcode == 7'h13 && bits_14_12 == 3'h1 && bits_31_25 == 7'h00;
  assign is_slti = opcode == 7'h13 && bits_14_12 == 3'h2;
  assign is_sltiu = opcode == 7'h13 && bits_14_12 == 3'h3;
  assign is_xori = opcode == 7'h13 && bits_14_12 == 3'h4;
  assign is_srli = opcode == 7'h13 && bits_14_12 == 3'h5 && bits_31_25 == 7'h00;
  assign is_ori = opcode == 7'h13 && bits_14_12 == 3'h6;
  assign is_andi = opcode == 7'h13 && bits_14_12 == 3'h7;
  assign is_srai = opcode == 7'h13 && bits_14_12 == 3'h5 && bits_31_25 == 7'h20;
  assign is_auipc = opcode == 7'h17;
  assign is_sb = opcode == 7'h23 && bits_14_12 == 3'h0;
  assign is_sh = opcode == 7'h23 && bits_14_12 == 3'h1;
  assign is_sw = opcode == 7'h23 && bits_14_12 == 3'h2;
  assign is_add = opcode == 7'h33 && bits_14_12 == 3'h0 && bits_31_25 == 7'h00;
  assign is_sll = opcode == 7'h33 && bits_14_12 == 3'h1 && bits_31_25 == 7'h00;
  assign is_slt = opcode == 7'h33 && bits_14_12 == 3'h2 && bits_31_25 == 7'h00;
  assign is_sltu = opcode == 7'h33 && bits_14_12 == 3'h3 && bits_31_25 == 7'h00;
  assign is_xor = opcode == 7'h33 && bits_14_12 == 3'h4 && bits_31_25 == 7'h00;
  assign is_srl = opcode == 7'h33 && bits_14_12 == 3'h5 && bits_31_25 == 7'h00;
  assign is_or = opcode == 7'h33 && bits_14_12 == 3'h6 && bits_31_25 == 7'h00;
  assign is_and = opcode == 7'h33 && bits_14_12 == 3'h7 && bits_31_25 == 7'h00;
  assign is_sub = opcode == 7'h33 && bits_14_12 == 3'h0 && bits_31_25 == 7'h20;
  assign is_sra = opcode == 7'h33 && bits_14_12 == 3'h5 && bits_31_25 == 7'h20;
  assign is_lui = opcode == 7'h37;
  assign is_beq = opcode == 7'h63 && bits_14_12 == 3'h0;
  assign is_bne = opcode == 7'h63 && bits_14_12 == 3'h1;
  assign is_blt = opcode == 7'h63 && bits_14_12 == 3'h4;
  assign is_bge = opcode == 7'h63 && bits_14_12 == 3'h5;
  assign is_bltu = opcode == 7'h63 && bits_14_12 == 3'h6;
  assign is_bgeu = opcode == 7'h63 && bits_14_12 == 3'h7;
  assign is_jalr = opcode == 7'h67 && bits_14_12 == 3'h0;
  assign is_jal = opcode == 7'h6f;
  assign is_ecall = opcode == 7'h73 && bits_31_7 == 25'h000_0000;
  assign is_ebreak = opcode == 7'h73 && bits_31_7 == 25'h000_2000;
  assign rd = word[11:7];
  assign rs1 = word[19:15];
  assign succ = word[23:20];
  assign rs2 = word[24:20];
  assign pred = word[27:24];
  wire signed [11:0] imm_s = {word[31:25], word[11:7]};
  wire signed [12:0] imm_b = {word[31], word[7], word[30:25], word[11:8], 1'b0};
  wire [19:0] imm_u = word[31:12];
  wire signed [20:0] imm_j = {word[31], word[19:12], word[20], word[30:21], 1'b0};
  wire [4:0] imm_shift = word[24:20];
  wire signed [11:0] imm_i = word[31:20];

  always_comb
    unique case (1'b1)
      is_sb, is_sh, is_sw:       imm = 21'(imm_s);
      is_beq, is_bne, is_blt, is_bge, is_bltu, is_bgeu:
        imm = 21'(imm_b);
      is_auipc, is_lui:          imm = 21'(imm_u);
      is_jal:                    imm = imm_j;
      is_slli, is_srli, is_srai: imm = 21'(imm_shift);
      is_lb, is_lh, is_lw, is_lbu, is_lhu, is_addi, is_slti, is_sltiu, is_xori, is_ori, is_andi, is_jalr:
        imm = 21'(imm_i);
      default:                   imm = 21'sd0;
    endcase

  logic known;
  always_comb
    unique case (1'b1)
      is_lb, is_lh, is_lw, is_lbu, is_lhu, is_fence, is_pause, is_fence_tso, is_addi, is_slli, is_slti,
      is_sltiu, is_xori, is_srli, is_ori, is_andi, is_srai, is_auipc, is_sb, is_sh, is_sw, is_add, is_sll,
      is_slt, is_sltu, is_xor, is_srl, is_or, is_and, is_sub, is_sra, is_lui, is_beq, is_bne, is_blt,
      is_bge, is_bltu, is_bgeu, is_jalr, is_jal, is_ecall, is_ebreak:
        known = 1'b1;
      default: known = 1'b0;
    endcase

  assign illegal = !known;
  assign cause = {1'd0, !known};
endmodule
