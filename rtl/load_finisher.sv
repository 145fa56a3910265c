// Ends a unit's instructions in order: gives signal0, then signal1, then retires. What enters has all its writes
// visible.
// From Hw.Txu/Control/Finisher.cs (Finisher). Generated: edit the C#, then `make gen`.
module load_finisher (
  input  logic        clock,
  input  logic        reset,
  input  logic        done_valid,
  output logic        done_ready,
  input  logic [44:0] done_data,
  output logic        give_valid,
  output logic [4:0]  give_index,
  input  logic        give_grant,
  output logic        retire,     // an instruction of this unit retires
  output logic [31:0] order,
  output logic        error
);
  logic first, second;
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [44:0] queue_pop_data;

  wire first_pending = queue_pop_data[37] && !first;
  wire second_pending = queue_pop_data[43] && !second;
  wire retires = queue_pop_valid && !first_pending && !second_pending;

  fifo_4x45 queue (
    .clock      (clock),
    .reset      (reset),
    .push_valid (done_valid),
    .push_ready (queue_push_ready),
    .push_data  (done_data),
    .pop_valid  (queue_pop_valid),
    .pop_ready  (!first_pending && !second_pending),
    .pop_data   (queue_pop_data)
  );

  always_ff @(posedge clock) begin
    if (reset) begin
      first <= 1'b0;
      second <= 1'b0;
    end else if (retires) begin
      first <= 1'b0;
      second <= 1'b0;
    end else if (give_grant) begin
      if (first_pending) first <= 1'b1;
      else second <= 1'b1;
    end
  end

  assign done_ready = queue_push_ready;
  assign give_valid = queue_pop_valid && (first_pending || second_pending);
  assign give_index = first_pending ? queue_pop_data[36:32] : queue_pop_data[42:38];
  assign retire = retires;
  assign order = queue_pop_data[31:0];
  assign error = queue_pop_data[44];
endmodule
