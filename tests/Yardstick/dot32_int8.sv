// sum = Σ a[k]·b[k] over 32 pairs of INT8: exact. docs/numerics.md, DOT32.
//
// Combinational. Element k is bits 8k+7 … 8k of its row. The largest magnitude is 32·128·128 = 2^19, reached with a
// plus sign only, so the sum is 21 bits. No product is sign-extended: with its sign bit inverted it is an unsigned
// number 2^15 too large, and 32 times 2^15 is the top bit of the sum.
module dot32_int8 (
  input  logic        [255:0] a,
  input  logic        [255:0] b,
  output logic signed  [20:0] sum
);
  logic [511:0] products;
  logic  [20:0] total;

  for (genvar k = 0; k < 32; k++) begin : pair
    logic signed  [7:0] x, y;
    logic signed [15:0] product;

    assign x = a[8*k +: 8];
    assign y = b[8*k +: 8];
    assign product = x * y;
    assign products[16*k +: 16] = {!product[15], product[14:0]};
  end

  function automatic logic [20:0] added(input logic [511:0] terms);
    added = '0;
    for (int k = 0; k < 32; k++) added = added + 21'(terms[16*k +: 16]);
  endfunction

  assign total = added(products);
  assign sum   = {!total[20], total[19:0]};
endmodule
