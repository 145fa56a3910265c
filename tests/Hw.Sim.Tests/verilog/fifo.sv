`include "fifo_depth.svh"
module fifo (
  input  logic       clock, reset,
  input  logic       push, pop,
  input  logic [7:0] din,
  output logic [7:0] dout,
  output logic       full, empty
);
  logic [7:0] mem [`FIFO_DEPTH];
  logic [2:0] head, tail;
  logic [3:0] count;
  assign dout = mem[head];
  assign full = count == `FIFO_DEPTH;
  assign empty = count == 0;
  always_ff @(posedge clock) begin
    if (reset) begin head <= 0; tail <= 0; count <= 0; end
    else begin
      if (push && !full) begin mem[tail] <= din; tail <= tail + 1; end
      if (pop && !empty) head <= head + 1;
      count <= count + 4'(push && !full) - 4'(pop && !empty);
    end
  end
endmodule
