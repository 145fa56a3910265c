// Adds to a row the bias or one of two rows held as they passed, or takes the larger or the smaller; or the row as it
// is. It goes on to a function, or past them.
// From Hw.Txu/Vector/AddBlock.cs (AddBlock). Generated: edit the C#, then `make gen`.
module add_block (
  input  logic              clock,
  input  logic [7:0]        control,
  input  logic [31:0]       bias,            // FP32
  input  logic [31:0]       x,
  input  logic signed [7:0] narrow,          // the row requantized
  input  logic              unseen,
  output logic [31:0]       y,
  output logic [31:0]       argument,
  output logic              argument_unseen
);
  logic [31:0] held0, held1, choice_s1, choice_s2, choice_s3, choice_3_s4, choice_4_s4;
  logic field_s1, match_s1, is_inf_s1, field_2_s1, subtract_s1, nan_s1, match_2_s1, match_3_s1, unseen_s1;
  logic field_s2, match_s2, is_inf_s2, field_2_s2, subtract_s2, nan_s2, match_2_s2, field_5_s2, unseen_s2;
  logic field_s3, match_s3, is_inf_s3, nan_s3, choice_2_s3, condition_s3, unseen_s3, condition_2_s4;
  logic [7:0] exponent_s1, exponent_s2;
  logic [22:0] field_3_s1, shifted_s3;
  logic [26:0] aligned_s1, field_4_s2;
  logic [9:0] field_6_s3;

  wire [31:0] other = control[3:2] == 2'd0 ? held0 : control[3:2] == 2'd1 ? held1 : bias;
  wire swap = x[30:0] < other[30:0];
  wire [31:0] large_value = swap ? other : x;
  wire is_inf = large_value[30:0] == 31'h7f800000;
  wire [31:0] small_value = swap ? x : other;
  wire subtract = large_value[31] ^ small_value[31];
  wire is_nan = large_value[30:0] > 31'h7f800000;
  wire is_inf_2 = small_value[30:0] == 31'h7f800000;
  wire [7:0] exponent = large_value[30:23] < 8'd1 ? 8'd1 : large_value[30:23];
  wire [7:0] exponent_2 = small_value[30:23] < 8'd1 ? 8'd1 : small_value[30:23];
  wire [7:0] distance = exponent - exponent_2;
  wire [4:0] down16_choice = distance > 8'd31 ? 5'd31 : distance[4:0];
  wire down16_field = down16_choice[4];
  wire down8_field = down16_choice[3];
  wire down4_field = down16_choice[2];
  wire down2_field = down16_choice[1];
  wire [23:0] significand = {small_value[30:23] != 8'd0, small_value[22:0]};
  wire [26:0] down1_shifted = 27'(significand) << 3;
  wire [26:0] down1 = down16_choice[0] ? down1_shifted >> 1 : down1_shifted;
  wire [26:0] down2 = down2_field ? down1 >> 2 : down1;
  wire [26:0] down4 = down4_field ? down2 >> 4 : down2;
  wire [26:0] down8 = down8_field ? down4 >> 8 : down4;
  wire [26:0] down16 = down16_field ? down8 >> 16 : down8;
  wire choice_s1_condition = x[30:0] > 31'h7f800000 || other[30:0] > 31'h7f800000;
  wire signed [31:0] choice_s1_choice = x[31] ? 32'hffffffff - 32'(x[30:0]) : 32'(x[30:0]);
  wire signed [31:0] choice_s1_choice_2 = other[31] ? 32'hffffffff - 32'(other[30:0]) : 32'(other[30:0]);
  wire [31:0] row = control[6] ? {x[31:8], narrow} : x;
  wire [23:0] significand_2 = {match_3_s1, field_3_s1};
  wire [26:0] aligned = aligned_s1;
  wire [28:0] field_4_s2_shifted_sum =
      {1'd0, {27'(significand_2) << 3, 1'b1}} + 29'({subtract_s1 ? 27'h7ffffff - aligned : aligned, subtract_s1});
  wire [27:0] field_4_s2_shifted = field_4_s2_shifted_sum[28:1];
  wire [27:0] sum = {field_5_s2 && !subtract_s2, field_4_s2};
  wire zeros16 = sum[27:12] == 16'd0;
  wire free16 = match_2_s2 || (exponent_s2[4] && !zeros16);
  wire move16 = (match_2_s2 || exponent_s2[4]) && zeros16;
  wire [27:0] up16 = move16 ? {sum[11:0], 16'd0} : sum;
  wire zeros8 = up16[27:20] == 8'd0;
  wire free8 = free16 || (exponent_s2[3] && !zeros8);
  wire move8 = (free16 || exponent_s2[3]) && zeros8;
  wire [27:0] up8 = move8 ? {up16[19:0], 8'd0} : up16;
  wire zeros4 = up8[27:24] == 4'd0;
  wire free4 = free8 || (exponent_s2[2] && !zeros4);
  wire move4 = (free8 || exponent_s2[2]) && zeros4;
  wire [27:0] up4 = move4 ? {up8[23:0], 4'd0} : up8;
  wire zeros2 = up4[27:26] == 2'd0;
  wire free2 = free4 || (exponent_s2[1] && !zeros2);
  wire move2 = (free4 || exponent_s2[1]) && zeros2;
  wire [27:0] up2 = move2 ? {up4[25:0], 2'd0} : up4;
  wire zeros1 = !up2[27];
  wire move1 = (free2 || exponent_s2[0]) && zeros1;
  wire [27:0] up1 = move1 ? {up2[26:0], 1'b0} : up2;
  wire [26:0] normal = up1[26:0];
  wire [26:0] shifted_s3_shifted_field = normal;
  wire [22:0] shifted_s3_shifted = shifted_s3_shifted_field[26:4];
  wire tie = normal[3] && normal[2:0] == 3'd0;
  wire nan = nan_s3;
  wire [9:0] field = field_6_s3;
  wire [33:0] rounded = 34'({field, shifted_s3}) + 34'(choice_2_s3);
  wire infinite = is_inf_s3 || rounded[33:23] >= 11'd255;
  wire [31:0] result =
      match_s3 ? {condition_s3, nan ? 31'h7fc00000 : infinite ? 31'h7f800000 : rounded[30:0]} : choice_s3;

  always_ff @(posedge clock) begin
    if (control[5:4] == 2'd1) held0 <= x;
  end

  always_ff @(posedge clock) begin
    if (control[5:4] == 2'd2) held1 <= x;
  end

  always_ff @(posedge clock) begin  // stage 1 of 4
    field_s1 <= control[7];
    match_s1 <= control[1:0] == 2'd1;
    is_inf_s1 <= is_inf;
    field_2_s1 <= large_value[31];
    subtract_s1 <= subtract;
    nan_s1 <= is_nan || (is_inf && is_inf_2 && subtract);
    exponent_s1 <= exponent;
    match_2_s1 <= exponent[7:5] != 3'd0;
    field_3_s1 <= large_value[22:0];
    match_3_s1 <= large_value[30:23] != 8'd0;
    aligned_s1 <=
          down16
        | {
            26'd0,
              (down2_field && down1[1:0] != 2'd0)
            || (down4_field && down2[3:0] != 4'd0)
            || (down8_field && down4[7:0] != 8'd0)
            || (down16_field && down8[15:0] != 16'd0)
          };
    choice_s1 <=
            control[1:0] == 2'd2
          ? (choice_s1_condition ? 32'h7fc00000 : choice_s1_choice < choice_s1_choice_2 ? other : x)
        : control[1:0] == 2'd3
          ? (choice_s1_condition ? 32'h7fc00000 : choice_s1_choice_2 < choice_s1_choice ? other : x)
        : row;
    unseen_s1 <= unseen;
  end

  always_ff @(posedge clock) begin  // stage 2 of 4
    field_s2 <= field_s1;
    match_s2 <= match_s1;
    is_inf_s2 <= is_inf_s1;
    field_2_s2 <= field_2_s1;
    subtract_s2 <= subtract_s1;
    nan_s2 <= nan_s1;
    exponent_s2 <= exponent_s1;
    match_2_s2 <= match_2_s1;
    field_4_s2 <= field_4_s2_shifted[26:0];
    field_5_s2 <= field_4_s2_shifted[27];
    choice_s2 <= choice_s1;
    unseen_s2 <= unseen_s1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 4
    field_s3 <= field_s2;
    match_s3 <= match_s2;
    is_inf_s3 <= is_inf_s2;
    nan_s3 <= nan_s2;
    shifted_s3 <= shifted_s3_shifted;
    field_6_s3 <= up1[27] ? 10'(exponent_s2) + 10'd1 - 10'({1'b0, move16, move8, move4, move2, move1}) : 10'd0;
    choice_2_s3 <= tie ? shifted_s3_shifted[0] : normal[3];
    condition_s3 <= field_2_s2 && (sum != 28'd0 || !subtract_s2) && !nan_s2;
    choice_s3 <= choice_s2;
    unseen_s3 <= unseen_s2;
  end

  always_ff @(posedge clock) begin  // stage 4 of 4
    choice_3_s4 <= field_s3 ? 32'd0 : result;
    choice_4_s4 <= field_s3 ? result : 32'd0;
    condition_2_s4 <= field_s3 && unseen_s3;
  end

  assign y = choice_3_s4;
  assign argument = choice_4_s4;
  assign argument_unseen = condition_2_s4;

  wire unused_1 = &{1'b0, field_4_s2_shifted_sum[0]};  // nothing reads these bits
  wire unused_2 = &{1'b0, shifted_s3_shifted_field[3:0]};  // nothing reads these bits
endmodule
