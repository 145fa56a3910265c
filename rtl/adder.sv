// a + b.
// From Hw.Txu/Vector/Adder.cs (Adder). Generated: edit the C#, then `make gen`.
module adder (
  input  logic        clock,
  input  logic [31:0] a,
  input  logic [31:0] b,
  output logic [31:0] y
);
  logic is_inf_s1, field_s1, subtract_s1, nan_s1, match_s1, match_2_s1, is_inf_s2, field_s2, subtract_s2;
  logic nan_s2, match_s2, match_2_s2, is_inf_s3, nan_s3, move16_s3, move8_s3, move4_s3, move2_s3, move1_s3;
  logic field_3_s3, field_4_s3, match_3_s3, condition_s3;
  logic [7:0] exponent_s1, exponent_s2;
  logic [22:0] field_2_s1, field_2_s2, shifted_s3;
  logic [26:0] aligned_s1, choice_s2;
  logic [8:0] sum_s3;
  logic [31:0] word_s4;

  wire swap = a[30:0] < b[30:0];
  wire [31:0] large_value = swap ? b : a;
  wire is_inf = large_value[30:0] == 31'h7f800000;
  wire [31:0] small_value = swap ? a : b;
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
  wire [26:0] aligned = aligned_s1;
  wire [23:0] significand_2 = {match_2_s2, field_2_s2};
  wire [28:0] sum_shifted_sum = {1'd0, {27'(significand_2) << 3, 1'b1}} + 29'({choice_s2, subtract_s2});
  wire [27:0] sum_shifted = sum_shifted_sum[28:1];
  wire [27:0] sum = {sum_shifted[27] && !subtract_s2, sum_shifted[26:0]};
  wire zeros16 = sum[27:12] == 16'd0;
  wire move16 = (match_s2 || exponent_s2[4]) && zeros16;
  wire free16 = match_s2 || (exponent_s2[4] && !zeros16);
  wire [27:0] up16 = move16 ? {sum[11:0], 16'd0} : sum;
  wire zeros8 = up16[27:20] == 8'd0;
  wire move8 = (free16 || exponent_s2[3]) && zeros8;
  wire free8 = free16 || (exponent_s2[3] && !zeros8);
  wire [27:0] up8 = move8 ? {up16[19:0], 8'd0} : up16;
  wire zeros4 = up8[27:24] == 4'd0;
  wire move4 = (free8 || exponent_s2[2]) && zeros4;
  wire free4 = free8 || (exponent_s2[2] && !zeros4);
  wire [27:0] up4 = move4 ? {up8[23:0], 4'd0} : up8;
  wire zeros2 = up4[27:26] == 2'd0;
  wire move2 = (free4 || exponent_s2[1]) && zeros2;
  wire free2 = free4 || (exponent_s2[1] && !zeros2);
  wire [27:0] up2 = move2 ? {up4[25:0], 2'd0} : up4;
  wire zeros1 = !up2[27];
  wire move1 = (free2 || exponent_s2[0]) && zeros1;
  wire [27:0] up1 = move1 ? {up2[26:0], 1'b0} : up2;
  wire [26:0] normal = up1[26:0];
  wire [26:0] shifted_s3_field = normal;
  wire nan = nan_s3;
  wire [9:0] field = field_3_s3 ? 10'(sum_s3) - 10'({1'b0, move16_s3, move8_s3, move4_s3, move2_s3, move1_s3}) : 10'd0;
  wire tie = field_4_s3 && match_3_s3;
  wire [33:0] rounded = 34'({field, shifted_s3}) + (tie ? 34'(shifted_s3[0]) : 34'(field_4_s3));
  wire infinite = is_inf_s3 || rounded[33:23] >= 11'd255;

  always_ff @(posedge clock) begin  // stage 1 of 4
    is_inf_s1 <= is_inf;
    field_s1 <= large_value[31];
    subtract_s1 <= subtract;
    nan_s1 <= is_nan || (is_inf && is_inf_2 && subtract);
    exponent_s1 <= exponent;
    match_s1 <= exponent[7:5] != 3'd0;
    field_2_s1 <= large_value[22:0];
    match_2_s1 <= large_value[30:23] != 8'd0;
    aligned_s1 <=
          down16
        | {
            26'd0,
              (down2_field && down1[1:0] != 2'd0)
            || (down4_field && down2[3:0] != 4'd0)
            || (down8_field && down4[7:0] != 8'd0)
            || (down16_field && down8[15:0] != 16'd0)
          };
  end

  always_ff @(posedge clock) begin  // stage 2 of 4
    is_inf_s2 <= is_inf_s1;
    field_s2 <= field_s1;
    subtract_s2 <= subtract_s1;
    nan_s2 <= nan_s1;
    exponent_s2 <= exponent_s1;
    match_s2 <= match_s1;
    field_2_s2 <= field_2_s1;
    match_2_s2 <= match_2_s1;
    choice_s2 <= subtract_s1 ? 27'h7ffffff - aligned : aligned;
  end

  always_ff @(posedge clock) begin  // stage 3 of 4
    is_inf_s3 <= is_inf_s2;
    nan_s3 <= nan_s2;
    move16_s3 <= move16;
    move8_s3 <= move8;
    move4_s3 <= move4;
    move2_s3 <= move2;
    move1_s3 <= move1;
    shifted_s3 <= shifted_s3_field[26:4];
    field_3_s3 <= up1[27];
    sum_s3 <= 9'(exponent_s2) + 9'd1;
    field_4_s3 <= normal[3];
    match_3_s3 <= normal[2:0] == 3'd0;
    condition_s3 <= field_s2 && (sum != 28'd0 || !subtract_s2) && !nan_s2;
  end

  always_ff @(posedge clock) begin  // stage 4 of 4
    word_s4 <= {condition_s3, nan ? 31'h7fc00000 : infinite ? 31'h7f800000 : rounded[30:0]};
  end

  assign y = word_s4;

  wire unused_1 = &{1'b0, sum_shifted_sum[0]};  // nothing reads these bits
  wire unused_2 = &{1'b0, shifted_s3_field[3:0]};  // nothing reads these bits
endmodule
