// A unit's queue: commands in program order, each offered to the unit once the semaphores it waits for have been taken,
// wait0 before wait1.
// From Hw.Txu/Control/CommandQueue.cs (CommandQueue). Generated: edit the C#, then `make gen`.
module vector_queue (
  input  logic         clock,
  input  logic         reset,
  input  logic         push_valid,
  output logic         push_ready,
  input  logic [337:0] push_data,
  output logic         pop_valid,
  input  logic         pop_ready,
  output logic [337:0] pop_data,
  output logic         wait_valid,
  output logic [4:0]   wait_index,
  input  logic         wait_grant
);
  logic first, second;
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [337:0] queue_pop_data;

  wire first_pending = queue_pop_data[38] && !first;
  wire second_pending = queue_pop_data[44] && !second;

  fifo_8x338 queue (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid),
    .push_ready (queue_push_ready),
    .push_data  (push_data),
    .pop_valid  (queue_pop_valid),
    .pop_ready  (pop_ready && !first_pending && !second_pending),
    .pop_data   (queue_pop_data)
  );

  always_ff @(posedge clock) begin
    if (reset) begin
      first <= 1'b0;
      second <= 1'b0;
    end else if (pop_valid && pop_ready) begin
      first <= 1'b0;
      second <= 1'b0;
    end else if (wait_grant) begin
      if (first_pending) first <= 1'b1;
      else second <= 1'b1;
    end
  end

  assign push_ready = queue_push_ready;
  assign pop_valid = queue_pop_valid && !first_pending && !second_pending;
  assign pop_data = queue_pop_data;
  assign wait_valid = queue_pop_valid && (first_pending || second_pending);
  assign wait_index = first_pending ? queue_pop_data[37:33] : queue_pop_data[43:39];
endmodule
