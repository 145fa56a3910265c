// The transformer unit: a sequencer that dispatches to four asynchronous queues, scratchpad and accumulators in banks,
// a matrix unit of 32 × C multipliers, a vector unit, load and store engines. Its instruction set is txu 0.3, hash
// 7ba7151b01895c362e8523d7c93f4b8eaac019f2c476c69baed208f598592113.
// From Hw.Txu/TxuChip.cs (TxuChip). Generated: edit the C#, then `make gen`.
module txu_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          csr_aw_valid,
  output logic          csr_aw_ready,
  input  logic [11:0]   csr_aw_addr,
  input  logic          csr_w_valid,
  output logic          csr_w_ready,
  input  logic [31:0]   csr_w_data,
  output logic          csr_b_valid,
  input  logic          csr_b_ready,
  output logic [1:0]    csr_b_resp,
  input  logic          csr_ar_valid,
  output logic          csr_ar_ready,
  input  logic [11:0]   csr_ar_addr,
  output logic          csr_r_valid,
  input  logic          csr_r_ready,
  output logic [31:0]   csr_r_data,
  output logic [1:0]    csr_r_resp,
  output logic          fetch_ar_valid,
  input  logic          fetch_ar_ready,
  output logic [39:0]   fetch_ar_addr,
  output logic [7:0]    fetch_ar_len,
  input  logic          fetch_r_valid,
  output logic          fetch_r_ready,
  input  logic [255:0]  fetch_r_data,
  input  logic [1:0]    fetch_r_resp,
  input  logic          fetch_r_last,
  output logic          load_bus_ar_valid,
  input  logic          load_bus_ar_ready,
  output logic [39:0]   load_bus_ar_addr,
  output logic [7:0]    load_bus_ar_len,
  input  logic          load_bus_r_valid,
  output logic          load_bus_r_ready,
  input  logic [255:0]  load_bus_r_data,
  input  logic [1:0]    load_bus_r_resp,
  input  logic          load_bus_r_last,
  output logic          store_bus_aw_valid,
  input  logic          store_bus_aw_ready,
  output logic [39:0]   store_bus_aw_addr,
  output logic [7:0]    store_bus_aw_len,
  output logic          store_bus_w_valid,
  input  logic          store_bus_w_ready,
  output logic [255:0]  store_bus_w_data,
  output logic [31:0]   store_bus_w_strb,
  output logic          store_bus_w_last,
  input  logic          store_bus_b_valid,
  output logic          store_bus_b_ready,
  input  logic [1:0]    store_bus_b_resp,
  output logic          irq,
  output logic          running,
  output logic          records_load_valid,
  output logic [31:0]   records_load_order,
  output logic [12:0]   records_load_address,
  output logic [255:0]  records_load_data,
  output logic          records_load_acc_valid,
  output logic [31:0]   records_load_acc_order,
  output logic [9:0]    records_load_acc_address,
  output logic [1023:0] records_load_acc_data,
  output logic          records_vector_valid,
  output logic [31:0]   records_vector_order,
  output logic [12:0]   records_vector_address,
  output logic [255:0]  records_vector_data,
  output logic          records_vector_pair_valid,
  output logic [31:0]   records_vector_pair_order,
  output logic [12:0]   records_vector_pair_address,
  output logic [511:0]  records_vector_pair_data,
  output logic          records_vector_acc_valid,
  output logic [31:0]   records_vector_acc_order,
  output logic [9:0]    records_vector_acc_address,
  output logic [1023:0] records_vector_acc_data,
  output logic          records_vector_state_valid,
  output logic [31:0]   records_vector_state_order,
  output logic [4:0]    records_vector_state_address,
  output logic [1023:0] records_vector_state_data,
  output logic          records_matrix_valid,
  output logic [31:0]   records_matrix_order,
  output logic [9:0]    records_matrix_address,
  output logic [1023:0] records_matrix_data,
  output logic          records_store_valid,
  output logic [31:0]   records_store_order,
  output logic [39:0]   records_store_address,
  output logic [255:0]  records_store_data,
  output logic          records_load_retire_valid,
  output logic [31:0]   records_load_retire_order,
  output logic          records_store_retire_valid,
  output logic [31:0]   records_store_retire_order,
  output logic          records_matrix_retire_valid,
  output logic [31:0]   records_matrix_retire_order,
  output logic          records_vector_retire_valid,
  output logic [31:0]   records_vector_retire_order,
  output logic          records_control_retire_valid,
  output logic [31:0]   records_control_retire_order,
  output logic          records_dispatch_valid,
  output logic [31:0]   records_dispatch_order,
  output logic          records_load_begin_valid,
  output logic [31:0]   records_load_begin_order,
  output logic          records_store_begin_valid,
  output logic [31:0]   records_store_begin_order,
  output logic          records_matrix_begin_valid,
  output logic [31:0]   records_matrix_begin_order,
  output logic          records_vector_begin_valid,
  output logic [31:0]   records_vector_begin_order
);
  wire csr_file_bus_aw_ready;
  wire csr_file_bus_w_ready;
  wire csr_file_bus_b_valid;
  wire [1:0] csr_file_bus_b_resp;
  wire csr_file_bus_ar_ready;
  wire csr_file_bus_r_valid;
  wire [31:0] csr_file_bus_r_data;
  wire [1:0] csr_file_bus_r_resp;
  wire csr_file_doorbell;
  wire [30:0] csr_file_program_base;
  wire [31:0] csr_file_length;
  wire [31:0] csr_file_watchdog;
  wire csr_file_irq;
  wire [5:0] csr_file_counter;
  wire [31:0] counter_file_value;
  wire fetch_unit_quiet;
  wire fetch_unit_valid;
  wire [127:0] fetch_unit_word;
  wire fetch_unit_error;
  wire fetch_unit_bus_ar_valid;
  wire [39:0] fetch_unit_bus_ar_addr;
  wire [7:0] fetch_unit_bus_ar_len;
  wire fetch_unit_bus_r_ready;
  wire sequencer_running;
  wire sequencer_finished;
  wire [3:0] sequencer_cause;
  wire [31:0] sequencer_epc;
  wire [15:0] sequencer_code;
  wire sequencer_executes;
  wire [13:0] sequencer_vector_rows;
  wire sequencer_fetch_restart;
  wire sequencer_fetch_want;
  wire [31:0] sequencer_fetch_pc;
  wire sequencer_load_push_valid;
  wire [237:0] sequencer_load_push_data;
  wire sequencer_store_push_valid;
  wire [237:0] sequencer_store_push_data;
  wire sequencer_matrix_push_valid;
  wire [176:0] sequencer_matrix_push_data;
  wire sequencer_vector_push_valid;
  wire [337:0] sequencer_vector_push_data;
  wire sequencer_wait_valid;
  wire [4:0] sequencer_wait_index;
  wire sequencer_give_valid;
  wire [4:0] sequencer_give_index;
  wire sequencer_set_semaphore;
  wire [4:0] sequencer_set_index;
  wire [5:0] sequencer_set_value;
  wire sequencer_dispatches;
  wire sequencer_retire;
  wire [31:0] sequencer_retire_order;
  wire semaphores_load_wait_grant;
  wire semaphores_store_wait_grant;
  wire semaphores_matrix_wait_grant;
  wire semaphores_vector_wait_grant;
  wire semaphores_control_wait_grant;
  wire semaphores_load_signal_grant;
  wire semaphores_store_signal_grant;
  wire semaphores_matrix_signal_grant;
  wire semaphores_vector_signal_grant;
  wire semaphores_control_signal_grant;
  wire scratchpad_moving_grant;
  wire [511:0] scratchpad_moving_data;
  wire scratchpad_stationary_grant;
  wire [511:0] scratchpad_stationary_data;
  wire scratchpad_vector_grant;
  wire [511:0] scratchpad_vector_data;
  wire scratchpad_store_grant;
  wire [255:0] scratchpad_store_data;
  wire scratchpad_vector_write_grant;
  wire scratchpad_load_grant;
  wire accumulators_matrix_grant;
  wire [1023:0] accumulators_matrix_data;
  wire accumulators_vector_grant;
  wire [1023:0] accumulators_vector_data;
  wire accumulators_store_grant;
  wire [1023:0] accumulators_store_data;
  wire accumulators_write_grant;
  wire accumulators_vector_write_grant;
  wire accumulators_load_write_grant;
  wire load_engine_push_ready;
  wire load_engine_wait_valid;
  wire [4:0] load_engine_wait_index;
  wire load_engine_give_valid;
  wire [4:0] load_engine_give_index;
  wire load_engine_bus_ar_valid;
  wire [39:0] load_engine_bus_ar_addr;
  wire [7:0] load_engine_bus_ar_len;
  wire load_engine_bus_r_ready;
  wire load_engine_write_valid;
  wire [12:0] load_engine_write_row;
  wire [255:0] load_engine_write_data;
  wire load_engine_acc_write_valid;
  wire [9:0] load_engine_acc_write_row;
  wire [1023:0] load_engine_acc_write_data;
  wire [31:0] load_engine_write_order;
  wire load_engine_retire;
  wire [31:0] load_engine_retire_order;
  wire load_engine_error;
  wire load_engine_activity_busy;
  wire load_engine_activity_waits;
  wire load_engine_activity_blocked;
  wire load_engine_activity_begins;
  wire [31:0] load_engine_activity_order;
  wire store_engine_push_ready;
  wire store_engine_wait_valid;
  wire [4:0] store_engine_wait_index;
  wire store_engine_give_valid;
  wire [4:0] store_engine_give_index;
  wire store_engine_bus_aw_valid;
  wire [39:0] store_engine_bus_aw_addr;
  wire [7:0] store_engine_bus_aw_len;
  wire store_engine_bus_w_valid;
  wire [255:0] store_engine_bus_w_data;
  wire [31:0] store_engine_bus_w_strb;
  wire store_engine_bus_w_last;
  wire store_engine_bus_b_ready;
  wire store_engine_spad_valid;
  wire [12:0] store_engine_spad_row;
  wire store_engine_acc_valid;
  wire [9:0] store_engine_acc_row;
  wire store_engine_write_beat;
  wire [39:0] store_engine_write_address;
  wire [255:0] store_engine_write_data;
  wire [31:0] store_engine_write_order;
  wire store_engine_retire;
  wire [31:0] store_engine_retire_order;
  wire store_engine_error;
  wire store_engine_activity_busy;
  wire store_engine_activity_waits;
  wire store_engine_activity_blocked;
  wire store_engine_activity_begins;
  wire [31:0] store_engine_activity_order;
  wire matrix_unit_push_ready;
  wire matrix_unit_wait_valid;
  wire [4:0] matrix_unit_wait_index;
  wire matrix_unit_give_valid;
  wire [4:0] matrix_unit_give_index;
  wire matrix_unit_moving_valid;
  wire matrix_unit_moving_wide;
  wire [12:0] matrix_unit_moving_row;
  wire matrix_unit_stationary_valid;
  wire matrix_unit_stationary_wide;
  wire [12:0] matrix_unit_stationary_row;
  wire matrix_unit_acc_valid;
  wire [9:0] matrix_unit_acc_row;
  wire matrix_unit_alpha_valid;
  wire [4:0] matrix_unit_alpha_row;
  wire matrix_unit_write_valid;
  wire [9:0] matrix_unit_write_row;
  wire [1023:0] matrix_unit_write_data;
  wire [31:0] matrix_unit_write_order;
  wire matrix_unit_retire;
  wire [31:0] matrix_unit_retire_order;
  wire matrix_unit_issue;
  wire [10:0] matrix_unit_live_products;
  wire matrix_unit_activity_busy;
  wire matrix_unit_activity_waits;
  wire matrix_unit_activity_blocked;
  wire matrix_unit_activity_begins;
  wire [31:0] matrix_unit_activity_order;
  wire state_file_vector_grant;
  wire [1023:0] state_file_vector_data;
  wire state_file_matrix_grant;
  wire [1023:0] state_file_matrix_data;
  wire state_file_write_grant;
  wire vector_unit_push_ready;
  wire vector_unit_wait_valid;
  wire [4:0] vector_unit_wait_index;
  wire vector_unit_give_valid;
  wire [4:0] vector_unit_give_index;
  wire vector_unit_acc_valid;
  wire [9:0] vector_unit_acc_row;
  wire vector_unit_spad_valid;
  wire vector_unit_spad_wide;
  wire [12:0] vector_unit_spad_row;
  wire vector_unit_state_valid;
  wire [4:0] vector_unit_state_row;
  wire vector_unit_write_valid;
  wire vector_unit_write_wide;
  wire [12:0] vector_unit_write_row;
  wire [511:0] vector_unit_write_data;
  wire vector_unit_acc_write_valid;
  wire [9:0] vector_unit_acc_write_row;
  wire [1023:0] vector_unit_acc_write_data;
  wire vector_unit_state_write_valid;
  wire [4:0] vector_unit_state_write_row;
  wire [1023:0] vector_unit_state_write_data;
  wire vector_unit_claim_valid;
  wire [1:0] vector_unit_claim_bank;
  wire vector_unit_activity_busy;
  wire vector_unit_activity_waits;
  wire vector_unit_activity_blocked;
  wire vector_unit_activity_begins;
  wire [31:0] vector_unit_activity_order;
  wire [31:0] vector_unit_write_order;
  wire vector_unit_retire;
  wire [31:0] vector_unit_retire_order;

  wire counter_file_load_beat_condition = load_bus_r_valid && load_engine_bus_r_ready;
  wire [31:0] fetch_unit_line_count_sum = csr_file_length + 32'd31;

  csr_file_32 csr_file (
    .clock        (clock),
    .reset        (reset),
    .bus_aw_valid (csr_aw_valid),
    .bus_aw_ready (csr_file_bus_aw_ready),
    .bus_aw_addr  (csr_aw_addr),
    .bus_w_valid  (csr_w_valid),
    .bus_w_ready  (csr_file_bus_w_ready),
    .bus_w_data   (csr_w_data),
    .bus_b_valid  (csr_file_bus_b_valid),
    .bus_b_ready  (csr_b_ready),
    .bus_b_resp   (csr_file_bus_b_resp),
    .bus_ar_valid (csr_ar_valid),
    .bus_ar_ready (csr_file_bus_ar_ready),
    .bus_ar_addr  (csr_ar_addr),
    .bus_r_valid  (csr_file_bus_r_valid),
    .bus_r_ready  (csr_r_ready),
    .bus_r_data   (csr_file_bus_r_data),
    .bus_r_resp   (csr_file_bus_r_resp),
    .doorbell     (csr_file_doorbell),
    .program_base (csr_file_program_base),
    .length       (csr_file_length),
    .watchdog     (csr_file_watchdog),
    .irq          (csr_file_irq),
    .running      (sequencer_running),
    .finished     (sequencer_finished),
    .cause        (sequencer_cause),
    .epc          (sequencer_epc),
    .code         (sequencer_code),
    .counter      (csr_file_counter),
    .count        (counter_file_value)
  );

  counter_file_32 counter_file (
    .clock          (clock),
    .reset          (reset),
    .clear          (csr_file_doorbell),
    .running        (sequencer_running),
    .executes       (sequencer_executes),
    .load_busy      (load_engine_activity_busy),
    .load_waits     (load_engine_activity_waits),
    .load_blocked   (load_engine_activity_blocked),
    .load_begins    (load_engine_activity_begins),
    .load_order     (load_engine_activity_order),
    .store_busy     (store_engine_activity_busy),
    .store_waits    (store_engine_activity_waits),
    .store_blocked  (store_engine_activity_blocked),
    .store_begins   (store_engine_activity_begins),
    .store_order    (store_engine_activity_order),
    .matrix_busy    (matrix_unit_activity_busy),
    .matrix_waits   (matrix_unit_activity_waits),
    .matrix_blocked (matrix_unit_activity_blocked),
    .matrix_begins  (matrix_unit_activity_begins),
    .matrix_order   (matrix_unit_activity_order),
    .vector_busy    (vector_unit_activity_busy),
    .vector_waits   (vector_unit_activity_waits),
    .vector_blocked (vector_unit_activity_blocked),
    .vector_begins  (vector_unit_activity_begins),
    .vector_order   (vector_unit_activity_order),
    .retires        ({vector_unit_retire, matrix_unit_retire, store_engine_retire, load_engine_retire}),
    .load_beat      (counter_file_load_beat_condition),
    .store_beat     (store_engine_write_beat),
    .matrix_row     (matrix_unit_issue),
    .live_products  (matrix_unit_live_products),
    .vector_rows    (sequencer_vector_rows),
    .read           (csr_file_counter),
    .value          (counter_file_value)
  );

  fetch_unit fetch_unit (
    .clock        (clock),
    .reset        (reset),
    .restart      (sequencer_fetch_restart),
    .quiet        (fetch_unit_quiet),
    .base         (csr_file_program_base),
    .line_count   (fetch_unit_line_count_sum[31:5]),
    .want         (sequencer_fetch_want),
    .pc           (sequencer_fetch_pc),
    .valid        (fetch_unit_valid),
    .word         (fetch_unit_word),
    .error        (fetch_unit_error),
    .bus_ar_valid (fetch_unit_bus_ar_valid),
    .bus_ar_ready (fetch_ar_ready),
    .bus_ar_addr  (fetch_unit_bus_ar_addr),
    .bus_ar_len   (fetch_unit_bus_ar_len),
    .bus_r_valid  (fetch_r_valid),
    .bus_r_ready  (fetch_unit_bus_r_ready),
    .bus_r_data   (fetch_r_data),
    .bus_r_resp   (fetch_r_resp),
    .bus_r_last   (fetch_r_last)
  );

  sequencer sequencer (
    .clock             (clock),
    .reset             (reset),
    .doorbell          (csr_file_doorbell),
    .length            (csr_file_length),
    .watchdog          (csr_file_watchdog),
    .progress          (counter_file_load_beat_condition
        || scratchpad_load_grant
        || accumulators_load_write_grant
        || store_engine_write_beat
        || matrix_unit_issue
        || accumulators_vector_grant
        || scratchpad_vector_grant
        || state_file_vector_grant
        || scratchpad_vector_write_grant
        || accumulators_vector_write_grant
        || state_file_write_grant),
    .running           (sequencer_running),
    .finished          (sequencer_finished),
    .cause             (sequencer_cause),
    .epc               (sequencer_epc),
    .code              (sequencer_code),
    .executes          (sequencer_executes),
    .vector_rows       (sequencer_vector_rows),
    .fetch_restart     (sequencer_fetch_restart),
    .fetch_quiet       (fetch_unit_quiet),
    .fetch_want        (sequencer_fetch_want),
    .fetch_pc          (sequencer_fetch_pc),
    .fetch_valid       (fetch_unit_valid),
    .fetch_word        (fetch_unit_word),
    .fetch_error       (fetch_unit_error),
    .load_push_valid   (sequencer_load_push_valid),
    .load_push_ready   (load_engine_push_ready),
    .load_push_data    (sequencer_load_push_data),
    .load_retire       (load_engine_retire),
    .load_error        (load_engine_error),
    .store_push_valid  (sequencer_store_push_valid),
    .store_push_ready  (store_engine_push_ready),
    .store_push_data   (sequencer_store_push_data),
    .store_retire      (store_engine_retire),
    .store_error       (store_engine_error),
    .matrix_push_valid (sequencer_matrix_push_valid),
    .matrix_push_ready (matrix_unit_push_ready),
    .matrix_push_data  (sequencer_matrix_push_data),
    .matrix_retire     (matrix_unit_retire),
    .matrix_error      (1'b0),
    .vector_push_valid (sequencer_vector_push_valid),
    .vector_push_ready (vector_unit_push_ready),
    .vector_push_data  (sequencer_vector_push_data),
    .vector_retire     (vector_unit_retire),
    .vector_error      (1'b0),
    .wait_valid        (sequencer_wait_valid),
    .wait_index        (sequencer_wait_index),
    .wait_grant        (semaphores_control_wait_grant),
    .give_valid        (sequencer_give_valid),
    .give_index        (sequencer_give_index),
    .give_grant        (semaphores_control_signal_grant),
    .set_semaphore     (sequencer_set_semaphore),
    .set_index         (sequencer_set_index),
    .set_value         (sequencer_set_value),
    .dispatches        (sequencer_dispatches),
    .retire            (sequencer_retire),
    .retire_order      (sequencer_retire_order)
  );

  semaphore_file semaphores (
    .clock                (clock),
    .reset                (reset),
    .load_wait_valid      (load_engine_wait_valid),
    .load_wait_index      (load_engine_wait_index),
    .load_wait_grant      (semaphores_load_wait_grant),
    .store_wait_valid     (store_engine_wait_valid),
    .store_wait_index     (store_engine_wait_index),
    .store_wait_grant     (semaphores_store_wait_grant),
    .matrix_wait_valid    (matrix_unit_wait_valid),
    .matrix_wait_index    (matrix_unit_wait_index),
    .matrix_wait_grant    (semaphores_matrix_wait_grant),
    .vector_wait_valid    (vector_unit_wait_valid),
    .vector_wait_index    (vector_unit_wait_index),
    .vector_wait_grant    (semaphores_vector_wait_grant),
    .control_wait_valid   (sequencer_wait_valid),
    .control_wait_index   (sequencer_wait_index),
    .control_wait_grant   (semaphores_control_wait_grant),
    .load_signal_valid    (load_engine_give_valid),
    .load_signal_index    (load_engine_give_index),
    .load_signal_grant    (semaphores_load_signal_grant),
    .store_signal_valid   (store_engine_give_valid),
    .store_signal_index   (store_engine_give_index),
    .store_signal_grant   (semaphores_store_signal_grant),
    .matrix_signal_valid  (matrix_unit_give_valid),
    .matrix_signal_index  (matrix_unit_give_index),
    .matrix_signal_grant  (semaphores_matrix_signal_grant),
    .vector_signal_valid  (vector_unit_give_valid),
    .vector_signal_index  (vector_unit_give_index),
    .vector_signal_grant  (semaphores_vector_signal_grant),
    .control_signal_valid (sequencer_give_valid),
    .control_signal_index (sequencer_give_index),
    .control_signal_grant (semaphores_control_signal_grant),
    .set                  (sequencer_set_semaphore),
    .set_index            (sequencer_set_index),
    .set_value            (sequencer_set_value)
  );

  scratchpad scratchpad (
    .clock              (clock),
    .moving_valid       (matrix_unit_moving_valid),
    .moving_wide        (matrix_unit_moving_wide),
    .moving_row         (matrix_unit_moving_row),
    .moving_grant       (scratchpad_moving_grant),
    .moving_data        (scratchpad_moving_data),
    .stationary_valid   (matrix_unit_stationary_valid),
    .stationary_wide    (matrix_unit_stationary_wide),
    .stationary_row     (matrix_unit_stationary_row),
    .stationary_grant   (scratchpad_stationary_grant),
    .stationary_data    (scratchpad_stationary_data),
    .vector_valid       (vector_unit_spad_valid),
    .vector_wide        (vector_unit_spad_wide),
    .vector_row         (vector_unit_spad_row),
    .vector_grant       (scratchpad_vector_grant),
    .vector_data        (scratchpad_vector_data),
    .store_valid        (store_engine_spad_valid),
    .store_row          (store_engine_spad_row),
    .store_grant        (scratchpad_store_grant),
    .store_data         (scratchpad_store_data),
    .vector_write_valid (vector_unit_write_valid),
    .vector_write_wide  (vector_unit_write_wide),
    .vector_write_row   (vector_unit_write_row),
    .vector_write_data  (vector_unit_write_data),
    .vector_write_grant (scratchpad_vector_write_grant),
    .load_valid         (load_engine_write_valid),
    .load_row           (load_engine_write_row),
    .load_data          (load_engine_write_data),
    .load_grant         (scratchpad_load_grant)
  );

  accumulators_32 accumulators (
    .clock              (clock),
    .reset              (reset),
    .matrix_valid       (matrix_unit_acc_valid),
    .matrix_row         (matrix_unit_acc_row),
    .matrix_grant       (accumulators_matrix_grant),
    .matrix_data        (accumulators_matrix_data),
    .vector_valid       (vector_unit_acc_valid),
    .vector_row         (vector_unit_acc_row),
    .vector_grant       (accumulators_vector_grant),
    .vector_data        (accumulators_vector_data),
    .store_valid        (store_engine_acc_valid),
    .store_row          (store_engine_acc_row),
    .store_grant        (accumulators_store_grant),
    .store_data         (accumulators_store_data),
    .write_valid        (matrix_unit_write_valid),
    .write_row          (matrix_unit_write_row),
    .write_data         (matrix_unit_write_data),
    .write_grant        (accumulators_write_grant),
    .vector_write_valid (vector_unit_acc_write_valid),
    .vector_write_row   (vector_unit_acc_write_row),
    .vector_write_data  (vector_unit_acc_write_data),
    .vector_write_grant (accumulators_vector_write_grant),
    .load_write_valid   (load_engine_acc_write_valid),
    .load_write_row     (load_engine_acc_write_row),
    .load_write_data    (load_engine_acc_write_data),
    .load_write_grant   (accumulators_load_write_grant)
  );

  load_engine_32 load_engine (
    .clock            (clock),
    .reset            (reset),
    .push_valid       (sequencer_load_push_valid),
    .push_ready       (load_engine_push_ready),
    .push_data        (sequencer_load_push_data),
    .wait_valid       (load_engine_wait_valid),
    .wait_index       (load_engine_wait_index),
    .wait_grant       (semaphores_load_wait_grant),
    .give_valid       (load_engine_give_valid),
    .give_index       (load_engine_give_index),
    .give_grant       (semaphores_load_signal_grant),
    .bus_ar_valid     (load_engine_bus_ar_valid),
    .bus_ar_ready     (load_bus_ar_ready),
    .bus_ar_addr      (load_engine_bus_ar_addr),
    .bus_ar_len       (load_engine_bus_ar_len),
    .bus_r_valid      (load_bus_r_valid),
    .bus_r_ready      (load_engine_bus_r_ready),
    .bus_r_data       (load_bus_r_data),
    .bus_r_resp       (load_bus_r_resp),
    .bus_r_last       (load_bus_r_last),
    .write_valid      (load_engine_write_valid),
    .write_row        (load_engine_write_row),
    .write_data       (load_engine_write_data),
    .write_grant      (scratchpad_load_grant),
    .acc_write_valid  (load_engine_acc_write_valid),
    .acc_write_row    (load_engine_acc_write_row),
    .acc_write_data   (load_engine_acc_write_data),
    .acc_write_grant  (accumulators_load_write_grant),
    .write_order      (load_engine_write_order),
    .retire           (load_engine_retire),
    .retire_order     (load_engine_retire_order),
    .error            (load_engine_error),
    .activity_busy    (load_engine_activity_busy),
    .activity_waits   (load_engine_activity_waits),
    .activity_blocked (load_engine_activity_blocked),
    .activity_begins  (load_engine_activity_begins),
    .activity_order   (load_engine_activity_order)
  );

  store_engine_32 store_engine (
    .clock            (clock),
    .reset            (reset),
    .push_valid       (sequencer_store_push_valid),
    .push_ready       (store_engine_push_ready),
    .push_data        (sequencer_store_push_data),
    .wait_valid       (store_engine_wait_valid),
    .wait_index       (store_engine_wait_index),
    .wait_grant       (semaphores_store_wait_grant),
    .give_valid       (store_engine_give_valid),
    .give_index       (store_engine_give_index),
    .give_grant       (semaphores_store_signal_grant),
    .bus_aw_valid     (store_engine_bus_aw_valid),
    .bus_aw_ready     (store_bus_aw_ready),
    .bus_aw_addr      (store_engine_bus_aw_addr),
    .bus_aw_len       (store_engine_bus_aw_len),
    .bus_w_valid      (store_engine_bus_w_valid),
    .bus_w_ready      (store_bus_w_ready),
    .bus_w_data       (store_engine_bus_w_data),
    .bus_w_strb       (store_engine_bus_w_strb),
    .bus_w_last       (store_engine_bus_w_last),
    .bus_b_valid      (store_bus_b_valid),
    .bus_b_ready      (store_engine_bus_b_ready),
    .bus_b_resp       (store_bus_b_resp),
    .spad_valid       (store_engine_spad_valid),
    .spad_row         (store_engine_spad_row),
    .spad_grant       (scratchpad_store_grant),
    .spad_data        (scratchpad_store_data),
    .acc_valid        (store_engine_acc_valid),
    .acc_row          (store_engine_acc_row),
    .acc_grant        (accumulators_store_grant),
    .acc_data         (accumulators_store_data),
    .write_beat       (store_engine_write_beat),
    .write_address    (store_engine_write_address),
    .write_data       (store_engine_write_data),
    .write_order      (store_engine_write_order),
    .retire           (store_engine_retire),
    .retire_order     (store_engine_retire_order),
    .error            (store_engine_error),
    .activity_busy    (store_engine_activity_busy),
    .activity_waits   (store_engine_activity_waits),
    .activity_blocked (store_engine_activity_blocked),
    .activity_begins  (store_engine_activity_begins),
    .activity_order   (store_engine_activity_order)
  );

  matrix_unit_32 matrix_unit (
    .clock            (clock),
    .reset            (reset),
    .push_valid       (sequencer_matrix_push_valid),
    .push_ready       (matrix_unit_push_ready),
    .push_data        (sequencer_matrix_push_data),
    .wait_valid       (matrix_unit_wait_valid),
    .wait_index       (matrix_unit_wait_index),
    .wait_grant       (semaphores_matrix_wait_grant),
    .give_valid       (matrix_unit_give_valid),
    .give_index       (matrix_unit_give_index),
    .give_grant       (semaphores_matrix_signal_grant),
    .moving_valid     (matrix_unit_moving_valid),
    .moving_wide      (matrix_unit_moving_wide),
    .moving_row       (matrix_unit_moving_row),
    .moving_grant     (scratchpad_moving_grant),
    .moving_data      (scratchpad_moving_data),
    .stationary_valid (matrix_unit_stationary_valid),
    .stationary_wide  (matrix_unit_stationary_wide),
    .stationary_row   (matrix_unit_stationary_row),
    .stationary_grant (scratchpad_stationary_grant),
    .stationary_data  (scratchpad_stationary_data),
    .acc_valid        (matrix_unit_acc_valid),
    .acc_row          (matrix_unit_acc_row),
    .acc_grant        (accumulators_matrix_grant),
    .acc_data         (accumulators_matrix_data),
    .alpha_valid      (matrix_unit_alpha_valid),
    .alpha_row        (matrix_unit_alpha_row),
    .alpha_grant      (state_file_matrix_grant),
    .alpha_data       (state_file_matrix_data),
    .write_valid      (matrix_unit_write_valid),
    .write_row        (matrix_unit_write_row),
    .write_data       (matrix_unit_write_data),
    .write_grant      (accumulators_write_grant),
    .claim_valid      (vector_unit_claim_valid),
    .claim_bank       (vector_unit_claim_bank),
    .write_order      (matrix_unit_write_order),
    .retire           (matrix_unit_retire),
    .retire_order     (matrix_unit_retire_order),
    .issue            (matrix_unit_issue),
    .live_products    (matrix_unit_live_products),
    .activity_busy    (matrix_unit_activity_busy),
    .activity_waits   (matrix_unit_activity_waits),
    .activity_blocked (matrix_unit_activity_blocked),
    .activity_begins  (matrix_unit_activity_begins),
    .activity_order   (matrix_unit_activity_order)
  );

  state_file_32 state_file (
    .clock        (clock),
    .vector_valid (vector_unit_state_valid),
    .vector_row   (vector_unit_state_row),
    .vector_grant (state_file_vector_grant),
    .vector_data  (state_file_vector_data),
    .matrix_valid (matrix_unit_alpha_valid),
    .matrix_row   (matrix_unit_alpha_row),
    .matrix_grant (state_file_matrix_grant),
    .matrix_data  (state_file_matrix_data),
    .write_valid  (vector_unit_state_write_valid),
    .write_row    (vector_unit_state_write_row),
    .write_data   (vector_unit_state_write_data),
    .write_grant  (state_file_write_grant)
  );

  vector_unit_32 vector_unit (
    .clock             (clock),
    .reset             (reset),
    .push_valid        (sequencer_vector_push_valid),
    .push_ready        (vector_unit_push_ready),
    .push_data         (sequencer_vector_push_data),
    .wait_valid        (vector_unit_wait_valid),
    .wait_index        (vector_unit_wait_index),
    .wait_grant        (semaphores_vector_wait_grant),
    .give_valid        (vector_unit_give_valid),
    .give_index        (vector_unit_give_index),
    .give_grant        (semaphores_vector_signal_grant),
    .acc_valid         (vector_unit_acc_valid),
    .acc_row           (vector_unit_acc_row),
    .acc_grant         (accumulators_vector_grant),
    .acc_data          (accumulators_vector_data),
    .spad_valid        (vector_unit_spad_valid),
    .spad_wide         (vector_unit_spad_wide),
    .spad_row          (vector_unit_spad_row),
    .spad_grant        (scratchpad_vector_grant),
    .spad_data         (scratchpad_vector_data),
    .state_valid       (vector_unit_state_valid),
    .state_row         (vector_unit_state_row),
    .state_grant       (state_file_vector_grant),
    .state_data        (state_file_vector_data),
    .write_valid       (vector_unit_write_valid),
    .write_wide        (vector_unit_write_wide),
    .write_row         (vector_unit_write_row),
    .write_data        (vector_unit_write_data),
    .write_grant       (scratchpad_vector_write_grant),
    .acc_write_valid   (vector_unit_acc_write_valid),
    .acc_write_row     (vector_unit_acc_write_row),
    .acc_write_data    (vector_unit_acc_write_data),
    .acc_write_grant   (accumulators_vector_write_grant),
    .state_write_valid (vector_unit_state_write_valid),
    .state_write_row   (vector_unit_state_write_row),
    .state_write_data  (vector_unit_state_write_data),
    .state_write_grant (state_file_write_grant),
    .claim_valid       (vector_unit_claim_valid),
    .claim_bank        (vector_unit_claim_bank),
    .activity_busy     (vector_unit_activity_busy),
    .activity_waits    (vector_unit_activity_waits),
    .activity_blocked  (vector_unit_activity_blocked),
    .activity_begins   (vector_unit_activity_begins),
    .activity_order    (vector_unit_activity_order),
    .write_order       (vector_unit_write_order),
    .retire            (vector_unit_retire),
    .retire_order      (vector_unit_retire_order)
  );

  assign csr_aw_ready = csr_file_bus_aw_ready;
  assign csr_w_ready = csr_file_bus_w_ready;
  assign csr_b_valid = csr_file_bus_b_valid;
  assign csr_b_resp = csr_file_bus_b_resp;
  assign csr_ar_ready = csr_file_bus_ar_ready;
  assign csr_r_valid = csr_file_bus_r_valid;
  assign csr_r_data = csr_file_bus_r_data;
  assign csr_r_resp = csr_file_bus_r_resp;
  assign fetch_ar_valid = fetch_unit_bus_ar_valid;
  assign fetch_ar_addr = fetch_unit_bus_ar_addr;
  assign fetch_ar_len = fetch_unit_bus_ar_len;
  assign fetch_r_ready = fetch_unit_bus_r_ready;
  assign load_bus_ar_valid = load_engine_bus_ar_valid;
  assign load_bus_ar_addr = load_engine_bus_ar_addr;
  assign load_bus_ar_len = load_engine_bus_ar_len;
  assign load_bus_r_ready = load_engine_bus_r_ready;
  assign store_bus_aw_valid = store_engine_bus_aw_valid;
  assign store_bus_aw_addr = store_engine_bus_aw_addr;
  assign store_bus_aw_len = store_engine_bus_aw_len;
  assign store_bus_w_valid = store_engine_bus_w_valid;
  assign store_bus_w_data = store_engine_bus_w_data;
  assign store_bus_w_strb = store_engine_bus_w_strb;
  assign store_bus_w_last = store_engine_bus_w_last;
  assign store_bus_b_ready = store_engine_bus_b_ready;
  assign irq = csr_file_irq;
  assign running = sequencer_running;
  assign records_load_valid = scratchpad_load_grant;
  assign records_load_order = load_engine_write_order;
  assign records_load_address = load_engine_write_row;
  assign records_load_data = load_engine_write_data;
  assign records_load_acc_valid = accumulators_load_write_grant;
  assign records_load_acc_order = load_engine_write_order;
  assign records_load_acc_address = load_engine_acc_write_row;
  assign records_load_acc_data = load_engine_acc_write_data;
  assign records_vector_valid = scratchpad_vector_write_grant && !vector_unit_write_wide;
  assign records_vector_order = vector_unit_write_order;
  assign records_vector_address = vector_unit_write_row;
  assign records_vector_data = vector_unit_write_data[255:0];
  assign records_vector_pair_valid = scratchpad_vector_write_grant && vector_unit_write_wide;
  assign records_vector_pair_order = vector_unit_write_order;
  assign records_vector_pair_address = vector_unit_write_row;
  assign records_vector_pair_data = vector_unit_write_data;
  assign records_vector_acc_valid = accumulators_vector_write_grant;
  assign records_vector_acc_order = vector_unit_write_order;
  assign records_vector_acc_address = vector_unit_acc_write_row;
  assign records_vector_acc_data = vector_unit_acc_write_data;
  assign records_vector_state_valid = state_file_write_grant;
  assign records_vector_state_order = vector_unit_write_order;
  assign records_vector_state_address = vector_unit_state_write_row;
  assign records_vector_state_data = vector_unit_state_write_data;
  assign records_matrix_valid = accumulators_write_grant;
  assign records_matrix_order = matrix_unit_write_order;
  assign records_matrix_address = matrix_unit_write_row;
  assign records_matrix_data = matrix_unit_write_data;
  assign records_store_valid = store_engine_write_beat;
  assign records_store_order = store_engine_write_order;
  assign records_store_address = store_engine_write_address;
  assign records_store_data = store_engine_write_data;
  assign records_load_retire_valid = load_engine_retire;
  assign records_load_retire_order = load_engine_retire_order;
  assign records_store_retire_valid = store_engine_retire;
  assign records_store_retire_order = store_engine_retire_order;
  assign records_matrix_retire_valid = matrix_unit_retire;
  assign records_matrix_retire_order = matrix_unit_retire_order;
  assign records_vector_retire_valid = vector_unit_retire;
  assign records_vector_retire_order = vector_unit_retire_order;
  assign records_control_retire_valid = sequencer_retire;
  assign records_control_retire_order = sequencer_retire_order;
  assign records_dispatch_valid = sequencer_dispatches;
  assign records_dispatch_order = sequencer_retire_order;
  assign records_load_begin_valid = load_engine_activity_begins;
  assign records_load_begin_order = load_engine_activity_order;
  assign records_store_begin_valid = store_engine_activity_begins;
  assign records_store_begin_order = store_engine_activity_order;
  assign records_matrix_begin_valid = matrix_unit_activity_begins;
  assign records_matrix_begin_order = matrix_unit_activity_order;
  assign records_vector_begin_valid = vector_unit_activity_begins;
  assign records_vector_begin_order = vector_unit_activity_order;

  wire unused = &{1'b0, fetch_unit_line_count_sum[4:0]};  // nothing reads these bits
endmodule
