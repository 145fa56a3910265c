// An accumulator to INT8, beside the first multiplication and the mask: it takes their place in the row.
// From Hw.Txu/Vector/RequantizeBlock.cs (RequantizeBlock). Generated: edit the C#, then `make gen`.
module requantize_block (
  input  logic              clock,
  input  logic [31:0]       x,          // INT32
  input  logic [15:0]       multiplier, // fixed point with `shift` fraction bits
  input  logic [5:0]        shift,
  output logic signed [7:0] y
);
  logic signed [31:0] sum_s1;
  logic [31:0] sum_2_s1;
  logic field_s1, field_2_s1, field_3_s1, field_4_s1, field_5_s1, field_6_s1, field_s2, field_2_s2;
  logic field_3_s2, field_4_s2, field_5_s2, field_6_s2, below_s3, field_s3, field_2_s3, field_3_s3;
  logic field_4_s3, field_5_s3, field_6_s3, below_s4, condition_s4, below_s5, field_8_s6;
  logic signed [47:0] sum_3_s2;
  logic [46:0] choice_s3, shifted_s4;
  logic [47:0] sum_4_s5;
  logic [41:0] field_7_s6;
  logic signed [7:0] value_s6, choice_2_s7;

  wire signed [31:0] sum_s1_shifted_value = x;
  wire signed [15:0] sum_s1_shifted = sum_s1_shifted_value[31:16];
  wire [15:0] sum_2_s1_field = sum_s1_shifted_value[15:0];
  wire below_s3_below = sum_3_s2 < 48'sd0;
  wire [48:0] down1_shifted = 49'(choice_s3) << 2;
  wire [48:0] down1 = field_6_s3 ? down1_shifted >> 1 : down1_shifted;
  wire [48:0] down2 = field_5_s3 ? down1 >> 2 : down1;
  wire [48:0] down4 = field_4_s3 ? down2 >> 4 : down2;
  wire [48:0] down8 = field_3_s3 ? down4 >> 8 : down4;
  wire [48:0] down16 = field_2_s3 ? down8 >> 16 : down8;
  wire [48:0] down32 = field_s3 ? down16 >> 32 : down16;
  wire [48:0] shifted_s4_shifted_bits =
        down32
      | {
          48'd0,
            (field_5_s3 && down1[1:0] != 2'd0)
          || (field_4_s3 && down2[3:0] != 4'd0)
          || (field_3_s3 && down4[7:0] != 8'd0)
          || (field_2_s3 && down8[15:0] != 16'd0)
          || (field_s3 && down16[31:0] != 32'd0)
        };
  wire [46:0] shifted_s4_shifted = shifted_s4_shifted_bits[48:2];
  wire signed [48:0] field_7_s6_choice = below_s5 ? -(49'(sum_4_s5)) : 49'(sum_4_s5);

  always_ff @(posedge clock) begin  // stage 1 of 7
    sum_s1 <=
          ($signed(32'(multiplier)) * (32'(sum_s1_shifted) >>> 8) << 8)
        + $signed(32'(multiplier) * 32'(sum_s1_shifted[7:0]));
    sum_2_s1 <= (32'(multiplier) * (32'(sum_2_s1_field) >> 8) << 8) + 32'(multiplier) * 32'(sum_2_s1_field[7:0]);
    field_s1 <= shift[5];
    field_2_s1 <= shift[4];
    field_3_s1 <= shift[3];
    field_4_s1 <= shift[2];
    field_5_s1 <= shift[1];
    field_6_s1 <= shift[0];
  end

  always_ff @(posedge clock) begin  // stage 2 of 7
    sum_3_s2 <= (48'(sum_s1) << 16) + $signed(48'(sum_2_s1));
    field_s2 <= field_s1;
    field_2_s2 <= field_2_s1;
    field_3_s2 <= field_3_s1;
    field_4_s2 <= field_4_s1;
    field_5_s2 <= field_5_s1;
    field_6_s2 <= field_6_s1;
  end

  always_ff @(posedge clock) begin  // stage 3 of 7
    below_s3 <= below_s3_below;
    field_s3 <= field_s2;
    field_2_s3 <= field_2_s2;
    field_3_s3 <= field_3_s2;
    field_4_s3 <= field_4_s2;
    field_5_s3 <= field_5_s2;
    field_6_s3 <= field_6_s2;
    choice_s3 <= below_s3_below ? -sum_3_s2[46:0] : sum_3_s2[46:0];
  end

  always_ff @(posedge clock) begin  // stage 4 of 7
    below_s4 <= below_s3;
    shifted_s4 <= shifted_s4_shifted;
    condition_s4 <= shifted_s4_shifted_bits[1] && (shifted_s4_shifted_bits[0] || shifted_s4_shifted[0]);
  end

  always_ff @(posedge clock) begin  // stage 5 of 7
    below_s5 <= below_s4;
    sum_4_s5 <= 48'(shifted_s4) + 48'(condition_s4);
  end

  always_ff @(posedge clock) begin  // stage 6 of 7
    field_7_s6 <= field_7_s6_choice[48:7];
    field_8_s6 <= field_7_s6_choice[48];
    value_s6 <= field_7_s6_choice[7:0];
  end

  always_ff @(posedge clock) begin  // stage 7 of 7
    choice_2_s7 <= field_7_s6 != 42'd0 && field_7_s6 != 42'h3ffffffffff ? (field_8_s6 ? 8'sh80 : 8'sd127) : value_s6;
  end

  assign y = choice_2_s7;
endmodule
