// The harness that every figure and every comparison runs in: the chip, the memory model on its three buses, and a
// protocol checker on each. All of it is hardware, so a whole run is one call into a simulator.
// From Hw.Txu/TxuSystem.cs (TxuSystem). Generated: edit the C#, then `make gen`.
module txu_system_32 (
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
  output logic          irq,
  output logic          running,
  output logic [3:0]    fetch_violation,              // the first AXI rule broken on fetch, load and store, or 0
  output logic [3:0]    load_violation,
  output logic [3:0]    store_violation,
  input  logic [11:0]   settings_latency,
  input  logic [1:0]    settings_stalls,
  input  logic [18:0]   settings_error_base,
  input  logic [19:0]   settings_error_words,
  input  logic [30:0]   seed,                         // decides every stall; taken during reset
  input  logic          poke_valid,                   // the host writes a 32-byte word
  input  logic [18:0]   poke_address,
  input  logic [255:0]  poke_data,
  input  logic [18:0]   peek_address,
  output logic [255:0]  peek_data,                    // the word at peek_address, one cycle later
  output logic [47:0]   load_beats,                   // beats the load bus moved and cycles in which its memory kept one back
  output logic [47:0]   load_withheld,
  output logic [47:0]   store_beats,
  output logic [47:0]   store_withheld,
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
  wire chip_csr_aw_ready;
  wire chip_csr_w_ready;
  wire chip_csr_b_valid;
  wire [1:0] chip_csr_b_resp;
  wire chip_csr_ar_ready;
  wire chip_csr_r_valid;
  wire [31:0] chip_csr_r_data;
  wire [1:0] chip_csr_r_resp;
  wire chip_fetch_ar_valid;
  wire [39:0] chip_fetch_ar_addr;
  wire [7:0] chip_fetch_ar_len;
  wire chip_fetch_r_ready;
  wire chip_load_bus_ar_valid;
  wire [39:0] chip_load_bus_ar_addr;
  wire [7:0] chip_load_bus_ar_len;
  wire chip_load_bus_r_ready;
  wire chip_store_bus_aw_valid;
  wire [39:0] chip_store_bus_aw_addr;
  wire [7:0] chip_store_bus_aw_len;
  wire chip_store_bus_w_valid;
  wire [255:0] chip_store_bus_w_data;
  wire [31:0] chip_store_bus_w_strb;
  wire chip_store_bus_w_last;
  wire chip_store_bus_b_ready;
  wire chip_irq;
  wire chip_running;
  wire chip_records_load_valid;
  wire [31:0] chip_records_load_order;
  wire [12:0] chip_records_load_address;
  wire [255:0] chip_records_load_data;
  wire chip_records_load_acc_valid;
  wire [31:0] chip_records_load_acc_order;
  wire [9:0] chip_records_load_acc_address;
  wire [1023:0] chip_records_load_acc_data;
  wire chip_records_vector_valid;
  wire [31:0] chip_records_vector_order;
  wire [12:0] chip_records_vector_address;
  wire [255:0] chip_records_vector_data;
  wire chip_records_vector_pair_valid;
  wire [31:0] chip_records_vector_pair_order;
  wire [12:0] chip_records_vector_pair_address;
  wire [511:0] chip_records_vector_pair_data;
  wire chip_records_vector_acc_valid;
  wire [31:0] chip_records_vector_acc_order;
  wire [9:0] chip_records_vector_acc_address;
  wire [1023:0] chip_records_vector_acc_data;
  wire chip_records_vector_state_valid;
  wire [31:0] chip_records_vector_state_order;
  wire [4:0] chip_records_vector_state_address;
  wire [1023:0] chip_records_vector_state_data;
  wire chip_records_matrix_valid;
  wire [31:0] chip_records_matrix_order;
  wire [9:0] chip_records_matrix_address;
  wire [1023:0] chip_records_matrix_data;
  wire chip_records_store_valid;
  wire [31:0] chip_records_store_order;
  wire [39:0] chip_records_store_address;
  wire [255:0] chip_records_store_data;
  wire chip_records_load_retire_valid;
  wire [31:0] chip_records_load_retire_order;
  wire chip_records_store_retire_valid;
  wire [31:0] chip_records_store_retire_order;
  wire chip_records_matrix_retire_valid;
  wire [31:0] chip_records_matrix_retire_order;
  wire chip_records_vector_retire_valid;
  wire [31:0] chip_records_vector_retire_order;
  wire chip_records_control_retire_valid;
  wire [31:0] chip_records_control_retire_order;
  wire chip_records_dispatch_valid;
  wire [31:0] chip_records_dispatch_order;
  wire chip_records_load_begin_valid;
  wire [31:0] chip_records_load_begin_order;
  wire chip_records_store_begin_valid;
  wire [31:0] chip_records_store_begin_order;
  wire chip_records_matrix_begin_valid;
  wire [31:0] chip_records_matrix_begin_order;
  wire chip_records_vector_begin_valid;
  wire [31:0] chip_records_vector_begin_order;
  wire dram_read_0_ar_ready;
  wire dram_read_0_r_valid;
  wire [255:0] dram_read_0_r_data;
  wire [1:0] dram_read_0_r_resp;
  wire dram_read_0_r_last;
  wire dram_read_1_ar_ready;
  wire dram_read_1_r_valid;
  wire [255:0] dram_read_1_r_data;
  wire [1:0] dram_read_1_r_resp;
  wire dram_read_1_r_last;
  wire dram_write_aw_ready;
  wire dram_write_w_ready;
  wire dram_write_b_valid;
  wire [1:0] dram_write_b_resp;
  wire [255:0] dram_peek_data;
  wire [47:0] dram_read_0_beats;
  wire [47:0] dram_read_1_beats;
  wire [47:0] dram_read_0_withheld;
  wire [47:0] dram_read_1_withheld;
  wire [47:0] dram_write_beats;
  wire [47:0] dram_write_withheld;
  wire [3:0] fetch_checker_violation;
  wire [3:0] load_checker_violation;
  wire [3:0] store_checker_violation;

  txu_32 chip (
    .clock                        (clock),
    .reset                        (reset),
    .csr_aw_valid                 (csr_aw_valid),
    .csr_aw_ready                 (chip_csr_aw_ready),
    .csr_aw_addr                  (csr_aw_addr),
    .csr_w_valid                  (csr_w_valid),
    .csr_w_ready                  (chip_csr_w_ready),
    .csr_w_data                   (csr_w_data),
    .csr_b_valid                  (chip_csr_b_valid),
    .csr_b_ready                  (csr_b_ready),
    .csr_b_resp                   (chip_csr_b_resp),
    .csr_ar_valid                 (csr_ar_valid),
    .csr_ar_ready                 (chip_csr_ar_ready),
    .csr_ar_addr                  (csr_ar_addr),
    .csr_r_valid                  (chip_csr_r_valid),
    .csr_r_ready                  (csr_r_ready),
    .csr_r_data                   (chip_csr_r_data),
    .csr_r_resp                   (chip_csr_r_resp),
    .fetch_ar_valid               (chip_fetch_ar_valid),
    .fetch_ar_ready               (dram_read_0_ar_ready),
    .fetch_ar_addr                (chip_fetch_ar_addr),
    .fetch_ar_len                 (chip_fetch_ar_len),
    .fetch_r_valid                (dram_read_0_r_valid),
    .fetch_r_ready                (chip_fetch_r_ready),
    .fetch_r_data                 (dram_read_0_r_data),
    .fetch_r_resp                 (dram_read_0_r_resp),
    .fetch_r_last                 (dram_read_0_r_last),
    .load_bus_ar_valid            (chip_load_bus_ar_valid),
    .load_bus_ar_ready            (dram_read_1_ar_ready),
    .load_bus_ar_addr             (chip_load_bus_ar_addr),
    .load_bus_ar_len              (chip_load_bus_ar_len),
    .load_bus_r_valid             (dram_read_1_r_valid),
    .load_bus_r_ready             (chip_load_bus_r_ready),
    .load_bus_r_data              (dram_read_1_r_data),
    .load_bus_r_resp              (dram_read_1_r_resp),
    .load_bus_r_last              (dram_read_1_r_last),
    .store_bus_aw_valid           (chip_store_bus_aw_valid),
    .store_bus_aw_ready           (dram_write_aw_ready),
    .store_bus_aw_addr            (chip_store_bus_aw_addr),
    .store_bus_aw_len             (chip_store_bus_aw_len),
    .store_bus_w_valid            (chip_store_bus_w_valid),
    .store_bus_w_ready            (dram_write_w_ready),
    .store_bus_w_data             (chip_store_bus_w_data),
    .store_bus_w_strb             (chip_store_bus_w_strb),
    .store_bus_w_last             (chip_store_bus_w_last),
    .store_bus_b_valid            (dram_write_b_valid),
    .store_bus_b_ready            (chip_store_bus_b_ready),
    .store_bus_b_resp             (dram_write_b_resp),
    .irq                          (chip_irq),
    .running                      (chip_running),
    .records_load_valid           (chip_records_load_valid),
    .records_load_order           (chip_records_load_order),
    .records_load_address         (chip_records_load_address),
    .records_load_data            (chip_records_load_data),
    .records_load_acc_valid       (chip_records_load_acc_valid),
    .records_load_acc_order       (chip_records_load_acc_order),
    .records_load_acc_address     (chip_records_load_acc_address),
    .records_load_acc_data        (chip_records_load_acc_data),
    .records_vector_valid         (chip_records_vector_valid),
    .records_vector_order         (chip_records_vector_order),
    .records_vector_address       (chip_records_vector_address),
    .records_vector_data          (chip_records_vector_data),
    .records_vector_pair_valid    (chip_records_vector_pair_valid),
    .records_vector_pair_order    (chip_records_vector_pair_order),
    .records_vector_pair_address  (chip_records_vector_pair_address),
    .records_vector_pair_data     (chip_records_vector_pair_data),
    .records_vector_acc_valid     (chip_records_vector_acc_valid),
    .records_vector_acc_order     (chip_records_vector_acc_order),
    .records_vector_acc_address   (chip_records_vector_acc_address),
    .records_vector_acc_data      (chip_records_vector_acc_data),
    .records_vector_state_valid   (chip_records_vector_state_valid),
    .records_vector_state_order   (chip_records_vector_state_order),
    .records_vector_state_address (chip_records_vector_state_address),
    .records_vector_state_data    (chip_records_vector_state_data),
    .records_matrix_valid         (chip_records_matrix_valid),
    .records_matrix_order         (chip_records_matrix_order),
    .records_matrix_address       (chip_records_matrix_address),
    .records_matrix_data          (chip_records_matrix_data),
    .records_store_valid          (chip_records_store_valid),
    .records_store_order          (chip_records_store_order),
    .records_store_address        (chip_records_store_address),
    .records_store_data           (chip_records_store_data),
    .records_load_retire_valid    (chip_records_load_retire_valid),
    .records_load_retire_order    (chip_records_load_retire_order),
    .records_store_retire_valid   (chip_records_store_retire_valid),
    .records_store_retire_order   (chip_records_store_retire_order),
    .records_matrix_retire_valid  (chip_records_matrix_retire_valid),
    .records_matrix_retire_order  (chip_records_matrix_retire_order),
    .records_vector_retire_valid  (chip_records_vector_retire_valid),
    .records_vector_retire_order  (chip_records_vector_retire_order),
    .records_control_retire_valid (chip_records_control_retire_valid),
    .records_control_retire_order (chip_records_control_retire_order),
    .records_dispatch_valid       (chip_records_dispatch_valid),
    .records_dispatch_order       (chip_records_dispatch_order),
    .records_load_begin_valid     (chip_records_load_begin_valid),
    .records_load_begin_order     (chip_records_load_begin_order),
    .records_store_begin_valid    (chip_records_store_begin_valid),
    .records_store_begin_order    (chip_records_store_begin_order),
    .records_matrix_begin_valid   (chip_records_matrix_begin_valid),
    .records_matrix_begin_order   (chip_records_matrix_begin_order),
    .records_vector_begin_valid   (chip_records_vector_begin_valid),
    .records_vector_begin_order   (chip_records_vector_begin_order)
  );

  axi_memory_2x524288 dram (
    .clock                (clock),
    .reset                (reset),
    .read_0_ar_valid      (chip_fetch_ar_valid),
    .read_0_ar_ready      (dram_read_0_ar_ready),
    .read_0_ar_addr       (chip_fetch_ar_addr),
    .read_0_ar_len        (chip_fetch_ar_len),
    .read_0_r_valid       (dram_read_0_r_valid),
    .read_0_r_ready       (chip_fetch_r_ready),
    .read_0_r_data        (dram_read_0_r_data),
    .read_0_r_resp        (dram_read_0_r_resp),
    .read_0_r_last        (dram_read_0_r_last),
    .read_1_ar_valid      (chip_load_bus_ar_valid),
    .read_1_ar_ready      (dram_read_1_ar_ready),
    .read_1_ar_addr       (chip_load_bus_ar_addr),
    .read_1_ar_len        (chip_load_bus_ar_len),
    .read_1_r_valid       (dram_read_1_r_valid),
    .read_1_r_ready       (chip_load_bus_r_ready),
    .read_1_r_data        (dram_read_1_r_data),
    .read_1_r_resp        (dram_read_1_r_resp),
    .read_1_r_last        (dram_read_1_r_last),
    .write_aw_valid       (chip_store_bus_aw_valid),
    .write_aw_ready       (dram_write_aw_ready),
    .write_aw_addr        (chip_store_bus_aw_addr),
    .write_aw_len         (chip_store_bus_aw_len),
    .write_w_valid        (chip_store_bus_w_valid),
    .write_w_ready        (dram_write_w_ready),
    .write_w_data         (chip_store_bus_w_data),
    .write_w_strb         (chip_store_bus_w_strb),
    .write_w_last         (chip_store_bus_w_last),
    .write_b_valid        (dram_write_b_valid),
    .write_b_ready        (chip_store_bus_b_ready),
    .write_b_resp         (dram_write_b_resp),
    .settings_latency     (settings_latency),
    .settings_stalls      (settings_stalls),
    .settings_error_base  (settings_error_base),
    .settings_error_words (settings_error_words),
    .seed                 (seed),
    .poke_valid           (poke_valid),
    .poke_address         (poke_address),
    .poke_data            (poke_data),
    .peek_address         (peek_address),
    .peek_data            (dram_peek_data),
    .read_0_beats         (dram_read_0_beats),
    .read_1_beats         (dram_read_1_beats),
    .read_0_withheld      (dram_read_0_withheld),
    .read_1_withheld      (dram_read_1_withheld),
    .write_beats          (dram_write_beats),
    .write_withheld       (dram_write_withheld)
  );

  axi_read_checker_64x16 fetch_checker (
    .clock        (clock),
    .reset        (reset),
    .bus_ar_valid (chip_fetch_ar_valid),
    .bus_ar_ready (dram_read_0_ar_ready),
    .bus_ar_addr  (chip_fetch_ar_addr),
    .bus_ar_len   (chip_fetch_ar_len),
    .bus_r_valid  (dram_read_0_r_valid),
    .bus_r_ready  (chip_fetch_r_ready),
    .bus_r_data   (dram_read_0_r_data),
    .bus_r_resp   (dram_read_0_r_resp),
    .bus_r_last   (dram_read_0_r_last),
    .violation    (fetch_checker_violation)
  );

  axi_read_checker_64x16 load_checker (
    .clock        (clock),
    .reset        (reset),
    .bus_ar_valid (chip_load_bus_ar_valid),
    .bus_ar_ready (dram_read_1_ar_ready),
    .bus_ar_addr  (chip_load_bus_ar_addr),
    .bus_ar_len   (chip_load_bus_ar_len),
    .bus_r_valid  (dram_read_1_r_valid),
    .bus_r_ready  (chip_load_bus_r_ready),
    .bus_r_data   (dram_read_1_r_data),
    .bus_r_resp   (dram_read_1_r_resp),
    .bus_r_last   (dram_read_1_r_last),
    .violation    (load_checker_violation)
  );

  axi_write_checker_64x16 store_checker (
    .clock        (clock),
    .reset        (reset),
    .bus_aw_valid (chip_store_bus_aw_valid),
    .bus_aw_ready (dram_write_aw_ready),
    .bus_aw_addr  (chip_store_bus_aw_addr),
    .bus_aw_len   (chip_store_bus_aw_len),
    .bus_w_valid  (chip_store_bus_w_valid),
    .bus_w_ready  (dram_write_w_ready),
    .bus_w_data   (chip_store_bus_w_data),
    .bus_w_strb   (chip_store_bus_w_strb),
    .bus_w_last   (chip_store_bus_w_last),
    .bus_b_valid  (dram_write_b_valid),
    .bus_b_ready  (chip_store_bus_b_ready),
    .bus_b_resp   (dram_write_b_resp),
    .violation    (store_checker_violation)
  );

  assign csr_aw_ready = chip_csr_aw_ready;
  assign csr_w_ready = chip_csr_w_ready;
  assign csr_b_valid = chip_csr_b_valid;
  assign csr_b_resp = chip_csr_b_resp;
  assign csr_ar_ready = chip_csr_ar_ready;
  assign csr_r_valid = chip_csr_r_valid;
  assign csr_r_data = chip_csr_r_data;
  assign csr_r_resp = chip_csr_r_resp;
  assign irq = chip_irq;
  assign running = chip_running;
  assign fetch_violation = fetch_checker_violation;
  assign load_violation = load_checker_violation;
  assign store_violation = store_checker_violation;
  assign peek_data = dram_peek_data;
  assign load_beats = dram_read_1_beats;
  assign load_withheld = dram_read_1_withheld;
  assign store_beats = dram_write_beats;
  assign store_withheld = dram_write_withheld;
  assign records_load_valid = chip_records_load_valid;
  assign records_load_order = chip_records_load_order;
  assign records_load_address = chip_records_load_address;
  assign records_load_data = chip_records_load_data;
  assign records_load_acc_valid = chip_records_load_acc_valid;
  assign records_load_acc_order = chip_records_load_acc_order;
  assign records_load_acc_address = chip_records_load_acc_address;
  assign records_load_acc_data = chip_records_load_acc_data;
  assign records_vector_valid = chip_records_vector_valid;
  assign records_vector_order = chip_records_vector_order;
  assign records_vector_address = chip_records_vector_address;
  assign records_vector_data = chip_records_vector_data;
  assign records_vector_pair_valid = chip_records_vector_pair_valid;
  assign records_vector_pair_order = chip_records_vector_pair_order;
  assign records_vector_pair_address = chip_records_vector_pair_address;
  assign records_vector_pair_data = chip_records_vector_pair_data;
  assign records_vector_acc_valid = chip_records_vector_acc_valid;
  assign records_vector_acc_order = chip_records_vector_acc_order;
  assign records_vector_acc_address = chip_records_vector_acc_address;
  assign records_vector_acc_data = chip_records_vector_acc_data;
  assign records_vector_state_valid = chip_records_vector_state_valid;
  assign records_vector_state_order = chip_records_vector_state_order;
  assign records_vector_state_address = chip_records_vector_state_address;
  assign records_vector_state_data = chip_records_vector_state_data;
  assign records_matrix_valid = chip_records_matrix_valid;
  assign records_matrix_order = chip_records_matrix_order;
  assign records_matrix_address = chip_records_matrix_address;
  assign records_matrix_data = chip_records_matrix_data;
  assign records_store_valid = chip_records_store_valid;
  assign records_store_order = chip_records_store_order;
  assign records_store_address = chip_records_store_address;
  assign records_store_data = chip_records_store_data;
  assign records_load_retire_valid = chip_records_load_retire_valid;
  assign records_load_retire_order = chip_records_load_retire_order;
  assign records_store_retire_valid = chip_records_store_retire_valid;
  assign records_store_retire_order = chip_records_store_retire_order;
  assign records_matrix_retire_valid = chip_records_matrix_retire_valid;
  assign records_matrix_retire_order = chip_records_matrix_retire_order;
  assign records_vector_retire_valid = chip_records_vector_retire_valid;
  assign records_vector_retire_order = chip_records_vector_retire_order;
  assign records_control_retire_valid = chip_records_control_retire_valid;
  assign records_control_retire_order = chip_records_control_retire_order;
  assign records_dispatch_valid = chip_records_dispatch_valid;
  assign records_dispatch_order = chip_records_dispatch_order;
  assign records_load_begin_valid = chip_records_load_begin_valid;
  assign records_load_begin_order = chip_records_load_begin_order;
  assign records_store_begin_valid = chip_records_store_begin_valid;
  assign records_store_begin_order = chip_records_store_begin_order;
  assign records_matrix_begin_valid = chip_records_matrix_begin_valid;
  assign records_matrix_begin_order = chip_records_matrix_begin_order;
  assign records_vector_begin_valid = chip_records_vector_begin_valid;
  assign records_vector_begin_order = chip_records_vector_begin_order;

  wire unused_1 = &{1'b0, dram_read_0_beats};  // fetch traffic is no figure
  wire unused_2 = &{1'b0, dram_read_0_withheld};  // fetch traffic is no figure
endmodule
