// The matrix unit: a queue, a loader that runs one chunk ahead across instructions, a streamer, and C lanes of 32
// multipliers for INT8, BF16 and E4M3.
// From Hw.Txu/Matrix/MatrixUnit.cs (MatrixUnit). Generated: edit the C#, then `make gen`.
module matrix_unit_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          push_valid,
  output logic          push_ready,
  input  logic [176:0]  push_data,
  output logic          wait_valid,
  output logic [4:0]    wait_index,
  input  logic          wait_grant,
  output logic          give_valid,
  output logic [4:0]    give_index,
  input  logic          give_grant,
  output logic          moving_valid,
  output logic          moving_wide,
  output logic [12:0]   moving_row,
  input  logic          moving_grant,
  input  logic [511:0]  moving_data,
  output logic          stationary_valid,
  output logic          stationary_wide,
  output logic [12:0]   stationary_row,
  input  logic          stationary_grant,
  input  logic [511:0]  stationary_data,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data,
  output logic          alpha_valid,
  output logic [4:0]    alpha_row,
  input  logic          alpha_grant,
  input  logic [1023:0] alpha_data,
  output logic          write_valid,
  output logic [9:0]    write_row,
  output logic [1023:0] write_data,
  input  logic          write_grant,
  input  logic          claim_valid,
  input  logic [1:0]    claim_bank,
  output logic [31:0]   write_order,
  output logic          retire,
  output logic [31:0]   retire_order,
  output logic          issue,            // a row is issued, and so many of its products count
  output logic [10:0]   live_products,
  output logic          activity_busy,
  output logic          activity_waits,
  output logic          activity_blocked,
  output logic          activity_begins,
  output logic [31:0]   activity_order
);
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [176:0] queue_pop_data;
  wire queue_wait_valid;
  wire [4:0] queue_wait_index;
  wire loader_command_ready;
  wire loader_ready_valid;
  wire [148:0] loader_ready_data;
  wire loader_stationary_valid;
  wire loader_stationary_wide;
  wire [12:0] loader_stationary_row;
  wire loader_load;
  wire [511:0] loader_feature;
  wire [31:0] loader_live_lanes;
  wire [1:0] loader_format;
  wire streamer_chunks_ready;
  wire streamer_done_valid;
  wire [44:0] streamer_done_data;
  wire streamer_moving_valid;
  wire streamer_moving_wide;
  wire [12:0] streamer_moving_row;
  wire streamer_acc_valid;
  wire [9:0] streamer_acc_row;
  wire streamer_alpha_valid;
  wire [4:0] streamer_alpha_row;
  wire streamer_write_valid;
  wire [9:0] streamer_write_row;
  wire [1023:0] streamer_write_data;
  wire [31:0] streamer_counts;
  wire [1:0] streamer_format;
  wire streamer_swap;
  wire streamer_fresh;
  wire streamer_scales;
  wire streamer_new_alpha;
  wire [31:0] streamer_write_order;
  wire streamer_issue;
  wire [10:0] streamer_live_products;
  wire streamer_busy;
  wire streamer_blocked;
  wire streamer_begins;
  wire [31:0] streamer_begin_order;
  wire [1023:0] array_results;
  wire finisher_done_ready;
  wire finisher_give_valid;
  wire [4:0] finisher_give_index;
  wire finisher_retire;
  wire [31:0] finisher_order;
  wire finisher_error;

  matrix_queue queue (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid),
    .push_ready (queue_push_ready),
    .push_data  (push_data),
    .pop_valid  (queue_pop_valid),
    .pop_ready  (loader_command_ready),
    .pop_data   (queue_pop_data),
    .wait_valid (queue_wait_valid),
    .wait_index (queue_wait_index),
    .wait_grant (wait_grant)
  );

  stationary_loader_32 loader (
    .clock            (clock),
    .reset            (reset),
    .command_valid    (queue_pop_valid),
    .command_ready    (loader_command_ready),
    .command_data     (queue_pop_data),
    .ready_valid      (loader_ready_valid),
    .ready_ready      (streamer_chunks_ready),
    .ready_data       (loader_ready_data),
    .stationary_valid (loader_stationary_valid),
    .stationary_wide  (loader_stationary_wide),
    .stationary_row   (loader_stationary_row),
    .stationary_grant (stationary_grant),
    .stationary_data  (stationary_data),
    .load             (loader_load),
    .feature          (loader_feature),
    .live_lanes       (loader_live_lanes),
    .format           (loader_format)
  );

  moving_streamer_32 streamer (
    .clock         (clock),
    .reset         (reset),
    .chunks_valid  (loader_ready_valid),
    .chunks_ready  (streamer_chunks_ready),
    .chunks_data   (loader_ready_data),
    .done_valid    (streamer_done_valid),
    .done_ready    (finisher_done_ready),
    .done_data     (streamer_done_data),
    .moving_valid  (streamer_moving_valid),
    .moving_wide   (streamer_moving_wide),
    .moving_row    (streamer_moving_row),
    .moving_grant  (moving_grant),
    .moving_data   (moving_data),
    .acc_valid     (streamer_acc_valid),
    .acc_row       (streamer_acc_row),
    .acc_grant     (acc_grant),
    .acc_data      (acc_data),
    .alpha_valid   (streamer_alpha_valid),
    .alpha_row     (streamer_alpha_row),
    .alpha_grant   (alpha_grant),
    .alpha_data    (alpha_data),
    .write_valid   (streamer_write_valid),
    .write_row     (streamer_write_row),
    .write_data    (streamer_write_data),
    .write_grant   (write_grant),
    .claim_valid   (claim_valid),
    .claim_bank    (claim_bank),
    .counts        (streamer_counts),
    .format        (streamer_format),
    .swap          (streamer_swap),
    .fresh         (streamer_fresh),
    .scales        (streamer_scales),
    .new_alpha     (streamer_new_alpha),
    .results       (array_results),
    .write_order   (streamer_write_order),
    .retired       (finisher_retire),
    .issue         (streamer_issue),
    .live_products (streamer_live_products),
    .busy          (streamer_busy),
    .blocked       (streamer_blocked),
    .begins        (streamer_begins),
    .begin_order   (streamer_begin_order)
  );

  dot_array_32 array (
    .clock        (clock),
    .reset        (reset),
    .moving       (moving_data),
    .counts       (streamer_counts),
    .format       (streamer_format),
    .load         (loader_load),
    .feature      (loader_feature),
    .live_lanes   (loader_live_lanes),
    .load_format  (loader_format),
    .swap         (streamer_swap),
    .accumulators (acc_data),
    .fresh        (streamer_fresh),
    .scales       (streamer_scales),
    .new_alpha    (streamer_new_alpha),
    .alphas       (alpha_data),
    .results      (array_results)
  );

  matrix_finisher finisher (
    .clock      (clock),
    .reset      (reset),
    .done_valid (streamer_done_valid),
    .done_ready (finisher_done_ready),
    .done_data  (streamer_done_data),
    .give_valid (finisher_give_valid),
    .give_index (finisher_give_index),
    .give_grant (give_grant),
    .retire     (finisher_retire),
    .order      (finisher_order),
    .error      (finisher_error)
  );

  assign push_ready = queue_push_ready;
  assign wait_valid = queue_wait_valid;
  assign wait_index = queue_wait_index;
  assign give_valid = finisher_give_valid;
  assign give_index = finisher_give_index;
  assign moving_valid = streamer_moving_valid;
  assign moving_wide = streamer_moving_wide;
  assign moving_row = streamer_moving_row;
  assign stationary_valid = loader_stationary_valid;
  assign stationary_wide = loader_stationary_wide;
  assign stationary_row = loader_stationary_row;
  assign acc_valid = streamer_acc_valid;
  assign acc_row = streamer_acc_row;
  assign alpha_valid = streamer_alpha_valid;
  assign alpha_row = streamer_alpha_row;
  assign write_valid = streamer_write_valid;
  assign write_row = streamer_write_row;
  assign write_data = streamer_write_data;
  assign write_order = streamer_write_order;
  assign retire = finisher_retire;
  assign retire_order = finisher_order;
  assign issue = streamer_issue;
  assign live_products = streamer_live_products;
  assign activity_busy = streamer_busy || queue_pop_valid;
  assign activity_waits = queue_wait_valid && !wait_grant;
  assign activity_blocked = streamer_blocked;
  assign activity_begins = streamer_begins;
  assign activity_order = streamer_begin_order;

  wire unused = &{1'b0, finisher_error};  // the matrix unit has no memory responses
endmodule
