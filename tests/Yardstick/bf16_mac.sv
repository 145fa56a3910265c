// result = a·b + c with one rounding to nearest even: IEEE 754 fusedMultiplyAdd of bf16, bf16 and fp32 to fp32.
// docs/numerics.md, mac-bf16: subnormals count everywhere, every NaN out is 0x7FC00000.
//
// Combinational, written for small area. The product (16 bits) and c (24 bits) lie in frames of 24 bits whose top bit
// has the weight 2^(exponent - 127). The one with the smaller exponent is shifted right, with 3 bits and a sticky bit kept
// below the frame; one adder adds or subtracts; the magnitude is shifted left as far as its exponent allows; one
// incrementer rounds. Four things keep it small:
//   * Only one subnormal factor is ever normalised: two make a product below 2^-250, of which nothing but its sign
//     and that it is not zero matters.
//   * With d = product exponent - c exponent, c's lead is -d = ~d + 1: the product is wired one place down, ~d does the rest.
//   * A negative difference x becomes a magnitude as ~x, ones shifted in below; the missing +1 is left to the rounder.
//   * The normaliser finds and applies its shift in the same five stages; the exponent bounds each stage.
module bf16_mac (
  input  logic [15:0] a,
  input  logic [15:0] b,
  input  logic [31:0] c,
  output logic [31:0] result
);
  // What the operands are.
  logic a_small, b_small, c_small, a_zero, b_zero, a_top, b_top, c_top;

  assign a_small = a[14:7] == 0;           // subnormal or zero
  assign b_small = b[14:7] == 0;
  assign c_small = c[30:23] == 0;
  assign a_zero  = a_small && a[6:0] == 0;
  assign b_zero  = b_small && b[6:0] == 0;
  assign a_top   = a[14:7] == 8'hFF;       // infinite or NaN
  assign b_top   = b[14:7] == 8'hFF;
  assign c_top   = c[30:23] == 8'hFF;

  // The product: factor x, normalised from a subnormal if there is one, times factor y.
  logic        left4, left2, left1, x_small;
  logic [14:0] x, y;
  logic  [7:0] x8, x4, x2, x1;
  logic [15:0] product;

  assign x_small = a_small || b_small;
  assign {x, y}  = a_small ? {a[14:0], b[14:0]} : {b[14:0], a[14:0]};
  assign x8      = x_small ? {x[6:0], 1'b0} : {1'b1, x[6:0]};
  assign left4   = x8[7:4] == 0;
  assign x4      = left4 ? {x8[3:0], 4'b0} : x8;
  assign left2   = x4[7:6] == 0;
  assign x2      = left2 ? {x4[5:0], 2'b0} : x4;
  assign left1   = !x2[7];
  assign x1      = left1 ? {x2[6:0], 1'b0} : x2;
  assign product = x1 * {!(a_small && b_small), y[6:0]};

  // Exponents. Where x was normalised its field was 0, and its exponent is minus the places its fraction moved: ~places + 1.
  logic [9:0] x_exponent, p_exponent, lead;
  logic [7:0] c_exponent;
  logic       p_zero, c_leads;
  logic [8:0] exponent;

  assign x_exponent = {2'b0, x[14:7]} | ({7'h7F, ~{left4, left2, left1}} & {10{x_small}});
  assign p_exponent = x_exponent + {2'b0, y[14:7]} + 10'(x_small) - 10'd126;
  assign c_exponent = {c[30:24], c[23] || c_small};
  assign lead       = p_exponent - {2'b0, c_exponent};
  assign p_zero     = a_zero || b_zero;
  assign c_leads    = lead[9] || p_zero;
  assign exponent   = c_leads ? {1'b0, c_exponent} : p_exponent[8:0];

  // Alignment: 31 places move everything into the sticky bit.
  logic [23:0] c_frame, anchor, moving;
  logic  [8:0] distance;
  logic  [4:0] places;
  logic [27:0] aligned;

  assign c_frame  = {!c_small, c[22:0]};
  assign anchor   = c_leads ? c_frame : {product, 8'b0};
  assign moving   = c_leads ? {1'b0, product, 7'b0} : c_frame;
  assign distance = lead[8:0] ^ {9{c_leads}};
  assign places   = distance[4:0] | {5{distance[8:5] != 0}};

  always_comb begin
    aligned = {moving, 4'b0};
    for (int k = 4; k >= 0; k--)
      if (places[k]) aligned = (aligned >> (1 << k)) | 28'((aligned & ((28'd1 << (1 << k)) - 28'd1)) != 0);
  end

  // The sum, and its magnitude: of a negative one, what lacks 1 in the last place.
  logic        subtract, negative;
  logic [28:0] sum, magnitude;

  assign subtract  = a[15] ^ b[15] ^ c[31];
  assign sum       = {1'b0, anchor, 4'b0} + ({1'b0, aligned} ^ {29{subtract}}) + 29'(subtract);
  assign negative  = subtract && sum[28];
  assign magnitude = sum ^ {29{negative}};

  // Normalisation: stage k shifts by 2^k if those bits are 0 and the exponent has as much to give. `free`: it has more than
  // all stages to come can take.
  logic [28:0] normal;
  logic  [4:0] shift;
  logic        plenty, free, move;

  assign plenty = exponent[8:5] != 0;

  always_comb begin
    normal = magnitude;
    free   = plenty;
    for (int k = 4; k >= 0; k--) begin
      move = (free || exponent[k]) && (normal >> (29 - (1 << k))) == 0;
      free = free || (exponent[k] && !move);
      if (move) normal = (normal << (1 << k)) | ({29{negative}} & ((29'd1 << (1 << k)) - 29'd1));
      shift[k] = move;
    end
  end

  // Rounding. Below the last place of a negative sum's magnitude stand ones where zeros are meant.
  logic        tie, up;
  logic  [8:0] field;
  logic [31:0] rounded;

  assign field   = (exponent + 9'd1 - 9'(shift)) & {9{normal[28]}};
  assign tie     = normal[4] != negative && normal[3:0] == {4{negative}};
  assign up      = tie ? normal[5] : normal[4];
  assign rounded = {field, normal[27:5]} + 32'(up);

  // The result. An exact zero difference is +0; infinities and overflow share the exponent of NaN.
  logic p_top, nan, infinite, flip, sign;

  assign p_top    = a_top || b_top;
  assign nan      = (a_top && a[6:0] != 0) || (b_top && b[6:0] != 0) || (c_top && c[22:0] != 0)
                 || (p_top && (p_zero || (c_top && subtract)));
  assign infinite = p_top || c_top || rounded[31] || rounded[30:23] == 8'hFF;
  assign flip     = p_top ? 1'b0 : c_top || (c_leads ^ negative);
  assign sign     = a[15] ^ b[15] ^ (subtract && flip);

  assign result[31]    = sign && !nan && !(subtract && sum == 0 && !infinite);
  assign result[30:23] = rounded[30:23] | {8{infinite || nan}};
  assign result[22]    = (rounded[22] && !infinite) || nan;
  assign result[21:0]  = rounded[21:0] & {22{!(infinite || nan)}};
endmodule
