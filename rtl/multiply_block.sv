// The first multiplication: a row times the instruction's scale, itself, or one of three rows held as they passed; or
// the row as it is.
// From Hw.Txu/Vector/MultiplyBlock.cs (MultiplyBlock). Generated: edit the C#, then `make gen`.
module multiply_block (
  input  logic        clock,
  input  logic [5:0]  control,
  input  logic [31:0] scale,   // FP32
  input  logic [31:0] x,
  output logic [31:0] y
);
  logic [31:0] held0, held1, held2, row_s1, row_s2, row_s3, row_s4, choice_2_s5;
  logic match_s1, condition_s1, condition_2_s1, nan_s1, condition_3_s1, match_s2, condition_s2;
  logic condition_2_s2, nan_s2, condition_3_s2, match_s3, condition_s3, condition_2_s3, nan_s3, below_s3;
  logic choice_s3, condition_3_s3, match_s4, nan_s4, infinite_s4, condition_3_s4;
  logic signed [8:0] difference_s1;
  logic [7:0] exponent_s1;
  logic [11:0] shifted_s1, shifted_2_s1, field_s1, field_2_s1;
  logic signed [9:0] sum_s2;
  logic [35:0] sum_2_s2, sum_3_s2;
  logic [22:0] shifted_3_s3;
  logic [8:0] value_s3;
  logic [30:0] field_3_s4;

  wire [31:0] row = control[3] ? held0 : x;
  wire small_value = row[30:23] == 8'd0;
  wire [31:0] factor =
        control[2:0] == 3'd1 ? scale
      : control[2:0] == 3'd2 ? x
      : control[2:0] == 3'd3 ? held0
      : control[2:0] == 3'd4 ? held1
      : held2;
  wire [31:0] x_2 = small_value ? row : factor;
  wire is_inf = x_2[30:0] == 31'h7f800000;
  wire [31:0] y_2 = small_value ? factor : row;
  wire is_inf_2 = y_2[30:0] == 31'h7f800000;
  wire condition_s1_condition = is_inf || is_inf_2;
  wire [23:0] significand = {x_2[30:23] != 8'd0, x_2[22:0]};
  wire [23:0] significand_2 = {y_2[30:23] != 8'd0, y_2[22:0]};
  wire condition_2_s1_condition = significand == 24'd0 || significand_2 == 24'd0;
  wire is_nan = x_2[30:0] > 31'h7f800000;
  wire is_nan_2 = y_2[30:0] > 31'h7f800000;
  wire nan_s1_condition = is_nan || is_nan_2 || (condition_s1_condition && condition_2_s1_condition);
  wire [7:0] exponent = x_2[30:23] < 8'd1 ? 8'd1 : x_2[30:23];
  wire zeros16 = significand[23:8] == 16'd0;
  wire move16 = zeros16;
  wire [23:0] up16 = move16 ? {significand[7:0], 16'd0} : significand;
  wire zeros8 = up16[23:16] == 8'd0;
  wire move8 = zeros8;
  wire [23:0] up8 = move8 ? {up16[15:0], 8'd0} : up16;
  wire zeros4 = up8[23:20] == 4'd0;
  wire move4 = zeros4;
  wire [23:0] up4 = move4 ? {up8[19:0], 4'd0} : up8;
  wire zeros2 = up4[23:22] == 2'd0;
  wire move2 = zeros2;
  wire [23:0] up2 = move2 ? {up4[21:0], 2'd0} : up4;
  wire zeros1 = !up2[23];
  wire move1 = zeros1;
  wire [23:0] up1 = move1 ? {up2[22:0], 1'b0} : up2;
  wire [7:0] exponent_2 = exponent_s1;
  wire [47:0] below_s3_difference_sum = (48'(sum_2_s2) << 12) + 48'(sum_3_s2);
  wire signed [9:0] below_s3_difference = sum_s2 + -10'sd126 - $signed({9'd0, !below_s3_difference_sum[47]});
  wire [46:0] shifted_3_s3_shifted_choice =
      below_s3_difference_sum[47] ? below_s3_difference_sum[46:0] : below_s3_difference_sum[46:0] << 1;
  wire [46:0] shifted_3_s3_shifted_field = shifted_3_s3_shifted_choice;
  wire [22:0] shifted_3_s3_shifted = shifted_3_s3_shifted_field[46:24];
  wire tie_field = shifted_3_s3_shifted_choice[23];
  wire tie = tie_field && shifted_3_s3_shifted_choice[22:0] == 23'd0;
  wire [32:0] rounded = 33'({below_s3 ? 9'd0 : value_s3, shifted_3_s3}) + 33'(choice_s3);
  wire [32:0] infinite_s4_choice = condition_2_s3 ? 33'd0 : below_s3 || rounded < 33'h800000 ? 33'd0 : rounded;
  wire nan = nan_s4;
  wire infinite = infinite_s4;

  always_ff @(posedge clock) begin
    if (control[5:4] == 2'd1) held0 <= x;
  end

  always_ff @(posedge clock) begin
    if (control[5:4] == 2'd2) held1 <= x;
  end

  always_ff @(posedge clock) begin
    if (control[5:4] == 2'd3) held2 <= x;
  end

  always_ff @(posedge clock) begin  // stage 1 of 5
    match_s1 <= control[2:0] == 3'd0;
    row_s1 <= row;
    condition_s1 <= condition_s1_condition;
    condition_2_s1 <= condition_2_s1_condition;
    nan_s1 <= nan_s1_condition;
    difference_s1 <= 9'(exponent) - 9'({1'b0, move16, move8, move4, move2, move1});
    exponent_s1 <= y_2[30:23] < 8'd1 ? 8'd1 : y_2[30:23];
    shifted_s1 <= significand_2[23:12];
    shifted_2_s1 <= up1[23:12];
    field_s1 <= up1[11:0];
    field_2_s1 <= significand_2[11:0];
    condition_3_s1 <= (x_2[31] ^ y_2[31]) && !nan_s1_condition;
  end

  always_ff @(posedge clock) begin  // stage 2 of 5
    match_s2 <= match_s1;
    row_s2 <= row_s1;
    condition_s2 <= condition_s1;
    condition_2_s2 <= condition_2_s1;
    nan_s2 <= nan_s1;
    sum_s2 <= 10'(difference_s1) + $signed(10'(exponent_2));
    sum_2_s2 <= (36'(shifted_s1) * 36'(shifted_2_s1) << 12) + 36'(shifted_s1) * 36'(field_s1);
    sum_3_s2 <= (36'(field_2_s1) * 36'(shifted_2_s1) << 12) + 36'(field_2_s1) * 36'(field_s1);
    condition_3_s2 <= condition_3_s1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 5
    match_s3 <= match_s2;
    row_s3 <= row_s2;
    condition_s3 <= condition_s2;
    condition_2_s3 <= condition_2_s2;
    nan_s3 <= nan_s2;
    below_s3 <= below_s3_difference < 10'sd0;
    shifted_3_s3 <= shifted_3_s3_shifted;
    value_s3 <= below_s3_difference[8:0];
    choice_s3 <= tie ? shifted_3_s3_shifted[0] : tie_field;
    condition_3_s3 <= condition_3_s2;
  end

  always_ff @(posedge clock) begin  // stage 4 of 5
    match_s4 <= match_s3;
    row_s4 <= row_s3;
    nan_s4 <= nan_s3;
    infinite_s4 <= condition_s3 || infinite_s4_choice[32:23] >= 10'd255;
    field_3_s4 <= infinite_s4_choice[30:0];
    condition_3_s4 <= condition_3_s3;
  end

  always_ff @(posedge clock) begin  // stage 5 of 5
    choice_2_s5 <= match_s4 ? row_s4 : {condition_3_s4, nan ? 31'h7fc00000 : infinite ? 31'h7f800000 : field_3_s4};
  end

  assign y = choice_2_s5;

  wire unused = &{1'b0, shifted_3_s3_shifted_field[23:0]};  // nothing reads these bits
endmodule
