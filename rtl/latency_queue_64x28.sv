// A queue whose words come out in order, none earlier than Latency cycles after it went in: exactly then where the way
// is free, from 2 cycles on.
// From Hw.Ip/Streams/LatencyQueue.cs (LatencyQueue). Generated: edit the C#, then `make gen`.
module latency_queue_64x28 (
  input  logic        clock,
  input  logic        reset,
  input  logic        push_valid,
  output logic        push_ready,
  input  logic [27:0] push_data,
  output logic        pop_valid,
  input  logic        pop_ready,
  output logic [27:0] pop_data,
  input  logic [11:0] latency
);
  logic [11:0] now;
  logic [6:0] ripe;
  wire items_push_ready;
  wire items_pop_valid;
  wire [27:0] items_pop_data;
  wire stamps_push_ready;
  wire stamps_pop_valid;
  wire [11:0] stamps_pop_data;

  wire [11:0] age = now - stamps_pop_data;
  wire ripe_below = 13'(latency) <= 13'(age) + 13'd1;
  wire ripe_condition = pop_valid && pop_ready;

  fifo_64x28 items (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid),
    .push_ready (items_push_ready),
    .push_data  (push_data),
    .pop_valid  (items_pop_valid),
    .pop_ready  (ripe_condition),
    .pop_data   (items_pop_data)
  );

  fifo_64x12 stamps (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid && push_ready),
    .push_ready (stamps_push_ready),
    .push_data  (now),
    .pop_valid  (stamps_pop_valid),
    .pop_ready  (ripe_below),
    .pop_data   (stamps_pop_data)
  );

  always_ff @(posedge clock) begin
    if (reset) begin
      now <= 12'd0;
      ripe <= 7'd0;
    end else begin
      now <= now + 12'd1;
      ripe <= ripe + {6'd0, stamps_pop_valid && ripe_below} - 7'(ripe_condition);
    end
  end

  assign push_ready = items_push_ready;
  assign pop_valid = items_pop_valid && ripe != 7'd0;
  assign pop_data = items_pop_data;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(8'(ripe)) + $signed({7'd0, stamps_pop_valid && ripe_below}) - $signed(8'(ripe_condition)) >= 8'sd0
          && $signed(8'(ripe)) + $signed({7'd0, stamps_pop_valid && ripe_below}) - $signed(8'(ripe_condition)) <= 8'sd64)
      else $error("latency_queue_64x28: only ripe items leave");
  end
`endif

  wire unused = &{1'b0, stamps_push_ready};  // there is a stamp for an item at most, and as many places
endmodule
