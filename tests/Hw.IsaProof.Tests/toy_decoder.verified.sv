// The instruction decoder of toy 1.0: one line per instruction, at most one of them 1, also where the word is refused;
// for every word that is no well-formed instruction, why; and the operands. Hash of the encodings:
// (the hash).
// From Hw.IsaRtl/Decoder.cs (Decoder). Generated: edit the C#, then `make gen`.
module toy_decoder (
  input  logic [31:0]        word,
  output logic               is_set,
  output logic               is_set_far,
  output logic               is_fence_i,
  output logic               is_addi,
  output logic               is_li,
  output logic               is_nop,
  output logic               is_add,
  output logic               is_sub,
  output logic               is_beq,
  output logic               illegal,    // the word is no well-formed instruction
  output logic [1:0]         cause,      // 1 opcode, 2 reserved bits, 3 operand; 0 for a legal word
  output logic [3:0]         wait0,      // [10:7]
  output logic [4:0]         rd,         // [11:7]
  output logic signed [12:0] imm,        // [31:20]; [31,7,30:25,11:8] of beq; [27] of set
  output logic [3:0]         signal0,    // [14:11]
  output logic [2:0]         with_field, // [17:15]
  output logic [4:0]         rs1,        // [19:15]
  output logic signed [7:0]  reg_field,  // [22:15]; [31:28] of set
  output logic [5:0]         count,      // [23:18]; [31,23] of set.far
  output logic [4:0]         rs2,        // [24:20]
  output logic [2:0]         rights      // [26:24]
);
  wire [6:0] opcode = word[6:0];
  assign is_set = opcode == 7'h02;
  assign is_set_far = opcode == 7'h03;
  wire [4:0] bits_19_15 = word[19:15];
  assign is_fence_i = opcode == 7'h0f && bits_19_15 == 5'h00;
  wire [24:0] bits_31_7 = word[31:7];
  assign is_nop = opcode == 7'h13 && bits_31_7 == 25'h000_0000;
  wire [7:0] bits_19_12 = word[19:12];
  assign is_li = opcode == 7'h13 && bits_19_12 == 8'h00 && !is_nop;
  wire [2:0] bits_14_12 = word[14:12];
  assign is_addi = opcode == 7'h13 && bits_14_12 == 3'h0 && !is_li && !is_nop;
  wire [6:0] bits_31_25 = word[31:25];
  assign is_add = opcode == 7'h33 && bits_14_12 == 3'h0 && bits_31_25 == 7'h00;
  assign is_sub = opcode == 7'h33 && bits_14_12 == 3'h0 && bits_31_25 == 7'h20;
  assign is_beq = opcode == 7'h63 && bits_14_12 == 3'h0;
  assign wait0 = word[10:7];
  assign rd = word[11:7];
  assign signal0 = word[14:11];
  assign with_field = word[17:15];
  assign rs1 = word[19:15];
  assign rs2 = word[24:20];
  assign rights = word[26:24];
  wire signed [12:0] imm_b = {word[31], word[7], word[30:25], word[11:8], 1'b0};
  wire signed [11:0] imm_i = word[31:20];
  wire imm_sync = word[27];

  always_comb
    unique case (1'b1)
      is_beq:         imm = imm_b;
      is_addi, is_li: imm = 13'(imm_i);
      is_set:         imm = 13'(imm_sync);
      default:        imm = 13'sd0;
    endcase

  wire signed [7:0] reg_field_22_15 = word[22:15];
  wire [3:0] reg_field_31_28 = word[31:28];

  always_comb
    unique case (1'b1)
      is_set_far: reg_field = reg_field_22_15;
      is_set:     reg_field = 8'(reg_field_31_28);
      default:    reg_field = 8'sd0;
    endcase

  wire [5:0] count_23_18 = word[23:18];
  wire [4:0] count_31_23 = {word[31], word[23], 3'd0};

  always_comb
    unique case (1'b1)
      is_set:     count = count_23_18;
      is_set_far: count = 6'(count_31_23);
      default:    count = 6'd0;
    endcase

  logic known;
  always_comb
    unique case (1'b1)
      is_set, is_set_far, is_fence_i, is_addi, is_li, is_nop, is_add, is_sub, is_beq:
        known = 1'b1;
      default: known = 1'b0;
    endcase

  logic [30:0] must_be_zero;
  always_comb
    unique case (1'b1)
      is_set_far: must_be_zero = 31'h7f00_0000;
      is_fence_i: must_be_zero = 31'h0000_7f80;
      default:    must_be_zero = 31'h0000_0000;
    endcase

  logic loose_semaphore;
  always_comb
    unique case (1'b1)
      is_set, is_set_far: loose_semaphore =
          (wait0 >= 4'd1 && wait0 <= 4'd7) || wait0 >= 4'd14 || (signal0 >= 4'd1 && signal0 <= 4'd7) || signal0 >= 4'd14;
      default:            loose_semaphore = 1'b0;
    endcase

  wire bad_reserved = (word[30:0] & must_be_zero) != 31'd0 || loose_semaphore;
  wire rd_above_23 = rd >= 5'd24;
  wire rs1_above_23 = rs1 >= 5'd24;
  wire bad_operand_condition = rd_above_23 || rs1_above_23;
  wire rs2_above_23 = rs2 >= 5'd24;

  logic bad_operand;
  always_comb
    unique case (1'b1)
      is_set:         bad_operand =
            (with_field >= 3'd2 && with_field <= 3'd3)
          || with_field == 3'd5
          || with_field == 3'd7
          || count_23_18 <= 6'd2
          || count_23_18 >= 6'd41
          || (rights >= 3'd2 && rights <= 3'd3)
          || rights >= 3'd6;
      is_set_far:     bad_operand = reg_field_22_15 <= -8'sd101 || reg_field_22_15 >= 8'sd100;
      is_addi:        bad_operand = bad_operand_condition;
      is_li:          bad_operand = rd_above_23;
      is_add, is_sub: bad_operand = bad_operand_condition || rs2_above_23;
      is_beq:         bad_operand = rs1_above_23 || rs2_above_23;
      default:        bad_operand = 1'b0;
    endcase

  assign illegal = !known || bad_reserved || bad_operand;
  assign cause = !known ? 2'd1 : bad_reserved ? 2'd2 : bad_operand ? 2'd3 : 2'd0;
endmodule
