// Comparisons of fp32 as one would write them by hand: signs first, then magnitudes. docs/numerics.md, FP32 arithmetic.
module hand_fp32_equal (input logic [31:0] a, input logic [31:0] b, output logic y);
  wire nan = (&a[30:23] && a[22:0] != 0) || (&b[30:23] && b[22:0] != 0);
  assign y = !nan && (a == b || (a[30:0] == 0 && b[30:0] == 0));
endmodule

module hand_fp32_less (input logic [31:0] a, input logic [31:0] b, output logic y);
  wire nan   = (&a[30:23] && a[22:0] != 0) || (&b[30:23] && b[22:0] != 0);
  wire zeros = a[30:0] == 0 && b[30:0] == 0;
  assign y = !nan && !zeros && (a[31] != b[31] ? a[31] : a[31] ? a[30:0] > b[30:0] : a[30:0] < b[30:0]);
endmodule

module hand_fp32_less_equal (input logic [31:0] a, input logic [31:0] b, output logic y);
  wire less, equal;
  hand_fp32_less  below (.a, .b, .y (less));
  hand_fp32_equal same  (.a, .b, .y (equal));
  assign y = less || equal;
endmodule

// The zeros are ordered here: -0 is below +0.
module hand_fp32_max (input logic [31:0] a, input logic [31:0] b, output logic [31:0] y);
  wire nan    = (&a[30:23] && a[22:0] != 0) || (&b[30:23] && b[22:0] != 0);
  wire take_b = a[31] != b[31] ? a[31] : (a[30:0] < b[30:0]) ^ a[31];
  assign y = nan ? 32'h7fc00000 : take_b ? b : a;
endmodule

module hand_fp32_min (input logic [31:0] a, input logic [31:0] b, output logic [31:0] y);
  wire nan    = (&a[30:23] && a[22:0] != 0) || (&b[30:23] && b[22:0] != 0);
  wire take_b = a[31] != b[31] ? b[31] : (b[30:0] < a[30:0]) ^ a[31];
  assign y = nan ? 32'h7fc00000 : take_b ? b : a;
endmodule

module hand_acc_int32 (input logic signed [31:0] acc, input logic signed [31:0] dot, input logic flag, output logic [31:0] y, output logic saturated);
  wire [31:0] sum  = acc + dot;
  wire        over = acc[31] == dot[31] && sum[31] != acc[31];
  assign y         = over ? (acc[31] ? 32'h80000000 : 32'h7fffffff) : sum;
  assign saturated = flag || over;
endmodule
