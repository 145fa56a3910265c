// The matrix unit: a queue, a loader that runs one chunk ahead, a streamer, and C lanes of 32 multipliers.
// From Hw.Txu/Matrix/MatrixUnit.cs (MatrixUnit). Generated: edit the C#, then `make gen`.
module matrix_unit_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          push_valid,
  output logic          push_ready,
  input  logic [158:0]  push_data,
  output logic          wait_valid,
  output logic [4:0]    wait_index,
  input  logic          wait_grant,
  output logic          give_valid,
  output logic [4:0]    give_index,
  input  logic          give_grant,
  output logic          moving_valid,
  output logic [12:0]   moving_row,
  input  logic          moving_grant,
  input  logic [255:0]  moving_data,
  output logic          stationary_valid,
  output logic [12:0]   stationary_row,
  input  logic          stationary_grant,
  input  logic [255:0]  stationary_data,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data,
  output logic          write_valid,
  output logic [9:0]    write_row,
  output logic [1023:0] write_data,
  input  logic          write_grant,
  output logic [31:0]   write_order,
  output logic          retire,
  output logic [31:0]   retire_order,
  output logic          issue
);
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [158:0] queue_pop_data;
  wire queue_wait_valid;
  wire [4:0] queue_wait_index;
  wire loader_command_ready;
  wire loader_ready_valid;
  wire [96:0] loader_ready_data;
  wire loader_stationary_valid;
  wire [12:0] loader_stationary_row;
  wire loader_load;
  wire [255:0] loader_features;
  wire streamer_chunks_ready;
  wire streamer_done_valid;
  wire [44:0] streamer_done_data;
  wire streamer_moving_valid;
  wire [12:0] streamer_moving_row;
  wire streamer_acc_valid;
  wire [9:0] streamer_acc_row;
  wire streamer_write_valid;
  wire [9:0] streamer_write_row;
  wire [1023:0] streamer_write_data;
  wire [255:0] streamer_lane_row;
  wire streamer_swap;
  wire streamer_restart;
  wire [1023:0] streamer_sums;
  wire [31:0] streamer_write_order;
  wire streamer_issue;
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
    .stationary_row   (loader_stationary_row),
    .stationary_grant (stationary_grant),
    .stationary_data  (stationary_data),
    .load             (loader_load),
    .features         (loader_features)
  );

  moving_streamer_32 streamer (
    .clock        (clock),
    .reset        (reset),
    .chunks_valid (loader_ready_valid),
    .chunks_ready (streamer_chunks_ready),
    .chunks_data  (loader_ready_data),
    .done_valid   (streamer_done_valid),
    .done_ready   (finisher_done_ready),
    .done_data    (streamer_done_data),
    .moving_valid (streamer_moving_valid),
    .moving_row   (streamer_moving_row),
    .moving_grant (moving_grant),
    .moving_data  (moving_data),
    .acc_valid    (streamer_acc_valid),
    .acc_row      (streamer_acc_row),
    .acc_grant    (acc_grant),
    .acc_data     (acc_data),
    .write_valid  (streamer_write_valid),
    .write_row    (streamer_write_row),
    .write_data   (streamer_write_data),
    .write_grant  (write_grant),
    .lane_row     (streamer_lane_row),
    .swap         (streamer_swap),
    .restart      (streamer_restart),
    .sums         (streamer_sums),
    .results      (array_results),
    .write_order  (streamer_write_order),
    .retired      (finisher_retire),
    .issue        (streamer_issue)
  );

  dot_array_32 array (
    .clock        (clock),
    .moving       (streamer_lane_row),
    .load         (loader_load),
    .features     (loader_features),
    .swap         (streamer_swap),
    .accumulators (streamer_sums),
    .fresh        (streamer_restart),
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
  assign moving_row = streamer_moving_row;
  assign stationary_valid = loader_stationary_valid;
  assign stationary_row = loader_stationary_row;
  assign acc_valid = streamer_acc_valid;
  assign acc_row = streamer_acc_row;
  assign write_valid = streamer_write_valid;
  assign write_row = streamer_write_row;
  assign write_data = streamer_write_data;
  assign write_order = streamer_write_order;
  assign retire = finisher_retire;
  assign retire_order = finisher_order;
  assign issue = streamer_issue;

  wire unused = &{1'b0, finisher_error};  // the matrix unit has no memory responses
endmodule
