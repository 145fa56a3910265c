// LD: requests run ahead of the data, across instructions, up to 64 bursts of 512 bytes in flight; beats come back in
// order and go to consecutive scratchpad rows. A beat waits while the vector unit writes its bank.
// From Hw.Txu/Dma/LoadEngine.cs (LoadEngine). Generated: edit the C#, then `make gen`.
module load_engine (
  input  logic         clock,
  input  logic         reset,
  input  logic         push_valid,
  output logic         push_ready,
  input  logic [235:0] push_data,
  output logic         wait_valid,
  output logic [4:0]   wait_index,
  input  logic         wait_grant,
  output logic         give_valid,
  output logic [4:0]   give_index,
  input  logic         give_grant,
  output logic         bus_ar_valid,
  input  logic         bus_ar_ready,
  output logic [39:0]  bus_ar_addr,
  output logic [7:0]   bus_ar_len,
  input  logic         bus_r_valid,
  output logic         bus_r_ready,
  input  logic [255:0] bus_r_data,
  input  logic [1:0]   bus_r_resp,
  input  logic         bus_r_last,
  output logic         write_valid,
  output logic [12:0]  write_row,
  output logic [255:0] write_data,
  input  logic         write_grant,
  output logic [31:0]  write_order,
  output logic         retire,
  output logic [31:0]  retire_order,
  output logic         error
);
  logic entered, failed;
  logic [6:0] bursts;
  logic [13:0] received;
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [235:0] queue_pop_data;
  wire queue_wait_valid;
  wire [4:0] queue_wait_index;
  wire walker_command_ready;
  wire walker_transfers_valid;
  wire [39:0] walker_transfers_addr;
  wire [12:0] walker_transfers_beats;
  wire splitter_transfers_ready;
  wire splitter_bursts_valid;
  wire [39:0] splitter_bursts_addr;
  wire [7:0] splitter_bursts_len;
  wire contexts_push_ready;
  wire contexts_pop_valid;
  wire [72:0] contexts_pop_data;
  wire finisher_done_ready;
  wire finisher_give_valid;
  wire [4:0] finisher_give_index;
  wire finisher_retire;
  wire [31:0] finisher_order;
  wire finisher_error;

  wire entered_condition = queue_pop_valid && !entered;
  wire entered_condition_2 = queue_pop_valid && entered;
  wire bursts_condition = bus_ar_valid && bus_ar_ready;
  wire closes = bus_r_valid && bus_r_ready && bus_r_last;
  wire [14:0] last_sum = 15'(received) + 15'd1;
  wire last = last_sum == 15'(contexts_pop_data[27:14]);
  wire ends = contexts_pop_valid && (contexts_pop_data[0] || (write_grant && last));
  wire received_condition = ends && finisher_done_ready;
  wire error_seen = failed || bus_r_resp != 2'd0;
  wire room = bursts != 7'd64;
  wire finisher_done_data_condition = !contexts_pop_data[0];
  wire takes = contexts_pop_valid && finisher_done_data_condition && finisher_done_ready;

  load_queue queue (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid),
    .push_ready (queue_push_ready),
    .push_data  (push_data),
    .pop_valid  (queue_pop_valid),
    .pop_ready  (entered ? walker_command_ready : contexts_push_ready && queue_pop_data[32]),
    .pop_data   (queue_pop_data),
    .wait_valid (queue_wait_valid),
    .wait_index (queue_wait_index),
    .wait_grant (wait_grant)
  );

  transfer_walker walker (
    .clock           (clock),
    .reset           (reset),
    .command_valid   (entered_condition_2),
    .command_ready   (walker_command_ready),
    .command_data    (queue_pop_data),
    .transfers_valid (walker_transfers_valid),
    .transfers_ready (splitter_transfers_ready),
    .transfers_addr  (walker_transfers_addr),
    .transfers_beats (walker_transfers_beats)
  );

  burst_splitter_8191_by_16 splitter (
    .clock           (clock),
    .reset           (reset),
    .transfers_valid (walker_transfers_valid),
    .transfers_ready (splitter_transfers_ready),
    .transfers_addr  (walker_transfers_addr),
    .transfers_beats (walker_transfers_beats),
    .bursts_valid    (splitter_bursts_valid),
    .bursts_ready    (bus_ar_ready && room),
    .bursts_addr     (splitter_bursts_addr),
    .bursts_len      (splitter_bursts_len)
  );

  fifo_4x73 contexts (
    .clock      (clock),
    .reset      (reset),
    .push_valid (entered_condition),
    .push_ready (contexts_push_ready),
    .push_data  ( {
        {1'b0, queue_pop_data[56:45], queue_pop_data[31:0]},
        queue_pop_data[235:222],
        queue_pop_data[109:97],
        queue_pop_data[32]
    }),
    .pop_valid  (contexts_pop_valid),
    .pop_ready  (received_condition),
    .pop_data   (contexts_pop_data)
  );

  load_finisher finisher (
    .clock      (clock),
    .reset      (reset),
    .done_valid (ends),
    .done_ready (finisher_done_ready),
    .done_data  ({finisher_done_data_condition && error_seen, contexts_pop_data[71:28]}),
    .give_valid (finisher_give_valid),
    .give_index (finisher_give_index),
    .give_grant (give_grant),
    .retire     (finisher_retire),
    .order      (finisher_order),
    .error      (finisher_error)
  );

  always_ff @(posedge clock) begin
    if (reset) entered <= 1'b0;
    else if (entered_condition && contexts_push_ready) entered <= !queue_pop_data[32];
    else if (entered_condition_2 && walker_command_ready) entered <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (reset) bursts <= 7'd0;
    else if (bursts_condition && !closes) bursts <= bursts + 7'd1;
    else if (closes && !bursts_condition) bursts <= bursts - 7'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      received <= 14'd0;
      failed <= 1'b0;
    end else if (received_condition) begin
      received <= 14'd0;
      failed <= 1'b0;
    end else if (write_grant) begin
      received <= last_sum[13:0];
      failed <= error_seen;
    end
  end

  assign push_ready = queue_push_ready;
  assign wait_valid = queue_wait_valid;
  assign wait_index = queue_wait_index;
  assign give_valid = finisher_give_valid;
  assign give_index = finisher_give_index;
  assign bus_ar_valid = splitter_bursts_valid && room;
  assign bus_ar_addr = splitter_bursts_addr;
  assign bus_ar_len = splitter_bursts_len;
  assign bus_r_ready = takes && write_grant;
  assign write_valid = bus_r_valid && takes;
  assign write_row = contexts_pop_data[13:1] + received[12:0];
  assign write_data = bus_r_data;
  assign write_order = contexts_pop_data[59:28];
  assign retire = finisher_retire;
  assign retire_order = finisher_order;
  assign error = finisher_error;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(bursts_condition && !closes) || bursts + 7'd1 <= 7'd64))
      else $error("load_engine: a burst opens only where there is room");
    assert (reset || (!(!(bursts_condition && !closes) && closes && !bursts_condition) || $signed(bursts) - 7'sd1 >= 7'sd0))
      else $error("load_engine: a burst that closes was open");
  end
`endif

  wire unused_1 = &{1'b0, queue_pop_data[110]};  // loads go to the scratchpad
  wire unused_2 = &{1'b0, contexts_pop_data[72]};  // the context is made before any response
endmodule
