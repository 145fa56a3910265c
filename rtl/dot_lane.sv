// One lane of the matrix unit: 32 stationary elements, and a dot product with every moving row that passes, added to
// the row's accumulator. The accumulator is wanted late: α · accumulator ends when the dot product does, and the sum of
// both is the last part.
// From Hw.Txu/Matrix/DotLane.cs (DotLane). Generated: edit the C#, then `make gen`.
module dot_lane (
  input  logic         clock,
  input  logic [31:0]  signs,
  input  logic [31:0]  zeros,
  input  logic [31:0]  infs,
  input  logic [31:0]  nans,
  input  logic [287:0] exponents,
  input  logic [255:0] significands,
  input  logic         aligns_e4_m3, // their format, which the parts of a dot product need at different times
  input  logic         sums_e4_m3,
  input  logic         sums_int8,
  input  logic         adds_int8,
  input  logic [15:0]  feature,      // this lane's token of one feature, from a memory and so registered at the door
  input  logic         load,         // one cycle after it: shift it into the shadow copy, and its format
  input  logic         loads_int8,
  input  logic         loads_e4_m3,
  input  logic         swap,         // shadow becomes active, one cycle before the first row that uses it
  input  logic [31:0]  accumulator,  // the accumulator's value, registered at the door too
  input  logic         fresh,        // start from 0 instead
  input  logic         new_alpha,    // a new α comes with this accumulator
  input  logic [31:0]  alpha,
  input  logic         scales,       // one cycle after the accumulator: start from α times as much
  output logic [31:0]  result
);
  logic [31:0] shadow_signs, shadow_zeros, shadow_infs, shadow_nans, active_signs, active_zeros, active_infs;
  logic [31:0] active_nans, held_alpha, taken_accumulator, bits_s1, bits_s2, dot_s7, taken_accumulator_s1;
  logic [31:0] taken_accumulator_s2, taken_accumulator_s3, taken_accumulator_s4, taken_accumulator_s5;
  logic [31:0] taken_accumulator_s6, scaled_s7, total_s5;
  logic [287:0] shadow_exponents, active_exponents;
  logic [255:0] shadow_significands, active_significands;
  logic [15:0] taken_feature, product_s2, product_2_s2, product_3_s2, product_4_s2, product_5_s2, product_6_s2;
  logic [15:0] product_7_s2, product_8_s2, product_9_s2, product_10_s2, product_11_s2, product_12_s2;
  logic [15:0] product_13_s2, product_14_s2, product_15_s2, product_16_s2, product_17_s2, product_18_s2;
  logic [15:0] product_19_s2, product_20_s2, product_21_s2, product_22_s2, product_23_s2, product_24_s2;
  logic [15:0] product_25_s2, product_26_s2, product_27_s2, product_28_s2, product_29_s2, product_30_s2;
  logic [15:0] product_31_s2, product_32_s2;
  logic aligns_e4_m3_s1, match_s1, match_2_s1, condition_s1, match_s2, match_2_s2, condition_s2;
  logic sums_int8_s1, nan_s1, match_s2_s1, match_2_s2_s1, match_s1_2, field_s1_2, field_2_s1_2;
  logic field_3_s1_2, field_4_s1_2, field_5_s1_2, field_6_s1_2, sums_int8_s2, nan_s2, match_s2_s2;
  logic match_2_s2_s2, match_s2_2, field_s2, field_2_s2, field_3_s2, field_4_s2, field_5_s2, field_6_s2;
  logic sums_int8_s3, nan_s3, match_s2_s3, match_2_s2_s3, match_s3, field_s3, field_2_s3, field_3_s3;
  logic field_4_s3, field_5_s3, field_6_s3, sums_int8_s4, nan_s4, match_s2_s4, match_2_s2_s4, match_s4;
  logic field_s4, field_2_s4, field_3_s4, field_4_s4, field_5_s4, field_6_s4, sums_int8_s5, nan_s5;
  logic condition_s5, match_s5, field_s5, condition_2_s5, match_2_s5, condition_3_s5, sums_int8_s6, nan_s6;
  logic condition_s6, choice_s6, condition_3_s6, scales_s1, condition_s1_2, condition_2_s1, nan_s1_2;
  logic condition_3_s1, scales_s2, condition_s2_2, condition_2_s2, nan_s2_2, condition_3_s2, scales_s3;
  logic condition_s3, condition_2_s3, nan_s3_2, condition_3_s3, scales_s4, condition_s4, condition_2_s4;
  logic nan_s4_2, field_4_s4_2, field_5_s4_2, condition_3_s4, scales_s5, condition_s5_2, condition_2_s5_2;
  logic nan_s5_2, below_s5, choice_2_s5, condition_3_s5_2, scales_s6, condition_s6_2, condition_2_s6;
  logic nan_s6_2, condition_4_s6, condition_3_s6_2, adds_int8_s1, is_inf_s1, field_s1_4, subtract_s1;
  logic nan_s1_3, match_s1_3, match_2_s1_2, adds_int8_s2, is_inf_s2, field_s2_2, subtract_s2, nan_s2_3;
  logic match_s2_3, match_2_s2_2, adds_int8_s3, is_inf_s3, nan_s3_3, move16_s3, move8_s3, free4_s3;
  logic move4_s3, condition_s3_2, adds_int8_s4, is_inf_s4, nan_s4_3, choice_3_s4, condition_s4_2;
  logic signed [9:0] sum_s1, sum_2_s1, sum_3_s1, sum_4_s1, sum_5_s1, sum_6_s1, sum_7_s1, sum_8_s1, choice_s1, sum_9_s1;
  logic signed [9:0] sum_10_s1, sum_11_s1, sum_12_s1, sum_13_s1, sum_14_s1, sum_15_s1, sum_16_s1, choice_2_s1, sum_17_s1;
  logic signed [9:0] sum_18_s1, sum_19_s1, sum_20_s1, sum_21_s1, sum_22_s1, sum_23_s1, sum_24_s1, choice_3_s1, sum_25_s1;
  logic signed [9:0] sum_26_s1, sum_27_s1, sum_28_s1, sum_29_s1, sum_30_s1, sum_31_s1, sum_32_s1, choice_4_s1;
  logic signed [9:0] largest_s2, sum_s2, sum_s3, sum_s4;
  logic [7:0] field_s1, field_2_s1, field_3_s1, field_4_s1, field_5_s1, field_6_s1, field_7_s1, field_8_s1;
  logic [7:0] field_9_s1, field_10_s1, field_11_s1, field_12_s1, field_13_s1, field_14_s1, field_15_s1;
  logic [7:0] field_16_s1, field_17_s1, field_18_s1, field_19_s1, field_20_s1, field_21_s1, field_22_s1;
  logic [7:0] field_23_s1, field_24_s1, field_25_s1, field_26_s1, field_27_s1, field_28_s1, field_29_s1;
  logic [7:0] field_30_s1, field_31_s1, field_32_s1, field_33_s1, field_34_s1, field_35_s1, field_36_s1;
  logic [7:0] field_37_s1, field_38_s1, field_39_s1, field_40_s1, field_41_s1, field_42_s1, field_43_s1;
  logic [7:0] field_44_s1, field_45_s1, field_46_s1, field_47_s1, field_48_s1, field_49_s1, field_50_s1;
  logic [7:0] field_51_s1, field_52_s1, field_53_s1, field_54_s1, field_55_s1, field_56_s1, field_57_s1;
  logic [7:0] field_58_s1, field_59_s1, field_60_s1, field_61_s1, field_62_s1, field_63_s1, field_64_s1;
  logic [7:0] exponent_s1, exponent_s1_2, exponent_s2, exponent_s3;
  logic [5:0] choice_5_s2, choice_6_s2, choice_7_s2, choice_8_s2, choice_9_s2, choice_10_s2, choice_11_s2;
  logic [5:0] choice_12_s2, choice_13_s2, choice_14_s2, choice_15_s2, choice_16_s2, choice_17_s2, choice_18_s2;
  logic [5:0] choice_19_s2, choice_20_s2, choice_21_s2, choice_22_s2, choice_23_s2, choice_24_s2, choice_25_s2;
  logic [5:0] choice_26_s2, choice_27_s2, choice_28_s2, choice_29_s2, choice_30_s2, choice_31_s2, choice_32_s2;
  logic [5:0] choice_33_s2, choice_34_s2, choice_35_s2, choice_36_s2, sum_32_s1_2, shifted_2_s1, field_s1_3;
  logic [5:0] shifted_3_s1, field_2_s1_3;
  logic signed [19:0] sum_s1_2, sum_2_s1_2, sum_3_s1_2, sum_4_s1_2, sum_5_s1_2, sum_6_s1_2, sum_7_s1_2, sum_8_s1_2;
  logic signed [19:0] sum_9_s1_2, sum_10_s1_2, sum_11_s1_2, sum_12_s1_2, sum_13_s1_2, sum_14_s1_2, sum_15_s1_2;
  logic signed [19:0] sum_16_s1_2;
  logic [18:0] sum_17_s1_2, sum_18_s1_2, sum_19_s1_2, sum_20_s1_2, sum_21_s1_2, sum_22_s1_2, sum_23_s1_2;
  logic [18:0] sum_24_s1_2, sum_25_s1_2, sum_26_s1_2, sum_27_s1_2, sum_28_s1_2, sum_29_s1_2, sum_30_s1_2;
  logic [18:0] sum_31_s1_2, sum_33_s1;
  logic [9:0] difference_s1, difference_s2, difference_s3, difference_s4, difference_s5, field_8_s6, field_3_s4_2;
  logic signed [21:0] sum_34_s2, sum_35_s2, sum_36_s2, sum_37_s2;
  logic [20:0] sum_38_s2, sum_39_s2, sum_40_s2, sum_42_s2;
  logic [19:0] sum_41_s2;
  logic signed [23:0] sum_43_s3;
  logic [21:0] sum_44_s3;
  logic [22:0] sum_45_s3, shifted_2_s6, shifted_4_s4, field_6_s4_2, shifted_4_s5, field_2_s1_4, field_2_s2_2;
  logic [22:0] shifted_s4;
  logic signed [24:0] upper_s4;
  logic [17:0] field_7_s4;
  logic signed [22:0] shifted_s5, shifted_s6;
  logic [40:0] down32_s5;
  logic signed [8:0] difference_s1_2;
  logic [11:0] shifted_s1, field_3_s1_3;
  logic [23:0] sum_2_s2, sum_3_s2, sum_4_s2, sum_5_s2;
  logic [35:0] sum_6_s3, sum_7_s3;
  logic [8:0] choice_s5;
  logic [32:0] rounded_s6;
  logic signed [31:0] choice_s1_2, choice_s2, choice_s3, choice_s4;
  logic [26:0] aligned_s1, choice_2_s2;
  logic [27:0] up4_s3;

  wire shadow_signs_condition = !(loads_int8 || loads_e4_m3);
  wire [3:0] significand = {taken_feature[6:3] != 4'd0, taken_feature[2:0]};
  wire [7:0] significand_2 = {taken_feature[14:7] != 8'd0, taken_feature[6:0]};
  wire [7:0] shadow_zeros_match_choice =
        loads_int8 ? (taken_feature[7] ? 8'd0 - taken_feature[7:0] : taken_feature[7:0])
      : loads_e4_m3 ? 8'(significand) << 4
      : significand_2;
  wire shadow_zeros_match = shadow_zeros_match_choice == 8'd0;
  wire is_inf = taken_feature[14:0] == 15'd32640;
  wire is_nan = taken_feature[14:0] > 15'd32640;
  wire is_nan_2 = taken_feature[6:0] == 7'd127;
  wire [3:0] exponent = taken_feature[6:3] < 4'd1 ? 4'd1 : taken_feature[6:3];
  wire [7:0] exponent_2 = taken_feature[14:7] < 8'd1 ? 8'd1 : taken_feature[14:7];
  wire [31:0] bits_s1_bits = signs ^ active_signs;
  wire signed [9:0] sum_s1_sum =
      {{1{exponents[8]}}, exponents[8:0]} + {{1{active_exponents[8]}}, active_exponents[8:0]};
  wire signed [9:0] sum_2_s1_sum =
      {{1{exponents[17]}}, exponents[17:9]} + {{1{active_exponents[17]}}, active_exponents[17:9]};
  wire signed [9:0] sum_3_s1_sum =
      {{1{exponents[26]}}, exponents[26:18]} + {{1{active_exponents[26]}}, active_exponents[26:18]};
  wire signed [9:0] sum_4_s1_sum =
      {{1{exponents[35]}}, exponents[35:27]} + {{1{active_exponents[35]}}, active_exponents[35:27]};
  wire signed [9:0] sum_5_s1_sum =
      {{1{exponents[44]}}, exponents[44:36]} + {{1{active_exponents[44]}}, active_exponents[44:36]};
  wire signed [9:0] sum_6_s1_sum =
      {{1{exponents[53]}}, exponents[53:45]} + {{1{active_exponents[53]}}, active_exponents[53:45]};
  wire signed [9:0] sum_7_s1_sum =
      {{1{exponents[62]}}, exponents[62:54]} + {{1{active_exponents[62]}}, active_exponents[62:54]};
  wire signed [9:0] sum_8_s1_sum =
      {{1{exponents[71]}}, exponents[71:63]} + {{1{active_exponents[71]}}, active_exponents[71:63]};
  wire signed [9:0] choice_s1_choice_choice = sum_s1_sum < sum_2_s1_sum ? sum_2_s1_sum : sum_s1_sum;
  wire signed [9:0] choice_s1_choice_choice_2 = sum_3_s1_sum < sum_4_s1_sum ? sum_4_s1_sum : sum_3_s1_sum;
  wire signed [9:0] choice_s1_choice =
      choice_s1_choice_choice < choice_s1_choice_choice_2 ? choice_s1_choice_choice_2 : choice_s1_choice_choice;
  wire signed [9:0] choice_s1_choice_2_choice = sum_5_s1_sum < sum_6_s1_sum ? sum_6_s1_sum : sum_5_s1_sum;
  wire signed [9:0] choice_s1_choice_2_choice_2 = sum_7_s1_sum < sum_8_s1_sum ? sum_8_s1_sum : sum_7_s1_sum;
  wire signed [9:0] choice_s1_choice_2 =
      choice_s1_choice_2_choice < choice_s1_choice_2_choice_2 ? choice_s1_choice_2_choice_2 : choice_s1_choice_2_choice;
  wire signed [9:0] sum_9_s1_sum =
      {{1{exponents[80]}}, exponents[80:72]} + {{1{active_exponents[80]}}, active_exponents[80:72]};
  wire signed [9:0] sum_10_s1_sum =
      {{1{exponents[89]}}, exponents[89:81]} + {{1{active_exponents[89]}}, active_exponents[89:81]};
  wire signed [9:0] sum_11_s1_sum =
      {{1{exponents[98]}}, exponents[98:90]} + {{1{active_exponents[98]}}, active_exponents[98:90]};
  wire signed [9:0] sum_12_s1_sum =
      {{1{exponents[107]}}, exponents[107:99]} + {{1{active_exponents[107]}}, active_exponents[107:99]};
  wire signed [9:0] sum_13_s1_sum =
      {{1{exponents[116]}}, exponents[116:108]} + {{1{active_exponents[116]}}, active_exponents[116:108]};
  wire signed [9:0] sum_14_s1_sum =
      {{1{exponents[125]}}, exponents[125:117]} + {{1{active_exponents[125]}}, active_exponents[125:117]};
  wire signed [9:0] sum_15_s1_sum =
      {{1{exponents[134]}}, exponents[134:126]} + {{1{active_exponents[134]}}, active_exponents[134:126]};
  wire signed [9:0] sum_16_s1_sum =
      {{1{exponents[143]}}, exponents[143:135]} + {{1{active_exponents[143]}}, active_exponents[143:135]};
  wire signed [9:0] choice_2_s1_choice_choice = sum_9_s1_sum < sum_10_s1_sum ? sum_10_s1_sum : sum_9_s1_sum;
  wire signed [9:0] choice_2_s1_choice_choice_2 = sum_11_s1_sum < sum_12_s1_sum ? sum_12_s1_sum : sum_11_s1_sum;
  wire signed [9:0] choice_2_s1_choice =
      choice_2_s1_choice_choice < choice_2_s1_choice_choice_2 ? choice_2_s1_choice_choice_2 : choice_2_s1_choice_choice;
  wire signed [9:0] choice_2_s1_choice_2_choice = sum_13_s1_sum < sum_14_s1_sum ? sum_14_s1_sum : sum_13_s1_sum;
  wire signed [9:0] choice_2_s1_choice_2_choice_2 = sum_15_s1_sum < sum_16_s1_sum ? sum_16_s1_sum : sum_15_s1_sum;
  wire signed [9:0] choice_2_s1_choice_2 =
        choice_2_s1_choice_2_choice < choice_2_s1_choice_2_choice_2 ? choice_2_s1_choice_2_choice_2
      : choice_2_s1_choice_2_choice;
  wire signed [9:0] sum_17_s1_sum =
      {{1{exponents[152]}}, exponents[152:144]} + {{1{active_exponents[152]}}, active_exponents[152:144]};
  wire signed [9:0] sum_18_s1_sum =
      {{1{exponents[161]}}, exponents[161:153]} + {{1{active_exponents[161]}}, active_exponents[161:153]};
  wire signed [9:0] sum_19_s1_sum =
      {{1{exponents[170]}}, exponents[170:162]} + {{1{active_exponents[170]}}, active_exponents[170:162]};
  wire signed [9:0] sum_20_s1_sum =
      {{1{exponents[179]}}, exponents[179:171]} + {{1{active_exponents[179]}}, active_exponents[179:171]};
  wire signed [9:0] sum_21_s1_sum =
      {{1{exponents[188]}}, exponents[188:180]} + {{1{active_exponents[188]}}, active_exponents[188:180]};
  wire signed [9:0] sum_22_s1_sum =
      {{1{exponents[197]}}, exponents[197:189]} + {{1{active_exponents[197]}}, active_exponents[197:189]};
  wire signed [9:0] sum_23_s1_sum =
      {{1{exponents[206]}}, exponents[206:198]} + {{1{active_exponents[206]}}, active_exponents[206:198]};
  wire signed [9:0] sum_24_s1_sum =
      {{1{exponents[215]}}, exponents[215:207]} + {{1{active_exponents[215]}}, active_exponents[215:207]};
  wire signed [9:0] choice_3_s1_choice_choice = sum_17_s1_sum < sum_18_s1_sum ? sum_18_s1_sum : sum_17_s1_sum;
  wire signed [9:0] choice_3_s1_choice_choice_2 = sum_19_s1_sum < sum_20_s1_sum ? sum_20_s1_sum : sum_19_s1_sum;
  wire signed [9:0] choice_3_s1_choice =
      choice_3_s1_choice_choice < choice_3_s1_choice_choice_2 ? choice_3_s1_choice_choice_2 : choice_3_s1_choice_choice;
  wire signed [9:0] choice_3_s1_choice_2_choice = sum_21_s1_sum < sum_22_s1_sum ? sum_22_s1_sum : sum_21_s1_sum;
  wire signed [9:0] choice_3_s1_choice_2_choice_2 = sum_23_s1_sum < sum_24_s1_sum ? sum_24_s1_sum : sum_23_s1_sum;
  wire signed [9:0] choice_3_s1_choice_2 =
        choice_3_s1_choice_2_choice < choice_3_s1_choice_2_choice_2 ? choice_3_s1_choice_2_choice_2
      : choice_3_s1_choice_2_choice;
  wire signed [9:0] sum_25_s1_sum =
      {{1{exponents[224]}}, exponents[224:216]} + {{1{active_exponents[224]}}, active_exponents[224:216]};
  wire signed [9:0] sum_26_s1_sum =
      {{1{exponents[233]}}, exponents[233:225]} + {{1{active_exponents[233]}}, active_exponents[233:225]};
  wire signed [9:0] sum_27_s1_sum =
      {{1{exponents[242]}}, exponents[242:234]} + {{1{active_exponents[242]}}, active_exponents[242:234]};
  wire signed [9:0] sum_28_s1_sum =
      {{1{exponents[251]}}, exponents[251:243]} + {{1{active_exponents[251]}}, active_exponents[251:243]};
  wire signed [9:0] sum_29_s1_sum =
      {{1{exponents[260]}}, exponents[260:252]} + {{1{active_exponents[260]}}, active_exponents[260:252]};
  wire signed [9:0] sum_30_s1_sum =
      {{1{exponents[269]}}, exponents[269:261]} + {{1{active_exponents[269]}}, active_exponents[269:261]};
  wire signed [9:0] sum_31_s1_sum =
      {{1{exponents[278]}}, exponents[278:270]} + {{1{active_exponents[278]}}, active_exponents[278:270]};
  wire signed [9:0] sum_32_s1_sum =
      {{1{exponents[287]}}, exponents[287:279]} + {{1{active_exponents[287]}}, active_exponents[287:279]};
  wire signed [9:0] choice_4_s1_choice_choice = sum_25_s1_sum < sum_26_s1_sum ? sum_26_s1_sum : sum_25_s1_sum;
  wire signed [9:0] choice_4_s1_choice_choice_2 = sum_27_s1_sum < sum_28_s1_sum ? sum_28_s1_sum : sum_27_s1_sum;
  wire signed [9:0] choice_4_s1_choice =
      choice_4_s1_choice_choice < choice_4_s1_choice_choice_2 ? choice_4_s1_choice_choice_2 : choice_4_s1_choice_choice;
  wire signed [9:0] choice_4_s1_choice_2_choice = sum_29_s1_sum < sum_30_s1_sum ? sum_30_s1_sum : sum_29_s1_sum;
  wire signed [9:0] choice_4_s1_choice_2_choice_2 = sum_31_s1_sum < sum_32_s1_sum ? sum_32_s1_sum : sum_31_s1_sum;
  wire signed [9:0] choice_4_s1_choice_2 =
        choice_4_s1_choice_2_choice < choice_4_s1_choice_2_choice_2 ? choice_4_s1_choice_2_choice_2
      : choice_4_s1_choice_2_choice;
  wire [31:0] match_s1_match_bits = infs | active_infs;
  wire match_s1_match = (match_s1_match_bits & (bits_s1_bits ^ 32'hffffffff)) != 32'd0;
  wire match_2_s1_match = (match_s1_match_bits & bits_s1_bits) != 32'd0;
  wire signed [9:0] largest_choice = choice_s1 < choice_2_s1 ? choice_2_s1 : choice_s1;
  wire signed [9:0] largest_choice_2 = choice_3_s1 < choice_4_s1 ? choice_4_s1 : choice_3_s1;
  wire signed [9:0] largest =
      aligns_e4_m3_s1 ? 10'sd30 : largest_choice < largest_choice_2 ? largest_choice_2 : largest_choice;
  wire [9:0] choice_5_s2_field = largest - sum_s1;
  wire [9:0] choice_6_s2_field = largest - sum_2_s1;
  wire [9:0] choice_7_s2_field = largest - sum_3_s1;
  wire [9:0] choice_8_s2_field = largest - sum_4_s1;
  wire [9:0] choice_9_s2_field = largest - sum_5_s1;
  wire [9:0] choice_10_s2_field = largest - sum_6_s1;
  wire [9:0] choice_11_s2_field = largest - sum_7_s1;
  wire [9:0] choice_12_s2_field = largest - sum_8_s1;
  wire [9:0] choice_13_s2_field = largest - sum_9_s1;
  wire [9:0] choice_14_s2_field = largest - sum_10_s1;
  wire [9:0] choice_15_s2_field = largest - sum_11_s1;
  wire [9:0] choice_16_s2_field = largest - sum_12_s1;
  wire [9:0] choice_17_s2_field = largest - sum_13_s1;
  wire [9:0] choice_18_s2_field = largest - sum_14_s1;
  wire [9:0] choice_19_s2_field = largest - sum_15_s1;
  wire [9:0] choice_20_s2_field = largest - sum_16_s1;
  wire [9:0] choice_21_s2_field = largest - sum_17_s1;
  wire [9:0] choice_22_s2_field = largest - sum_18_s1;
  wire [9:0] choice_23_s2_field = largest - sum_19_s1;
  wire [9:0] choice_24_s2_field = largest - sum_20_s1;
  wire [9:0] choice_25_s2_field = largest - sum_21_s1;
  wire [9:0] choice_26_s2_field = largest - sum_22_s1;
  wire [9:0] choice_27_s2_field = largest - sum_23_s1;
  wire [9:0] choice_28_s2_field = largest - sum_24_s1;
  wire [9:0] choice_29_s2_field = largest - sum_25_s1;
  wire [9:0] choice_30_s2_field = largest - sum_26_s1;
  wire [9:0] choice_31_s2_field = largest - sum_27_s1;
  wire [9:0] choice_32_s2_field = largest - sum_28_s1;
  wire [9:0] choice_33_s2_field = largest - sum_29_s1;
  wire [9:0] choice_34_s2_field = largest - sum_30_s1;
  wire [9:0] choice_35_s2_field = largest - sum_31_s1;
  wire [9:0] choice_36_s2_field = largest - sum_32_s1;
  wire [35:0] sum_s1_2_shifted = ((36'(product_s2) << 20) >> ((choice_5_s2 >> 3) << 3)) >> choice_5_s2[2:0];
  wire signed [0:0] sum_s1_2_difference = -bits_s2[0];
  wire [35:0] sum_s1_2_shifted_2 = ((36'(product_2_s2) << 20) >> ((choice_6_s2 >> 3) << 3)) >> choice_6_s2[2:0];
  wire signed [0:0] sum_s1_2_difference_2 = -bits_s2[1];
  wire [35:0] sum_2_s1_2_shifted = ((36'(product_3_s2) << 20) >> ((choice_7_s2 >> 3) << 3)) >> choice_7_s2[2:0];
  wire signed [0:0] sum_2_s1_2_difference = -bits_s2[2];
  wire [35:0] sum_2_s1_2_shifted_2 = ((36'(product_4_s2) << 20) >> ((choice_8_s2 >> 3) << 3)) >> choice_8_s2[2:0];
  wire signed [0:0] sum_2_s1_2_difference_2 = -bits_s2[3];
  wire [35:0] sum_3_s1_2_shifted = ((36'(product_5_s2) << 20) >> ((choice_9_s2 >> 3) << 3)) >> choice_9_s2[2:0];
  wire signed [0:0] sum_3_s1_2_difference = -bits_s2[4];
  wire [35:0] sum_3_s1_2_shifted_2 = ((36'(product_6_s2) << 20) >> ((choice_10_s2 >> 3) << 3)) >> choice_10_s2[2:0];
  wire signed [0:0] sum_3_s1_2_difference_2 = -bits_s2[5];
  wire [35:0] sum_4_s1_2_shifted = ((36'(product_7_s2) << 20) >> ((choice_11_s2 >> 3) << 3)) >> choice_11_s2[2:0];
  wire signed [0:0] sum_4_s1_2_difference = -bits_s2[6];
  wire [35:0] sum_4_s1_2_shifted_2 = ((36'(product_8_s2) << 20) >> ((choice_12_s2 >> 3) << 3)) >> choice_12_s2[2:0];
  wire signed [0:0] sum_4_s1_2_difference_2 = -bits_s2[7];
  wire [35:0] sum_5_s1_2_shifted = ((36'(product_9_s2) << 20) >> ((choice_13_s2 >> 3) << 3)) >> choice_13_s2[2:0];
  wire signed [0:0] sum_5_s1_2_difference = -bits_s2[8];
  wire [35:0] sum_5_s1_2_shifted_2 = ((36'(product_10_s2) << 20) >> ((choice_14_s2 >> 3) << 3)) >> choice_14_s2[2:0];
  wire signed [0:0] sum_5_s1_2_difference_2 = -bits_s2[9];
  wire [35:0] sum_6_s1_2_shifted = ((36'(product_11_s2) << 20) >> ((choice_15_s2 >> 3) << 3)) >> choice_15_s2[2:0];
  wire signed [0:0] sum_6_s1_2_difference = -bits_s2[10];
  wire [35:0] sum_6_s1_2_shifted_2 = ((36'(product_12_s2) << 20) >> ((choice_16_s2 >> 3) << 3)) >> choice_16_s2[2:0];
  wire signed [0:0] sum_6_s1_2_difference_2 = -bits_s2[11];
  wire [35:0] sum_7_s1_2_shifted = ((36'(product_13_s2) << 20) >> ((choice_17_s2 >> 3) << 3)) >> choice_17_s2[2:0];
  wire signed [0:0] sum_7_s1_2_difference = -bits_s2[12];
  wire [35:0] sum_7_s1_2_shifted_2 = ((36'(product_14_s2) << 20) >> ((choice_18_s2 >> 3) << 3)) >> choice_18_s2[2:0];
  wire signed [0:0] sum_7_s1_2_difference_2 = -bits_s2[13];
  wire [35:0] sum_8_s1_2_shifted = ((36'(product_15_s2) << 20) >> ((choice_19_s2 >> 3) << 3)) >> choice_19_s2[2:0];
  wire signed [0:0] sum_8_s1_2_difference = -bits_s2[14];
  wire [35:0] sum_8_s1_2_shifted_2 = ((36'(product_16_s2) << 20) >> ((choice_20_s2 >> 3) << 3)) >> choice_20_s2[2:0];
  wire signed [0:0] sum_8_s1_2_difference_2 = -bits_s2[15];
  wire [35:0] sum_9_s1_2_shifted = ((36'(product_17_s2) << 20) >> ((choice_21_s2 >> 3) << 3)) >> choice_21_s2[2:0];
  wire signed [0:0] sum_9_s1_2_difference = -bits_s2[16];
  wire [35:0] sum_9_s1_2_shifted_2 = ((36'(product_18_s2) << 20) >> ((choice_22_s2 >> 3) << 3)) >> choice_22_s2[2:0];
  wire signed [0:0] sum_9_s1_2_difference_2 = -bits_s2[17];
  wire [35:0] sum_10_s1_2_shifted = ((36'(product_19_s2) << 20) >> ((choice_23_s2 >> 3) << 3)) >> choice_23_s2[2:0];
  wire signed [0:0] sum_10_s1_2_difference = -bits_s2[18];
  wire [35:0] sum_10_s1_2_shifted_2 = ((36'(product_20_s2) << 20) >> ((choice_24_s2 >> 3) << 3)) >> choice_24_s2[2:0];
  wire signed [0:0] sum_10_s1_2_difference_2 = -bits_s2[19];
  wire [35:0] sum_11_s1_2_shifted = ((36'(product_21_s2) << 20) >> ((choice_25_s2 >> 3) << 3)) >> choice_25_s2[2:0];
  wire signed [0:0] sum_11_s1_2_difference = -bits_s2[20];
  wire [35:0] sum_11_s1_2_shifted_2 = ((36'(product_22_s2) << 20) >> ((choice_26_s2 >> 3) << 3)) >> choice_26_s2[2:0];
  wire signed [0:0] sum_11_s1_2_difference_2 = -bits_s2[21];
  wire [35:0] sum_12_s1_2_shifted = ((36'(product_23_s2) << 20) >> ((choice_27_s2 >> 3) << 3)) >> choice_27_s2[2:0];
  wire signed [0:0] sum_12_s1_2_difference = -bits_s2[22];
  wire [35:0] sum_12_s1_2_shifted_2 = ((36'(product_24_s2) << 20) >> ((choice_28_s2 >> 3) << 3)) >> choice_28_s2[2:0];
  wire signed [0:0] sum_12_s1_2_difference_2 = -bits_s2[23];
  wire [35:0] sum_13_s1_2_shifted = ((36'(product_25_s2) << 20) >> ((choice_29_s2 >> 3) << 3)) >> choice_29_s2[2:0];
  wire signed [0:0] sum_13_s1_2_difference = -bits_s2[24];
  wire [35:0] sum_13_s1_2_shifted_2 = ((36'(product_26_s2) << 20) >> ((choice_30_s2 >> 3) << 3)) >> choice_30_s2[2:0];
  wire signed [0:0] sum_13_s1_2_difference_2 = -bits_s2[25];
  wire [35:0] sum_14_s1_2_shifted = ((36'(product_27_s2) << 20) >> ((choice_31_s2 >> 3) << 3)) >> choice_31_s2[2:0];
  wire signed [0:0] sum_14_s1_2_difference = -bits_s2[26];
  wire [35:0] sum_14_s1_2_shifted_2 = ((36'(product_28_s2) << 20) >> ((choice_32_s2 >> 3) << 3)) >> choice_32_s2[2:0];
  wire signed [0:0] sum_14_s1_2_difference_2 = -bits_s2[27];
  wire [35:0] sum_15_s1_2_shifted = ((36'(product_29_s2) << 20) >> ((choice_33_s2 >> 3) << 3)) >> choice_33_s2[2:0];
  wire signed [0:0] sum_15_s1_2_difference = -bits_s2[28];
  wire [35:0] sum_15_s1_2_shifted_2 = ((36'(product_30_s2) << 20) >> ((choice_34_s2 >> 3) << 3)) >> choice_34_s2[2:0];
  wire signed [0:0] sum_15_s1_2_difference_2 = -bits_s2[29];
  wire [35:0] sum_16_s1_2_shifted = ((36'(product_31_s2) << 20) >> ((choice_35_s2 >> 3) << 3)) >> choice_35_s2[2:0];
  wire signed [0:0] sum_16_s1_2_difference = -bits_s2[30];
  wire [35:0] sum_16_s1_2_shifted_2 = ((36'(product_32_s2) << 20) >> ((choice_36_s2 >> 3) << 3)) >> choice_36_s2[2:0];
  wire signed [0:0] sum_16_s1_2_difference_2 = -bits_s2[31];
  wire [17:0] kept = sums_e4_m3 ? 18'h3ffff : 18'h3fff0;
  wire signed [10:0] difference_s1_difference_sum = 11'(largest_s2) - (sums_e4_m3 ? 11'sd48 : 11'sd288) + 11'sd167;
  wire [9:0] difference_s1_difference =
      (difference_s1_difference_sum < 11'sd1 ? 10'd1 : difference_s1_difference_sum[9:0]) - 10'd1;
  wire signed [10:0] field_s1_2_choice_choice_difference = 11'sd1 - difference_s1_difference_sum;
  wire [9:0] field_s1_2_choice_choice =
      field_s1_2_choice_choice_difference < 11'sd0 ? 10'd0 : field_s1_2_choice_choice_difference[9:0];
  wire [5:0] field_s1_2_choice = field_s1_2_choice_choice < 10'd41 ? field_s1_2_choice_choice[5:0] : 6'd41;
  wire [23:0] lower = 24'(sum_44_s3) + 24'(sum_45_s3);
  wire signed [24:0] upper = upper_s4;
  wire condition_s5_condition = match_s2_s4 || match_2_s2_s4;
  wire sum_below = upper < 25'sd0;
  wire [40:0] sum = {
      sum_below ? (field_7_s4 == 18'd0 ? -upper[22:0] : 23'h7fffff - upper[22:0]) : upper[22:0],
      sum_below ? 18'd0 - field_7_s4 : field_7_s4
  };
  wire [40:0] down1 = field_6_s4 ? sum >> 1 : sum;
  wire [40:0] down2 = field_5_s4 ? down1 >> 2 : down1;
  wire [40:0] down4 = field_4_s4 ? down2 >> 4 : down2;
  wire [40:0] down8 = field_3_s4 ? down4 >> 8 : down4;
  wire [40:0] down16 = field_2_s4 ? down8 >> 16 : down8;
  wire [40:0] down32 = down32_s5;
  wire [40:0] zeros32_bits = down32 | {40'd0, condition_2_s5 || (field_s5 && match_2_s5)};
  wire zeros32 = zeros32_bits[40:9] == 32'd0;
  wire free32 = match_s5 || (difference_s5[5] && !zeros32);
  wire move32 = (match_s5 || difference_s5[5]) && zeros32;
  wire [40:0] up32 = move32 ? {zeros32_bits[8:0], 32'd0} : zeros32_bits;
  wire zeros16 = up32[40:25] == 16'd0;
  wire free16 = free32 || (difference_s5[4] && !zeros16);
  wire move16 = (free32 || difference_s5[4]) && zeros16;
  wire [40:0] up16 = move16 ? {up32[24:0], 16'd0} : up32;
  wire zeros8 = up16[40:33] == 8'd0;
  wire free8 = free16 || (difference_s5[3] && !zeros8);
  wire move8 = (free16 || difference_s5[3]) && zeros8;
  wire [40:0] up8 = move8 ? {up16[32:0], 8'd0} : up16;
  wire zeros4 = up8[40:37] == 4'd0;
  wire free4 = free8 || (difference_s5[2] && !zeros4);
  wire move4 = (free8 || difference_s5[2]) && zeros4;
  wire [40:0] up4 = move4 ? {up8[36:0], 4'd0} : up8;
  wire zeros2 = up4[40:39] == 2'd0;
  wire free2 = free4 || (difference_s5[1] && !zeros2);
  wire move2 = (free4 || difference_s5[1]) && zeros2;
  wire [40:0] up2 = move2 ? {up4[38:0], 2'd0} : up4;
  wire zeros1 = !up2[40];
  wire move1 = (free2 || difference_s5[0]) && zeros1;
  wire [40:0] up1 = move1 ? {up2[39:0], 1'b0} : up2;
  wire [39:0] normal = up1[39:0];
  wire [39:0] shifted_2_s6_shifted_field = normal;
  wire [22:0] shifted_2_s6_shifted = shifted_2_s6_shifted_field[39:17];
  wire tie = normal[16] && normal[15:0] == 16'd0;
  wire nan = nan_s6;
  wire [9:0] field = field_8_s6;
  wire [33:0] rounded = 34'({field, shifted_2_s6}) + 34'(choice_s6);
  wire infinite = condition_s6 || rounded[33:23] >= 11'd255;
  wire [31:0] dot =
        sums_int8_s6 ? $unsigned(32'(shifted_s6))
      : {condition_3_s6, nan ? 31'h7fc00000 : infinite ? 31'h7f800000 : rounded[30:0]};
  wire small_value = held_alpha[30:23] == 8'd0;
  wire [31:0] x = small_value ? held_alpha : taken_accumulator;
  wire is_inf_2 = x[30:0] == 31'h7f800000;
  wire [31:0] y = small_value ? taken_accumulator : held_alpha;
  wire is_inf_3 = y[30:0] == 31'h7f800000;
  wire condition_s1_2_condition = is_inf_2 || is_inf_3;
  wire [23:0] significand_3 = {x[30:23] != 8'd0, x[22:0]};
  wire [23:0] significand_4 = {y[30:23] != 8'd0, y[22:0]};
  wire condition_2_s1_condition = significand_3 == 24'd0 || significand_4 == 24'd0;
  wire is_nan_3 = x[30:0] > 31'h7f800000;
  wire is_nan_4 = y[30:0] > 31'h7f800000;
  wire nan_s1_2_condition = is_nan_3 || is_nan_4 || (condition_s1_2_condition && condition_2_s1_condition);
  wire [7:0] exponent_3 = x[30:23] < 8'd1 ? 8'd1 : x[30:23];
  wire zeros16_2 = significand_3[23:8] == 16'd0;
  wire move16_2 = zeros16_2;
  wire [23:0] up16_2 = move16_2 ? {significand_3[7:0], 16'd0} : significand_3;
  wire zeros8_2 = up16_2[23:16] == 8'd0;
  wire move8_2 = zeros8_2;
  wire [23:0] up8_2 = move8_2 ? {up16_2[15:0], 8'd0} : up16_2;
  wire zeros4_2 = up8_2[23:20] == 4'd0;
  wire move4_2 = zeros4_2;
  wire [23:0] up4_2 = move4_2 ? {up8_2[19:0], 4'd0} : up8_2;
  wire zeros2_2 = up4_2[23:22] == 2'd0;
  wire move2_2 = zeros2_2;
  wire [23:0] up2_2 = move2_2 ? {up4_2[21:0], 2'd0} : up4_2;
  wire zeros1_2 = !up2_2[23];
  wire move1_2 = zeros1_2;
  wire [23:0] up1_2 = move1_2 ? {up2_2[22:0], 1'b0} : up2_2;
  wire [11:0] shifted_2_s1_shifted = up1_2[23:12];
  wire [11:0] shifted_3_s1_field = up1_2[11:0];
  wire [7:0] exponent_4 = exponent_s1;
  wire [47:0] field_4_s4_2_sum = (48'(sum_6_s3) << 12) + 48'(sum_7_s3);
  wire [46:0] shifted_4_s4_choice = field_4_s4_2_sum[47] ? field_4_s4_2_sum[46:0] : field_4_s4_2_sum[46:0] << 1;
  wire [46:0] shifted_4_s4_field = shifted_4_s4_choice;
  wire signed [9:0] below_s5_below_difference = sum_s4 + -10'sd126 - $signed({9'd0, !field_4_s4_2});
  wire below_s5_below = below_s5_below_difference < 10'sd0;
  wire tie_2 = field_5_s4_2 && field_6_s4_2 == 23'd0;
  wire [32:0] rounded_2 = 33'({choice_s5, shifted_4_s5}) + 33'(choice_2_s5);
  wire nan_2 = nan_s6_2;
  wire [32:0] infinite_2_choice = condition_2_s6 ? 33'd0 : condition_4_s6 ? 33'd0 : rounded_s6;
  wire infinite_2 = condition_s6_2 || infinite_2_choice[32:23] >= 10'd255;
  wire [31:0] scaled =
        scales_s6 ? {condition_3_s6_2, nan_2 ? 31'h7fc00000 : infinite_2 ? 31'h7f800000 : infinite_2_choice[30:0]}
      : taken_accumulator_s6;
  wire signed [32:0] choice_s1_2_sum = 33'($signed(scaled_s7)) + 33'($signed(dot_s7));
  wire swap_2 = scaled_s7[30:0] < dot_s7[30:0];
  wire [31:0] large_value = swap_2 ? dot_s7 : scaled_s7;
  wire is_inf_4 = large_value[30:0] == 31'h7f800000;
  wire [31:0] small_value_2 = swap_2 ? scaled_s7 : dot_s7;
  wire subtract = large_value[31] ^ small_value_2[31];
  wire is_nan_5 = large_value[30:0] > 31'h7f800000;
  wire is_inf_5 = small_value_2[30:0] == 31'h7f800000;
  wire [7:0] exponent_5 = large_value[30:23] < 8'd1 ? 8'd1 : large_value[30:23];
  wire [7:0] exponent_6 = small_value_2[30:23] < 8'd1 ? 8'd1 : small_value_2[30:23];
  wire [7:0] distance = exponent_5 - exponent_6;
  wire [4:0] down16_2_choice = distance > 8'd31 ? 5'd31 : distance[4:0];
  wire down16_2_field = down16_2_choice[4];
  wire down8_2_field = down16_2_choice[3];
  wire down4_2_field = down16_2_choice[2];
  wire down2_2_field = down16_2_choice[1];
  wire [23:0] significand_5 = {small_value_2[30:23] != 8'd0, small_value_2[22:0]};
  wire [26:0] down1_2_shifted = 27'(significand_5) << 3;
  wire [26:0] down1_2 = down16_2_choice[0] ? down1_2_shifted >> 1 : down1_2_shifted;
  wire [26:0] down2_2 = down2_2_field ? down1_2 >> 2 : down1_2;
  wire [26:0] down4_2 = down4_2_field ? down2_2 >> 4 : down2_2;
  wire [26:0] down8_2 = down8_2_field ? down4_2 >> 8 : down4_2;
  wire [26:0] down16_2 = down16_2_field ? down8_2 >> 16 : down8_2;
  wire [26:0] aligned = aligned_s1;
  wire [23:0] significand_6 = {match_2_s2_2, field_2_s2_2};
  wire [28:0] sum_2_shifted_sum = {1'd0, {27'(significand_6) << 3, 1'b1}} + 29'({choice_2_s2, subtract_s2});
  wire [27:0] sum_2_shifted = sum_2_shifted_sum[28:1];
  wire [27:0] sum_2 = {sum_2_shifted[27] && !subtract_s2, sum_2_shifted[26:0]};
  wire zeros16_3 = sum_2[27:12] == 16'd0;
  wire move16_3 = (match_s2_3 || exponent_s2[4]) && zeros16_3;
  wire free16_2 = match_s2_3 || (exponent_s2[4] && !zeros16_3);
  wire [27:0] up16_3 = move16_3 ? {sum_2[11:0], 16'd0} : sum_2;
  wire zeros8_3 = up16_3[27:20] == 8'd0;
  wire move8_3 = (free16_2 || exponent_s2[3]) && zeros8_3;
  wire free8_2 = free16_2 || (exponent_s2[3] && !zeros8_3);
  wire [27:0] up8_3 = move8_3 ? {up16_3[19:0], 8'd0} : up16_3;
  wire zeros4_3 = up8_3[27:24] == 4'd0;
  wire move4_3 = (free8_2 || exponent_s2[2]) && zeros4_3;
  wire free4_2 = free4_s3;
  wire [27:0] up4_3 = up4_s3;
  wire zeros2_3 = up4_3[27:26] == 2'd0;
  wire free2_2 = free4_2 || (exponent_s3[1] && !zeros2_3);
  wire move2_3 = (free4_2 || exponent_s3[1]) && zeros2_3;
  wire [27:0] up2_3 = move2_3 ? {up4_3[25:0], 2'd0} : up4_3;
  wire zeros1_3 = !up2_3[27];
  wire move1_3 = (free2_2 || exponent_s3[0]) && zeros1_3;
  wire [27:0] up1_3 = move1_3 ? {up2_3[26:0], 1'b0} : up2_3;
  wire [26:0] normal_2 = up1_3[26:0];
  wire [26:0] shifted_s4_shifted_field = normal_2;
  wire [22:0] shifted_s4_shifted = shifted_s4_shifted_field[26:4];
  wire tie_3 = normal_2[3] && normal_2[2:0] == 3'd0;
  wire nan_3 = nan_s4_3;
  wire [9:0] field_2 = field_3_s4_2;
  wire [33:0] rounded_3 = 34'({field_2, shifted_s4}) + 34'(choice_3_s4);
  wire infinite_3 = is_inf_s4 || rounded_3[33:23] >= 11'd255;
  wire [31:0] total =
        adds_int8_s4 ? $unsigned(choice_s4)
      : {condition_s4_2, nan_3 ? 31'h7fc00000 : infinite_3 ? 31'h7f800000 : rounded_3[30:0]};

  always_ff @(posedge clock) begin
    taken_feature <= feature;
  end

  always_ff @(posedge clock) begin
    if (load) begin
      shadow_signs <= {shadow_signs_condition ? taken_feature[15] : taken_feature[7], shadow_signs[31:1]};
      shadow_zeros <= {shadow_zeros_match, shadow_zeros[31:1]};
      shadow_infs <= {shadow_signs_condition && is_inf, shadow_infs[31:1]};
      shadow_nans <= {(shadow_signs_condition && is_nan) || (loads_e4_m3 && is_nan_2), shadow_nans[31:1]};
      shadow_exponents <= {
            shadow_zeros_match ? 9'sh100
          : loads_int8 ? 9'sd1
          : loads_e4_m3 ? $signed(9'(exponent))
          : $signed(9'(exponent_2)),
          shadow_exponents[287:9]
      };
      shadow_significands <= {shadow_zeros_match_choice, shadow_significands[255:8]};
    end
  end

  always_ff @(posedge clock) begin
    if (swap) begin
      active_signs <= shadow_signs;
      active_zeros <= shadow_zeros;
      active_infs <= shadow_infs;
      active_nans <= shadow_nans;
      active_exponents <= shadow_exponents;
      active_significands <= shadow_significands;
    end
  end

  always_ff @(posedge clock) begin  // stage 1 of 2
    bits_s1 <= bits_s1_bits;
    aligns_e4_m3_s1 <= aligns_e4_m3;
    sum_s1 <= sum_s1_sum;
    sum_2_s1 <= sum_2_s1_sum;
    sum_3_s1 <= sum_3_s1_sum;
    sum_4_s1 <= sum_4_s1_sum;
    sum_5_s1 <= sum_5_s1_sum;
    sum_6_s1 <= sum_6_s1_sum;
    sum_7_s1 <= sum_7_s1_sum;
    sum_8_s1 <= sum_8_s1_sum;
    choice_s1 <= choice_s1_choice < choice_s1_choice_2 ? choice_s1_choice_2 : choice_s1_choice;
    sum_9_s1 <= sum_9_s1_sum;
    sum_10_s1 <= sum_10_s1_sum;
    sum_11_s1 <= sum_11_s1_sum;
    sum_12_s1 <= sum_12_s1_sum;
    sum_13_s1 <= sum_13_s1_sum;
    sum_14_s1 <= sum_14_s1_sum;
    sum_15_s1 <= sum_15_s1_sum;
    sum_16_s1 <= sum_16_s1_sum;
    choice_2_s1 <= choice_2_s1_choice < choice_2_s1_choice_2 ? choice_2_s1_choice_2 : choice_2_s1_choice;
    sum_17_s1 <= sum_17_s1_sum;
    sum_18_s1 <= sum_18_s1_sum;
    sum_19_s1 <= sum_19_s1_sum;
    sum_20_s1 <= sum_20_s1_sum;
    sum_21_s1 <= sum_21_s1_sum;
    sum_22_s1 <= sum_22_s1_sum;
    sum_23_s1 <= sum_23_s1_sum;
    sum_24_s1 <= sum_24_s1_sum;
    choice_3_s1 <= choice_3_s1_choice < choice_3_s1_choice_2 ? choice_3_s1_choice_2 : choice_3_s1_choice;
    sum_25_s1 <= sum_25_s1_sum;
    sum_26_s1 <= sum_26_s1_sum;
    sum_27_s1 <= sum_27_s1_sum;
    sum_28_s1 <= sum_28_s1_sum;
    sum_29_s1 <= sum_29_s1_sum;
    sum_30_s1 <= sum_30_s1_sum;
    sum_31_s1 <= sum_31_s1_sum;
    sum_32_s1 <= sum_32_s1_sum;
    choice_4_s1 <= choice_4_s1_choice < choice_4_s1_choice_2 ? choice_4_s1_choice_2 : choice_4_s1_choice;
    match_s1 <= match_s1_match;
    match_2_s1 <= match_2_s1_match;
    condition_s1 <=
          (nans | active_nans | (infs & active_zeros) | (active_infs & zeros)) != 32'd0
        || (match_s1_match && match_2_s1_match);
    field_s1 <= significands[7:0];
    field_2_s1 <= active_significands[7:0];
    field_3_s1 <= significands[15:8];
    field_4_s1 <= active_significands[15:8];
    field_5_s1 <= significands[23:16];
    field_6_s1 <= active_significands[23:16];
    field_7_s1 <= significands[31:24];
    field_8_s1 <= active_significands[31:24];
    field_9_s1 <= significands[39:32];
    field_10_s1 <= active_significands[39:32];
    field_11_s1 <= significands[47:40];
    field_12_s1 <= active_significands[47:40];
    field_13_s1 <= significands[55:48];
    field_14_s1 <= active_significands[55:48];
    field_15_s1 <= significands[63:56];
    field_16_s1 <= active_significands[63:56];
    field_17_s1 <= significands[71:64];
    field_18_s1 <= active_significands[71:64];
    field_19_s1 <= significands[79:72];
    field_20_s1 <= active_significands[79:72];
    field_21_s1 <= significands[87:80];
    field_22_s1 <= active_significands[87:80];
    field_23_s1 <= significands[95:88];
    field_24_s1 <= active_significands[95:88];
    field_25_s1 <= significands[103:96];
    field_26_s1 <= active_significands[103:96];
    field_27_s1 <= significands[111:104];
    field_28_s1 <= active_significands[111:104];
    field_29_s1 <= significands[119:112];
    field_30_s1 <= active_significands[119:112];
    field_31_s1 <= significands[127:120];
    field_32_s1 <= active_significands[127:120];
    field_33_s1 <= significands[135:128];
    field_34_s1 <= active_significands[135:128];
    field_35_s1 <= significands[143:136];
    field_36_s1 <= active_significands[143:136];
    field_37_s1 <= significands[151:144];
    field_38_s1 <= active_significands[151:144];
    field_39_s1 <= significands[159:152];
    field_40_s1 <= active_significands[159:152];
    field_41_s1 <= significands[167:160];
    field_42_s1 <= active_significands[167:160];
    field_43_s1 <= significands[175:168];
    field_44_s1 <= active_significands[175:168];
    field_45_s1 <= significands[183:176];
    field_46_s1 <= active_significands[183:176];
    field_47_s1 <= significands[191:184];
    field_48_s1 <= active_significands[191:184];
    field_49_s1 <= significands[199:192];
    field_50_s1 <= active_significands[199:192];
    field_51_s1 <= significands[207:200];
    field_52_s1 <= active_significands[207:200];
    field_53_s1 <= significands[215:208];
    field_54_s1 <= active_significands[215:208];
    field_55_s1 <= significands[223:216];
    field_56_s1 <= active_significands[223:216];
    field_57_s1 <= significands[231:224];
    field_58_s1 <= active_significands[231:224];
    field_59_s1 <= significands[239:232];
    field_60_s1 <= active_significands[239:232];
    field_61_s1 <= significands[247:240];
    field_62_s1 <= active_significands[247:240];
    field_63_s1 <= significands[255:248];
    field_64_s1 <= active_significands[255:248];
  end

  always_ff @(posedge clock) begin  // stage 2 of 2
    bits_s2 <= bits_s1;
    largest_s2 <= largest;
    match_s2 <= match_s1;
    match_2_s2 <= match_2_s1;
    condition_s2 <= condition_s1;
    product_s2 <= 16'(field_s1) * 16'(field_2_s1);
    product_2_s2 <= 16'(field_3_s1) * 16'(field_4_s1);
    product_3_s2 <= 16'(field_5_s1) * 16'(field_6_s1);
    product_4_s2 <= 16'(field_7_s1) * 16'(field_8_s1);
    product_5_s2 <= 16'(field_9_s1) * 16'(field_10_s1);
    product_6_s2 <= 16'(field_11_s1) * 16'(field_12_s1);
    product_7_s2 <= 16'(field_13_s1) * 16'(field_14_s1);
    product_8_s2 <= 16'(field_15_s1) * 16'(field_16_s1);
    product_9_s2 <= 16'(field_17_s1) * 16'(field_18_s1);
    product_10_s2 <= 16'(field_19_s1) * 16'(field_20_s1);
    product_11_s2 <= 16'(field_21_s1) * 16'(field_22_s1);
    product_12_s2 <= 16'(field_23_s1) * 16'(field_24_s1);
    product_13_s2 <= 16'(field_25_s1) * 16'(field_26_s1);
    product_14_s2 <= 16'(field_27_s1) * 16'(field_28_s1);
    product_15_s2 <= 16'(field_29_s1) * 16'(field_30_s1);
    product_16_s2 <= 16'(field_31_s1) * 16'(field_32_s1);
    product_17_s2 <= 16'(field_33_s1) * 16'(field_34_s1);
    product_18_s2 <= 16'(field_35_s1) * 16'(field_36_s1);
    product_19_s2 <= 16'(field_37_s1) * 16'(field_38_s1);
    product_20_s2 <= 16'(field_39_s1) * 16'(field_40_s1);
    product_21_s2 <= 16'(field_41_s1) * 16'(field_42_s1);
    product_22_s2 <= 16'(field_43_s1) * 16'(field_44_s1);
    product_23_s2 <= 16'(field_45_s1) * 16'(field_46_s1);
    product_24_s2 <= 16'(field_47_s1) * 16'(field_48_s1);
    product_25_s2 <= 16'(field_49_s1) * 16'(field_50_s1);
    product_26_s2 <= 16'(field_51_s1) * 16'(field_52_s1);
    product_27_s2 <= 16'(field_53_s1) * 16'(field_54_s1);
    product_28_s2 <= 16'(field_55_s1) * 16'(field_56_s1);
    product_29_s2 <= 16'(field_57_s1) * 16'(field_58_s1);
    product_30_s2 <= 16'(field_59_s1) * 16'(field_60_s1);
    product_31_s2 <= 16'(field_61_s1) * 16'(field_62_s1);
    product_32_s2 <= 16'(field_63_s1) * 16'(field_64_s1);
    choice_5_s2 <= choice_5_s2_field < 10'd63 ? choice_5_s2_field[5:0] : 6'd63;
    choice_6_s2 <= choice_6_s2_field < 10'd63 ? choice_6_s2_field[5:0] : 6'd63;
    choice_7_s2 <= choice_7_s2_field < 10'd63 ? choice_7_s2_field[5:0] : 6'd63;
    choice_8_s2 <= choice_8_s2_field < 10'd63 ? choice_8_s2_field[5:0] : 6'd63;
    choice_9_s2 <= choice_9_s2_field < 10'd63 ? choice_9_s2_field[5:0] : 6'd63;
    choice_10_s2 <= choice_10_s2_field < 10'd63 ? choice_10_s2_field[5:0] : 6'd63;
    choice_11_s2 <= choice_11_s2_field < 10'd63 ? choice_11_s2_field[5:0] : 6'd63;
    choice_12_s2 <= choice_12_s2_field < 10'd63 ? choice_12_s2_field[5:0] : 6'd63;
    choice_13_s2 <= choice_13_s2_field < 10'd63 ? choice_13_s2_field[5:0] : 6'd63;
    choice_14_s2 <= choice_14_s2_field < 10'd63 ? choice_14_s2_field[5:0] : 6'd63;
    choice_15_s2 <= choice_15_s2_field < 10'd63 ? choice_15_s2_field[5:0] : 6'd63;
    choice_16_s2 <= choice_16_s2_field < 10'd63 ? choice_16_s2_field[5:0] : 6'd63;
    choice_17_s2 <= choice_17_s2_field < 10'd63 ? choice_17_s2_field[5:0] : 6'd63;
    choice_18_s2 <= choice_18_s2_field < 10'd63 ? choice_18_s2_field[5:0] : 6'd63;
    choice_19_s2 <= choice_19_s2_field < 10'd63 ? choice_19_s2_field[5:0] : 6'd63;
    choice_20_s2 <= choice_20_s2_field < 10'd63 ? choice_20_s2_field[5:0] : 6'd63;
    choice_21_s2 <= choice_21_s2_field < 10'd63 ? choice_21_s2_field[5:0] : 6'd63;
    choice_22_s2 <= choice_22_s2_field < 10'd63 ? choice_22_s2_field[5:0] : 6'd63;
    choice_23_s2 <= choice_23_s2_field < 10'd63 ? choice_23_s2_field[5:0] : 6'd63;
    choice_24_s2 <= choice_24_s2_field < 10'd63 ? choice_24_s2_field[5:0] : 6'd63;
    choice_25_s2 <= choice_25_s2_field < 10'd63 ? choice_25_s2_field[5:0] : 6'd63;
    choice_26_s2 <= choice_26_s2_field < 10'd63 ? choice_26_s2_field[5:0] : 6'd63;
    choice_27_s2 <= choice_27_s2_field < 10'd63 ? choice_27_s2_field[5:0] : 6'd63;
    choice_28_s2 <= choice_28_s2_field < 10'd63 ? choice_28_s2_field[5:0] : 6'd63;
    choice_29_s2 <= choice_29_s2_field < 10'd63 ? choice_29_s2_field[5:0] : 6'd63;
    choice_30_s2 <= choice_30_s2_field < 10'd63 ? choice_30_s2_field[5:0] : 6'd63;
    choice_31_s2 <= choice_31_s2_field < 10'd63 ? choice_31_s2_field[5:0] : 6'd63;
    choice_32_s2 <= choice_32_s2_field < 10'd63 ? choice_32_s2_field[5:0] : 6'd63;
    choice_33_s2 <= choice_33_s2_field < 10'd63 ? choice_33_s2_field[5:0] : 6'd63;
    choice_34_s2 <= choice_34_s2_field < 10'd63 ? choice_34_s2_field[5:0] : 6'd63;
    choice_35_s2 <= choice_35_s2_field < 10'd63 ? choice_35_s2_field[5:0] : 6'd63;
    choice_36_s2 <= choice_36_s2_field < 10'd63 ? choice_36_s2_field[5:0] : 6'd63;
  end

  always_ff @(posedge clock) begin  // stage 1 of 7
    sums_int8_s1 <= sums_int8;
    sum_s1_2 <=
          ($signed(20'(sum_s1_2_shifted[35:18])) ^ 20'(sum_s1_2_difference))
        + ($signed(20'(sum_s1_2_shifted_2[35:18])) ^ 20'(sum_s1_2_difference_2));
    sum_2_s1_2 <=
          ($signed(20'(sum_2_s1_2_shifted[35:18])) ^ 20'(sum_2_s1_2_difference))
        + ($signed(20'(sum_2_s1_2_shifted_2[35:18])) ^ 20'(sum_2_s1_2_difference_2));
    sum_3_s1_2 <=
          ($signed(20'(sum_3_s1_2_shifted[35:18])) ^ 20'(sum_3_s1_2_difference))
        + ($signed(20'(sum_3_s1_2_shifted_2[35:18])) ^ 20'(sum_3_s1_2_difference_2));
    sum_4_s1_2 <=
          ($signed(20'(sum_4_s1_2_shifted[35:18])) ^ 20'(sum_4_s1_2_difference))
        + ($signed(20'(sum_4_s1_2_shifted_2[35:18])) ^ 20'(sum_4_s1_2_difference_2));
    sum_5_s1_2 <=
          ($signed(20'(sum_5_s1_2_shifted[35:18])) ^ 20'(sum_5_s1_2_difference))
        + ($signed(20'(sum_5_s1_2_shifted_2[35:18])) ^ 20'(sum_5_s1_2_difference_2));
    sum_6_s1_2 <=
          ($signed(20'(sum_6_s1_2_shifted[35:18])) ^ 20'(sum_6_s1_2_difference))
        + ($signed(20'(sum_6_s1_2_shifted_2[35:18])) ^ 20'(sum_6_s1_2_difference_2));
    sum_7_s1_2 <=
          ($signed(20'(sum_7_s1_2_shifted[35:18])) ^ 20'(sum_7_s1_2_difference))
        + ($signed(20'(sum_7_s1_2_shifted_2[35:18])) ^ 20'(sum_7_s1_2_difference_2));
    sum_8_s1_2 <=
          ($signed(20'(sum_8_s1_2_shifted[35:18])) ^ 20'(sum_8_s1_2_difference))
        + ($signed(20'(sum_8_s1_2_shifted_2[35:18])) ^ 20'(sum_8_s1_2_difference_2));
    sum_9_s1_2 <=
          ($signed(20'(sum_9_s1_2_shifted[35:18])) ^ 20'(sum_9_s1_2_difference))
        + ($signed(20'(sum_9_s1_2_shifted_2[35:18])) ^ 20'(sum_9_s1_2_difference_2));
    sum_10_s1_2 <=
          ($signed(20'(sum_10_s1_2_shifted[35:18])) ^ 20'(sum_10_s1_2_difference))
        + ($signed(20'(sum_10_s1_2_shifted_2[35:18])) ^ 20'(sum_10_s1_2_difference_2));
    sum_11_s1_2 <=
          ($signed(20'(sum_11_s1_2_shifted[35:18])) ^ 20'(sum_11_s1_2_difference))
        + ($signed(20'(sum_11_s1_2_shifted_2[35:18])) ^ 20'(sum_11_s1_2_difference_2));
    sum_12_s1_2 <=
          ($signed(20'(sum_12_s1_2_shifted[35:18])) ^ 20'(sum_12_s1_2_difference))
        + ($signed(20'(sum_12_s1_2_shifted_2[35:18])) ^ 20'(sum_12_s1_2_difference_2));
    sum_13_s1_2 <=
          ($signed(20'(sum_13_s1_2_shifted[35:18])) ^ 20'(sum_13_s1_2_difference))
        + ($signed(20'(sum_13_s1_2_shifted_2[35:18])) ^ 20'(sum_13_s1_2_difference_2));
    sum_14_s1_2 <=
          ($signed(20'(sum_14_s1_2_shifted[35:18])) ^ 20'(sum_14_s1_2_difference))
        + ($signed(20'(sum_14_s1_2_shifted_2[35:18])) ^ 20'(sum_14_s1_2_difference_2));
    sum_15_s1_2 <=
          ($signed(20'(sum_15_s1_2_shifted[35:18])) ^ 20'(sum_15_s1_2_difference))
        + ($signed(20'(sum_15_s1_2_shifted_2[35:18])) ^ 20'(sum_15_s1_2_difference_2));
    sum_16_s1_2 <=
          ($signed(20'(sum_16_s1_2_shifted[35:18])) ^ 20'(sum_16_s1_2_difference))
        + ($signed(20'(sum_16_s1_2_shifted_2[35:18])) ^ 20'(sum_16_s1_2_difference_2));
    sum_17_s1_2 <=
          ((sum_2_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_2_s1_2_difference)) & 19'h3ffff))
        + ((sum_2_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_2_s1_2_difference_2)) & 19'h3ffff));
    sum_18_s1_2 <=
          ((sum_3_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_3_s1_2_difference)) & 19'h3ffff))
        + ((sum_3_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_3_s1_2_difference_2)) & 19'h3ffff));
    sum_19_s1_2 <=
          ((sum_4_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_4_s1_2_difference)) & 19'h3ffff))
        + ((sum_4_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_4_s1_2_difference_2)) & 19'h3ffff));
    sum_20_s1_2 <=
          ((sum_5_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_5_s1_2_difference)) & 19'h3ffff))
        + ((sum_5_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_5_s1_2_difference_2)) & 19'h3ffff));
    sum_21_s1_2 <=
          ((sum_6_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_6_s1_2_difference)) & 19'h3ffff))
        + ((sum_6_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_6_s1_2_difference_2)) & 19'h3ffff));
    sum_22_s1_2 <=
          ((sum_7_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_7_s1_2_difference)) & 19'h3ffff))
        + ((sum_7_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_7_s1_2_difference_2)) & 19'h3ffff));
    sum_23_s1_2 <=
          ((sum_8_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_8_s1_2_difference)) & 19'h3ffff))
        + ((sum_8_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_8_s1_2_difference_2)) & 19'h3ffff));
    sum_24_s1_2 <=
          ((sum_9_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_9_s1_2_difference)) & 19'h3ffff))
        + ((sum_9_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_9_s1_2_difference_2)) & 19'h3ffff));
    sum_25_s1_2 <=
          ((sum_10_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_10_s1_2_difference)) & 19'h3ffff))
        + ((sum_10_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_10_s1_2_difference_2)) & 19'h3ffff));
    sum_26_s1_2 <=
          ((sum_11_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_11_s1_2_difference)) & 19'h3ffff))
        + ((sum_11_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_11_s1_2_difference_2)) & 19'h3ffff));
    sum_27_s1_2 <=
          ((sum_12_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_12_s1_2_difference)) & 19'h3ffff))
        + ((sum_12_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_12_s1_2_difference_2)) & 19'h3ffff));
    sum_28_s1_2 <=
          ((sum_13_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_13_s1_2_difference)) & 19'h3ffff))
        + ((sum_13_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_13_s1_2_difference_2)) & 19'h3ffff));
    sum_29_s1_2 <=
          ((sum_14_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_14_s1_2_difference)) & 19'h3ffff))
        + ((sum_14_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_14_s1_2_difference_2)) & 19'h3ffff));
    sum_30_s1_2 <=
          ((sum_15_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_15_s1_2_difference)) & 19'h3ffff))
        + ((sum_15_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_15_s1_2_difference_2)) & 19'h3ffff));
    sum_31_s1_2 <=
          ((sum_16_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_16_s1_2_difference)) & 19'h3ffff))
        + ((sum_16_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_16_s1_2_difference_2)) & 19'h3ffff));
    sum_32_s1_2 <=
          6'(bits_s2[0])
        + 6'(bits_s2[1])
        + (6'(bits_s2[2]) + 6'(bits_s2[3]))
        + (6'(bits_s2[4]) + 6'(bits_s2[5]) + (6'(bits_s2[6]) + 6'(bits_s2[7])))
        + (
              6'(bits_s2[8])
            + 6'(bits_s2[9])
            + (6'(bits_s2[10]) + 6'(bits_s2[11]))
            + (6'(bits_s2[12]) + 6'(bits_s2[13]) + (6'(bits_s2[14]) + 6'(bits_s2[15])))
          )
        + (
              6'(bits_s2[16])
            + 6'(bits_s2[17])
            + (6'(bits_s2[18]) + 6'(bits_s2[19]))
            + (6'(bits_s2[20]) + 6'(bits_s2[21]) + (6'(bits_s2[22]) + 6'(bits_s2[23])))
            + (
                  6'(bits_s2[24])
                + 6'(bits_s2[25])
                + (6'(bits_s2[26]) + 6'(bits_s2[27]))
                + (6'(bits_s2[28]) + 6'(bits_s2[29]) + (6'(bits_s2[30]) + 6'(bits_s2[31])))
              )
          );
    sum_33_s1 <=
          ((sum_s1_2_shifted[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_s1_2_difference)) & 19'h3ffff))
        + ((sum_s1_2_shifted_2[18:0] & 19'(kept)) ^ ($unsigned(19'(sum_s1_2_difference_2)) & 19'h3ffff));
    nan_s1 <= condition_s2;
    match_s2_s1 <= match_s2;
    match_2_s2_s1 <= match_2_s2;
    difference_s1 <= difference_s1_difference;
    match_s1_2 <= difference_s1_difference[9:6] != 4'd0;
    field_s1_2 <= field_s1_2_choice[5];
    field_2_s1_2 <= field_s1_2_choice[4];
    field_3_s1_2 <= field_s1_2_choice[3];
    field_4_s1_2 <= field_s1_2_choice[2];
    field_5_s1_2 <= field_s1_2_choice[1];
    field_6_s1_2 <= field_s1_2_choice[0];
  end

  always_ff @(posedge clock) begin  // stage 2 of 7
    sums_int8_s2 <= sums_int8_s1;
    sum_34_s2 <= 22'(sum_s1_2) + 22'(sum_2_s1_2) + (22'(sum_3_s1_2) + 22'(sum_4_s1_2));
    sum_35_s2 <= 22'(sum_5_s1_2) + 22'(sum_6_s1_2) + (22'(sum_7_s1_2) + 22'(sum_8_s1_2));
    sum_36_s2 <= 22'(sum_9_s1_2) + 22'(sum_10_s1_2) + (22'(sum_11_s1_2) + 22'(sum_12_s1_2));
    sum_37_s2 <= 22'(sum_13_s1_2) + 22'(sum_14_s1_2) + (22'(sum_15_s1_2) + 22'(sum_16_s1_2));
    sum_38_s2 <= 21'(sum_17_s1_2) + 21'(sum_18_s1_2) + (21'(sum_19_s1_2) + 21'(sum_20_s1_2));
    sum_39_s2 <= 21'(sum_21_s1_2) + 21'(sum_22_s1_2) + (21'(sum_23_s1_2) + 21'(sum_24_s1_2));
    sum_40_s2 <= 21'(sum_25_s1_2) + 21'(sum_26_s1_2) + (21'(sum_27_s1_2) + 21'(sum_28_s1_2));
    sum_41_s2 <= 20'(sum_29_s1_2) + 20'(sum_30_s1_2);
    sum_42_s2 <= 21'(sum_31_s1_2) + (21'(sum_32_s1_2) + 21'(sum_33_s1));
    nan_s2 <= nan_s1;
    match_s2_s2 <= match_s2_s1;
    match_2_s2_s2 <= match_2_s2_s1;
    difference_s2 <= difference_s1;
    match_s2_2 <= match_s1_2;
    field_s2 <= field_s1_2;
    field_2_s2 <= field_2_s1_2;
    field_3_s2 <= field_3_s1_2;
    field_4_s2 <= field_4_s1_2;
    field_5_s2 <= field_5_s1_2;
    field_6_s2 <= field_6_s1_2;
  end

  always_ff @(posedge clock) begin  // stage 3 of 7
    sums_int8_s3 <= sums_int8_s2;
    sum_43_s3 <= 24'(sum_34_s2) + 24'(sum_35_s2) + (24'(sum_36_s2) + 24'(sum_37_s2));
    sum_44_s3 <= 22'(sum_38_s2) + 22'(sum_39_s2);
    sum_45_s3 <= 23'(sum_40_s2) + (23'(sum_41_s2) + 23'(sum_42_s2));
    nan_s3 <= nan_s2;
    match_s2_s3 <= match_s2_s2;
    match_2_s2_s3 <= match_2_s2_s2;
    difference_s3 <= difference_s2;
    match_s3 <= match_s2_2;
    field_s3 <= field_s2;
    field_2_s3 <= field_2_s2;
    field_3_s3 <= field_3_s2;
    field_4_s3 <= field_4_s2;
    field_5_s3 <= field_5_s2;
    field_6_s3 <= field_6_s2;
  end

  always_ff @(posedge clock) begin  // stage 4 of 7
    sums_int8_s4 <= sums_int8_s3;
    upper_s4 <= 25'(sum_43_s3) + $signed(25'(lower) >> 18);
    nan_s4 <= nan_s3;
    match_s2_s4 <= match_s2_s3;
    match_2_s2_s4 <= match_2_s2_s3;
    difference_s4 <= difference_s3;
    match_s4 <= match_s3;
    field_s4 <= field_s3;
    field_2_s4 <= field_2_s3;
    field_3_s4 <= field_3_s3;
    field_4_s4 <= field_4_s3;
    field_5_s4 <= field_5_s3;
    field_6_s4 <= field_6_s3;
    field_7_s4 <= lower[17:0];
  end

  always_ff @(posedge clock) begin  // stage 5 of 7
    sums_int8_s5 <= sums_int8_s4;
    shifted_s5 <= upper[24:2];
    nan_s5 <= nan_s4;
    condition_s5 <= condition_s5_condition;
    difference_s5 <= difference_s4;
    match_s5 <= match_s4;
    field_s5 <= field_s4;
    down32_s5 <= field_s4 ? down16 >> 32 : down16;
    condition_2_s5 <=
          (field_6_s4 && sum[0])
        || (field_5_s4 && down1[1:0] != 2'd0)
        || (field_4_s4 && down2[3:0] != 4'd0)
        || (field_3_s4 && down4[7:0] != 8'd0)
        || (field_2_s4 && down8[15:0] != 16'd0);
    match_2_s5 <= down16[31:0] != 32'd0;
    condition_3_s5 <= (condition_s5_condition ? match_2_s2_s4 : sum_below) && !nan_s4;
  end

  always_ff @(posedge clock) begin  // stage 6 of 7
    sums_int8_s6 <= sums_int8_s5;
    shifted_s6 <= shifted_s5;
    nan_s6 <= nan_s5;
    condition_s6 <= condition_s5;
    shifted_2_s6 <= shifted_2_s6_shifted;
    field_8_s6 <= up1[40] ? difference_s5 + 10'd1 - 10'({1'b0, move32, move16, move8, move4, move2, move1}) : 10'd0;
    choice_s6 <= tie ? shifted_2_s6_shifted[0] : normal[16];
    condition_3_s6 <= condition_3_s5;
  end

  always_ff @(posedge clock) begin  // stage 7 of 7
    dot_s7 <= dot;
  end

  always_ff @(posedge clock) begin
    taken_accumulator <= fresh ? 32'd0 : accumulator;
    held_alpha <= new_alpha ? alpha : held_alpha;
  end

  always_ff @(posedge clock) begin  // stage 1 of 7
    scales_s1 <= scales;
    taken_accumulator_s1 <= taken_accumulator;
    condition_s1_2 <= condition_s1_2_condition;
    condition_2_s1 <= condition_2_s1_condition;
    nan_s1_2 <= nan_s1_2_condition;
    difference_s1_2 <= 9'(exponent_3) - 9'({1'b0, move16_2, move8_2, move4_2, move2_2, move1_2});
    exponent_s1 <= y[30:23] < 8'd1 ? 8'd1 : y[30:23];
    shifted_s1 <= significand_4[23:12];
    shifted_2_s1 <= shifted_2_s1_shifted[11:6];
    field_s1_3 <= shifted_2_s1_shifted[5:0];
    shifted_3_s1 <= shifted_3_s1_field[11:6];
    field_2_s1_3 <= shifted_3_s1_field[5:0];
    field_3_s1_3 <= significand_4[11:0];
    condition_3_s1 <= (x[31] ^ y[31]) && !nan_s1_2_condition;
  end

  always_ff @(posedge clock) begin  // stage 2 of 7
    scales_s2 <= scales_s1;
    taken_accumulator_s2 <= taken_accumulator_s1;
    condition_s2_2 <= condition_s1_2;
    condition_2_s2 <= condition_2_s1;
    nan_s2_2 <= nan_s1_2;
    sum_s2 <= 10'(difference_s1_2) + $signed(10'(exponent_4));
    sum_2_s2 <= (24'(shifted_s1) * 24'(shifted_2_s1) << 6) + 24'(shifted_s1) * 24'(field_s1_3);
    sum_3_s2 <= (24'(shifted_s1) * 24'(shifted_3_s1) << 6) + 24'(shifted_s1) * 24'(field_2_s1_3);
    sum_4_s2 <= (24'(field_3_s1_3) * 24'(shifted_2_s1) << 6) + 24'(field_3_s1_3) * 24'(field_s1_3);
    sum_5_s2 <= (24'(field_3_s1_3) * 24'(shifted_3_s1) << 6) + 24'(field_3_s1_3) * 24'(field_2_s1_3);
    condition_3_s2 <= condition_3_s1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 7
    scales_s3 <= scales_s2;
    taken_accumulator_s3 <= taken_accumulator_s2;
    condition_s3 <= condition_s2_2;
    condition_2_s3 <= condition_2_s2;
    nan_s3_2 <= nan_s2_2;
    sum_s3 <= sum_s2;
    sum_6_s3 <= (36'(sum_2_s2) << 12) + 36'(sum_3_s2);
    sum_7_s3 <= (36'(sum_4_s2) << 12) + 36'(sum_5_s2);
    condition_3_s3 <= condition_3_s2;
  end

  always_ff @(posedge clock) begin  // stage 4 of 7
    scales_s4 <= scales_s3;
    taken_accumulator_s4 <= taken_accumulator_s3;
    condition_s4 <= condition_s3;
    condition_2_s4 <= condition_2_s3;
    nan_s4_2 <= nan_s3_2;
    sum_s4 <= sum_s3;
    field_4_s4_2 <= field_4_s4_2_sum[47];
    shifted_4_s4 <= shifted_4_s4_field[46:24];
    field_5_s4_2 <= shifted_4_s4_choice[23];
    field_6_s4_2 <= shifted_4_s4_choice[22:0];
    condition_3_s4 <= condition_3_s3;
  end

  always_ff @(posedge clock) begin  // stage 5 of 7
    scales_s5 <= scales_s4;
    taken_accumulator_s5 <= taken_accumulator_s4;
    condition_s5_2 <= condition_s4;
    condition_2_s5_2 <= condition_2_s4;
    nan_s5_2 <= nan_s4_2;
    below_s5 <= below_s5_below;
    shifted_4_s5 <= shifted_4_s4;
    choice_s5 <= below_s5_below ? 9'd0 : below_s5_below_difference[8:0];
    choice_2_s5 <= tie_2 ? shifted_4_s4[0] : field_5_s4_2;
    condition_3_s5_2 <= condition_3_s4;
  end

  always_ff @(posedge clock) begin  // stage 6 of 7
    scales_s6 <= scales_s5;
    taken_accumulator_s6 <= taken_accumulator_s5;
    condition_s6_2 <= condition_s5_2;
    condition_2_s6 <= condition_2_s5_2;
    nan_s6_2 <= nan_s5_2;
    rounded_s6 <= rounded_2;
    condition_4_s6 <= below_s5 || rounded_2 < 33'h800000;
    condition_3_s6_2 <= condition_3_s5_2;
  end

  always_ff @(posedge clock) begin  // stage 7 of 7
    scaled_s7 <= scaled;
  end

  always_ff @(posedge clock) begin  // stage 1 of 5
    adds_int8_s1 <= adds_int8;
    choice_s1_2 <=
          choice_s1_2_sum[32] != choice_s1_2_sum[31] ? (choice_s1_2_sum[32] ? 32'h80000000 : 32'h7fffffff)
        : choice_s1_2_sum[31:0];
    is_inf_s1 <= is_inf_4;
    field_s1_4 <= large_value[31];
    subtract_s1 <= subtract;
    nan_s1_3 <= is_nan_5 || (is_inf_4 && is_inf_5 && subtract);
    exponent_s1_2 <= exponent_5;
    match_s1_3 <= exponent_5[7:5] != 3'd0;
    field_2_s1_4 <= large_value[22:0];
    match_2_s1_2 <= large_value[30:23] != 8'd0;
    aligned_s1 <=
          down16_2
        | {
            26'd0,
              (down2_2_field && down1_2[1:0] != 2'd0)
            || (down4_2_field && down2_2[3:0] != 4'd0)
            || (down8_2_field && down4_2[7:0] != 8'd0)
            || (down16_2_field && down8_2[15:0] != 16'd0)
          };
  end

  always_ff @(posedge clock) begin  // stage 2 of 5
    adds_int8_s2 <= adds_int8_s1;
    choice_s2 <= choice_s1_2;
    is_inf_s2 <= is_inf_s1;
    field_s2_2 <= field_s1_4;
    subtract_s2 <= subtract_s1;
    nan_s2_3 <= nan_s1_3;
    exponent_s2 <= exponent_s1_2;
    match_s2_3 <= match_s1_3;
    field_2_s2_2 <= field_2_s1_4;
    match_2_s2_2 <= match_2_s1_2;
    choice_2_s2 <= subtract_s1 ? 27'h7ffffff - aligned : aligned;
  end

  always_ff @(posedge clock) begin  // stage 3 of 5
    adds_int8_s3 <= adds_int8_s2;
    choice_s3 <= choice_s2;
    is_inf_s3 <= is_inf_s2;
    nan_s3_3 <= nan_s2_3;
    exponent_s3 <= exponent_s2;
    move16_s3 <= move16_3;
    move8_s3 <= move8_3;
    free4_s3 <= free8_2 || (exponent_s2[2] && !zeros4_3);
    move4_s3 <= move4_3;
    up4_s3 <= move4_3 ? {up8_3[23:0], 4'd0} : up8_3;
    condition_s3_2 <= field_s2_2 && (sum_2 != 28'd0 || !subtract_s2) && !nan_s2_3;
  end

  always_ff @(posedge clock) begin  // stage 4 of 5
    adds_int8_s4 <= adds_int8_s3;
    choice_s4 <= choice_s3;
    is_inf_s4 <= is_inf_s3;
    nan_s4_3 <= nan_s3_3;
    shifted_s4 <= shifted_s4_shifted;
    field_3_s4_2 <=
        up1_3[27] ? 10'(exponent_s3) + 10'd1 - 10'({1'b0, move16_s3, move8_s3, move4_s3, move2_3, move1_3}) : 10'd0;
    choice_3_s4 <= tie_3 ? shifted_s4_shifted[0] : normal_2[3];
    condition_s4_2 <= condition_s3_2;
  end

  always_ff @(posedge clock) begin  // stage 5 of 5
    total_s5 <= total;
  end

  assign result = total_s5;

  wire unused_1 = &{1'b0, shifted_2_s6_shifted_field[16:0]};  // nothing reads these bits
  wire unused_2 = &{1'b0, shifted_4_s4_field[23:0]};  // nothing reads these bits
  wire unused_3 = &{1'b0, sum_2_shifted_sum[0]};  // nothing reads these bits
  wire unused_4 = &{1'b0, shifted_s4_shifted_field[3:0]};  // nothing reads these bits
endmodule
