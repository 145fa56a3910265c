// Watches the AW, W and B channels of one link and names the first rule of AXI4, or of our use of it, that either side
// breaks.
// From Hw.Ip/Checkers/AxiWriteChecker.cs (AxiWriteChecker). Generated: edit the C#, then `make gen`.
module axi_write_checker_64x16 (
  input  logic         clock,
  input  logic         reset,
  input  logic         bus_aw_valid,
  input  logic         bus_aw_ready,
  input  logic [39:0]  bus_aw_addr,
  input  logic [7:0]   bus_aw_len,
  input  logic         bus_w_valid,
  input  logic         bus_w_ready,
  input  logic [255:0] bus_w_data,
  input  logic [31:0]  bus_w_strb,
  input  logic         bus_w_last,
  input  logic         bus_b_valid,
  input  logic         bus_b_ready,
  input  logic [1:0]   bus_b_resp,
  output logic [3:0]   violation     // the first AxiRule broken since reset; 0 while there is none
);
  localparam logic [3:0] NONE = 4'd0;
  localparam logic [3:0] ADDRESS_DROPPED = 4'd1;
  localparam logic [3:0] ADDRESS_CHANGED = 4'd2;
  localparam logic [3:0] ADDRESS_MISALIGNED = 4'd3;
  localparam logic [3:0] BURST_TOO_LONG = 4'd4;
  localparam logic [3:0] BURST_CROSSES_PAGE = 4'd5;
  localparam logic [3:0] TOO_MANY_OUTSTANDING = 4'd6;
  localparam logic [3:0] DATA_DROPPED = 4'd7;
  localparam logic [3:0] DATA_CHANGED = 4'd8;
  localparam logic [3:0] LAST_EARLY = 4'd10;
  localparam logic [3:0] LAST_MISSING = 4'd11;
  localparam logic [3:0] RESPONSE_DROPPED = 4'd12;
  localparam logic [3:0] RESPONSE_CHANGED = 4'd13;
  localparam logic [3:0] RESPONSE_UNREQUESTED = 4'd14;
  localparam logic [3:0] RESPONSE_ILLEGAL = 4'd15;
  logic [6:0] addressed, ended;
  logic [7:0] beat;
  logic [3:0] found;
  wire address_dropped;
  wire address_changed;
  wire data_dropped;
  wire data_changed;
  wire response_dropped;
  wire response_changed;
  wire requested_push_ready;
  wire requested_pop_valid;
  wire [7:0] requested_pop_data;
  wire written_push_ready;
  wire written_pop_valid;
  wire [7:0] written_pop_data;

  wire beat_condition = bus_w_valid && bus_w_ready;
  wire [8:0] beat_sum = 9'(beat) + 9'd1;
  wire addressed_condition = bus_aw_valid && bus_aw_ready;
  wire due = addressed != 7'd0 && ended != 7'd0;
  wire addressed_condition_2 = bus_b_valid && bus_b_ready && due;
  wire ends = beat_condition && bus_w_last;
  wire meet = requested_pop_valid && written_pop_valid;

  stream_checker_48 address (
    .clock      (clock),
    .reset      (reset),
    .link_valid (bus_aw_valid),
    .link_ready (bus_aw_ready),
    .link_data  ({bus_aw_len, bus_aw_addr}),
    .dropped    (address_dropped),
    .changed    (address_changed)
  );

  stream_checker_289 data (
    .clock      (clock),
    .reset      (reset),
    .link_valid (bus_w_valid),
    .link_ready (bus_w_ready),
    .link_data  ({bus_w_last, bus_w_strb, bus_w_data}),
    .dropped    (data_dropped),
    .changed    (data_changed)
  );

  stream_checker_2 response (
    .clock      (clock),
    .reset      (reset),
    .link_valid (bus_b_valid),
    .link_ready (bus_b_ready),
    .link_data  (bus_b_resp),
    .dropped    (response_dropped),
    .changed    (response_changed)
  );

  fifo_64x8 requested (
    .clock      (clock),
    .reset      (reset),
    .push_valid (addressed_condition),
    .push_ready (requested_push_ready),
    .push_data  (bus_aw_len),
    .pop_valid  (requested_pop_valid),
    .pop_ready  (meet),
    .pop_data   (requested_pop_data)
  );

  fifo_64x8 written (
    .clock      (clock),
    .reset      (reset),
    .push_valid (ends),
    .push_ready (written_push_ready),
    .push_data  (beat),
    .pop_valid  (written_pop_valid),
    .pop_ready  (meet),
    .pop_data   (written_pop_data)
  );

  always_ff @(posedge clock) begin
    if (reset) beat <= 8'd0;
    else if (beat_condition) beat <= bus_w_last ? 8'd0 : beat_sum[8] ? 8'd255 : beat_sum[7:0];
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      addressed <= 7'd0;
      ended <= 7'd0;
    end else begin
      addressed <= addressed + {6'd0, addressed_condition && addressed != 7'd64} - 7'(addressed_condition_2);
      ended <= ended + {6'd0, ends && ended != 7'd64} - 7'(addressed_condition_2);
    end
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      found <= NONE;
    end else if (found == NONE) begin
      if (address_dropped) found <= ADDRESS_DROPPED;
      else if (address_changed) found <= ADDRESS_CHANGED;
      else if (bus_aw_valid && bus_aw_addr[4:0] != 5'd0) found <= ADDRESS_MISALIGNED;
      else if (bus_aw_valid && bus_aw_len >= 8'd16) found <= BURST_TOO_LONG;
      else if (bus_aw_valid && 9'(bus_aw_addr[11:5]) + 9'(bus_aw_len) >= 9'd128) found <= BURST_CROSSES_PAGE;
      else if ((addressed_condition && (!requested_push_ready || addressed == 7'd64))
          || (ends && (!written_push_ready || ended == 7'd64)))
        found <= TOO_MANY_OUTSTANDING;
      else if (data_dropped) found <= DATA_DROPPED;
      else if (data_changed) found <= DATA_CHANGED;
      else if (meet && written_pop_data < requested_pop_data) found <= LAST_EARLY;
      else if ((meet && requested_pop_data < written_pop_data) || (beat_condition && !bus_w_last && beat >= 8'd15))
        found <= LAST_MISSING;
      else if (response_dropped) found <= RESPONSE_DROPPED;
      else if (response_changed) found <= RESPONSE_CHANGED;
      else if (bus_b_valid && !due) found <= RESPONSE_UNREQUESTED;
      else if (bus_b_valid && bus_b_resp == 2'd1) found <= RESPONSE_ILLEGAL;
    end
  end

  assign violation = found;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(8'(addressed))
              + $signed({7'd0, addressed_condition && addressed != 7'd64})
              - $signed(8'(addressed_condition_2))
            >= 8'sd0
          && $signed(8'(addressed))
              + $signed({7'd0, addressed_condition && addressed != 7'd64})
              - $signed(8'(addressed_condition_2))
            <= 8'sd64)
      else $error("axi_write_checker_64x16: an answer counts only where one is due");
    assert (reset
        || $signed(8'(ended)) + $signed({7'd0, ends && ended != 7'd64}) - $signed(8'(addressed_condition_2)) >= 8'sd0
          && $signed(8'(ended)) + $signed({7'd0, ends && ended != 7'd64}) - $signed(8'(addressed_condition_2)) <= 8'sd64)
      else $error("axi_write_checker_64x16: an answer counts only where one is due");
  end
`endif
endmodule
