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
  output logic         is_setc,
  output logic         is_ld,
  output logic         is_st,
  output logic         is_ldt,
  output logic         is_stt,
  output logic         is_mm,
  output logic         is_vq,
  output logic         is_vdq,
  output logic         is_vbin,
  output logic         is_vact,
  output logic         is_vglu,
  output logic         is_vred,
  output logic         is_vnrm,
  output logic         is_vrope,
  output logic         is_smx,
  output logic         is_smxf,
  output logic         is_vrelu,
  output logic         is_vclip,
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
  wire match_setc = word[7:0] == 8'd12;
  wire match_ld = word[7:0] == 8'd16;
  wire match_st = word[7:0] == 8'd17;
  wire match_ldt = word[7:0] == 8'd18;
  wire match_stt = word[7:0] == 8'd19;
  wire match_mm = word[7:0] == 8'd32;
  wire match_vq = word[7:0] == 8'd48;
  wire match_vdq = word[7:0] == 8'd49;
  wire match_vbin = word[7:0] == 8'd50;
  wire match_vact = word[7:0] == 8'd51;
  wire match_vglu = word[7:0] == 8'd52;
  wire match_vred = word[7:0] == 8'd53;
  wire match_vnrm = word[7:0] == 8'd54;
  wire match_vrope = word[7:0] == 8'd55;
  wire match_smx = word[7:0] == 8'd56;
  wire match_smxf = word[7:0] == 8'd57;
  wire match_vrelu = word[7:0] == 8'd64;
  wire match_vclip = word[7:0] == 8'd65;
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
        || match_setc
        || match_ld
        || match_st
        || match_ldt
        || match_stt
        || match_mm
        || match_vq
        || match_vdq
        || match_vbin
        || match_vact
        || match_vglu
        || match_vred
        || match_vnrm
        || match_vrope
        || match_smx
        || match_smxf
        || match_vrelu
        || match_vclip
      );
  wire bad_reserved_match = word[43:32] != 12'd0;
  wire bad_reserved_match_2 = word[127:47] != 81'd0;
  wire bad_reserved_condition = !(word[13:8] == 6'd0 || word[13:8] >= 6'd32);
  wire bad_reserved_condition_2 = !(word[19:14] == 6'd0 || word[19:14] >= 6'd32);
  wire bad_reserved_condition_3 = !(word[25:20] == 6'd0 || word[25:20] >= 6'd32);
  wire bad_reserved_condition_4 = !(word[31:26] == 6'd0 || word[31:26] >= 6'd32);
  wire bad_reserved_condition_5 =
        bad_reserved_match
      || word[127:59] != 69'd0
      || bad_reserved_condition
      || bad_reserved_condition_2
      || bad_reserved_condition_3
      || bad_reserved_condition_4;
  wire bad_reserved_condition_6_match = word[43:37] != 7'd0;
  wire bad_reserved_condition_6_match_2 = word[58:54] != 5'd0;
  wire bad_reserved_condition_6_match_3 = word[67:63] != 5'd0;
  wire bad_reserved_condition_6 =
      bad_reserved_condition_6_match || bad_reserved_condition_6_match_2 || bad_reserved_condition_6_match_3;
  wire bad_reserved_condition_7_match = word[76:63] != 14'd0;
  wire bad_reserved_condition_7 = bad_reserved_match || bad_reserved_condition_7_match;
  wire bad_reserved_match_3 = word[127:87] != 41'd0;
  wire bad_reserved_match_4 = word[35:32] != 4'd0;
  wire bad_reserved_match_5 = word[82:81] != 2'd0;
  wire bad_reserved_condition_8 =
        bad_reserved_condition_7
      || word[127:83] != 45'd0
      || bad_reserved_condition
      || bad_reserved_condition_2
      || bad_reserved_condition_3
      || bad_reserved_condition_4;
  wire bad_reserved_match_6 = word[76:68] != 9'd0;
  wire bad_reserved_match_7 = word[127:81] != 47'd0;
  wire bad_reserved_condition_9 = bad_reserved_match || bad_reserved_condition_6_match_2;
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
      || (match_loop && word[127:40] != 88'd0)
      || (match_endl && word[127:8] != 120'd0)
      || (match_seta && word[127:53] != 75'd0)
      || (match_setl && bad_reserved_match_2)
      || (match_sets && word[127:123] != 5'd0)
      || (match_setq && word[127:19] != 109'd0)
      || (match_setc && word[127:116] != 12'd0)
      || (match_ld && bad_reserved_condition_5)
      || (match_st && bad_reserved_condition_5)
      || (match_ldt && bad_reserved_condition_5)
      || (match_stt && bad_reserved_condition_5)
      || (
            match_mm
          && (
                word[43:38] != 6'd0
              || word[127:78] != 50'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_vq
          && (
                bad_reserved_condition_6
              || word[86:72] != 15'd0
              || word[127:109] != 19'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_vdq
          && (
                bad_reserved_condition_6
              || word[127:72] != 56'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_vbin
          && (
                bad_reserved_condition_7
              || bad_reserved_match_3
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_vact
          && (
                bad_reserved_match_4
              || bad_reserved_condition_6_match
              || bad_reserved_condition_6_match_2
              || bad_reserved_condition_6_match_3
              || word[76:72] != 5'd0
              || bad_reserved_match_5
              || bad_reserved_match_3
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (match_vglu && bad_reserved_condition_8)
      || (
            match_vred
          && (
                bad_reserved_match_4
              || word[48:37] != 12'd0
              || bad_reserved_condition_6_match_2
              || word[78:68] != 11'd0
              || bad_reserved_match_5
              || bad_reserved_match_3
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_vnrm
          && (
                bad_reserved_match
              || bad_reserved_match_6
              || bad_reserved_match_7
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (match_vrope && bad_reserved_condition_8)
      || (
            match_smx
          && (
                word[43:39] != 5'd0
              || word[127:77] != 51'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_smxf
          && (
                bad_reserved_condition_9
              || bad_reserved_match_6
              || word[127:79] != 49'd0
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (
            match_vrelu
          && (
                bad_reserved_condition_9
              || bad_reserved_condition_7_match
              || bad_reserved_match_7
              || bad_reserved_condition
              || bad_reserved_condition_2
              || bad_reserved_condition_3
              || bad_reserved_condition_4
            )
        )
      || (match_vclip && bad_reserved_condition_8);
  wire bad_operand_condition_below = word[35:32] <= 4'd2;
  wire bad_operand_condition = !bad_operand_condition_below;
  wire bad_operand =
        (match_nop && !(word[46:44] <= 3'd4))
      || (match_loop && !(word[23:8] >= 16'd1))
      || (match_sets && (!(word[24:12] >= 13'd1) || !(word[37:25] >= 13'd1) || !(word[50:38] >= 13'd1)))
      || (match_mm && (!(word[37:36] <= 2'd2) || bad_operand_condition))
      || (match_vq && bad_operand_condition)
      || (match_vdq && !(word[35:32] <= 4'd3))
      || (match_vbin && !(word[86:83] <= 4'd4))
      || (match_vact && !(word[86:83] <= 4'd5))
      || (match_vred && !(word[86:83] <= 4'd2))
      || (match_smx && !(word[35:32] >= 4'd1 && bad_operand_condition_below));

  assign is_nop = match_nop;
  assign is_halt = match_halt;
  assign is_fence = match_fence;
  assign is_loop = match_loop;
  assign is_endl = match_endl;
  assign is_seta = match_seta;
  assign is_setl = match_setl;
  assign is_sets = match_sets;
  assign is_setq = match_setq;
  assign is_setc = match_setc;
  assign is_ld = match_ld;
  assign is_st = match_st;
  assign is_ldt = match_ldt;
  assign is_stt = match_stt;
  assign is_mm = match_mm;
  assign is_vq = match_vq;
  assign is_vdq = match_vdq;
  assign is_vbin = match_vbin;
  assign is_vact = match_vact;
  assign is_vglu = match_vglu;
  assign is_vred = match_vred;
  assign is_vnrm = match_vnrm;
  assign is_vrope = match_vrope;
  assign is_smx = match_smx;
  assign is_smxf = match_smxf;
  assign is_vrelu = match_vrelu;
  assign is_vclip = match_vclip;
  assign illegal = bad_opcode || bad_reserved || bad_operand;
  assign cause = bad_opcode ? 2'd1 : bad_reserved ? 2'd2 : bad_operand ? 2'd3 : 2'd0;
endmodule
