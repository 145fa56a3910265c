// A port of every storage size, each with its complement.
module widths (
  input  logic [0:0]   a1,   output logic [0:0]   y1,
  input  logic [7:0]   a8,   output logic [7:0]   y8,
  input  logic [8:0]   a9,   output logic [8:0]   y9,
  input  logic [15:0]  a16,  output logic [15:0]  y16,
  input  logic [31:0]  a32,  output logic [31:0]  y32,
  input  logic [32:0]  a33,  output logic [32:0]  y33,
  input  logic [63:0]  a64,  output logic [63:0]  y64,
  input  logic [64:0]  a65,  output logic [64:0]  y65,
  input  logic [255:0] a256, output logic [255:0] y256
);
  assign y1 = ~a1;
  assign y8 = ~a8;
  assign y9 = ~a9;
  assign y16 = ~a16;
  assign y32 = ~a32;
  assign y33 = ~a33;
  assign y64 = ~a64;
  assign y65 = ~a65;
  assign y256 = ~a256;
endmodule
