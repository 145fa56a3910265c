// LD and LDT: requests run ahead of the data, across instructions, up to 64 bursts of 512 bytes in flight; beats come
// back in order, those of tiles through the transposer, and go to consecutive rows of the scratchpad or the
// accumulators.
// From Hw.Txu/Dma/LoadEngine.cs (LoadEngine). Generated: edit the C#, then `make gen`.
module load_engine_32 (
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
  output logic          bus_ar_valid,
  input  logic          bus_ar_ready,
  output logic [39:0]   bus_ar_addr,
  output logic [7:0]    bus_ar_len,
  input  logic          bus_r_valid,
  output logic          bus_r_ready,
  input  logic [255:0]  bus_r_data,
  input  logic [1:0]    bus_r_resp,
  input  logic          bus_r_last,
  output logic          write_valid,
  output logic [12:0]   write_row,
  output logic [255:0]  write_data,
  input  logic          write_grant,
  output logic          acc_write_valid,
  output logic [9:0]    acc_write_row,
  output logic [1023:0] acc_write_data,
  input  logic          acc_write_grant,
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
  logic [6:0] bursts;
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
  wire arrivals_loads_ready;
  wire arrivals_r_ready;
  wire arrivals_plain_valid;
  wire [255:0] arrivals_plain_data;
  wire arrivals_turned_valid;
  wire [255:0] arrivals_turned_data;
  wire arrivals_errors_valid;
  wire arrivals_errors_data;
  wire rows_push_ready;
  wire rows_pop_valid;
  wire [74:0] rows_pop_data;
  wire writer_loads_ready;
  wire writer_plain_ready;
  wire writer_turned_ready;
  wire writer_errors_ready;
  wire writer_write_valid;
  wire [12:0] writer_write_row;
  wire [255:0] writer_write_data;
  wire writer_acc_write_valid;
  wire [9:0] writer_acc_write_row;
  wire [1023:0] writer_acc_write_data;
  wire [31:0] writer_write_order;
  wire writer_done_valid;
  wire [44:0] writer_done_data;
  wire finisher_done_ready;
  wire finisher_give_valid;
  wire [4:0] finisher_give_index;
  wire finisher_retire;
  wire [31:0] finisher_order;
  wire finisher_error;

  wire bursts_condition = bus_ar_valid && bus_ar_ready;
  wire closes = bus_r_valid && bus_r_ready && bus_r_last;
  wire enters = queue_pop_valid && walker_commands_ready && rows_push_ready && arrivals_loads_ready;
  wire walker_commands_valid_condition = enters && !queue_pop_data[32];
  wire room = bursts != 7'd64;

  load_queue queue (
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
    .bursts_ready    (bus_ar_ready && room),
    .bursts_addr     (splitter_bursts_addr),
    .bursts_len      (splitter_bursts_len),
    .ends            (splitter_ends)
  );

  load_arrivals arrivals (
    .clock        (clock),
    .reset        (reset),
    .loads_valid  (walker_commands_valid_condition),
    .loads_ready  (arrivals_loads_ready),
    .loads_data   ({queue_pop_data[237:224], queue_pop_data[117:113] - 5'd1, queue_pop_data[112:111]}),
    .r_valid      (bus_r_valid),
    .r_ready      (arrivals_r_ready),
    .r_data       (bus_r_data),
    .r_resp       (bus_r_resp),
    .r_last       (bus_r_last),
    .plain_valid  (arrivals_plain_valid),
    .plain_ready  (writer_plain_ready),
    .plain_data   (arrivals_plain_data),
    .turned_valid (arrivals_turned_valid),
    .turned_ready (writer_turned_ready),
    .turned_data  (arrivals_turned_data),
    .errors_valid (arrivals_errors_valid),
    .errors_ready (writer_errors_ready),
    .errors_data  (arrivals_errors_data)
  );

  fifo_16x75 rows (
    .clock      (clock),
    .reset      (reset),
    .push_valid (enters),
    .push_ready (rows_push_ready),
    .push_data  ( {
        {1'b0, queue_pop_data[56:45], queue_pop_data[31:0]},
          queue_pop_data[111] ? (queue_pop_data[112] ? queue_pop_data[237:224] << 6 : queue_pop_data[237:224] << 5)
        : queue_pop_data[237:224],
        queue_pop_data[109:97],
        queue_pop_data[110],
        queue_pop_data[111],
        queue_pop_data[32]
    }),
    .pop_valid  (rows_pop_valid),
    .pop_ready  (writer_loads_ready),
    .pop_data   (rows_pop_data)
  );

  load_writer_32 writer (
    .clock           (clock),
    .reset           (reset),
    .loads_valid     (rows_pop_valid),
    .loads_ready     (writer_loads_ready),
    .loads_data      (rows_pop_data),
    .plain_valid     (arrivals_plain_valid),
    .plain_ready     (writer_plain_ready),
    .plain_data      (arrivals_plain_data),
    .turned_valid    (arrivals_turned_valid),
    .turned_ready    (writer_turned_ready),
    .turned_data     (arrivals_turned_data),
    .errors_valid    (arrivals_errors_valid),
    .errors_ready    (writer_errors_ready),
    .errors_data     (arrivals_errors_data),
    .write_valid     (writer_write_valid),
    .write_row       (writer_write_row),
    .write_data      (writer_write_data),
    .write_grant     (write_grant),
    .acc_write_valid (writer_acc_write_valid),
    .acc_write_row   (writer_acc_write_row),
    .acc_write_data  (writer_acc_write_data),
    .acc_write_grant (acc_write_grant),
    .write_order     (writer_write_order),
    .done_valid      (writer_done_valid),
    .done_ready      (finisher_done_ready),
    .done_data       (writer_done_data)
  );

  load_finisher finisher (
    .clock      (clock),
    .reset      (reset),
    .done_valid (writer_done_valid),
    .done_ready (finisher_done_ready),
    .done_data  (writer_done_data),
    .give_valid (finisher_give_valid),
    .give_index (finisher_give_index),
    .give_grant (give_grant),
    .retire     (finisher_retire),
    .order      (finisher_order),
    .error      (finisher_error)
  );

  always_ff @(posedge clock) begin
    if (reset) bursts <= 7'd0;
    else if (bursts_condition && !closes) bursts <= bursts + 7'd1;
    else if (closes && !bursts_condition) bursts <= bursts - 7'd1;
  end

  assign push_ready = queue_push_ready;
  assign wait_valid = queue_wait_valid;
  assign wait_index = queue_wait_index;
  assign give_valid = finisher_give_valid;
  assign give_index = finisher_give_index;
  assign bus_ar_valid = splitter_bursts_valid && room;
  assign bus_ar_addr = splitter_bursts_addr;
  assign bus_ar_len = splitter_bursts_len;
  assign bus_r_ready = arrivals_r_ready;
  assign write_valid = writer_write_valid;
  assign write_row = writer_write_row;
  assign write_data = writer_write_data;
  assign acc_write_valid = writer_acc_write_valid;
  assign acc_write_row = writer_acc_write_row;
  assign acc_write_data = writer_acc_write_data;
  assign write_order = writer_write_order;
  assign retire = finisher_retire;
  assign retire_order = finisher_order;
  assign error = finisher_error;
  assign activity_busy = enters || rows_pop_valid;
  assign activity_waits = queue_wait_valid && !wait_grant;
  assign activity_blocked =
      (write_valid && !write_grant) || (acc_write_valid && !acc_write_grant) || (bus_ar_valid && !bus_ar_ready);
  assign activity_begins = enters;
  assign activity_order = queue_pop_data[31:0];

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(bursts_condition && !closes) || bursts + 7'd1 <= 7'd64))
      else $error("load_engine_32: a burst opens only where there is room");
    assert (reset || (!(!(bursts_condition && !closes) && closes && !bursts_condition) || $signed(bursts) - 7'sd1 >= 7'sd0))
      else $error("load_engine_32: a burst that closes was open");
  end
`endif

  wire unused = &{1'b0, splitter_ends};  // arrivals are counted
endmodule
