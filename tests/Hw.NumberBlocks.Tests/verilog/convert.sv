// Conversions out of fp32 and into it as one would write them by hand, for any format of E exponent and F fraction bits.
// docs/numerics.md, Conversions.

// One rounding to nearest even. A subnormal result is a fixed-point number in units of 2^(1 - BIAS - F): the significand moved
// down by as many places as its exponent is too small, rounded there. TOP is the pattern that overflow becomes.
module hand_narrow #(parameter int E = 5, parameter int F = 10, parameter int BIAS = 15, parameter bit INF = 1, parameter int LARGEST = 0, parameter int NAN = 0) (
  input  logic [31:0]  x,
  output logic [E+F:0] y
);
  localparam int DROP = 23 - F;

  wire        [9:0] exponent = x[30:23] == 0 ? 10'd1 : {2'b0, x[30:23]};
  wire       [23:0] significand = {x[30:23] != 0, x[22:0]};
  wire signed [9:0] target = $signed(exponent) - 10'sd127 + 10'(BIAS);
  wire        [9:0] below = target < 1 ? 10'd1 - $unsigned(target) : 10'd0;
  wire        [5:0] places = below > 10'd25 ? 6'd25 : below[5:0];
  wire       [48:0] moved = {significand, 25'd0} >> places;
  wire        [F:0] kept = moved[48:25+DROP];
  wire              half = moved[24+DROP];
  wire              rest = moved[23+DROP:0] != 0;
  wire       [10:0] field = target < 1 || !kept[F] ? 11'd0 : {1'b0, $unsigned(target)};
  wire     [11+F:0] rounded = {1'b0, field, kept[F-1:0]} + (half && (rest || kept[0]) ? 1 : 0);
  wire              infinite = x[30:0] == 31'h7f800000;
  wire              nan = x[30:0] > 31'h7f800000;
  wire              over = infinite || rounded > LARGEST;
  wire    [E+F-1:0] top = INF ? {{E{1'b1}}, {F{1'b0}}} : LARGEST[E+F-1:0];

  assign y = nan ? NAN[E+F:0] : over ? {x[31], top} : {x[31], rounded[E+F-1:0]};
endmodule

module hand_convert_fp32_bf16 (input logic [31:0] x, output logic [15:0] y);
  // the fields of bf16 are those of fp32: round the pattern
  wire [15:0] up = x[31:16] + 16'(x[15] && (x[14:0] != 0 || x[16]));
  assign y = x[30:0] > 31'h7f800000 ? 16'h7fc0 : up;
endmodule

module hand_convert_fp32_fp16 (input logic [31:0] x, output logic [15:0] y);
  hand_narrow #(.E(5), .F(10), .BIAS(15), .INF(1), .LARGEST('h7bff), .NAN('h7e00)) narrow (.x, .y);
endmodule

module hand_convert_fp32_e5m2 (input logic [31:0] x, output logic [7:0] y);
  hand_narrow #(.E(5), .F(2), .BIAS(15), .INF(1), .LARGEST('h7b), .NAN('h7e)) narrow (.x, .y);
endmodule

module hand_convert_fp32_e5m2_saturating (input logic [31:0] x, output logic [7:0] y);
  hand_narrow #(.E(5), .F(2), .BIAS(15), .INF(0), .LARGEST('h7b), .NAN('h7e)) narrow (.x, .y);
endmodule

module hand_convert_fp32_e4m3 (input logic [31:0] x, output logic [7:0] y);
  hand_narrow #(.E(4), .F(3), .BIAS(7), .INF(0), .LARGEST('h7e), .NAN('h7f)) narrow (.x, .y);
endmodule

module hand_convert_fp32_e3m2 (input logic [31:0] x, output logic [5:0] y);
  hand_narrow #(.E(3), .F(2), .BIAS(3), .INF(0), .LARGEST('h1f), .NAN(0)) narrow (.x, .y);
endmodule

module hand_convert_fp32_e2m3 (input logic [31:0] x, output logic [5:0] y);
  hand_narrow #(.E(2), .F(3), .BIAS(1), .INF(0), .LARGEST('h1f), .NAN(0)) narrow (.x, .y);
endmodule

module hand_convert_fp32_e2m1 (input logic [31:0] x, output logic [3:0] y);
  hand_narrow #(.E(2), .F(1), .BIAS(1), .INF(0), .LARGEST('h7), .NAN(0)) narrow (.x, .y);
endmodule

module hand_convert_bf16_fp32 (input logic [15:0] x, output logic [31:0] y);
  assign y = x[14:0] > 15'h7f80 ? 32'h7fc00000 : {x, 16'd0};
endmodule

// A subnormal is looked for bit by bit: its highest one at place k stands for 2^(k - 24).
module hand_convert_fp16_fp32 (input logic [15:0] x, output logic [31:0] y);
  logic [30:0] magnitude;

  always_comb begin
    magnitude = {8'(x[14:10]) + 8'd112, x[9:0], 13'd0};
    if (x[14:10] == 0) begin
      magnitude = 0;
      for (int k = 0; k < 10; k++)
        if (x[k]) magnitude = {8'(103 + k), 23'(x[9:0] << (23 - k))};
    end
    if (x[14:10] == 31) magnitude = x[9:0] != 0 ? 31'h7fc00000 : 31'h7f800000;
  end

  assign y = {x[15] && !(x[14:10] == 31 && x[9:0] != 0), magnitude};
endmodule

// To the nearest integer of W bits: the magnitude in fixed point with 33 places, rounded, clamped.
module hand_integer #(parameter int W = 8) (input logic [31:0] x, output logic [W-1:0] y);
  wire  [7:0] exponent = x[30:23];
  wire [88:0] wide = {65'd0, 1'b1, x[22:0]} << (exponent - 8'd94);   // 56 places
  wire [65:0] placed = exponent < 8'd94 ? 66'd0 : exponent > 8'd158 ? {66{1'b1}} : wide[88:23];
  wire [32:0] whole = placed[65:33];
  wire [33:0] rounded = {1'b0, whole} + 34'(placed[32] && (placed[31:0] != 0 || placed[33]));
  wire [33:0] limit = x[31] ? 34'd1 << (W - 1) : (34'd1 << (W - 1)) - 34'd1;
  wire [33:0] magnitude = rounded > limit ? limit : rounded;
  assign y = x[30:0] > 31'h7f800000 ? 0 : x[31] ? W'(-magnitude) : magnitude[W-1:0];
endmodule

module hand_convert_fp32_int32 (input logic [31:0] x, output logic [31:0] y);
  hand_integer #(.W(32)) integer_of (.x, .y);
endmodule

module hand_convert_fp32_int8 (input logic [31:0] x, output logic [7:0] y);
  hand_integer #(.W(8)) integer_of (.x, .y);
endmodule

module hand_convert_fp32_int4 (input logic [31:0] x, output logic [3:0] y);
  hand_integer #(.W(4)) integer_of (.x, .y);
endmodule
