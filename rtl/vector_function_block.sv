// A function of a row, all in the same time.
// From Hw.Txu/Vector/FunctionBlock.cs (FunctionBlock). Generated: edit the C#, then `make gen`.
module vector_function_block (
  input  logic        clock,
  input  logic [4:0]  control,
  input  logic [31:0] x,
  input  logic        unseen,  // no key has been seen
  output logic [31:0] y,
  output logic        zero     // with y: x was 0
);
  logic unseen_s1, unseen_s2, unseen_s3, field_4_s3, beyond_s3, unseen_s4, field_4_s4, match_s4, beyond_s4;
  logic unseen_s5, field_4_s5, match_s5, beyond_s5, unseen_s6, field_4_s6, match_s6, beyond_s6, unseen_s7;
  logic field_4_s7, match_s7, beyond_s7, unseen_s8, field_4_s8, match_s8, beyond_s8, unseen_s9, match_2_s9;
  logic field_4_s9, match_3_s9, match_s9, beyond_s9, unseen_s10, match_2_s10, field_4_s10, match_3_s10;
  logic match_s10, beyond_s10, unseen_s11, match_2_s11, field_4_s11, match_3_s11, match_s11, beyond_s11;
  logic unseen_s12, match_2_s12, field_4_s12, match_3_s12, match_s12, beyond_s12, unseen_s13, match_2_s13;
  logic field_4_s13, match_3_s13, match_s13, beyond_s13, unseen_s14, match_2_s14, field_4_s14, match_3_s14;
  logic match_s14, beyond_s14, unseen_s15, match_2_s15, field_4_s15, match_3_s15, match_s15, beyond_s15;
  logic unseen_s16, match_2_s16, field_4_s16, match_3_s16, match_s16, beyond_s16, unseen_s17, match_2_s17;
  logic field_4_s17, match_3_s17, match_s17, beyond_s17, unseen_s18, match_2_s18, field_4_s18, match_3_s18;
  logic match_s18, beyond_s18, unseen_s19, match_2_s19, field_4_s19, match_3_s19, match_s19, beyond_s19;
  logic field_11_s19, field_12_s19, field_13_s19, unseen_s20, match_2_s20, field_4_s20, match_4_s20;
  logic match_3_s20, below_s20, match_5_s20, match_6_s21;
  logic [4:0] control_s1, control_s2, control_s3, zeros_s8, zeros_s9, zeros_s10, zeros_s11, zeros_s12, zeros_s13;
  logic [4:0] zeros_s14, zeros_s15, zeros_s16, zeros_s17, zeros_s18;
  logic [31:0] x_s1, x_s2, choice_5_s21;
  logic [7:0] field_s1, exponent_s2, exponent_s3, exponent_s4, exponent_s5, exponent_s6, exponent_s7, exponent_s8;
  logic [7:0] exponent_s9, shifted_7_s9, exponent_s10, shifted_7_s10, exponent_s11, shifted_7_s11, exponent_s12;
  logic [7:0] shifted_7_s12, exponent_s13, shifted_7_s13, exponent_s14, shifted_7_s14, exponent_s15;
  logic [7:0] shifted_7_s15, exponent_s16, shifted_7_s16, exponent_s17, shifted_7_s17, exponent_s18;
  logic [7:0] shifted_7_s18, difference_5_s19;
  logic [23:0] significand_s1, significand_s2, significand_s3, significand_s4, significand_s5, significand_s6;
  logic [23:0] significand_s7, shifted_5_s7, significand_s8, significand_s9, significand_s10, difference_3_s10;
  logic [23:0] significand_s11, significand_s12, shifted_8_s12, significand_s13, significand_s14, significand_s15;
  logic [23:0] significand_s16, significand_s17, significand_s18, significand_s19;
  logic [42:0] product_s1;
  logic [41:0] product_2_s1, sum_5_s15, sum_6_s15;
  logic [5:0] choice_s2;
  logic [38:0] shifted_s2, sum_8_s18;
  logic [2:0] field_2_s2, field_6_s4, field_6_s5, field_6_s6, field_6_s7, field_6_s8, field_6_s9, field_6_s10;
  logic [2:0] field_6_s11, field_6_s12, field_6_s13, field_6_s14, field_6_s15, field_6_s16, field_6_s17;
  logic [2:0] field_6_s18, field_6_s19;
  logic [30:0] field_3_s3, field_3_s4, field_3_s5, field_3_s6, field_3_s7, field_3_s8, field_3_s9, field_3_s10;
  logic [30:0] field_3_s11, field_3_s12, field_3_s13, field_3_s14, field_3_s15, field_3_s16, field_3_s17;
  logic [30:0] field_3_s18, field_3_s19, field_3_s20;
  logic signed [38:0] fixed_s3;
  logic signed [39:0] difference_s3;
  logic [1:0] field_5_s4, field_5_s5, field_5_s6, field_5_s7, field_5_s8, field_5_s9, field_5_s10, field_5_s11;
  logic [1:0] field_5_s12, field_5_s13, field_5_s14, field_5_s15, field_5_s16, field_5_s17, field_5_s18;
  logic [1:0] field_5_s19, field_5_s20;
  logic signed [8:0] shifted_2_s4, shifted_2_s5, shifted_2_s6, shifted_2_s7, shifted_2_s8, difference_2_s8, shifted_2_s9;
  logic signed [8:0] shifted_2_s10, shifted_2_s11, shifted_2_s12, shifted_2_s13, shifted_2_s14, shifted_2_s15;
  logic signed [8:0] shifted_2_s16, shifted_2_s17, shifted_2_s18, shifted_2_s19, sum_11_s19;
  logic [62:0] entry_s4, entry_2_s9, entry_3_s9;
  logic [24:0] field_7_s4, product_3_s5, product_4_s5;
  logic [15:0] shifted_3_s4;
  logic [28:0] field_8_s5, field_8_s6, field_8_s7, e_s8, choice_3_s10, choice_3_s11, choice_3_s12;
  logic [28:0] difference_4_s13, choice_4_s14, choice_4_s15, choice_4_s16, choice_4_s17, choice_4_s18, choice_4_s19;
  logic [11:0] shifted_4_s5, field_9_s5, field_10_s5;
  logic [36:0] sum_s6;
  logic [35:0] sum_2_s6;
  logic [22:0] shifted_6_s8;
  logic [29:0] power_s8, power_s9, power_s10, power_s11, power_s12, power_s13;
  logic [21:0] choice_2_s9, choice_2_s10;
  logic [20:0] product_5_s9, product_6_s9;
  logic [33:0] sum_3_s11, sum_4_s11;
  logic [27:0] product_7_s14, product_8_s14, product_9_s14, product_10_s14;
  logic [55:0] sum_7_s16, sum_7_s17, sum_7_s18, sum_7_s19;
  logic [26:0] product_11_s17, product_12_s17;
  logic [25:0] product_13_s17, product_14_s17;
  logic [37:0] sum_9_s18;
  logic signed [9:0] sum_10_s19, sum_12_s19;
  logic [52:0] gated_s19;
  logic [32:0] rounded_s20;

  // exp2_table: 64 entries of 63 bits
  function automatic logic [62:0] exp2_table(input logic [5:0] index);
    case (index)
       6'd0: exp2_table = 63'h0000001162e327bb;  6'd1: exp2_table = 63'h0164d20166c097d0;
       6'd2: exp2_table = 63'h02cd86a96aa897e6;  6'd3: exp2_table = 63'h043a28d16e9b97fc;
       6'd4: exp2_table = 63'h05aac3717299a812;  6'd5: exp2_table = 63'h071f61a976a29829;
       6'd6: exp2_table = 63'h08980e957ab6e840;  6'd7: exp2_table = 63'h0a14d5897ed6d856;
       6'd8: exp2_table = 63'h0b95c1f98301e86e;  6'd9: exp2_table = 63'h0d1adf718738d885;
      6'd10: exp2_table = 63'h0ea4399d8b7b689d; 6'd11: exp2_table = 63'h1031dc598fc9d8b5;
      6'd12: exp2_table = 63'h11c3d385942468cd; 6'd13: exp2_table = 63'h135a2b45988ae8e6;
      6'd14: exp2_table = 63'h14f4efb99cfdf8fe; 6'd15: exp2_table = 63'h16942d4da17d0918;
      6'd16: exp2_table = 63'h1837f065a608e931; 6'd17: exp2_table = 63'h19e0459daaa1994a;
      6'd18: exp2_table = 63'h1b8d39d1af469965; 6'd19: exp2_table = 63'h1d3ed9bdb3f8e97f;
      6'd20: exp2_table = 63'h1ef53275b8b85999; 6'd21: exp2_table = 63'h20b05125bd84d9b4;
      6'd22: exp2_table = 63'h22704315c25ed9cf; 6'd23: exp2_table = 63'h243515bdc74669ea;
      6'd24: exp2_table = 63'h25fed6bdcc3b7a06; 6'd25: exp2_table = 63'h27cd93cdd13e6a22;
      6'd26: exp2_table = 63'h29a15ac9d64f6a3e; 6'd27: exp2_table = 63'h2b7a39cddb6e5a5b;
      6'd28: exp2_table = 63'h2d583efde09bea77; 6'd29: exp2_table = 63'h2f3b78c5e5d77a95;
      6'd30: exp2_table = 63'h3123f595eb21fab2; 6'd31: exp2_table = 63'h3311c429f07b0ad0;
      6'd32: exp2_table = 63'h3504f345f5e31aee; 6'd33: exp2_table = 63'h36fd91fdfb5a0b0d;
      6'd34: exp2_table = 63'h38fbaf6200e05b2c; 6'd35: exp2_table = 63'h3aff5abe06765b4a;
      6'd36: exp2_table = 63'h3d08a3ba0c1b7b6a; 6'd37: exp2_table = 63'h3f1799ce11d07b8a;
      6'd38: exp2_table = 63'h412c4cde17957baa; 6'd39: exp2_table = 63'h4346ccf61d6a5bcb;
      6'd40: exp2_table = 63'h45672a26234fdbeb; 6'd41: exp2_table = 63'h478d74d62945ac0c;
      6'd42: exp2_table = 63'h49b9bd9e2f4bdc2e; 6'd43: exp2_table = 63'h4bec15163562fc50;
      6'd44: exp2_table = 63'h4e248c323b8aec73; 6'd45: exp2_table = 63'h506333f241c45c95;
      6'd46: exp2_table = 63'h52a81daa480efcb8; 6'd47: exp2_table = 63'h54f35aca4e6afcdc;
      6'd48: exp2_table = 63'h5744fcea54d8dd00; 6'd49: exp2_table = 63'h599d15de5b58bd24;
      6'd50: exp2_table = 63'h5bfbb7ae61eacd48; 6'd51: exp2_table = 63'h5e60f4a2688ecd6e;
      6'd52: exp2_table = 63'h60ccdf066f45ad93; 6'd53: exp2_table = 63'h633f898e760f1db9;
      6'd54: exp2_table = 63'h65b907027ceb8ddf; 6'd55: exp2_table = 63'h68396a6e83dafe06;
      6'd56: exp2_table = 63'h6ac0c6fa8ade1e2c; 6'd57: exp2_table = 63'h6d4f303691f45e54;
      6'd58: exp2_table = 63'h6fe4b9b6991e7e7c; 6'd59: exp2_table = 63'h7281775aa05c7ea5;
      6'd60: exp2_table = 63'h75257d2ea7aefecd; 6'd61: exp2_table = 63'h77d0df92af158ef7;
      6'd62: exp2_table = 63'h7a83b2f6b6910f20; 6'd63: exp2_table = 63'h7d3e0c2ebe210f4b;
    endcase
  endfunction

  // rsqrt_table: 128 entries of 63 bits
  function automatic logic [62:0] rsqrt_table(input logic [6:0] index);
    case (index)
        7'd0: rsqrt_table = 63'h7fffff87ffead78b;   7'd1: rsqrt_table = 63'h7e05ebbbe86156a7;
        7'd2: rsqrt_table = 63'h7c1763b7d1bb55cf;   7'd3: rsqrt_table = 63'h7a33f8c3bbed7503;
        7'd4: rsqrt_table = 63'h785b41d7a6ebd441;   7'd5: rsqrt_table = 63'h768cdb3792abd388;
        7'd6: rsqrt_table = 63'h74c8666f7f24f2d9;   7'd7: rsqrt_table = 63'h730d895b6c4c9231;
        7'd8: rsqrt_table = 63'h715bee8b5a1c1193;   7'd9: rsqrt_table = 63'h6fb3447b4889d0fb;
       7'd10: rsqrt_table = 63'h6e133d9f378f706b;  7'd11: rsqrt_table = 63'h6c7b8ff327252fe1;
       7'd12: rsqrt_table = 63'h6aebf4f71744ef5e;  7'd13: rsqrt_table = 63'h6964295f07e7eee0;
       7'd14: rsqrt_table = 63'h67e3ecd2f908ae68;  7'd15: rsqrt_table = 63'h666b01e2eaa0edf4;
       7'd16: rsqrt_table = 63'h64f92deedcad0d87;  7'd17: rsqrt_table = 63'h638e38a2cf26ad1e;
       7'd18: rsqrt_table = 63'h6229ec4ec2096cb9;  7'd19: rsqrt_table = 63'h60cc155ab550cc58;
       7'd20: rsqrt_table = 63'h5f74828aa8f96bfc;  7'd21: rsqrt_table = 63'h5e2304629cfe2ba3;
       7'd22: rsqrt_table = 63'h5cd76d9a915b8b4d;  7'd23: rsqrt_table = 63'h5b9192a6860eaafb;
       7'd24: rsqrt_table = 63'h5a5149aa7b138aac;  7'd25: rsqrt_table = 63'h59166a8a7067aa61;
       7'd26: rsqrt_table = 63'h57e0ce9666070a18;  7'd27: rsqrt_table = 63'h56b050ba5bef29d2;
       7'd28: rsqrt_table = 63'h5584cd4e521da98f;  7'd29: rsqrt_table = 63'h545e21e2488f294e;
       7'd30: rsqrt_table = 63'h533c2d763f41690f;  7'd31: rsqrt_table = 63'h521ed02e363288d3;
       7'd32: rsqrt_table = 63'h5105eb622d5fe899;  7'd33: rsqrt_table = 63'h4ff1616a24c72861;
       7'd34: rsqrt_table = 63'h4ee115ce1c66682b;  7'd35: rsqrt_table = 63'h4dd4ed16143bc7f7;
       7'd36: rsqrt_table = 63'h4cccccaa0c44e7c4;  7'd37: rsqrt_table = 63'h4bc89afe04810794;
       7'd38: rsqrt_table = 63'h4ac83f39fcece764;  7'd39: rsqrt_table = 63'h49cba195f5886737;
       7'd40: rsqrt_table = 63'h48d2aaf1ee51870c;  7'd41: rsqrt_table = 63'h47dd44f5e745e6e1;
       7'd42: rsqrt_table = 63'h46eb5a11e064e6b8;  7'd43: rsqrt_table = 63'h45fcd569d9ace690;
       7'd44: rsqrt_table = 63'h4511a2d1d31ce66a;  7'd45: rsqrt_table = 63'h4429aeadccb32645;
       7'd46: rsqrt_table = 63'h4344e631c66ec621;  7'd47: rsqrt_table = 63'h426336e1c04e25fe;
       7'd48: rsqrt_table = 63'h41848f1dba5085dc;  7'd49: rsqrt_table = 63'h40a8ddadb474c5bb;
       7'd50: rsqrt_table = 63'h3fd011e1aeb9c59b;  7'd51: rsqrt_table = 63'h3efa1b95a91ea57c;
       7'd52: rsqrt_table = 63'h3e26eb21a3a2e55f;  7'd53: rsqrt_table = 63'h3d5671419e442541;
       7'd54: rsqrt_table = 63'h3c889f4999030525;  7'd55: rsqrt_table = 63'h3bbd66e993de450a;
       7'd56: rsqrt_table = 63'h3af4ba218ed464ef;  7'd57: rsqrt_table = 63'h3a2e8b9189e544d5;
       7'd58: rsqrt_table = 63'h396ace15851024bc;  7'd59: rsqrt_table = 63'h38a974ed805424a4;
       7'd60: rsqrt_table = 63'h37ea73b97bb0448c;  7'd61: rsqrt_table = 63'h372dbe7d77244475;
       7'd62: rsqrt_table = 63'h3673497d72af045e;  7'd63: rsqrt_table = 63'h35bb09696e50c449;
       7'd64: rsqrt_table = 63'h3504f2c6d40450a5;  7'd65: rsqrt_table = 63'h339f191ec3607005;
       7'd66: rsqrt_table = 63'h32416962b35c8f6c;  7'd67: rsqrt_table = 63'h30eb955ea3f10edb;
       7'd68: rsqrt_table = 63'h2f9d52de95168e52;  7'd69: rsqrt_table = 63'h2e565b6e86c56dd0;
       7'd70: rsqrt_table = 63'h2d166c1278f60d53;  7'd71: rsqrt_table = 63'h2bdd453a6ba30cdd;
       7'd72: rsqrt_table = 63'h2aaaaa625ec64c6d;  7'd73: rsqrt_table = 63'h297e61f25259cc02;
       7'd74: rsqrt_table = 63'h2858350e46586b9c;  7'd75: rsqrt_table = 63'h2737ef5a3abcab3a;
       7'd76: rsqrt_table = 63'h261d5f0a2f82aadd;  7'd77: rsqrt_table = 63'h2508548224a5aa84;
       7'd78: rsqrt_table = 63'h23f8a24a1a21ea30;  7'd79: rsqrt_table = 63'h22ee1ce60ff249de;
       7'd80: rsqrt_table = 63'h21e89ae60614a991;  7'd81: rsqrt_table = 63'h20e7f471fc840946;
       7'd82: rsqrt_table = 63'h1fec0395f33e48ff;  7'd83: rsqrt_table = 63'h1ef4a3d9ea3fc8bb;
       7'd84: rsqrt_table = 63'h1e01b25de1854879;  7'd85: rsqrt_table = 63'h1d130da9d90c683a;
       7'd86: rsqrt_table = 63'h1c2895add0d2a7fe;  7'd87: rsqrt_table = 63'h1b422b91c8d507c4;
       7'd88: rsqrt_table = 63'h1a5fb1c1c111278c;  7'd89: rsqrt_table = 63'h19810bedb9858757;
       7'd90: rsqrt_table = 63'h18a61ea9b22ec723;  7'd91: rsqrt_table = 63'h17cecfd1ab0c06f2;
       7'd92: rsqrt_table = 63'h16fb060da41a46c2;  7'd93: rsqrt_table = 63'h162aa92d9d586694;
       7'd94: rsqrt_table = 63'h155da1c596c48668;  7'd95: rsqrt_table = 63'h1493d949905c863d;
       7'd96: rsqrt_table = 63'h13cd3a118a1f6614;  7'd97: rsqrt_table = 63'h1309af31840b85ed;
       7'd98: rsqrt_table = 63'h124924757e1e85c6;  7'd99: rsqrt_table = 63'h118b867d7858a5a2;
      7'd100: rsqrt_table = 63'h10d0c27972b7057e; 7'd101: rsqrt_table = 63'h1018c64d6d39455c;
      7'd102: rsqrt_table = 63'h0f63807967dd653a; 7'd103: rsqrt_table = 63'h0eb0e02162a3251a;
      7'd104: rsqrt_table = 63'h0e00d4ed5d88e4fb; 7'd105: rsqrt_table = 63'h0d534f11588da4dd;
      7'd106: rsqrt_table = 63'h0ca83f5153b084c0; 7'd107: rsqrt_table = 63'h0bff96ed4ef064a4;
      7'd108: rsqrt_table = 63'h0b5947994a4c6489; 7'd109: rsqrt_table = 63'h0ab5438545c3a46f;
      7'd110: rsqrt_table = 63'h0a137d4d4154c455; 7'd111: rsqrt_table = 63'h0973e8053cffa43c;
      7'd112: rsqrt_table = 63'h08d6771d38c3a425; 7'd113: rsqrt_table = 63'h083b1e65349ec40d;
      7'd114: rsqrt_table = 63'h07a1d2253091e3f7; 7'd115: rsqrt_table = 63'h070a86d92c9b03e1;
      7'd116: rsqrt_table = 63'h0675317d28ba23cc; 7'd117: rsqrt_table = 63'h05e1c74d24ee23b7;
      7'd118: rsqrt_table = 63'h05503ddd2136e3a3; 7'd119: rsqrt_table = 63'h04c08b111d93e390;
      7'd120: rsqrt_table = 63'h0432a50d1a03e37d; 7'd121: rsqrt_table = 63'h03a6824d1686e36b;
      7'd122: rsqrt_table = 63'h031c1985131be359; 7'd123: rsqrt_table = 63'h029361c10fc2e348;
      7'd124: rsqrt_table = 63'h020c52350c7ae337; 7'd125: rsqrt_table = 63'h0186e26d09440327;
      7'd126: rsqrt_table = 63'h01030a1d061d2317; 7'd127: rsqrt_table = 63'h0080c13d03066308;
    endcase
  endfunction

  // rcp_table: 128 entries of 63 bits
  function automatic logic [62:0] rcp_table(input logic [6:0] index);
    case (index)
        7'd0: rcp_table = 63'h7fffffbdfffb7fd0;   7'd1: rcp_table = 63'h7e03f7d5f8136f73;
        7'd2: rcp_table = 63'h7c0fc0c1f059df19;   7'd3: rcp_table = 63'h7a232cc1e8cd8ec2;
        7'd4: rcp_table = 63'h783e0f49e16cbe6d;   7'd5: rcp_table = 63'h76603d61da365e1a;
        7'd6: rcp_table = 63'h74898d29d3293dca;   7'd7: rcp_table = 63'h72b9d619cc443d7d;
        7'd8: rcp_table = 63'h70f0f0c9c585fd32;   7'd9: rcp_table = 63'h6f2eb6f1beed1ce8;
       7'd10: rcp_table = 63'h6d730385b878fca1;  7'd11: rcp_table = 63'h6bbdb275b2286c5c;
       7'd12: rcp_table = 63'h6a0ea0bdabfa5c19;  7'd13: rcp_table = 63'h6865ac55a5edebd8;
       7'd14: rcp_table = 63'h66c2b429a0021b99;  7'd15: rcp_table = 63'h652598019a35bb5b;
       7'd16: rcp_table = 63'h638e38b994884b1f;  7'd17: rcp_table = 63'h61fc77e98ef8eae5;
       7'd18: rcp_table = 63'h607037f589868aac;  7'd19: rcp_table = 63'h5ee95c2d8430aa75;
       7'd20: rcp_table = 63'h5d67c8817ef63a3f;  7'd21: rcp_table = 63'h5beb61cd79d6ca0b;
       7'd22: rcp_table = 63'h5a740d8974d169d8;  7'd23: rcp_table = 63'h5901b1e16fe569a6;
       7'd24: rcp_table = 63'h579435c56b125976;  7'd25: rcp_table = 63'h562b80b566575947;
       7'd26: rcp_table = 63'h54c77ae561b3d919;  7'd27: rcp_table = 63'h53680d155d2738ec;
       7'd28: rcp_table = 63'h520d20b958b118c1;  7'd29: rcp_table = 63'h50b69fad54507896;
       7'd30: rcp_table = 63'h4f64748d5005486d;  7'd31: rcp_table = 63'h4e168a5d4bceb845;
       7'd32: rcp_table = 63'h4cccccb147ac581e;  7'd33: rcp_table = 63'h4b8727a5439d67f7;
       7'd34: rcp_table = 63'h4a4587cd3fa1e7d2;  7'd35: rcp_table = 63'h4907da353bb8e7ad;
       7'd36: rcp_table = 63'h47ce0c6537e2678a;  7'd37: rcp_table = 63'h46980c55341d8767;
       7'd38: rcp_table = 63'h4565c869306a1745;  7'd39: rcp_table = 63'h44372f6d2cc79724;
       7'd40: rcp_table = 63'h430c30b12935c704;  7'd41: rcp_table = 63'h41e4bbc525b3f6e4;
       7'd42: rcp_table = 63'h40c0c0ad2241f6c5;  7'd43: rcp_table = 63'h3fa02fd51edf76a7;
       7'd44: rcp_table = 63'h3e82f9f51b8be689;  7'd45: rcp_table = 63'h3d6910351847566d;
       7'd46: rcp_table = 63'h3c5263f915110651;  7'd47: rcp_table = 63'h3b3ee71111e8a635;
       7'd48: rcp_table = 63'h3a2e8b8d0ece061a;  7'd49: rcp_table = 63'h392143ed0bc10600;
       7'd50: rcp_table = 63'h381702cd08c0e5e6;  7'd51: rcp_table = 63'h370fbb4905cdc5cd;
       7'd52: rcp_table = 63'h360b60ad02e755b5;  7'd53: rcp_table = 63'h3509e679000cf59d;
       7'd54: rcp_table = 63'h340b40a0fd3e8585;  7'd55: rcp_table = 63'h330f6340fa7be56e;
       7'd56: rcp_table = 63'h321642bcf7c4f558;  7'd57: rcp_table = 63'h311fd3a8f5191542;
       7'd58: rcp_table = 63'h302c0afcf278652d;  7'd59: rcp_table = 63'h2f3addb8efe21517;
       7'd60: rcp_table = 63'h2e4c414ced567502;  7'd61: rcp_table = 63'h2d602b4cead544ee;
       7'd62: rcp_table = 63'h2c769178e85e44db;  7'd63: rcp_table = 63'h2b8f69d4e5f0e4c7;
       7'd64: rcp_table = 63'h2aaaaaa0e38d54b4;  7'd65: rcp_table = 63'h29c84a38e13354a2;
       7'd66: rcp_table = 63'h28e83f4cdee29490;  7'd67: rcp_table = 63'h280a809cdc9ad47e;
       7'd68: rcp_table = 63'h272f0530da5bf46c;  7'd69: rcp_table = 63'h2655c42cd825e45b;
       7'd70: rcp_table = 63'h257eb4f4d5f8544a;  7'd71: rcp_table = 63'h24a9cf18d3d3543a;
       7'd72: rcp_table = 63'h23d70a30d1b6642a;  7'd73: rcp_table = 63'h23065e34cfa1841a;
       7'd74: rcp_table = 63'h2237c320cd94a40b;  7'd75: rcp_table = 63'h216b3124cb8f43fb;
       7'd76: rcp_table = 63'h20a0a094c99193ec;  7'd77: rcp_table = 63'h1fd809f4c79b83de;
       7'd78: rcp_table = 63'h1f1165e4c5acb3d0;  7'd79: rcp_table = 63'h1e4cad1cc3c4f3c2;
       7'd80: rcp_table = 63'h1d89d898c1e433b4;  7'd81: rcp_table = 63'h1cc8e154c00a33a6;
       7'd82: rcp_table = 63'h1c09c098be373399;  7'd83: rcp_table = 63'h1b4c6f94bc6ab38c;
       7'd84: rcp_table = 63'h1a90e7d0baa4b37f;  7'd85: rcp_table = 63'h19d722d0b8e53373;
       7'd86: rcp_table = 63'h191f1a44b72bb366;  7'd87: rcp_table = 63'h1868c800b578935a;
       7'd88: rcp_table = 63'h17b425e0b3cb934f;  7'd89: rcp_table = 63'h17012df8b2244343;
       7'd90: rcp_table = 63'h164fda68b082f338;  7'd91: rcp_table = 63'h15a0255caee7032c;
       7'd92: rcp_table = 63'h14f20948ad50f321;  7'd93: rcp_table = 63'h14458088abc04316;
       7'd94: rcp_table = 63'h139a85bcaa35330c;  7'd95: rcp_table = 63'h12f11380a8af6302;
       7'd96: rcp_table = 63'h12492488a72e82f7;  7'd97: rcp_table = 63'h11a2b3bca5b2f2ed;
       7'd98: rcp_table = 63'h10fdbc04a43c62e3;  7'd99: rcp_table = 63'h105a385ca2cae2da;
      7'd100: rcp_table = 63'h0fb823e4a15e02d0; 7'd101: rcp_table = 63'h0f1779d89ff622c7;
      7'd102: rcp_table = 63'h0e7835649e92a2bd; 7'd103: rcp_table = 63'h0dda52049d3432b5;
      7'd104: rcp_table = 63'h0d3dcb0c9bda02ac; 7'd105: rcp_table = 63'h0ca29c049a8432a3;
      7'd106: rcp_table = 63'h0c08c0849932b29a; 7'd107: rcp_table = 63'h0b70344497e5c292;
      7'd108: rcp_table = 63'h0ad8f2f4969cc289; 7'd109: rcp_table = 63'h0a42f86c95582281;
      7'd110: rcp_table = 63'h09ae408094178279; 7'd111: rcp_table = 63'h091ac73092dae271;
      7'd112: rcp_table = 63'h0888888491a2726a; 7'd113: rcp_table = 63'h07f78084906da262;
      7'd114: rcp_table = 63'h0767ab588f3c925a; 7'd115: rcp_table = 63'h06d905408e0f8253;
      7'd116: rcp_table = 63'h064b8a7c8ce6124c; 7'd117: rcp_table = 63'h05bf375c8bc04245;
      7'd118: rcp_table = 63'h053408508a9e023e; 7'd119: rcp_table = 63'h04a9f9c8897f4237;
      7'd120: rcp_table = 63'h0421083c8863e230; 7'd121: rcp_table = 63'h0399304c874bf229;
      7'd122: rcp_table = 63'h03126e9886379223; 7'd123: rcp_table = 63'h028cbfb88526321c;
      7'd124: rcp_table = 63'h0208208084185216; 7'd125: rcp_table = 63'h01848da0830d520f;
      7'd126: rcp_table = 63'h010204048205c209; 7'd127: rcp_table = 63'h0080807881013203;
    endcase
  endfunction

  wire [23:0] significand = {x[30:23] != 8'd0, x[22:0]};
  wire [7:0] exponent = field_s1 < 8'd1 ? 8'd1 : field_s1;
  wire signed [8:0] choice_s2_choice_difference = 9'd133 - 9'(exponent);
  wire [7:0] choice_s2_choice = choice_s2_choice_difference < 9'sd0 ? 8'd0 : choice_s2_choice_difference[7:0];
  wire [5:0] choice_s2_value = choice_s2_choice[5:0];
  wire [60:0] product_sum = (61'(product_s1) << 18) + 61'(product_2_s1);
  wire [38:0] product = product_sum[60:22];
  wire [5:0] shifted_s2_shifted_choice = choice_s2_choice < 8'd39 ? choice_s2_value : 6'd39;
  wire [2:0] shifted_s2_shifted = shifted_s2_shifted_choice[5:3];
  wire beyond_s3_below = exponent_s2 > 8'd133;
  wire [2:0] fixed_s3_shifted = choice_s2[5:3];
  wire [38:0] argument = beyond_s3_below ? 39'h7fffffffff : (shifted_s2 >> ((field_2_s2 >> 1) << 1)) >> field_2_s2[0];
  wire match_s4_match = control_s3[2:0] == 3'd1;
  wire signed [38:0] fixed = fixed_s3;
  wire signed [39:0] t = match_s4_match ? 40'(fixed) : difference_s3;
  wire [62:0] entry = exp2_table(t[30:25]);
  wire [27:0] shifted_3_s4_product = 28'(entry[11:0]) * (28'(t[24:0]) >> 9);
  wire [23:0] shifted_4_s5_shifted_field = (24'(entry_s4[33:12]) << 2) + 24'(shifted_3_s4);
  wire [11:0] shifted_4_s5_shifted = shifted_4_s5_shifted_field[23:12];
  wire [12:0] product_3_s5_shifted = field_7_s4[24:12];
  wire [11:0] field_9_s5_field = shifted_4_s5_shifted_field[11:0];
  wire [48:0] shifted_5_s7_sum = (49'(sum_s6) << 12) + 49'(sum_2_s6);
  wire none16 = significand_s7[23:8] == 16'd0;
  wire [15:0] rest16 = none16 ? {significand_s7[7:0], 8'd255} : significand_s7[23:8];
  wire none8 = rest16[15:8] == 8'd0;
  wire [7:0] rest8 = none8 ? rest16[7:0] : rest16[15:8];
  wire none4 = rest8[7:4] == 4'd0;
  wire [3:0] rest4 = none4 ? rest8[3:0] : rest8[7:4];
  wire none2 = rest4[3:2] == 2'd0;
  wire [1:0] rest2 = none2 ? rest4[1:0] : rest4[3:2];
  wire none1 = !rest2[1];
  wire [4:0] zeros = {none16, none8, none4, none2, none1};
  wire [2:0] shifted_6_s8_shifted = zeros[4:2];
  wire [29:0] power = {1'b1, field_8_s7 + 29'(shifted_5_s7)};
  wire signed [8:0] e_s8_difference = -9'sd1 - shifted_2_s7;
  wire [4:0] e_s8_field = e_s8_difference[4:0];
  wire [8:0] shifted_7_s9_sum = difference_2_s8 + 9'sd25;
  wire [22:0] normal = shifted_6_s8;
  wire [62:0] entry_2 = rsqrt_table({!difference_2_s8[0], normal[22:17]});
  wire [28:0] e = e_s8;
  wire [28:0] entry_3_choice = field_6_s8 == 3'd2 ? 29'(normal) << 6 : e;
  wire [62:0] entry_3 = rcp_table(entry_3_choice[28:22]);
  wire [21:0] choice_2_s9_choice = field_6_s8 == 3'd3 ? 22'(normal[16:0]) << 5 : entry_3_choice[21:0];
  wire [12:0] product_5_s9_choice = field_6_s8 == 3'd3 ? entry_2[12:0] : 13'(entry_3[11:0]);
  wire [15:0] product_5_s9_shifted = choice_2_s9_choice[21:6];
  wire [28:0] difference_3_s10_sum = (29'(product_5_s9) << 8) + 29'(product_6_s9);
  wire [23:0] sum_3_s11_shifted_field = difference_3_s10;
  wire [11:0] sum_3_s11_shifted = sum_3_s11_shifted_field[23:12];
  wire [10:0] sum_3_s11_shifted_2 = choice_2_s10[21:11];
  wire [11:0] sum_4_s11_field = sum_3_s11_shifted_field[11:0];
  wire [45:0] shifted_8_s12_sum = (46'(sum_3_s11) << 12) + 46'(sum_4_s11);
  wire [29:0] inverse = {1'b1, difference_4_s13};
  wire [27:0] product_7_s14_shifted_shifted = inverse[29:2];
  wire [13:0] product_7_s14_shifted = product_7_s14_shifted_shifted[27:14];
  wire [27:0] product_7_s14_shifted_2_choice = field_4_s13 ? power_s13[29:2] : 28'h8000000;
  wire [13:0] product_7_s14_shifted_2 = product_7_s14_shifted_2_choice[27:14];
  wire [13:0] product_8_s14_field = product_7_s14_shifted_2_choice[13:0];
  wire [13:0] product_9_s14_field = product_7_s14_shifted_shifted[13:0];
  wire [28:0] product_11_s17_shifted_shifted = sum_7_s16[55:27];
  wire [14:0] product_11_s17_shifted = product_11_s17_shifted_shifted[28:14];
  wire [11:0] product_11_s17_shifted_2 = significand_s16[23:12];
  wire [13:0] product_13_s17_field = product_11_s17_shifted_shifted[13:0];
  wire signed [9:0] sum_11_s19_difference = (field_4_s18 ? 10'(shifted_2_s18) : 10'sd0) - 10'sd1;
  wire [52:0] gated = (53'(sum_8_s18) << 14) + 53'(sum_9_s18);
  wire beyond = beyond_s19;
  wire signed [9:0] below_s20_below_choice =
        match_s19 ? (beyond ? (field_4_s19 ? -10'sd1 : 10'sd255) : 10'(shifted_2_s19) + 10'sd127)
      : match_3_s19 ? sum_10_s19
      : match_2_s19 ? $signed(10'(difference_5_s19))
      : field_6_s19 == 3'd4 ? 10'(sum_11_s19)
      : significand_s19[23] ? sum_12_s19
      : -10'sd1;
  wire below_s20_below = below_s20_below_choice < 10'sd0;
  wire [53:0] significand_2_choice = field_11_s19 ? sum_7_s19[54:1] : sum_7_s19[53:0];
  wire [30:0] significand_2 = significand_2_choice[53:23];
  wire [49:0] significand_3_choice = field_12_s19 ? gated_s19[51:2] : field_13_s19 ? gated_s19[50:1] : gated_s19[49:0];
  wire [30:0] significand_3 = significand_3_choice[49:19];
  wire [30:0] to_round =
      field_6_s19 == 3'd4 ? significand_2 : field_6_s19 == 3'd5 ? significand_3 : 31'(choice_4_s19) << 2;
  wire [30:0] rounded_s20_shifted_field = to_round;
  wire [22:0] rounded_s20_shifted = rounded_s20_shifted_field[30:8];
  wire tie = to_round[7] && to_round[6:0] == 7'd0;
  wire is_nan = field_3_s20 > 31'h7f800000;
  wire choice_5_s21_condition = match_3_s20 || match_2_s20;
  wire is_inf = field_3_s20 == 31'h7f800000;
  wire [32:0] rounded = rounded_s20;
  wire [32:0] choice_5_s21_choice = below_s20 || rounded < 33'h800000 ? 33'd0 : rounded;

  always_ff @(posedge clock) begin  // stage 1 of 21
    unseen_s1 <= unseen;
    control_s1 <= control;
    x_s1 <= x;
    field_s1 <= x[30:23];
    significand_s1 <= significand;
    product_s1 <= 43'(significand) * 43'h5c551;
    product_2_s1 <= 42'(significand) * 42'h3652c;
  end

  always_ff @(posedge clock) begin  // stage 2 of 21
    unseen_s2 <= unseen_s1;
    control_s2 <= control_s1;
    x_s2 <= x_s1;
    significand_s2 <= significand_s1;
    exponent_s2 <= exponent;
    choice_s2 <= choice_s2_choice < 8'd38 ? choice_s2_value : 6'd38;
    shifted_s2 <= (product >> ((6'(shifted_s2_shifted) >> 1) << 4)) >> (4'(shifted_s2_shifted[0]) << 3);
    field_2_s2 <= shifted_s2_shifted_choice[2:0];
  end

  always_ff @(posedge clock) begin  // stage 3 of 21
    unseen_s3 <= unseen_s2;
    control_s3 <= control_s2;
    field_3_s3 <= x_s2[30:0];
    field_4_s3 <= x_s2[31];
    significand_s3 <= significand_s2;
    exponent_s3 <= exponent_s2;
    beyond_s3 <= beyond_s3_below;
    fixed_s3 <=
          (
              (
                  (
                      ((x_s2[31] ? -$signed(39'(significand_s2)) : $signed(39'(significand_s2))) << 14)
                    >>> ((6'(fixed_s3_shifted) >> 1) << 4)
                  )
                >>> (4'(fixed_s3_shifted[0]) << 3)
              )
            >>> ((choice_s2[2:0] >> 1) << 1)
          )
        >>> choice_s2[0];
    difference_s3 <= 40'hffffffffff - 40'(argument);
  end

  always_ff @(posedge clock) begin  // stage 4 of 21
    unseen_s4 <= unseen_s3;
    field_5_s4 <= control_s3[4:3];
    field_3_s4 <= field_3_s3;
    field_6_s4 <= control_s3[2:0];
    field_4_s4 <= field_4_s3;
    significand_s4 <= significand_s3;
    match_s4 <= match_s4_match;
    exponent_s4 <= exponent_s3;
    beyond_s4 <= beyond_s3;
    shifted_2_s4 <= t[39:31];
    entry_s4 <= entry;
    field_7_s4 <= t[24:0];
    shifted_3_s4 <= shifted_3_s4_product[27:12];
  end

  always_ff @(posedge clock) begin  // stage 5 of 21
    unseen_s5 <= unseen_s4;
    field_5_s5 <= field_5_s4;
    field_3_s5 <= field_3_s4;
    field_6_s5 <= field_6_s4;
    field_4_s5 <= field_4_s4;
    significand_s5 <= significand_s4;
    match_s5 <= match_s4;
    exponent_s5 <= exponent_s4;
    beyond_s5 <= beyond_s4;
    shifted_2_s5 <= shifted_2_s4;
    field_8_s5 <= entry_s4[62:34];
    shifted_4_s5 <= shifted_4_s5_shifted;
    product_3_s5 <= 25'(product_3_s5_shifted) * 25'(shifted_4_s5_shifted);
    field_9_s5 <= field_9_s5_field;
    product_4_s5 <= 25'(product_3_s5_shifted) * 25'(field_9_s5_field);
    field_10_s5 <= field_7_s4[11:0];
  end

  always_ff @(posedge clock) begin  // stage 6 of 21
    unseen_s6 <= unseen_s5;
    field_5_s6 <= field_5_s5;
    field_3_s6 <= field_3_s5;
    field_6_s6 <= field_6_s5;
    field_4_s6 <= field_4_s5;
    significand_s6 <= significand_s5;
    match_s6 <= match_s5;
    exponent_s6 <= exponent_s5;
    beyond_s6 <= beyond_s5;
    shifted_2_s6 <= shifted_2_s5;
    field_8_s6 <= field_8_s5;
    sum_s6 <= (37'(product_3_s5) << 12) + 37'(product_4_s5);
    sum_2_s6 <= (36'(field_10_s5) * 36'(shifted_4_s5) << 12) + 36'(field_10_s5) * 36'(field_9_s5);
  end

  always_ff @(posedge clock) begin  // stage 7 of 21
    unseen_s7 <= unseen_s6;
    field_5_s7 <= field_5_s6;
    field_3_s7 <= field_3_s6;
    field_6_s7 <= field_6_s6;
    field_4_s7 <= field_4_s6;
    significand_s7 <= significand_s6;
    match_s7 <= match_s6;
    exponent_s7 <= exponent_s6;
    beyond_s7 <= beyond_s6;
    shifted_2_s7 <= shifted_2_s6;
    field_8_s7 <= field_8_s6;
    shifted_5_s7 <= shifted_5_s7_sum[48:25];
  end

  always_ff @(posedge clock) begin  // stage 8 of 21
    unseen_s8 <= unseen_s7;
    field_5_s8 <= field_5_s7;
    field_3_s8 <= field_3_s7;
    field_6_s8 <= field_6_s7;
    field_4_s8 <= field_4_s7;
    significand_s8 <= significand_s7;
    match_s8 <= match_s7;
    exponent_s8 <= exponent_s7;
    beyond_s8 <= beyond_s7;
    shifted_2_s8 <= shifted_2_s7;
    zeros_s8 <= zeros;
    difference_2_s8 <= 9'(exponent_s7) - 9'(zeros);
    shifted_6_s8 <=
          ((significand_s7[22:0] << ((5'(shifted_6_s8_shifted) >> 1) << 3)) << (3'(shifted_6_s8_shifted[0]) << 2))
        << zeros[1:0];
    power_s8 <= power;
    e_s8 <=
        $signed(e_s8_difference[8:5]) != 4'sd0 ? 29'd0 : (power[29:1] >> ((e_s8_field >> 2) << 2)) >> e_s8_field[1:0];
  end

  always_ff @(posedge clock) begin  // stage 9 of 21
    unseen_s9 <= unseen_s8;
    field_5_s9 <= field_5_s8;
    field_3_s9 <= field_3_s8;
    field_6_s9 <= field_6_s8;
    match_2_s9 <= field_6_s8 == 3'd3;
    field_4_s9 <= field_4_s8;
    significand_s9 <= significand_s8;
    match_3_s9 <= field_6_s8 == 3'd2;
    match_s9 <= match_s8;
    exponent_s9 <= exponent_s8;
    beyond_s9 <= beyond_s8;
    shifted_2_s9 <= shifted_2_s8;
    zeros_s9 <= zeros_s8;
    shifted_7_s9 <= shifted_7_s9_sum[8:1];
    entry_2_s9 <= entry_2;
    power_s9 <= power_s8;
    entry_3_s9 <= entry_3;
    choice_2_s9 <= choice_2_s9_choice;
    product_5_s9 <= 21'(product_5_s9_choice) * (21'(product_5_s9_shifted) >> 8);
    product_6_s9 <= 21'(product_5_s9_choice) * 21'(product_5_s9_shifted[7:0]);
  end

  always_ff @(posedge clock) begin  // stage 10 of 21
    unseen_s10 <= unseen_s9;
    field_5_s10 <= field_5_s9;
    field_3_s10 <= field_3_s9;
    field_6_s10 <= field_6_s9;
    match_2_s10 <= match_2_s9;
    field_4_s10 <= field_4_s9;
    significand_s10 <= significand_s9;
    match_3_s10 <= match_3_s9;
    match_s10 <= match_s9;
    exponent_s10 <= exponent_s9;
    beyond_s10 <= beyond_s9;
    shifted_2_s10 <= shifted_2_s9;
    zeros_s10 <= zeros_s9;
    shifted_7_s10 <= shifted_7_s9;
    power_s10 <= power_s9;
    choice_3_s10 <= match_2_s9 ? entry_2_s9[62:34] : entry_3_s9[62:34];
    choice_2_s10 <= choice_2_s9;
    difference_3_s10 <=
        ((match_2_s9 ? 24'(entry_2_s9[33:13]) : 24'(entry_3_s9[33:12])) << 2) - 24'(difference_3_s10_sum[28:12]);
  end

  always_ff @(posedge clock) begin  // stage 11 of 21
    unseen_s11 <= unseen_s10;
    field_5_s11 <= field_5_s10;
    field_3_s11 <= field_3_s10;
    field_6_s11 <= field_6_s10;
    match_2_s11 <= match_2_s10;
    field_4_s11 <= field_4_s10;
    significand_s11 <= significand_s10;
    match_3_s11 <= match_3_s10;
    match_s11 <= match_s10;
    exponent_s11 <= exponent_s10;
    beyond_s11 <= beyond_s10;
    shifted_2_s11 <= shifted_2_s10;
    zeros_s11 <= zeros_s10;
    shifted_7_s11 <= shifted_7_s10;
    power_s11 <= power_s10;
    choice_3_s11 <= choice_3_s10;
    sum_3_s11 <=
        (34'(sum_3_s11_shifted) * 34'(sum_3_s11_shifted_2) << 11) + 34'(sum_3_s11_shifted) * 34'(choice_2_s10[10:0]);
    sum_4_s11 <=
        (34'(sum_4_s11_field) * 34'(sum_3_s11_shifted_2) << 11) + 34'(sum_4_s11_field) * 34'(choice_2_s10[10:0]);
  end

  always_ff @(posedge clock) begin  // stage 12 of 21
    unseen_s12 <= unseen_s11;
    field_5_s12 <= field_5_s11;
    field_3_s12 <= field_3_s11;
    field_6_s12 <= field_6_s11;
    match_2_s12 <= match_2_s11;
    field_4_s12 <= field_4_s11;
    significand_s12 <= significand_s11;
    match_3_s12 <= match_3_s11;
    match_s12 <= match_s11;
    exponent_s12 <= exponent_s11;
    beyond_s12 <= beyond_s11;
    shifted_2_s12 <= shifted_2_s11;
    zeros_s12 <= zeros_s11;
    shifted_7_s12 <= shifted_7_s11;
    power_s12 <= power_s11;
    choice_3_s12 <= choice_3_s11;
    shifted_8_s12 <= shifted_8_s12_sum[45:22];
  end

  always_ff @(posedge clock) begin  // stage 13 of 21
    unseen_s13 <= unseen_s12;
    field_5_s13 <= field_5_s12;
    field_3_s13 <= field_3_s12;
    field_6_s13 <= field_6_s12;
    match_2_s13 <= match_2_s12;
    field_4_s13 <= field_4_s12;
    significand_s13 <= significand_s12;
    match_3_s13 <= match_3_s12;
    match_s13 <= match_s12;
    exponent_s13 <= exponent_s12;
    beyond_s13 <= beyond_s12;
    shifted_2_s13 <= shifted_2_s12;
    zeros_s13 <= zeros_s12;
    shifted_7_s13 <= shifted_7_s12;
    power_s13 <= power_s12;
    difference_4_s13 <= choice_3_s12 - 29'(shifted_8_s12);
  end

  always_ff @(posedge clock) begin  // stage 14 of 21
    unseen_s14 <= unseen_s13;
    field_5_s14 <= field_5_s13;
    field_3_s14 <= field_3_s13;
    field_6_s14 <= field_6_s13;
    match_2_s14 <= match_2_s13;
    field_4_s14 <= field_4_s13;
    significand_s14 <= significand_s13;
    match_3_s14 <= match_3_s13;
    match_s14 <= match_s13;
    exponent_s14 <= exponent_s13;
    beyond_s14 <= beyond_s13;
    shifted_2_s14 <= shifted_2_s13;
    zeros_s14 <= zeros_s13;
    shifted_7_s14 <= shifted_7_s13;
    product_7_s14 <= 28'(product_7_s14_shifted) * 28'(product_7_s14_shifted_2);
    product_8_s14 <= 28'(product_7_s14_shifted) * 28'(product_8_s14_field);
    product_9_s14 <= 28'(product_9_s14_field) * 28'(product_7_s14_shifted_2);
    product_10_s14 <= 28'(product_9_s14_field) * 28'(product_8_s14_field);
    choice_4_s14 <= match_s13 ? power_s13[28:0] : inverse[28:0];
  end

  always_ff @(posedge clock) begin  // stage 15 of 21
    unseen_s15 <= unseen_s14;
    field_5_s15 <= field_5_s14;
    field_3_s15 <= field_3_s14;
    field_6_s15 <= field_6_s14;
    match_2_s15 <= match_2_s14;
    field_4_s15 <= field_4_s14;
    significand_s15 <= significand_s14;
    match_3_s15 <= match_3_s14;
    match_s15 <= match_s14;
    exponent_s15 <= exponent_s14;
    beyond_s15 <= beyond_s14;
    shifted_2_s15 <= shifted_2_s14;
    zeros_s15 <= zeros_s14;
    shifted_7_s15 <= shifted_7_s14;
    sum_5_s15 <= (42'(product_7_s14) << 14) + 42'(product_8_s14);
    sum_6_s15 <= (42'(product_9_s14) << 14) + 42'(product_10_s14);
    choice_4_s15 <= choice_4_s14;
  end

  always_ff @(posedge clock) begin  // stage 16 of 21
    unseen_s16 <= unseen_s15;
    field_5_s16 <= field_5_s15;
    field_3_s16 <= field_3_s15;
    field_6_s16 <= field_6_s15;
    match_2_s16 <= match_2_s15;
    field_4_s16 <= field_4_s15;
    significand_s16 <= significand_s15;
    match_3_s16 <= match_3_s15;
    match_s16 <= match_s15;
    exponent_s16 <= exponent_s15;
    beyond_s16 <= beyond_s15;
    shifted_2_s16 <= shifted_2_s15;
    zeros_s16 <= zeros_s15;
    shifted_7_s16 <= shifted_7_s15;
    sum_7_s16 <= (56'(sum_5_s15) << 14) + 56'(sum_6_s15);
    choice_4_s16 <= choice_4_s15;
  end

  always_ff @(posedge clock) begin  // stage 17 of 21
    unseen_s17 <= unseen_s16;
    field_5_s17 <= field_5_s16;
    field_3_s17 <= field_3_s16;
    field_6_s17 <= field_6_s16;
    match_2_s17 <= match_2_s16;
    field_4_s17 <= field_4_s16;
    significand_s17 <= significand_s16;
    match_3_s17 <= match_3_s16;
    match_s17 <= match_s16;
    exponent_s17 <= exponent_s16;
    beyond_s17 <= beyond_s16;
    shifted_2_s17 <= shifted_2_s16;
    zeros_s17 <= zeros_s16;
    shifted_7_s17 <= shifted_7_s16;
    sum_7_s17 <= sum_7_s16;
    product_11_s17 <= 27'(product_11_s17_shifted) * 27'(product_11_s17_shifted_2);
    product_12_s17 <= 27'(product_11_s17_shifted) * 27'(significand_s16[11:0]);
    product_13_s17 <= 26'(product_13_s17_field) * 26'(product_11_s17_shifted_2);
    product_14_s17 <= 26'(product_13_s17_field) * 26'(significand_s16[11:0]);
    choice_4_s17 <= choice_4_s16;
  end

  always_ff @(posedge clock) begin  // stage 18 of 21
    unseen_s18 <= unseen_s17;
    field_5_s18 <= field_5_s17;
    field_3_s18 <= field_3_s17;
    field_6_s18 <= field_6_s17;
    match_2_s18 <= match_2_s17;
    field_4_s18 <= field_4_s17;
    significand_s18 <= significand_s17;
    match_3_s18 <= match_3_s17;
    match_s18 <= match_s17;
    exponent_s18 <= exponent_s17;
    beyond_s18 <= beyond_s17;
    shifted_2_s18 <= shifted_2_s17;
    zeros_s18 <= zeros_s17;
    shifted_7_s18 <= shifted_7_s17;
    sum_7_s18 <= sum_7_s17;
    sum_8_s18 <= (39'(product_11_s17) << 12) + 39'(product_12_s17);
    sum_9_s18 <= (38'(product_13_s17) << 12) + 38'(product_14_s17);
    choice_4_s18 <= choice_4_s17;
  end

  always_ff @(posedge clock) begin  // stage 19 of 21
    unseen_s19 <= unseen_s18;
    field_5_s19 <= field_5_s18;
    field_3_s19 <= field_3_s18;
    field_6_s19 <= field_6_s18;
    match_2_s19 <= match_2_s18;
    field_4_s19 <= field_4_s18;
    significand_s19 <= significand_s18;
    match_3_s19 <= match_3_s18;
    match_s19 <= match_s18;
    beyond_s19 <= beyond_s18;
    shifted_2_s19 <= shifted_2_s18;
    sum_10_s19 <= 10'd253 - 10'(exponent_s18) + 10'(zeros_s18);
    difference_5_s19 <= 8'd202 - shifted_7_s18;
    sum_7_s19 <= sum_7_s18;
    field_11_s19 <= sum_7_s18[55];
    sum_11_s19 <= sum_11_s19_difference[8:0] + 9'(sum_7_s18[55]) + 9'd127;
    gated_s19 <= gated;
    field_12_s19 <= gated[52];
    field_13_s19 <= gated[51];
    sum_12_s19 <=
        10'(exponent_s18) + $unsigned(sum_11_s19_difference) + ((10'(gated[52]) << 1) | {9'd0, !gated[52] && gated[51]});
    choice_4_s19 <= choice_4_s18;
  end

  always_ff @(posedge clock) begin  // stage 20 of 21
    unseen_s20 <= unseen_s19;
    field_5_s20 <= field_5_s19;
    field_3_s20 <= field_3_s19;
    match_2_s20 <= match_2_s19;
    field_4_s20 <= field_4_s19;
    match_4_s20 <= significand_s19 == 24'd0;
    match_3_s20 <= match_3_s19;
    below_s20 <= below_s20_below;
    match_5_s20 <= field_6_s19 == 3'd5;
    rounded_s20 <=
          33'({below_s20_below ? 9'd0 : below_s20_below_choice[8:0], rounded_s20_shifted})
        + (tie ? 33'(rounded_s20_shifted[0]) : 33'(to_round[7]));
  end

  always_ff @(posedge clock) begin  // stage 21 of 21
    choice_5_s21 <=
          unseen_s20 && field_5_s20 == 2'd2 ? 32'h3f800000
        : unseen_s20 && field_5_s20 == 2'd1 ? 32'd0
        : is_nan || (match_2_s20 && field_4_s20 && !match_4_s20) ? 32'h7fc00000
        : choice_5_s21_condition && match_4_s20 ? {field_4_s20, 31'h7f800000}
        : choice_5_s21_condition && is_inf ? {field_4_s20 && match_3_s20, 31'd0}
        : {
            field_4_s20 && (match_3_s20 || match_5_s20),
            choice_5_s21_choice < 33'h7f800000 ? choice_5_s21_choice[30:0] : 31'h7f800000
          };
    match_6_s21 <= field_3_s20 == 31'd0;
  end

  assign y = choice_5_s21;
  assign zero = match_6_s21;

  wire unused_1 = &{1'b0, entry_s4[11:0]};  // no later stage needs these bits
  wire unused_2 = &{1'b0, entry_2_s9[12:0]};  // no later stage needs these bits
  wire unused_3 = &{1'b0, entry_3_s9[11:0]};  // no later stage needs these bits
  wire unused_4 = &{1'b0, gated_s19[52]};  // no later stage needs these bits
  wire unused_5 = &{1'b0, sum_7_s19[55]};  // no later stage needs these bits
  wire unused_6 = &{1'b0, product_sum[21:0]};  // nothing reads these bits
  wire unused_7 = &{1'b0, shifted_3_s4_product[11:0]};  // nothing reads these bits
  wire unused_8 = &{1'b0, shifted_5_s7_sum[24:0]};  // nothing reads these bits
  wire unused_9 = &{1'b0, rest2[0]};  // nothing reads these bits
  wire unused_10 = &{1'b0, shifted_7_s9_sum[0]};  // nothing reads these bits
  wire unused_11 = &{1'b0, difference_3_s10_sum[11:0]};  // nothing reads these bits
  wire unused_12 = &{1'b0, shifted_8_s12_sum[21:0]};  // nothing reads these bits
  wire unused_13 = &{1'b0, significand_2_choice[22:0]};  // nothing reads these bits
  wire unused_14 = &{1'b0, significand_3_choice[18:0]};  // nothing reads these bits
  wire unused_15 = &{1'b0, rounded_s20_shifted_field[7:0]};  // nothing reads these bits
endmodule
