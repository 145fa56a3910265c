// Masks a row and keeps the running maximum, that of IEEE 754-2019: as an integer in the order of the values, above all
// of them where there was a NaN. A row meets the maximum that has seen it and all before it; one that only the maximum
// takes ends here.
// From Hw.Txu/Vector/SelectBlock.cs (SelectBlock). Generated: edit the C#, then `make gen`.
module select_block (
  input  logic        clock,
  input  logic [16:0] control,
  input  logic [4:0]  lane,    // this lane's number
  input  logic [31:0] x,
  output logic [31:0] y,
  output logic        unseen   // with y: the maximum is −Inf
);
  logic [32:0] maximum, place;
  logic [31:0] masked, row;
  logic [1:0] op;
  logic emits, emits_now, negates, negates_now;

  wire [31:0] seen = !control[0] || (control[6:1] <= 6'(lane) && 6'(lane) < control[12:7]) ? x : 32'hff800000;
  wire [31:0] pattern = maximum[32] ? 32'h7fc00000 : maximum[31] ? 32'(maximum[30:0]) : 32'hffffffff - maximum[31:0];
  wire [31:0] chosen = emits_now ? pattern : row;

  always_ff @(posedge clock) begin
    masked <= seen;
    place <= seen[30:0] > 31'h7f800000 ? 33'h100000000 : seen[31] ? 33'hffffffff - 33'(seen) : 33'(seen) | 33'h80000000;
    op <= control[14:13];
    emits <= control[15];
    negates <= control[16];
  end

  always_ff @(posedge clock) begin
    if (op == 2'd1 || (op == 2'd2 && maximum < place)) maximum <= place;
  end

  always_ff @(posedge clock) begin
    row <= op == 2'd2 ? 32'd0 : masked;
    emits_now <= emits;
    negates_now <= negates;
  end

  assign y = {chosen[31] ^ negates_now, chosen[30:0]};
  assign unseen = maximum == 33'h7fffff;
endmodule
