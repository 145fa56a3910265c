// A lane's element of the row that arrives, as FP32; a word of ACC or STATE as it is; or a sum that is to be
// requantized, on a way of its own.
// From Hw.Txu/Vector/OperandBlock.cs (OperandBlock). Generated: edit the C#, then `make gen`.
module operand_block (
  input  logic        clock,
  input  logic [3:0]  kind,   // as Operand
  input  logic [31:0] acc,
  input  logic [31:0] state,
  input  logic [15:0] half,   // this lane's 16 bits of a pair of rows
  input  logic [7:0]  octet,  // this lane's byte of a row
  input  logic [15:0] scalar, // an element for all lanes, BF16
  output logic [31:0] y,
  output logic [31:0] sum
);
  logic [3:0] kind_taken;
  logic [31:0] acc_taken, state_taken, acc_taken_s1, state_taken_s1, up8_s1, acc_taken_s2, state_taken_s2;
  logic [31:0] choice_3_s2, rounded_s2, choice_4_s3, to_narrow_s3;
  logic [15:0] half_taken, scalar_taken, choice_s1, choice_s2;
  logic [7:0] octet_taken, field_s1;
  logic match_s1, match_2_s1, condition_s1, match_3_s1, is_nan_s1, choice_2_s1, field_2_s1, condition_2_s1;
  logic below_s1, move16_s1, move8_s1, match_4_s1, match_5_s1, match_s2, match_2_s2, condition_s2;
  logic match_3_s2, condition_2_s2, below_s2, match_4_s2, match_5_s2;
  logic [22:0] shifted_s1;

  wire [3:0] significand = {octet_taken[6:3] != 4'd0, octet_taken[2:0]};
  wire [25:0] down1 = 26'(significand) << 22;
  wire [25:0] down2 = down1;
  wire [25:0] down4 = down2;
  wire [25:0] down8 = down4;
  wire [25:0] down16 = down8;
  wire zeros16 = down16[25:10] == 16'd0;
  wire move16 = zeros16;
  wire [25:0] up16 = move16 ? {down16[9:0], 16'd0} : down16;
  wire zeros8 = up16[25:18] == 8'd0;
  wire move8 = zeros8;
  wire [25:0] up8 = move8 ? {up16[17:0], 8'd0} : up16;
  wire zeros4 = up8[25:22] == 4'd0;
  wire move4 = zeros4;
  wire [25:0] up4 = move4 ? {up8[21:0], 4'd0} : up8;
  wire zeros2 = up4[25:24] == 2'd0;
  wire move2 = zeros2;
  wire [25:0] up2 = move2 ? {up4[23:0], 2'd0} : up4;
  wire zeros1 = !up2[25];
  wire move1 = zeros1;
  wire [25:0] up1 = move1 ? {up2[24:0], 1'b0} : up2;
  wire [24:0] normal = up1[24:0];
  wire [24:0] shifted_s1_shifted_field = normal;
  wire [22:0] shifted_s1_shifted = shifted_s1_shifted_field[24:2];
  wire [3:0] exponent = octet_taken[6:3] < 4'd1 ? 4'd1 : octet_taken[6:3];
  wire tie = normal[1] && !normal[0];
  wire signed [31:0] whole = kind_taken == 4'd3 ? 32'($signed(octet_taken)) : $signed(acc_taken);
  wire below_s1_below = whole < 32'sd0;
  wire [31:0] zeros16_2_choice = below_s1_below ? -whole : whole;
  wire zeros16_2 = zeros16_2_choice[31:16] == 16'd0;
  wire move16_2 = zeros16_2;
  wire [31:0] up16_2 = move16_2 ? {zeros16_2_choice[15:0], 16'd0} : zeros16_2_choice;
  wire zeros8_2 = up16_2[31:24] == 8'd0;
  wire move8_2 = zeros8_2;
  wire is_nan = is_nan_s1;
  wire [7:0] field = field_s1;
  wire [31:0] rounded = 32'({field, shifted_s1}) + 32'(choice_2_s1);
  wire [31:0] up8_2 = up8_s1;
  wire zeros4_2 = up8_2[31:28] == 4'd0;
  wire move4_2 = zeros4_2;
  wire [31:0] up4_2 = move4_2 ? {up8_2[27:0], 4'd0} : up8_2;
  wire zeros2_2 = up4_2[31:30] == 2'd0;
  wire move2_2 = zeros2_2;
  wire [31:0] up2_2 = move2_2 ? {up4_2[29:0], 2'd0} : up4_2;
  wire zeros1_2 = !up2_2[31];
  wire move1_2 = zeros1_2;
  wire [31:0] up1_2 = move1_2 ? {up2_2[30:0], 1'b0} : up2_2;
  wire [30:0] normal_2 = up1_2[30:0];
  wire [30:0] rounded_s2_shifted_field = normal_2;
  wire [22:0] rounded_s2_shifted = rounded_s2_shifted_field[30:8];
  wire [7:0] field_2 = up1_2[31] ? 8'd158 - 8'({1'b0, move16_s1, move8_s1, move4_2, move2_2, move1_2}) : 8'd0;
  wire tie_2 = normal_2[7] && normal_2[6:0] == 7'd0;
  wire [31:0] rounded_2 = rounded_s2;
  wire [31:0] to_narrow = match_5_s2 ? acc_taken_s2 : 32'd0;

  always_ff @(posedge clock) begin
    kind_taken <= kind;
    acc_taken <= acc;
    state_taken <= state;
    half_taken <= half;
    octet_taken <= octet;
    scalar_taken <= scalar;
  end

  always_ff @(posedge clock) begin  // stage 1 of 3
    match_s1 <= kind_taken == 4'd6;
    acc_taken_s1 <= acc_taken;
    match_2_s1 <= kind_taken == 4'd7;
    state_taken_s1 <= state_taken;
    condition_s1 <= kind_taken == 4'd4 || kind_taken == 4'd2;
    choice_s1 <= kind_taken == 4'd4 ? half_taken : scalar_taken;
    match_3_s1 <= kind_taken == 4'd5;
    is_nan_s1 <= octet_taken[6:0] == 7'd127;
    shifted_s1 <= shifted_s1_shifted;
    field_s1 <= up1[25] ? 8'(exponent) + 8'd120 - 8'd1 + 8'd1 - 8'({1'b0, move16, move8, move4, move2, move1}) : 8'd0;
    choice_2_s1 <= tie ? shifted_s1_shifted[0] : normal[1];
    field_2_s1 <= octet_taken[7];
    condition_2_s1 <= kind_taken == 4'd3 || kind_taken == 4'd8;
    below_s1 <= below_s1_below;
    move16_s1 <= move16_2;
    move8_s1 <= move8_2;
    up8_s1 <= move8_2 ? {up16_2[23:0], 8'd0} : up16_2;
    match_4_s1 <= kind_taken == 4'd1;
    match_5_s1 <= kind_taken == 4'd9;
  end

  always_ff @(posedge clock) begin  // stage 2 of 3
    match_s2 <= match_s1;
    acc_taken_s2 <= acc_taken_s1;
    match_2_s2 <= match_2_s1;
    state_taken_s2 <= state_taken_s1;
    condition_s2 <= condition_s1;
    choice_s2 <= choice_s1;
    match_3_s2 <= match_3_s1;
    choice_3_s2 <= is_nan ? 32'h7fc00000 : {field_2_s1, rounded < 32'h7f800000 ? rounded[30:0] : 31'h7f800000};
    condition_2_s2 <= condition_2_s1;
    below_s2 <= below_s1;
    rounded_s2 <= 32'({field_2, rounded_s2_shifted}) + (tie_2 ? 32'(rounded_s2_shifted[0]) : 32'(normal_2[7]));
    match_4_s2 <= match_4_s1;
    match_5_s2 <= match_5_s1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 3
    choice_4_s3 <=
          match_s2 ? acc_taken_s2
        : match_2_s2 ? state_taken_s2
        : condition_s2 ? 32'(choice_s2) << 16
        : match_3_s2 ? choice_3_s2
        : condition_2_s2 ? {below_s2, rounded_2 < 32'h7f800000 ? rounded_2[30:0] : 31'h7f800000}
        : match_4_s2 ? 32'hff800000
        : 32'd0;
    to_narrow_s3 <= to_narrow;
  end

  assign y = choice_4_s3;
  assign sum = to_narrow_s3;

  wire unused_1 = &{1'b0, shifted_s1_shifted_field[1:0]};  // nothing reads these bits
  wire unused_2 = &{1'b0, rounded_s2_shifted_field[7:0]};  // nothing reads these bits
endmodule
