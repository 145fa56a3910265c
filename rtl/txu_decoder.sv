// The instruction decoder: one line per instruction, and for every word that is not a well-formed instruction, why.
// Purely combinational, made from the definition.
// From Hw.IsaRtl/Decoder.cs (Decoder). Generated: edit the C#, then `make gen`.
module txu_decoder (
  input  logic [127:0] word,
  output logic         is_nop,
  output logic         is_halt,
  output logic         is_fence,
  output logic         is_loop,
  output logic         is_endl,
  output logic         is_seta,
  output logic         is_setl,
  output logic         is_sets,
  output logic         is_setq,
  output logic         is_ld,
  output logic         is_st,
  output logic         is_mm,
  output logic         is_vq,
  output logic         illegal,  // the word is no well-formed instruction
  output logic [1:0]   cause     // 1 opcode, 2 reserved bits, 3 operand; 0 for a legal word
);
  wire match_nop = word[7:0] == 8'd1;
  wire match_halt = word[7:0] == 8'd2;
  wire match_fence = word[7:0] == 8'd3;
  wire match_loop = word[7:0] == 8'd4;
  wire match_endl = word[7:0] == 8'd5;
  wire match_seta = word[7:0] == 8'd8;
  wire match_setl = word[7:0] == 8'd9;
  wire match_sets = word[7:0] == 8'd10;
  wire match_setq = word[7:0] == 8'd11;
  wire match_ld = word[7:0] == 8'd16;
  wire match_st = word[7:0] == 8'd17;
  wire match_mm = word[7:0] == 8'd32;
  wire match_vq = word[7:0] == 8'd48;
  wire bad_opcode =
      !(
          match_nop
        || match_halt
        || match_fence
        || match_loop
        || match_endl
        || match_seta
        || match_setl
        || match_sets
        || match_setq
        || match_ld
        || match_st
        || match_mm
        || match_vq
      );
  wire bad_reserved_match = word[43:32] != 12'd0;
  wire bad_reserved_match_2 = word[127:47] != 81'd0;
  wire bad_reserved_condition = !(word[13:8] == 6'd0 || word[13:8] >= 6'd32);
  wire bad_reserved_condition_2 = !(word[19:14] == 6'd0 || word[19:14] >= 6'd32);
  wire bad_reserved_condition_3 = !(word[25:20] == 6'd0 || word[25:20] >= 6'd32);
  wire bad_reserved_condition_4 = !(word[31:26] == 6'd0 || word[31:26] >= 6'd32);
  wire bad_reserved =
        (
            match_nop
          && (
                bad_reserved_match
              || bad_reserved_match_2
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_halt
          && (
                bad_reserved_match
              || word[127:60] != 68'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_fence
          && (
                bad_reserved_match
              || word[127:48] != 80'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (match_loop && word[127:24] != 104'd0)
      || (match_endl && word[127:8] != 120'd0)
      || (match_seta && word[127:53] != 75'd0)
      || (match_setl && bad_reserved_match_2)
      || (match_sets && word[127:123] != 5'd0)
      || (match_setq && word[127:19] != 109'd0)
      || (
            match_ld
          && (
                bad_reserved_match
              || word[127:58] != 70'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_st
          && (
                bad_reserved_match
              || word[127:59] != 69'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_mm
          && (
                word[43:37] != 7'd0
              || word[127:63] != 65'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_vq
          && (
                word[43:36] != 8'd0
              || word[127:80] != 48'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        );
  wire bad_operand_condition = !(word[35:32] == 4'd0);
  wire bad_operand =
        (match_nop && !(word[46:44] <= 3'd4))
      || (match_loop && !(word[23:8] >= 16'd1))
      || (match_sets && (!(word[24:12] >= 13'd1) || !(word[37:25] >= 13'd1) || !(word[50:38] >= 13'd1)))
      || (match_mm && bad_operand_condition)
      || (match_vq && bad_operand_condition);

  assign is_nop = match_nop;
  assign is_halt = match_halt;
  assign is_fence = match_fence;
  assign is_loop = match_loop;
  assign is_endl = match_endl;
  assign is_seta = match_seta;
  assign is_setl = match_setl;
  assign is_sets = match_sets;
  assign is_setq = match_setq;
  assign is_ld = match_ld;
  assign is_st = match_st;
  assign is_mm = match_mm;
  assign is_vq = match_vq;
  assign illegal = bad_opcode || bad_reserved || bad_operand;
  assign cause = bad_opcode ? 2'd1 : bad_reserved ? 2'd2 : bad_operand ? 2'd3 : 2'd0;
endmodule
