// The instructions of one queue that are dispatched and not retired: which is the oldest, and whether there is any.
// From Hw.Txu/Control/Pending.cs (Pending). Generated: edit the C#, then `make gen`.
module pending (
  input  logic        clock,
  input  logic        reset,
  input  logic        dispatch,
  input  logic [31:0] order,
  input  logic [31:0] pc,
  input  logic        retire,
  output logic        room,         // one more may be dispatched
  output logic        any,
  output logic [31:0] oldest_order,
  output logic [31:0] oldest_pc
);
  wire fifo_push_ready;
  wire fifo_pop_valid;
  wire [63:0] fifo_pop_data;

  fifo_16x64 fifo (
    .clock      (clock),
    .reset      (reset),
    .push_valid (dispatch),
    .push_ready (fifo_push_ready),
    .push_data  ({pc, order}),
    .pop_valid  (fifo_pop_valid),
    .pop_ready  (retire),
    .pop_data   (fifo_pop_data)
  );

  assign room = fifo_push_ready;
  assign any = fifo_pop_valid;
  assign oldest_order = fifo_pop_data[31:0];
  assign oldest_pc = fifo_pop_data[63:32];
endmodule
