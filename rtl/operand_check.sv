// The rules of the instructions' Check at dispatch: an operand is rows first … first + span of a memory, on even rows
// where elements have 16 bits, and every one has the same comparison. A verdict comes ShapeLatency cycles after word
// and shape and AddressLatency after the last address, all held until then.
// From Hw.Txu/Control/OperandCheck.cs (OperandCheck). Generated: edit the C#, then `make gen`.
module operand_check (
  input  logic         clock,
  input  logic [127:0] word,
  input  logic [110:0] shape,
  input  logic [159:0] addresses,   // effective addresses of the word's register operands
  output logic         bad_operand,
  output logic         bad_range,
  output logic [13:0]  total        // units of a transfer; of a transposing one its tiles. Too many where the range is bad.
);
  logic refused_operand, refused_range, condition_s1, condition_2_s1, field_s1, match_s1, match_2_s1;
  logic condition_3_s1, condition_s2, condition_2_s2, field_s2, match_s2, match_2_s2, condition_3_s2;
  logic condition_4_s3, match_s3, condition_3_s3;
  logic [11:0] field_2_s1, shifted_s1, field_5_s1, shifted_3_s1, field_7_s1, shifted_5_s1, field_8_s1;
  logic [13:0] value_s1, choice_s2, choice_7_s3, choice_8_s4, choice_9_s4, choice_10_s4, choice_7_s4;
  logic [12:0] field_3_s1, value_2_s1, value_2_s2;
  logic [6:0] shifted_2_s1, field_4_s1, shifted_4_s1, field_6_s1;
  logic signed [20:0] choice_2_s2, choice_3_s3;
  logic [19:0] product_s2, product_2_s2;
  logic [25:0] sum_s2, sum_2_s2, sum_3_s2, sum_4_s2, sum_5_s2, sum_6_s2;
  logic [37:0] choice_4_s3, sum_7_s3, choice_5_s3, sum_8_s3;
  logic [5:0] choice_6_s3;
  logic [8:0] shifted_6_s3;

  wire condition_s1_condition = word[7:0] == 8'd16 || word[7:0] == 8'd17;
  wire condition_2_s1_condition = word[7:0] == 8'd18 || word[7:0] == 8'd19;
  wire [25:0] field_2_s1_sum =
      (26'(shape[25:13]) * (26'(shape[38:26]) >> 6) << 6) + 26'(shape[25:13]) * 26'(shape[31:26]);
  wire match_s1_match = word[7:0] == 8'd32;
  wire [12:0] value_2_s1_value = shape[12:0] - 13'd1;
  wire [23:0] shifted_s1_field = shape[62:39];
  wire shifted_2_s1_choice_match = word[7:0] == 8'd55;
  wire [13:0] shifted_2_s1_choice =
      shifted_2_s1_choice_match ? (14'(value_2_s1_value) << 1) + 14'd1 : 14'(value_2_s1_value);
  wire [23:0] shifted_3_s1_field = shape[86:63];
  wire [13:0] shifted_4_s1_choice = match_s1_match ? {1'd0, shape[25:13] - 13'd1} : shifted_2_s1_choice;
  wire [23:0] shifted_5_s1_field = shape[110:87];
  wire match_2_s1_match = word[35:32] == 4'd1;
  wire condition_3_s1_condition_match = word[7:0] == 8'd54;
  wire condition_3_s1_condition_condition_match = word[7:0] == 8'd50;
  wire condition_3_s1_condition_condition_match_2 = word[7:0] == 8'd52;
  wire condition_3_s1_condition_condition =
      condition_3_s1_condition_condition_match || condition_3_s1_condition_condition_match_2;
  wire condition_3_s1_condition_match_2 = word[7:0] == 8'd65;
  wire condition_3_s1_condition =
        condition_3_s1_condition_match
      || ((condition_3_s1_condition_condition || condition_3_s1_condition_match_2) && word[82:81] == 2'd1);
  wire [13:0] choice_s2_choice = field_2_s1 != 12'd0 ? 14'd16383 : value_s1;
  wire [26:0] choice_3_s3_choice_sum = (27'(product_s2) << 7) + 27'(product_2_s2);
  wire [13:0] choice_3_s3_choice = choice_3_s3_choice_sum[26:14] != 13'd0 ? 14'd16383 : choice_3_s3_choice_sum[13:0];
  wire [37:0] choice_4_s3_sum = (38'(sum_s2) << 12) + 38'(sum_2_s2);
  wire signed [38:0] choice_8_s4_choice = condition_4_s3 ? 39'(choice_3_s3) : $signed(39'(choice_4_s3));
  wire [38:0] choice_9_s4_sum = 39'(sum_7_s3) + 39'(choice_5_s3);
  wire [37:0] choice_10_s4_choice =
      match_s3 ? sum_8_s3 + 38'(choice_6_s3) : condition_3_s3 ? 38'(shifted_6_s3) : sum_8_s3;
  wire operand_0_leaves_condition = condition_s1_condition || condition_2_s1_condition;
  wire operand_0_leaves_condition_2_match = word[7:0] == 8'd48;
  wire operand_0_leaves_condition_2_match_2 = word[7:0] == 8'd49;
  wire operand_0_leaves_condition_2_match_3 = word[7:0] == 8'd51;
  wire operand_0_leaves_condition_2 =
        operand_0_leaves_condition_2_match
      || operand_0_leaves_condition_2_match_2
      || condition_3_s1_condition_condition_match
      || operand_0_leaves_condition_2_match_3
      || condition_3_s1_condition_condition_match_2;
  wire operand_0_leaves_match = word[7:0] == 8'd56;
  wire operand_0_leaves_match_2 = word[7:0] == 8'd57;
  wire operand_0_leaves_match_3 = word[7:0] == 8'd64;
  wire [39:0] operand_0_leaves_field = addresses[39:0];
  wire operand_0_leaves_sum_match_choice_condition = !match_2_s1_match;
  wire [1:0] operand_0_leaves_sum_match_choice =
        match_s1_match ? 2'd2
      : operand_0_leaves_condition ? (condition_2_s1_condition ? {1'd0, !word[58]} : word[58] ? 2'd2 : 2'd1)
      : (operand_0_leaves_condition_2_match ? 2'(operand_0_leaves_sum_match_choice_condition) : 2'd0)
        | (operand_0_leaves_condition_2_match_2 ? 2'd2 : 2'd0)
        | (condition_3_s1_condition_condition_match ? word[78:77] : 2'd0)
        | (operand_0_leaves_condition_2_match_3 ? word[78:77] : 2'd0)
        | (condition_3_s1_condition_condition_match_2 ? word[78:77] : 2'd0)
        | (condition_3_s1_condition_match ? word[78:77] : 2'd0)
        | (shifted_2_s1_choice_match ? word[78:77] : 2'd0)
        | (operand_0_leaves_match ? {1'd0, word[35:32] == 4'd2} : 2'd0)
        | (operand_0_leaves_match_2 ? word[78:77] : 2'd0)
        | (operand_0_leaves_match_3 ? word[78:77] : 2'd0)
        | (condition_3_s1_condition_match_2 ? word[78:77] : 2'd0);
  wire operand_0_leaves_sum_match = operand_0_leaves_sum_match_choice == 2'd0;
  wire [14:0] operand_0_leaves_sum = 15'(addresses[12:0]) + 15'(choice_8_s4) + 15'(operand_0_leaves_sum_match);
  wire operand_0_leaves =
        (
            match_s1_match
          || operand_0_leaves_condition
          || operand_0_leaves_condition_2
          || condition_3_s1_condition_match
          || shifted_2_s1_choice_match
          || operand_0_leaves_match
          || operand_0_leaves_match_2
          || operand_0_leaves_match_3
          || condition_3_s1_condition_match_2
        )
      && (
            operand_0_leaves_field[39:13] != 27'd0
          || operand_0_leaves_sum[14:13] != 2'd0
          || (operand_0_leaves_sum_match_choice == 2'd2 && operand_0_leaves_sum[12:10] != 3'd0)
          || (operand_0_leaves_sum_match_choice == 2'd3 && operand_0_leaves_sum[12:5] != 8'd0)
          || (operand_0_leaves_sum_match && (addresses[0] || (!operand_0_leaves_condition && shape[39])))
        );
  wire vector_match = word[7:0] == 8'd53;
  wire vector =
        operand_0_leaves_condition_2
      || vector_match
      || condition_3_s1_condition_match
      || shifted_2_s1_choice_match
      || operand_0_leaves_match
      || operand_0_leaves_match_2
      || operand_0_leaves_match_3
      || condition_3_s1_condition_match_2;
  wire [39:0] operand_1_leaves_field = addresses[79:40];
  wire [1:0] operand_1_leaves_sum_match_choice =
        match_s1_match ? 2'(operand_0_leaves_sum_match_choice_condition)
      : (operand_0_leaves_condition_2_match ? 2'd2 : 2'd0)
        | (operand_0_leaves_condition_2_match_2 ? (match_2_s1_match ? 2'd0 : word[35:32] == 4'd3 ? 2'd2 : 2'd1) : 2'd0)
        | (condition_3_s1_condition_condition_match ? word[80:79] : 2'd0)
        | (operand_0_leaves_condition_2_match_3 ? word[80:79] : 2'd0)
        | (condition_3_s1_condition_condition_match_2 ? word[80:79] : 2'd0)
        | (vector_match ? word[80:79] : 2'd0)
        | (condition_3_s1_condition_match ? word[80:79] : 2'd0)
        | (shifted_2_s1_choice_match ? word[80:79] : 2'd0)
        | (operand_0_leaves_match ? 2'd2 : 2'd0)
        | (operand_0_leaves_match_2 ? 2'd2 : 2'd0)
        | (operand_0_leaves_match_3 ? word[80:79] : 2'd0)
        | (condition_3_s1_condition_match_2 ? word[80:79] : 2'd0);
  wire operand_1_leaves_sum_match = operand_1_leaves_sum_match_choice == 2'd0;
  wire [14:0] operand_1_leaves_sum = 15'(addresses[52:40]) + 15'(choice_9_s4) + 15'(operand_1_leaves_sum_match);
  wire operand_1_leaves =
        (match_s1_match || vector)
      && (
            operand_1_leaves_field[39:13] != 27'd0
          || operand_1_leaves_sum[14:13] != 2'd0
          || (operand_1_leaves_sum_match_choice == 2'd2 && operand_1_leaves_sum[12:10] != 3'd0)
          || (operand_1_leaves_sum_match_choice == 2'd3 && operand_1_leaves_sum[12:5] != 8'd0)
          || (operand_1_leaves_sum_match && (addresses[40] || shape[63] || (match_s1_match && shape[39])))
        );
  wire [39:0] operand_2_leaves_field = addresses[119:80];
  wire [1:0] operand_2_leaves_sum_match_choice =
        match_s1_match ? 2'(operand_0_leaves_sum_match_choice_condition)
      : condition_3_s1_condition ? 2'd1
      : (condition_3_s1_condition_condition_match ? word[82:81] : 2'd0)
        | (condition_3_s1_condition_condition_match_2 ? word[82:81] : 2'd0)
        | 2'(condition_3_s1_condition_match)
        | (shifted_2_s1_choice_match ? word[82:81] : 2'd0)
        | (condition_3_s1_condition_match_2 ? word[82:81] : 2'd0);
  wire operand_2_leaves_sum_match = operand_2_leaves_sum_match_choice == 2'd0;
  wire [14:0] operand_2_leaves_sum = 15'(addresses[92:80]) + 15'(choice_10_s4) + 15'(operand_2_leaves_sum_match);
  wire operand_2_leaves =
        (
            match_s1_match
          || condition_3_s1_condition_condition
          || condition_3_s1_condition_match
          || shifted_2_s1_choice_match
          || condition_3_s1_condition_match_2
        )
      && (
            operand_2_leaves_field[39:13] != 27'd0
          || operand_2_leaves_sum[14:13] != 2'd0
          || (operand_2_leaves_sum_match_choice == 2'd2 && operand_2_leaves_sum[12:10] != 3'd0)
          || (operand_2_leaves_sum_match_choice == 2'd3 && operand_2_leaves_sum[12:5] != 8'd0)
          || (operand_2_leaves_sum_match && (addresses[80] || shape[87]))
        );
  wire [39:0] refused_range_field = addresses[159:120];
  wire refused_range_match = shape[38:26] != 13'd1;

  always_ff @(posedge clock) begin  // stage 1 of 4
    condition_s1 <= condition_s1_condition;
    condition_2_s1 <= condition_2_s1_condition;
    field_s1 <= word[58];
    field_2_s1 <= field_2_s1_sum[25:14];
    value_s1 <= field_2_s1_sum[13:0];
    field_3_s1 <= shape[12:0];
    match_s1 <= match_s1_match;
    value_2_s1 <= value_2_s1_value;
    shifted_s1 <= shifted_s1_field[23:12];
    shifted_2_s1 <= shifted_2_s1_choice[13:7];
    field_4_s1 <= shifted_2_s1_choice[6:0];
    field_5_s1 <= shifted_s1_field[11:0];
    shifted_3_s1 <= shifted_3_s1_field[23:12];
    shifted_4_s1 <= shifted_4_s1_choice[13:7];
    field_6_s1 <= shifted_4_s1_choice[6:0];
    field_7_s1 <= shifted_3_s1_field[11:0];
    shifted_5_s1 <= shifted_5_s1_field[23:12];
    field_8_s1 <= shifted_5_s1_field[11:0];
    match_2_s1 <= match_2_s1_match;
    condition_3_s1 <= condition_3_s1_condition;
  end

  always_ff @(posedge clock) begin  // stage 2 of 4
    condition_s2 <= condition_s1;
    condition_2_s2 <= condition_2_s1;
    field_s2 <= field_s1;
    choice_s2 <= choice_s2_choice;
    choice_2_s2 <= field_s1 ? (21'(choice_s2_choice) << 6) - 21'd2 : (21'(choice_s2_choice) << 5) - 21'd1;
    product_s2 <= 20'(field_3_s1) * (20'(choice_s2_choice) >> 7);
    product_2_s2 <= 20'(field_3_s1) * 20'(choice_s2_choice[6:0]);
    match_s2 <= match_s1;
    value_2_s2 <= value_2_s1;
    sum_s2 <= (26'(shifted_s1) * 26'(shifted_2_s1) << 7) + 26'(shifted_s1) * 26'(field_4_s1);
    sum_2_s2 <= (26'(field_5_s1) * 26'(shifted_2_s1) << 7) + 26'(field_5_s1) * 26'(field_4_s1);
    sum_3_s2 <= (26'(shifted_3_s1) * 26'(shifted_4_s1) << 7) + 26'(shifted_3_s1) * 26'(field_6_s1);
    sum_4_s2 <= (26'(field_7_s1) * 26'(shifted_4_s1) << 7) + 26'(field_7_s1) * 26'(field_6_s1);
    sum_5_s2 <= (26'(shifted_5_s1) * 26'(shifted_4_s1) << 7) + 26'(shifted_5_s1) * 26'(field_6_s1);
    sum_6_s2 <= (26'(field_8_s1) * 26'(shifted_4_s1) << 7) + 26'(field_8_s1) * 26'(field_6_s1);
    match_2_s2 <= match_2_s1;
    condition_3_s2 <= condition_3_s1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 4
    condition_4_s3 <= condition_s2 || condition_2_s2;
    choice_3_s3 <=
          condition_2_s2 ? $unsigned(choice_2_s2)
        : (field_s2 ? 21'(choice_3_s3_choice) >> 2 : 21'(choice_3_s3_choice)) - 21'd1;
    match_s3 <= match_s2;
    choice_4_s3 <= match_s2 ? 38'(value_2_s2) : choice_4_s3_sum;
    sum_7_s3 <= (38'(sum_3_s2) << 12) + 38'(sum_4_s2);
    choice_5_s3 <= match_s2 ? choice_4_s3_sum : 38'd0;
    sum_8_s3 <= (38'(sum_5_s2) << 12) + 38'(sum_6_s2);
    choice_6_s3 <= match_2_s2 ? 6'd62 : 6'd31;
    condition_3_s3 <= condition_3_s2;
    shifted_6_s3 <= value_2_s2[12:4];
    choice_7_s3 <= condition_2_s2 ? choice_s2 : choice_3_s3_choice;
  end

  always_ff @(posedge clock) begin  // stage 4 of 4
    choice_8_s4 <=
        choice_8_s4_choice[38:14] != 25'd0 ? (choice_8_s4_choice[38] ? 14'd0 : 14'd16383) : choice_8_s4_choice[13:0];
    choice_9_s4 <= choice_9_s4_sum[38:14] != 25'd0 ? 14'd16383 : choice_9_s4_sum[13:0];
    choice_10_s4 <= choice_10_s4_choice[37:14] != 24'd0 ? 14'd16383 : choice_10_s4_choice[13:0];
    choice_7_s4 <= choice_7_s3;
  end

  always_ff @(posedge clock) begin
    refused_range <=
          operand_0_leaves
        || operand_1_leaves
        || operand_2_leaves
        || (
              operand_0_leaves_match
            && (operand_2_leaves_field[39:20] != 20'd0 || refused_range_field[39:20] != 20'd0 || word[67:63] > 5'd29)
          )
        || (vector && (shape[25:13] != 13'd1 || refused_range_match))
        || (match_s1_match && refused_range_match)
        || (condition_2_s1_condition && shape[12:0] > 13'd32)
        || (
              operand_0_leaves_condition
            && (addresses[44:40] != 5'd0 || (!condition_2_s1_condition && word[58] && total[1:0] != 2'd0))
          );
    refused_operand <= match_s1_match && word[37:36] == 2'd2 && word[35:32] == 4'd0;
  end

  assign bad_operand = refused_operand;
  assign bad_range = refused_range;
  assign total = choice_7_s4;

  wire unused_1 = &{1'b0, word};  // the decoder has checked the rest of the word; registers are resolved
  wire unused_2 = &{1'b0, operand_0_leaves_field[12:0]};  // nothing reads these bits
  wire unused_3 = &{1'b0, operand_0_leaves_sum[4:0]};  // nothing reads these bits
  wire unused_4 = &{1'b0, operand_1_leaves_field[12:0]};  // nothing reads these bits
  wire unused_5 = &{1'b0, operand_1_leaves_sum[4:0]};  // nothing reads these bits
  wire unused_6 = &{1'b0, operand_2_leaves_field[12:0]};  // nothing reads these bits
  wire unused_7 = &{1'b0, operand_2_leaves_sum[4:0]};  // nothing reads these bits
  wire unused_8 = &{1'b0, refused_range_field[19:0]};  // nothing reads these bits
endmodule
