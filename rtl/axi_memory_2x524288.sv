// The memory a chip is tested against: read ports and one write port on AXI4, with latency, stalls and errors as asked,
// and a host side that loads and reads it a word per cycle. A reset forgets what is under way, so chip and memory are
// reset together: neither could tell beats that were asked for before from later ones. Not for silicon; every simulator
// runs it as it stands.
// From Hw.Ip/Memory/AxiMemory.cs (AxiMemory). Generated: edit the C#, then `make gen`.
module axi_memory_2x524288 (
  input  logic         clock,
  input  logic         reset,
  input  logic         read_0_ar_valid,
  output logic         read_0_ar_ready,
  input  logic [39:0]  read_0_ar_addr,
  input  logic [7:0]   read_0_ar_len,
  output logic         read_0_r_valid,
  input  logic         read_0_r_ready,
  output logic [255:0] read_0_r_data,
  output logic [1:0]   read_0_r_resp,
  output logic         read_0_r_last,
  input  logic         read_1_ar_valid,
  output logic         read_1_ar_ready,
  input  logic [39:0]  read_1_ar_addr,
  input  logic [7:0]   read_1_ar_len,
  output logic         read_1_r_valid,
  input  logic         read_1_r_ready,
  output logic [255:0] read_1_r_data,
  output logic [1:0]   read_1_r_resp,
  output logic         read_1_r_last,
  input  logic         write_aw_valid,
  output logic         write_aw_ready,
  input  logic [39:0]  write_aw_addr,
  input  logic [7:0]   write_aw_len,
  input  logic         write_w_valid,
  output logic         write_w_ready,
  input  logic [255:0] write_w_data,
  input  logic [31:0]  write_w_strb,
  input  logic         write_w_last,
  output logic         write_b_valid,
  input  logic         write_b_ready,
  output logic [1:0]   write_b_resp,
  input  logic [11:0]  settings_latency,
  input  logic [1:0]   settings_stalls,
  input  logic [18:0]  settings_error_base,
  input  logic [19:0]  settings_error_words,
  input  logic [30:0]  seed,                 // decides every stall; taken during reset
  input  logic         poke_valid,           // the host writes a word
  input  logic [18:0]  poke_address,
  input  logic [255:0] poke_data,
  input  logic [18:0]  peek_address,
  output logic [255:0] peek_data,            // the word at peek_address, one cycle later
  output logic [47:0]  read_0_beats,
  output logic [47:0]  read_1_beats,
  output logic [47:0]  read_0_withheld,
  output logic [47:0]  read_1_withheld,
  output logic [47:0]  write_beats,
  output logic [47:0]  write_withheld
);
  logic [255:0] storage [0:524287];
  logic [255:0] fetched_0;
  logic [255:0] fetched_1;
  logic [255:0] peeked;
  wire reader_0_bus_ar_ready;
  wire reader_0_bus_r_valid;
  wire [255:0] reader_0_bus_r_data;
  wire [1:0] reader_0_bus_r_resp;
  wire reader_0_bus_r_last;
  wire reader_0_fetch;
  wire [18:0] reader_0_word;
  wire [47:0] reader_0_beats;
  wire [47:0] reader_0_withheld;
  wire reader_1_bus_ar_ready;
  wire reader_1_bus_r_valid;
  wire [255:0] reader_1_bus_r_data;
  wire [1:0] reader_1_bus_r_resp;
  wire reader_1_bus_r_last;
  wire reader_1_fetch;
  wire [18:0] reader_1_word;
  wire [47:0] reader_1_beats;
  wire [47:0] reader_1_withheld;
  wire writer_bus_aw_ready;
  wire writer_bus_w_ready;
  wire writer_bus_b_valid;
  wire [1:0] writer_bus_b_resp;
  wire writer_store;
  wire [18:0] writer_word;
  wire [255:0] writer_data;
  wire [31:0] writer_bytes;
  wire [47:0] writer_beats;
  wire [47:0] writer_withheld;

  axi_memory_read_port_524288x64 reader_0 (
    .clock                (clock),
    .reset                (reset),
    .bus_ar_valid         (read_0_ar_valid),
    .bus_ar_ready         (reader_0_bus_ar_ready),
    .bus_ar_addr          (read_0_ar_addr),
    .bus_ar_len           (read_0_ar_len),
    .bus_r_valid          (reader_0_bus_r_valid),
    .bus_r_ready          (read_0_r_ready),
    .bus_r_data           (reader_0_bus_r_data),
    .bus_r_resp           (reader_0_bus_r_resp),
    .bus_r_last           (reader_0_bus_r_last),
    .settings_latency     (settings_latency),
    .settings_stalls      (settings_stalls),
    .settings_error_base  (settings_error_base),
    .settings_error_words (settings_error_words),
    .seed                 (seed ^ 31'h4f1bbcdd),
    .fetch                (reader_0_fetch),
    .word                 (reader_0_word),
    .fetched              (fetched_0),
    .beats                (reader_0_beats),
    .withheld             (reader_0_withheld)
  );

  axi_memory_read_port_524288x64 reader_1 (
    .clock                (clock),
    .reset                (reset),
    .bus_ar_valid         (read_1_ar_valid),
    .bus_ar_ready         (reader_1_bus_ar_ready),
    .bus_ar_addr          (read_1_ar_addr),
    .bus_ar_len           (read_1_ar_len),
    .bus_r_valid          (reader_1_bus_r_valid),
    .bus_r_ready          (read_1_r_ready),
    .bus_r_data           (reader_1_bus_r_data),
    .bus_r_resp           (reader_1_bus_r_resp),
    .bus_r_last           (reader_1_bus_r_last),
    .settings_latency     (settings_latency),
    .settings_stalls      (settings_stalls),
    .settings_error_base  (settings_error_base),
    .settings_error_words (settings_error_words),
    .seed                 (seed ^ 31'h1e3779ba),
    .fetch                (reader_1_fetch),
    .word                 (reader_1_word),
    .fetched              (fetched_1),
    .beats                (reader_1_beats),
    .withheld             (reader_1_withheld)
  );

  axi_memory_write_port_524288x64 writer (
    .clock                (clock),
    .reset                (reset),
    .bus_aw_valid         (write_aw_valid),
    .bus_aw_ready         (writer_bus_aw_ready),
    .bus_aw_addr          (write_aw_addr),
    .bus_aw_len           (write_aw_len),
    .bus_w_valid          (write_w_valid),
    .bus_w_ready          (writer_bus_w_ready),
    .bus_w_data           (write_w_data),
    .bus_w_strb           (write_w_strb),
    .bus_w_last           (write_w_last),
    .bus_b_valid          (writer_bus_b_valid),
    .bus_b_ready          (write_b_ready),
    .bus_b_resp           (writer_bus_b_resp),
    .settings_latency     (settings_latency),
    .settings_stalls      (settings_stalls),
    .settings_error_base  (settings_error_base),
    .settings_error_words (settings_error_words),
    .seed                 (seed),
    .store                (writer_store),
    .word                 (writer_word),
    .data                 (writer_data),
    .bytes                (writer_bytes),
    .beats                (writer_beats),
    .withheld             (writer_withheld)
  );

  always_ff @(posedge clock) begin  // storage
    if (writer_store)
      for (int i = 0; i < 32; i++)
        if (writer_bytes[i]) storage[writer_word][8*i +: 8] <= writer_data[8*i +: 8];
    if (poke_valid) storage[poke_address] <= poke_data;
    if (reader_0_fetch) fetched_0 <= storage[reader_0_word];
    if (reader_1_fetch) fetched_1 <= storage[reader_1_word];
    peeked <= storage[peek_address];
  end

  assign read_0_ar_ready = reader_0_bus_ar_ready;
  assign read_0_r_valid = reader_0_bus_r_valid;
  assign read_0_r_data = reader_0_bus_r_data;
  assign read_0_r_resp = reader_0_bus_r_resp;
  assign read_0_r_last = reader_0_bus_r_last;
  assign read_1_ar_ready = reader_1_bus_ar_ready;
  assign read_1_r_valid = reader_1_bus_r_valid;
  assign read_1_r_data = reader_1_bus_r_data;
  assign read_1_r_resp = reader_1_bus_r_resp;
  assign read_1_r_last = reader_1_bus_r_last;
  assign write_aw_ready = writer_bus_aw_ready;
  assign write_w_ready = writer_bus_w_ready;
  assign write_b_valid = writer_bus_b_valid;
  assign write_b_resp = writer_bus_b_resp;
  assign peek_data = peeked;
  assign read_0_beats = reader_0_beats;
  assign read_1_beats = reader_1_beats;
  assign read_0_withheld = reader_0_withheld;
  assign read_1_withheld = reader_1_withheld;
  assign write_beats = writer_beats;
  assign write_withheld = writer_withheld;
endmodule
