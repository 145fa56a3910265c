// One read port of the memory model: takes requests, asks the storage for their words when they are due, and hands out
// the beats, one per cycle.
// From Hw.Ip/Memory/AxiMemoryReadPort.cs (AxiMemoryReadPort). Generated: edit the C#, then `make gen`.
module axi_memory_read_port_524288x64 (
  input  logic         clock,
  input  logic         reset,
  input  logic         bus_ar_valid,
  output logic         bus_ar_ready,
  input  logic [39:0]  bus_ar_addr,
  input  logic [7:0]   bus_ar_len,
  output logic         bus_r_valid,
  input  logic         bus_r_ready,
  output logic [255:0] bus_r_data,
  output logic [1:0]   bus_r_resp,
  output logic         bus_r_last,
  input  logic [11:0]  settings_latency,
  input  logic [1:0]   settings_stalls,
  input  logic [18:0]  settings_error_base,
  input  logic [19:0]  settings_error_words,
  input  logic [30:0]  seed,
  output logic         fetch,
  output logic [18:0]  word,
  input  logic [255:0] fetched,              // the word, one cycle after fetch
  output logic [47:0]  beats,                // beats taken from R
  output logic [47:0]  withheld              // cycles in which the injector kept a beat back
);
  logic [6:0] open;
  logic [2:0] credits;
  logic [7:0] beat;
  logic [47:0] beat_count, withheld_count;
  logic [1:0] fetched_resp;
  logic fetched_valid, fetched_last;
  wire requests_push_ready;
  wire requests_pop_valid;
  wire [27:0] requests_pop_data;
  wire answers_push_ready;
  wire answers_pop_valid;
  wire [258:0] answers_pop_data;
  wire request_stalls_stall;
  wire data_stalls_stall;

  wire open_condition = bus_r_valid && bus_r_ready;
  wire fetches = requests_pop_valid && credits != 3'd0;
  wire ends = beat == requests_pop_data[7:0];
  wire [19:0] burst_word = 20'(requests_pop_data[27:9]) + 20'(beat);
  wire admits = open != 7'd64 && !request_stalls_stall;
  wire signed [12:0] requests_latency_difference = 13'(settings_latency) - 13'd2;

  latency_queue_64x28 requests (
    .clock      (clock),
    .reset      (reset),
    .push_valid (bus_ar_valid && admits),
    .push_ready (requests_push_ready),
    .push_data  ({bus_ar_addr[23:5], bus_ar_addr[4:0] != 5'd0 || bus_ar_addr[39:24] != 16'd0, bus_ar_len}),
    .pop_valid  (requests_pop_valid),
    .pop_ready  (fetches && ends),
    .pop_data   (requests_pop_data),
    .latency    (requests_latency_difference[12] ? 12'd0 : requests_latency_difference[11:0])
  );

  fifo_4x259 answers (
    .clock      (clock),
    .reset      (reset),
    .push_valid (fetched_valid),
    .push_ready (answers_push_ready),
    .push_data  ({fetched_resp, fetched_last, fetched_resp == 2'd0 ? fetched : 256'd0}),
    .pop_valid  (answers_pop_valid),
    .pop_ready  (open_condition),
    .pop_data   (answers_pop_data)
  );

  stall_injector request_stalls (
    .clock   (clock),
    .reset   (reset),
    .profile (settings_stalls == 2'd2 ? 2'd2 : 2'd0),
    .seed    (seed),
    .waiting (1'b0),
    .stall   (request_stalls_stall)
  );

  stall_injector data_stalls (
    .clock   (clock),
    .reset   (reset),
    .profile (settings_stalls),
    .seed    (seed ^ 31'h2545f491),
    .waiting (bus_r_valid && !bus_r_ready),
    .stall   (data_stalls_stall)
  );

  always_ff @(posedge clock) begin
    if (reset) open <= 7'd0;
    else open <= open + {6'd0, bus_ar_valid && bus_ar_ready} - {6'd0, open_condition && bus_r_last};
  end

  always_ff @(posedge clock) begin
    if (reset) beat <= 8'd0;
    else if (fetches) beat <= ends ? 8'd0 : beat + 8'd1;
  end

  always_ff @(posedge clock) begin
    fetched_resp <=
          requests_pop_data[8] || burst_word > 20'h7ffff ? 2'd3
        : 20'(settings_error_base) <= burst_word && burst_word < 20'(settings_error_base) + settings_error_words ? 2'd2
        : 2'd0;
    fetched_valid <= fetches;
    fetched_last <= ends;
    credits <= credits + 3'(open_condition) - 3'(fetches);
    if (reset) begin
      fetched_valid <= 1'b0;
      credits <= 3'd4;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) beat_count <= 48'd0;
    else if (open_condition) beat_count <= beat_count + 48'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) withheld_count <= 48'd0;
    else if (answers_pop_valid && data_stalls_stall) withheld_count <= withheld_count + 48'd1;
  end

  assign bus_ar_ready = requests_push_ready && admits;
  assign bus_r_valid = answers_pop_valid && !data_stalls_stall;
  assign bus_r_data = answers_pop_data[255:0];
  assign bus_r_resp = answers_pop_data[258:257];
  assign bus_r_last = answers_pop_data[256];
  assign fetch = fetches;
  assign word = burst_word[18:0];
  assign beats = beat_count;
  assign withheld = withheld_count;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(8'(open))
              + $signed({7'd0, bus_ar_valid && bus_ar_ready})
              - $signed({7'd0, open_condition && bus_r_last})
            >= 8'sd0
          && $signed(8'(open))
              + $signed({7'd0, bus_ar_valid && bus_ar_ready})
              - $signed({7'd0, open_condition && bus_r_last})
            <= 8'sd64)
      else $error("axi_memory_read_port_524288x64: no request is taken above the limit, and each ends once");
    assert (reset
        || $signed(4'(credits)) + $signed(4'(open_condition)) - $signed(4'(fetches)) >= 4'sd0
          && $signed(4'(credits)) + $signed(4'(open_condition)) - $signed(4'(fetches)) <= 4'sd4)
      else $error("axi_memory_read_port_524288x64: a credit is taken only where one is left, and each comes back once");
  end
`endif

  wire unused = &{1'b0, answers_push_ready};  // a credit was taken for the place
endmodule
