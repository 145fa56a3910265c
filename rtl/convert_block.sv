// A row rounded to the format it is stored in, and the FP32 that its pattern stands for.
// From Hw.Txu/Vector/ConvertBlock.cs (ConvertBlock). Generated: edit the C#, then `make gen`.
module convert_block (
  input  logic        clock,
  input  logic [1:0]  format,  // as SmxType; 0: the pattern as it is
  input  logic [31:0] x,
  output logic [31:0] pattern,
  output logic [31:0] value
);
  logic match_s1, is_nan_s1, is_inf_s1, choice_s1, match_2_s1, move16_s1, free8_s1, move8_s1, condition_s1;
  logic move4_s1, match_s2, match_2_s2, is_nan_2_s2, move16_2_s2, move8_2_s2, move4_2_s2, move2_s2;
  logic [31:0] x_s1, x_s2, stored_s3, meant_s3;
  logic [6:0] shifted_s1;
  logic [9:0] field_s1;
  logic [7:0] difference_s1, choice_3_s2, difference_2_s2;
  logic [23:0] up8_s1;
  logic [15:0] choice_2_s2;
  logic [25:0] up2_s2;

  wire [7:0] exponent = x[30:23] < 8'd1 ? 8'd1 : x[30:23];
  wire [7:0] free16_match_difference = exponent - 8'd1;
  wire free16_match = free16_match_difference[7:5] != 3'd0;
  wire signed [8:0] down1_difference = 9'd1 - 9'(exponent);
  wire [23:0] significand = {x[30:23] != 8'd0, x[22:0]};
  wire [22:0] down1_shifted = significand[23:1];
  wire [23:0] down1 = (down1_difference < 9'sd0 ? 1'b0 : down1_difference[0]) ? 24'(down1_shifted) : significand;
  wire [23:0] down2 = down1;
  wire [23:0] down4 = down2;
  wire [23:0] down8 = down4;
  wire [23:0] down16 = down8;
  wire zeros16 = down16[23:8] == 16'd0;
  wire free16 = free16_match || (free16_match_difference[4] && !zeros16);
  wire move16 = (free16_match || free16_match_difference[4]) && zeros16;
  wire [23:0] up16 = move16 ? {down16[7:0], 16'd0} : down16;
  wire zeros8 = up16[23:16] == 8'd0;
  wire free8 = free16 || (free16_match_difference[3] && !zeros8);
  wire move8 = (free16 || free16_match_difference[3]) && zeros8;
  wire [23:0] up8 = move8 ? {up16[15:0], 8'd0} : up16;
  wire zeros4 = up8[23:20] == 4'd0;
  wire free4 = free8 || (free16_match_difference[2] && !zeros4);
  wire move4 = (free8 || free16_match_difference[2]) && zeros4;
  wire [23:0] up4 = move4 ? {up8[19:0], 4'd0} : up8;
  wire zeros2 = up4[23:22] == 2'd0;
  wire free2 = free4 || (free16_match_difference[1] && !zeros2);
  wire move2 = (free4 || free16_match_difference[1]) && zeros2;
  wire [23:0] up2 = move2 ? {up4[21:0], 2'd0} : up4;
  wire zeros1 = !up2[23];
  wire move1 = (free2 || free16_match_difference[0]) && zeros1;
  wire [23:0] up1 = move1 ? {up2[22:0], 1'b0} : up2;
  wire [22:0] normal = up1[22:0];
  wire [22:0] shifted_s1_shifted_field = normal;
  wire [6:0] shifted_s1_shifted = shifted_s1_shifted_field[22:16];
  wire tie = normal[15] && normal[14:0] == 15'd0;
  wire signed [8:0] difference_s1_difference_sum = 9'(exponent) + 9'd392;
  wire [7:0] difference_s1_difference =
      (difference_s1_difference_sum < 9'sd1 ? 8'd1 : difference_s1_difference_sum[7:0]) - 8'd1;
  wire move16_2_match = difference_s1_difference[7:5] != 3'd0;
  wire signed [8:0] down16_2_choice_choice_difference = 9'sd1 - difference_s1_difference_sum;
  wire [6:0] down16_2_choice_choice =
      down16_2_choice_choice_difference < 9'sd0 ? 7'd0 : down16_2_choice_choice_difference[6:0];
  wire [4:0] down16_2_choice = down16_2_choice_choice < 7'd24 ? down16_2_choice_choice[4:0] : 5'd24;
  wire down16_2_field = down16_2_choice[4];
  wire down8_2_field = down16_2_choice[3];
  wire down4_2_field = down16_2_choice[2];
  wire down2_2_field = down16_2_choice[1];
  wire down1_2_field = down16_2_choice[0];
  wire [23:0] down1_2 = down1_2_field ? 24'(down1_shifted) : significand;
  wire [23:0] down2_2 = down2_2_field ? down1_2 >> 2 : down1_2;
  wire [23:0] down4_2 = down4_2_field ? down2_2 >> 4 : down2_2;
  wire [23:0] down8_2 = down8_2_field ? down4_2 >> 8 : down4_2;
  wire [23:0] down16_2 = down16_2_field ? down8_2 >> 16 : down8_2;
  wire [23:0] zeros16_2_bits =
        down16_2
      | {
          23'd0,
            (down1_2_field && significand[0])
          || (down2_2_field && down1_2[1:0] != 2'd0)
          || (down4_2_field && down2_2[3:0] != 4'd0)
          || (down8_2_field && down4_2[7:0] != 8'd0)
          || (down16_2_field && down8_2[15:0] != 16'd0)
        };
  wire zeros16_2 = zeros16_2_bits[23:8] == 16'd0;
  wire move16_2 = (move16_2_match || difference_s1_difference[4]) && zeros16_2;
  wire free16_2 = move16_2_match || (difference_s1_difference[4] && !zeros16_2);
  wire [23:0] up16_2 = move16_2 ? {zeros16_2_bits[7:0], 16'd0} : zeros16_2_bits;
  wire zeros8_2 = up16_2[23:16] == 8'd0;
  wire free8_2 = free16_2 || (difference_s1_difference[3] && !zeros8_2);
  wire move8_2 = (free16_2 || difference_s1_difference[3]) && zeros8_2;
  wire [23:0] up8_2 = move8_2 ? {up16_2[15:0], 8'd0} : up16_2;
  wire zeros4_2 = up8_2[23:20] == 4'd0;
  wire is_nan = is_nan_s1;
  wire is_inf = is_inf_s1;
  wire [9:0] field = field_s1;
  wire [17:0] rounded = 18'({field, shifted_s1}) + 18'(choice_s1);
  wire free4_2 = free8_s1 || condition_s1;
  wire move4_2 = move4_s1;
  wire [23:0] up4_2 = move4_2 ? {up8_s1[19:0], 4'd0} : up8_s1;
  wire zeros2_2 = up4_2[23:22] == 2'd0;
  wire free2_2 = free4_2 || (difference_s1[1] && !zeros2_2);
  wire move2_2 = (free4_2 || difference_s1[1]) && zeros2_2;
  wire [23:0] up2_2 = move2_2 ? {up4_2[21:0], 2'd0} : up4_2;
  wire zeros1_2 = !up2_2[23];
  wire move1_2 = (free2_2 || difference_s1[0]) && zeros1_2;
  wire [23:0] up1_2 = move1_2 ? {up2_2[22:0], 1'b0} : up2_2;
  wire [22:0] normal_2 = up1_2[22:0];
  wire [22:0] rounded_2_shifted_field = normal_2;
  wire [2:0] rounded_2_shifted = rounded_2_shifted_field[22:20];
  wire [9:0] field_2 =
      up1_2[23] ? 10'(difference_s1) + 10'd1 - 10'({1'b0, move16_s1, move8_s1, move4_2, move2_2, move1_2}) : 10'd0;
  wire tie_2 = normal_2[19] && normal_2[18:0] == 19'd0;
  wire [13:0] rounded_2 = 14'({field_2, rounded_2_shifted}) + (tie_2 ? 14'(rounded_2_shifted[0]) : 14'(normal_2[19]));
  wire [7:0] choice_3_s2_choice =
      is_nan ? 8'd127 : is_inf ? {x_s1[31], 7'd126} : {x_s1[31], rounded_2 < 14'd126 ? rounded_2[6:0] : 7'd126};
  wire [3:0] significand_2_field = choice_3_s2_choice[6:3];
  wire [3:0] significand_2 = {significand_2_field != 4'd0, choice_3_s2_choice[2:0]};
  wire [25:0] down1_3 = 26'(significand_2) << 22;
  wire [25:0] down2_3 = down1_3;
  wire [25:0] down4_3 = down2_3;
  wire [25:0] down8_3 = down4_3;
  wire [25:0] down16_3 = down8_3;
  wire zeros16_3 = down16_3[25:10] == 16'd0;
  wire move16_3 = zeros16_3;
  wire [25:0] up16_3 = move16_3 ? {down16_3[9:0], 16'd0} : down16_3;
  wire zeros8_3 = up16_3[25:18] == 8'd0;
  wire move8_3 = zeros8_3;
  wire [25:0] up8_3 = move8_3 ? {up16_3[17:0], 8'd0} : up16_3;
  wire zeros4_3 = up8_3[25:22] == 4'd0;
  wire move4_3 = zeros4_3;
  wire [25:0] up4_3 = move4_3 ? {up8_3[21:0], 4'd0} : up8_3;
  wire zeros2_3 = up4_3[25:24] == 2'd0;
  wire move2_3 = zeros2_3;
  wire [3:0] exponent_2 = significand_2_field < 4'd1 ? 4'd1 : significand_2_field;
  wire [31:0] stored = match_s2 ? 32'(choice_2_s2) : match_2_s2 ? 32'(choice_3_s2) : x_s2;
  wire is_nan_2 = is_nan_2_s2;
  wire [25:0] up2_3 = up2_s2;
  wire zeros1_3 = !up2_3[25];
  wire move1_3 = zeros1_3;
  wire [25:0] up1_3 = move1_3 ? {up2_3[24:0], 1'b0} : up2_3;
  wire [24:0] normal_3 = up1_3[24:0];
  wire [24:0] rounded_3_shifted_field = normal_3;
  wire [22:0] rounded_3_shifted = rounded_3_shifted_field[24:2];
  wire [7:0] field_3 =
      up1_3[25] ? difference_2_s2 + 8'd1 - 8'({1'b0, move16_2_s2, move8_2_s2, move4_2_s2, move2_s2, move1_3}) : 8'd0;
  wire tie_3 = normal_3[1] && !normal_3[0];
  wire [31:0] rounded_3 = 32'({field_3, rounded_3_shifted}) + (tie_3 ? 32'(rounded_3_shifted[0]) : 32'(normal_3[1]));
  wire [31:0] meant =
        match_s2 ? 32'(choice_2_s2) << 16
      : match_2_s2
        ? (is_nan_2 ? 32'h7fc00000 : {choice_3_s2[7], rounded_3 < 32'h7f800000 ? rounded_3[30:0] : 31'h7f800000})
      : x_s2;

  always_ff @(posedge clock) begin  // stage 1 of 3
    match_s1 <= format == 2'd1;
    x_s1 <= x;
    is_nan_s1 <= x[30:0] > 31'h7f800000;
    is_inf_s1 <= x[30:0] == 31'h7f800000;
    shifted_s1 <= shifted_s1_shifted;
    field_s1 <=
        up1[23] ? 10'(free16_match_difference) + 10'd1 - 10'({1'b0, move16, move8, move4, move2, move1}) : 10'd0;
    choice_s1 <= tie ? shifted_s1_shifted[0] : normal[15];
    match_2_s1 <= format == 2'd2;
    difference_s1 <= difference_s1_difference;
    move16_s1 <= move16_2;
    free8_s1 <= free8_2;
    move8_s1 <= move8_2;
    up8_s1 <= up8_2;
    condition_s1 <= difference_s1_difference[2] && !zeros4_2;
    move4_s1 <= (free8_2 || difference_s1_difference[2]) && zeros4_2;
  end

  always_ff @(posedge clock) begin  // stage 2 of 3
    match_s2 <= match_s1;
    x_s2 <= x_s1;
    choice_2_s2 <=
          is_nan ? 16'd32704
        : is_inf ? {x_s1[31], 15'd32640}
        : {x_s1[31], rounded < 18'd32640 ? rounded[14:0] : 15'd32640};
    match_2_s2 <= match_2_s1;
    choice_3_s2 <= choice_3_s2_choice;
    is_nan_2_s2 <= choice_3_s2_choice[6:0] == 7'd127;
    move16_2_s2 <= move16_3;
    move8_2_s2 <= move8_3;
    move4_2_s2 <= move4_3;
    move2_s2 <= move2_3;
    up2_s2 <= move2_3 ? {up4_3[23:0], 2'd0} : up4_3;
    difference_2_s2 <= 8'(exponent_2) + 8'd120 - 8'd1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 3
    stored_s3 <= stored;
    meant_s3 <= meant;
  end

  assign pattern = stored_s3;
  assign value = meant_s3;

  wire unused_1 = &{1'b0, shifted_s1_shifted_field[15:0]};  // nothing reads these bits
  wire unused_2 = &{1'b0, rounded_2_shifted_field[19:0]};  // nothing reads these bits
  wire unused_3 = &{1'b0, rounded_3_shifted_field[1:0]};  // nothing reads these bits
endmodule
