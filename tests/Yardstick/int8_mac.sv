// sum = acc + a·b, saturated to 32 bits: one step of an INT8 dot product. docs/numerics.md, acc-int32.
//
// Combinational. The exact sum needs 33 bits; it left the 32-bit range exactly when its two top bits differ,
// and then the top one says at which end. The product's sign is extended by hand: left to synthesis, the partial
// products are extended one by one inside a common carry-save tree, which is larger.
module int8_mac (
  input  logic signed  [7:0] a,
  input  logic signed  [7:0] b,
  input  logic signed [31:0] acc,
  output logic signed [31:0] sum,
  output logic               saturated
);
  logic signed [15:0] product;
  logic signed [32:0] exact;

  assign product   = a * b;
  assign exact     = 33'(acc) + {{17{product[15]}}, product};
  assign saturated = exact[32] != exact[31];
  assign sum       = saturated ? {exact[32], {31{!exact[32]}}} : exact[31:0];
endmodule
