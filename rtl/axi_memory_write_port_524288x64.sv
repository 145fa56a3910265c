// The write port of the memory model: stores a beat as soon as its address is known, and answers each burst when it is
// due. A beat that is answered with an error is not stored.
// From Hw.Ip/Memory/AxiMemoryWritePort.cs (AxiMemoryWritePort). Generated: edit the C#, then `make gen`.
module axi_memory_write_port_524288x64 (
  input  logic         clock,
  input  logic         reset,
  input  logic         bus_aw_valid,
  output logic         bus_aw_ready,
  input  logic [39:0]  bus_aw_addr,
  input  logic [7:0]   bus_aw_len,
  input  logic         bus_w_valid,
  output logic         bus_w_ready,
  input  logic [255:0] bus_w_data,
  input  logic [31:0]  bus_w_strb,
  input  logic         bus_w_last,
  output logic         bus_b_valid,
  input  logic         bus_b_ready,
  output logic [1:0]   bus_b_resp,
  input  logic [11:0]  settings_latency,
  input  logic [1:0]   settings_stalls,
  input  logic [18:0]  settings_error_base,
  input  logic [19:0]  settings_error_words,
  input  logic [30:0]  seed,
  output logic         store,
  output logic [18:0]  word,
  output logic [255:0] data,
  output logic [31:0]  bytes,
  output logic [47:0]  beats,                // beats taken from W
  output logic [47:0]  withheld              // cycles in which the injector kept a beat waiting
);
  logic [6:0] open;
  logic [7:0] beat;
  logic [1:0] worst;
  logic [47:0] beat_count, withheld_count;
  wire addresses_push_ready;
  wire addresses_pop_valid;
  wire [27:0] addresses_pop_data;
  wire responses_push_ready;
  wire responses_pop_valid;
  wire [1:0] responses_pop_data;
  wire address_stalls_stall;
  wire data_stalls_stall;
  wire response_stalls_stall;

  wire open_condition = bus_b_valid && bus_b_ready;
  wire beat_condition = bus_w_valid && bus_w_ready;
  wire ends = beat == addresses_pop_data[7:0];
  wire [19:0] burst_word = 20'(addresses_pop_data[27:9]) + 20'(beat);
  wire [1:0] beat_response =
        addresses_pop_data[8] || burst_word > 20'h7ffff ? 2'd3
      : 20'(settings_error_base) <= burst_word && burst_word < 20'(settings_error_base) + settings_error_words ? 2'd2
      : 2'd0;
  wire [1:0] answer = worst != 2'd0 ? worst : beat_response == 2'd0 && bus_w_last != ends ? 2'd2 : beat_response;
  wire has_room = addresses_pop_valid && responses_push_ready;
  wire admits = open != 7'd64 && !address_stalls_stall;
  wire addresses_pop_ready_condition = beat_condition && ends;
  wire [1:0] address_stalls_profile_choice = settings_stalls == 2'd2 ? 2'd2 : 2'd0;

  fifo_64x28 addresses (
    .clock      (clock),
    .reset      (reset),
    .push_valid (bus_aw_valid && admits),
    .push_ready (addresses_push_ready),
    .push_data  ({bus_aw_addr[23:5], bus_aw_addr[4:0] != 5'd0 || bus_aw_addr[39:24] != 16'd0, bus_aw_len}),
    .pop_valid  (addresses_pop_valid),
    .pop_ready  (addresses_pop_ready_condition),
    .pop_data   (addresses_pop_data)
  );

  latency_queue_64x2 responses (
    .clock      (clock),
    .reset      (reset),
    .push_valid (addresses_pop_ready_condition),
    .push_ready (responses_push_ready),
    .push_data  (answer),
    .pop_valid  (responses_pop_valid),
    .pop_ready  (open_condition),
    .pop_data   (responses_pop_data),
    .latency    (settings_latency)
  );

  stall_injector address_stalls (
    .clock   (clock),
    .reset   (reset),
    .profile (address_stalls_profile_choice),
    .seed    (seed),
    .waiting (1'b0),
    .stall   (address_stalls_stall)
  );

  stall_injector data_stalls (
    .clock   (clock),
    .reset   (reset),
    .profile (settings_stalls),
    .seed    (seed ^ 31'h2545f491),
    .waiting (1'b0),
    .stall   (data_stalls_stall)
  );

  stall_injector response_stalls (
    .clock   (clock),
    .reset   (reset),
    .profile (address_stalls_profile_choice),
    .seed    (seed ^ 31'h1b873593),
    .waiting (bus_b_valid && !bus_b_ready),
    .stall   (response_stalls_stall)
  );

  always_ff @(posedge clock) begin
    if (reset) open <= 7'd0;
    else open <= open + {6'd0, bus_aw_valid && bus_aw_ready} - 7'(open_condition);
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      beat <= 8'd0;
      worst <= 2'd0;
    end else if (beat_condition) begin
      beat <= ends ? 8'd0 : beat + 8'd1;
      worst <= ends ? 2'd0 : answer;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) beat_count <= 48'd0;
    else if (beat_condition) beat_count <= beat_count + 48'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) withheld_count <= 48'd0;
    else if (bus_w_valid && has_room && data_stalls_stall) withheld_count <= withheld_count + 48'd1;
  end

  assign bus_aw_ready = addresses_push_ready && admits;
  assign bus_w_ready = has_room && !data_stalls_stall;
  assign bus_b_valid = responses_pop_valid && !response_stalls_stall;
  assign bus_b_resp = responses_pop_data;
  assign store = beat_condition && beat_response == 2'd0;
  assign word = burst_word[18:0];
  assign data = bus_w_data;
  assign bytes = bus_w_strb;
  assign beats = beat_count;
  assign withheld = withheld_count;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(8'(open)) + $signed({7'd0, bus_aw_valid && bus_aw_ready}) - $signed(8'(open_condition)) >= 8'sd0
          && $signed(8'(open)) + $signed({7'd0, bus_aw_valid && bus_aw_ready}) - $signed(8'(open_condition)) <= 8'sd64)
      else $error("axi_memory_write_port_524288x64: no burst is taken above the limit, and each is answered once");
  end
`endif
endmodule
