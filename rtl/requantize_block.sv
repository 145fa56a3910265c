// An accumulator to INT8, beside the first multiplication and the mask: it takes their place in the row.
// From Hw.Txu/Vector/RequantizeBlock.cs (RequantizeBlock). Generated: edit the C#, then `make gen`.
module requantize_block (
  input  logic              clock,
  input  logic [31:0]       x,          // INT32
  input  logic [15:0]       multiplier, // fixed point with `shift` fraction bits
  input  logic [5:0]        shift,
  output logic signed [7:0] y
);
  logic signed [23:0] sum_s1;
  logic [23:0] sum_2_s1, sum_3_s1, sum_4_s1;
  logic value_s1, field_s1, field_2_s1, value_s2, field_s2, field_2_s2, field_2_s3, field_2_s4, field_2_s5;
  logic [1:0] shifted_s1, shifted_2_s1, shifted_s2, shifted_2_s2;
  logic signed [31:0] sum_5_s2;
  logic [31:0] sum_6_s2;
  logic signed [47:0] sum_7_s3;
  logic [5:0] shifted_3_s3, shifted_3_s4, shifted_3_s5;
  logic [3:0] shifted_4_s3, shifted_4_s4, shifted_4_s5;
  logic [2:0] shifted_5_s3, shifted_5_s4, shifted_5_s5;
  logic [48:0] shifted_6_s3;
  logic signed [49:0] sum_8_s4, sum_9_s5;
  logic signed [0:0] difference_s4;
  logic signed [7:0] choice_s6, choice_s7;

  wire signed [31:0] sum_s1_shifted_shifted_value = x;
  wire signed [15:0] sum_s1_shifted_shifted = sum_s1_shifted_shifted_value[31:16];
  wire signed [7:0] sum_s1_shifted = sum_s1_shifted_shifted[15:8];
  wire [7:0] sum_s1_shifted_2 = multiplier[15:8];
  wire [7:0] sum_2_s1_field = sum_s1_shifted_shifted[7:0];
  wire [15:0] sum_3_s1_shifted_field = sum_s1_shifted_shifted_value[15:0];
  wire [7:0] sum_3_s1_shifted = sum_3_s1_shifted_field[15:8];
  wire [7:0] sum_4_s1_field = sum_3_s1_shifted_field[7:0];
  wire [5:0] shifted_s1_shifted_choice = shift > 6'd48 ? 6'd48 : shift;
  wire [2:0] shifted_s1_shifted = shifted_s1_shifted_choice[5:3];
  wire [2:0] shifted_2_s1_field = shifted_s1_shifted_choice[2:0];
  wire [5:0] shifted_3_s3_shifted = 6'(shifted_s2) << 4;
  wire [3:0] shifted_4_s3_shifted = 4'(field_s2) << 3;
  wire [2:0] shifted_5_s3_shifted = 3'(shifted_2_s2) << 1;
  wire signed [47:0] difference_s4_shifted =
      (((sum_7_s3 >>> shifted_3_s3) >>> shifted_4_s3) >>> shifted_5_s3) >>> field_2_s3;
  wire signed [49:0] choice_s6_shifted_shifted =
      (((sum_9_s5 >>> shifted_3_s5) >>> shifted_4_s5) >>> shifted_5_s5) >>> field_2_s5;
  wire signed [48:0] choice_s6_shifted = choice_s6_shifted_shifted[49:1];
  wire [41:0] choice_s6_field = choice_s6_shifted[48:7];

  always_ff @(posedge clock) begin  // stage 1 of 7
    sum_s1 <=
          ($unsigned(24'(sum_s1_shifted) * $signed(24'(sum_s1_shifted_2))) << 8)
        + $unsigned(24'(sum_s1_shifted) * $signed(24'(multiplier[7:0])));
    sum_2_s1 <= (24'(sum_2_s1_field) * 24'(sum_s1_shifted_2) << 8) + 24'(sum_2_s1_field) * 24'(multiplier[7:0]);
    sum_3_s1 <= (24'(sum_3_s1_shifted) * 24'(sum_s1_shifted_2) << 8) + 24'(sum_3_s1_shifted) * 24'(multiplier[7:0]);
    sum_4_s1 <= (24'(sum_4_s1_field) * 24'(sum_s1_shifted_2) << 8) + 24'(sum_4_s1_field) * 24'(multiplier[7:0]);
    value_s1 <= 1'b1;
    shifted_s1 <= shifted_s1_shifted[2:1];
    field_s1 <= shifted_s1_shifted[0];
    shifted_2_s1 <= shifted_2_s1_field[2:1];
    field_2_s1 <= shifted_2_s1_field[0];
  end

  always_ff @(posedge clock) begin  // stage 2 of 7
    sum_5_s2 <= (32'(sum_s1) << 8) + $signed(32'(sum_2_s1));
    sum_6_s2 <= (32'(sum_3_s1) << 8) + 32'(sum_4_s1);
    value_s2 <= value_s1;
    shifted_s2 <= shifted_s1;
    field_s2 <= field_s1;
    shifted_2_s2 <= shifted_2_s1;
    field_2_s2 <= field_2_s1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 7
    sum_7_s3 <= (48'(sum_5_s2) << 16) + $signed(48'(sum_6_s2));
    shifted_3_s3 <= shifted_3_s3_shifted;
    shifted_4_s3 <= shifted_4_s3_shifted;
    shifted_5_s3 <= shifted_5_s3_shifted;
    field_2_s3 <= field_2_s2;
    shifted_6_s3 <=
        (((49'(value_s2) << shifted_3_s3_shifted) << shifted_4_s3_shifted) << shifted_5_s3_shifted) << field_2_s2;
  end

  always_ff @(posedge clock) begin  // stage 4 of 7
    shifted_3_s4 <= shifted_3_s3;
    shifted_4_s4 <= shifted_4_s3;
    shifted_5_s4 <= shifted_5_s3;
    field_2_s4 <= field_2_s3;
    sum_8_s4 <= (50'(sum_7_s3) << 1) + $signed(50'(shifted_6_s3));
    difference_s4 <= difference_s4_shifted[0] - 1'b1;
  end

  always_ff @(posedge clock) begin  // stage 5 of 7
    shifted_3_s5 <= shifted_3_s4;
    shifted_4_s5 <= shifted_4_s4;
    shifted_5_s5 <= shifted_5_s4;
    field_2_s5 <= field_2_s4;
    sum_9_s5 <= sum_8_s4 + 50'(difference_s4);
  end

  always_ff @(posedge clock) begin  // stage 6 of 7
    choice_s6 <=
          choice_s6_field != 42'd0 && choice_s6_field != 42'h3ffffffffff ? (choice_s6_shifted[48] ? 8'd128 : 8'd127)
        : choice_s6_shifted[7:0];
  end

  always_ff @(posedge clock) begin  // stage 7 of 7
    choice_s7 <= choice_s6;
  end

  assign y = choice_s7;

  wire unused_1 = &{1'b0, difference_s4_shifted[47:1]};  // nothing reads these bits
  wire unused_2 = &{1'b0, choice_s6_shifted_shifted[0]};  // nothing reads these bits
endmodule
