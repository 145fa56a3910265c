// ST and STT: addresses and data run independently, up to 32 bursts in flight; an instruction completes with the
// response to its last burst. Rows come from the scratchpad, those of tiles through the transposer, or, a quarter at a
// time, from the accumulators.
// From Hw.Txu/Dma/StoreEngine.cs (StoreEngine). Generated: edit the C#, then `make gen`.
module store_engine_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          push_valid,
  output logic          push_ready,
  input  logic [237:0]  push_data,
  output logic          wait_valid,
  output logic [4:0]    wait_index,
  input  logic          wait_grant,
  output logic          give_valid,
  output logic [4:0]    give_index,
  input  logic          give_grant,
  output logic          bus_aw_valid,
  input  logic          bus_aw_ready,
  output logic [39:0]   bus_aw_addr,
  output logic [7:0]    bus_aw_len,
  output logic          bus_w_valid,
  input  logic          bus_w_ready,
  output logic [255:0]  bus_w_data,
  output logic [31:0]   bus_w_strb,
  output logic          bus_w_last,
  input  logic          bus_b_valid,
  output logic          bus_b_ready,
  input  logic [1:0]    bus_b_resp,
  output logic          spad_valid,
  output logic [12:0]   spad_row,
  input  logic          spad_grant,
  input  logic [255:0]  spad_data,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data,
  output logic          write_beat,       // a beat is written to memory
  output logic [39:0]   write_address,
  output logic [255:0]  write_data,
  output logic [31:0]   write_order,
  output logic          retire,
  output logic [31:0]   retire_order,
  output logic          error,
  output logic          activity_busy,
  output logic          activity_waits,
  output logic          activity_blocked,
  output logic          activity_begins,
  output logic [31:0]   activity_order
);
  logic [7:0] beat;
  logic failed;
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [237:0] queue_pop_data;
  wire queue_wait_valid;
  wire [4:0] queue_wait_index;
  wire walker_commands_ready;
  wire walker_transfers_valid;
  wire [39:0] walker_transfers_addr;
  wire [12:0] walker_transfers_beats;
  wire walker_transfers_ends;
  wire splitter_transfers_ready;
  wire splitter_bursts_valid;
  wire [39:0] splitter_bursts_addr;
  wire [7:0] splitter_bursts_len;
  wire splitter_ends;
  wire issues_push_ready;
  wire issues_pop_valid;
  wire [46:0] issues_pop_data;
  wire requests_push_ready;
  wire requests_pop_valid;
  wire [47:0] requests_pop_data;
  wire bursts_push_ready;
  wire bursts_pop_valid;
  wire [80:0] bursts_pop_data;
  wire responses_push_ready;
  wire responses_pop_valid;
  wire [46:0] responses_pop_data;
  wire reader_units_ready;
  wire reader_plain_valid;
  wire [255:0] reader_plain_data;
  wire reader_turned_valid;
  wire [255:0] reader_turned_data;
  wire reader_spad_valid;
  wire [12:0] reader_spad_row;
  wire reader_acc_valid;
  wire [9:0] reader_acc_row;
  wire reader_blocked;
  wire finisher_done_ready;
  wire finisher_give_valid;
  wire [4:0] finisher_give_index;
  wire finisher_retire;
  wire [31:0] finisher_order;
  wire finisher_error;

  wire beat_condition = bus_w_valid && bus_w_ready;
  wire last_beat = beat == bursts_pop_data[8:1];
  wire error_seen = failed || bus_b_resp != 2'd0;
  wire enters = queue_pop_valid && walker_commands_ready && issues_push_ready && reader_units_ready;
  wire walker_commands_valid_condition = enters && !queue_pop_data[32];
  wire announces =
        splitter_bursts_valid
      && issues_pop_valid
      && !issues_pop_data[0]
      && requests_push_ready
      && bursts_push_ready
      && responses_push_ready;
  wire last_burst = issues_pop_data[0] || splitter_ends;
  wire takes_beat = bus_w_ready && bursts_pop_valid;
  wire ends = responses_pop_valid && (responses_pop_data[0] || (bus_b_valid && responses_pop_data[1]));
  wire finisher_done_data_condition = !responses_pop_data[0];
  wire [255:0] data = bursts_pop_data[0] ? reader_turned_data : reader_plain_data;
  wire takes = responses_pop_valid && finisher_done_data_condition && finisher_done_ready;

  store_queue queue (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid),
    .push_ready (queue_push_ready),
    .push_data  (push_data),
    .pop_valid  (queue_pop_valid),
    .pop_ready  (enters),
    .pop_data   (queue_pop_data),
    .wait_valid (queue_wait_valid),
    .wait_index (queue_wait_index),
    .wait_grant (wait_grant)
  );

  transfer_walker walker (
    .clock           (clock),
    .reset           (reset),
    .commands_valid  (walker_commands_valid_condition),
    .commands_ready  (walker_commands_ready),
    .commands_data   (queue_pop_data),
    .transfers_valid (walker_transfers_valid),
    .transfers_ready (splitter_transfers_ready),
    .transfers_addr  (walker_transfers_addr),
    .transfers_beats (walker_transfers_beats),
    .transfers_ends  (walker_transfers_ends)
  );

  burst_splitter_8191_by_16 splitter (
    .clock           (clock),
    .reset           (reset),
    .transfers_valid (walker_transfers_valid),
    .transfers_ready (splitter_transfers_ready),
    .transfers_addr  (walker_transfers_addr),
    .transfers_beats (walker_transfers_beats),
    .transfers_ends  (walker_transfers_ends),
    .bursts_valid    (splitter_bursts_valid),
    .bursts_ready    (announces),
    .bursts_addr     (splitter_bursts_addr),
    .bursts_len      (splitter_bursts_len),
    .ends            (splitter_ends)
  );

  fifo_4x47 issues (
    .clock      (clock),
    .reset      (reset),
    .push_valid (enters),
    .push_ready (issues_push_ready),
    .push_data  ({{1'b0, queue_pop_data[56:45], queue_pop_data[31:0]}, queue_pop_data[111], queue_pop_data[32]}),
    .pop_valid  (issues_pop_valid),
    .pop_ready  (issues_pop_data[0] ? responses_push_ready : announces && splitter_ends),
    .pop_data   (issues_pop_data)
  );

  fifo_2x48 requests (
    .clock      (clock),
    .reset      (reset),
    .push_valid (announces),
    .push_ready (requests_push_ready),
    .push_data  ({splitter_bursts_len, splitter_bursts_addr}),
    .pop_valid  (requests_pop_valid),
    .pop_ready  (bus_aw_ready),
    .pop_data   (requests_pop_data)
  );

  fifo_32x81 bursts (
    .clock      (clock),
    .reset      (reset),
    .push_valid (announces),
    .push_ready (bursts_push_ready),
    .push_data  ({issues_pop_data[33:2], splitter_bursts_addr, splitter_bursts_len, issues_pop_data[1]}),
    .pop_valid  (bursts_pop_valid),
    .pop_ready  (beat_condition && last_beat),
    .pop_data   (bursts_pop_data)
  );

  fifo_32x47 responses (
    .clock      (clock),
    .reset      (reset),
    .push_valid (announces || (issues_pop_valid && issues_pop_data[0])),
    .push_ready (responses_push_ready),
    .push_data  ({issues_pop_data[46:2], last_burst, issues_pop_data[0]}),
    .pop_valid  (responses_pop_valid),
    .pop_ready  (finisher_done_ready && (responses_pop_data[0] || bus_b_valid)),
    .pop_data   (responses_pop_data)
  );

  store_reader_32 reader (
    .clock        (clock),
    .reset        (reset),
    .units_valid  (walker_commands_valid_condition),
    .units_ready  (reader_units_ready),
    .units_data   ( {
          queue_pop_data[111] ? (queue_pop_data[112] ? queue_pop_data[237:224] << 6 : queue_pop_data[237:224] << 5)
        : queue_pop_data[237:224],
        queue_pop_data[117:113] - 5'd1,
        queue_pop_data[112:97]
    }),
    .plain_valid  (reader_plain_valid),
    .plain_ready  (takes_beat && !bursts_pop_data[0]),
    .plain_data   (reader_plain_data),
    .turned_valid (reader_turned_valid),
    .turned_ready (takes_beat && bursts_pop_data[0]),
    .turned_data  (reader_turned_data),
    .spad_valid   (reader_spad_valid),
    .spad_row     (reader_spad_row),
    .spad_grant   (spad_grant),
    .spad_data    (spad_data),
    .acc_valid    (reader_acc_valid),
    .acc_row      (reader_acc_row),
    .acc_grant    (acc_grant),
    .acc_data     (acc_data),
    .blocked      (reader_blocked)
  );

  store_finisher finisher (
    .clock      (clock),
    .reset      (reset),
    .done_valid (ends),
    .done_ready (finisher_done_ready),
    .done_data  ({finisher_done_data_condition && error_seen, responses_pop_data[45:2]}),
    .give_valid (finisher_give_valid),
    .give_index (finisher_give_index),
    .give_grant (give_grant),
    .retire     (finisher_retire),
    .order      (finisher_order),
    .error      (finisher_error)
  );

  always_ff @(posedge clock) begin
    if (reset) beat <= 8'd0;
    else if (beat_condition) beat <= last_beat ? 8'd0 : beat + 8'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) failed <= 1'b0;
    else if (bus_b_valid && bus_b_ready) failed <= error_seen && !responses_pop_data[1];
  end

  assign push_ready = queue_push_ready;
  assign wait_valid = queue_wait_valid;
  assign wait_index = queue_wait_index;
  assign give_valid = finisher_give_valid;
  assign give_index = finisher_give_index;
  assign bus_aw_valid = requests_pop_valid;
  assign bus_aw_addr = requests_pop_data[39:0];
  assign bus_aw_len = requests_pop_data[47:40];
  assign bus_w_valid = bursts_pop_valid && (bursts_pop_data[0] ? reader_turned_valid : reader_plain_valid);
  assign bus_w_data = data;
  assign bus_w_strb = 32'hffffffff;
  assign bus_w_last = last_beat;
  assign bus_b_ready = takes;
  assign spad_valid = reader_spad_valid;
  assign spad_row = reader_spad_row;
  assign acc_valid = reader_acc_valid;
  assign acc_row = reader_acc_row;
  assign write_beat = beat_condition;
  assign write_address = bursts_pop_data[48:9] + (40'(beat) << 5);
  assign write_data = data;
  assign write_order = bursts_pop_data[80:49];
  assign retire = finisher_retire;
  assign retire_order = finisher_order;
  assign error = finisher_error;
  assign activity_busy = enters || issues_pop_valid || responses_pop_valid;
  assign activity_waits = queue_wait_valid && !wait_grant;
  assign activity_blocked = reader_blocked || (bus_aw_valid && !bus_aw_ready) || (bus_w_valid && !bus_w_ready);
  assign activity_begins = enters;
  assign activity_order = queue_pop_data[31:0];

  wire unused = &{1'b0, responses_pop_data[46]};  // the context is made before any response
endmodule
