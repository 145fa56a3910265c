// Watches the AR and R channels of one link and names the first rule of AXI4, or of our use of it, that either side
// breaks.
// From Hw.Ip/Checkers/AxiReadChecker.cs (AxiReadChecker). Generated: edit the C#, then `make gen`.
module axi_read_checker_64x16 (
  input  logic         clock,
  input  logic         reset,
  input  logic         bus_ar_valid,
  input  logic         bus_ar_ready,
  input  logic [39:0]  bus_ar_addr,
  input  logic [7:0]   bus_ar_len,
  input  logic         bus_r_valid,
  input  logic         bus_r_ready,
  input  logic [255:0] bus_r_data,
  input  logic [1:0]   bus_r_resp,
  input  logic         bus_r_last,
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
  localparam logic [3:0] DATA_UNREQUESTED = 4'd9;
  localparam logic [3:0] LAST_EARLY = 4'd10;
  localparam logic [3:0] LAST_MISSING = 4'd11;
  localparam logic [3:0] RESPONSE_ILLEGAL = 4'd15;
  logic [7:0] beat;
  logic [3:0] found;
  wire address_dropped;
  wire address_changed;
  wire data_dropped;
  wire data_changed;
  wire lengths_push_ready;
  wire lengths_pop_valid;
  wire [7:0] lengths_pop_data;

  wire beat_condition = bus_r_valid && bus_r_ready;
  wire ends = beat == lengths_pop_data;
  wire found_condition = bus_ar_valid && bus_ar_ready;
  wire expected = bus_r_valid && lengths_pop_valid;

  stream_checker_48 address (
    .clock      (clock),
    .reset      (reset),
    .link_valid (bus_ar_valid),
    .link_ready (bus_ar_ready),
    .link_data  ({bus_ar_len, bus_ar_addr}),
    .dropped    (address_dropped),
    .changed    (address_changed)
  );

  stream_checker_259 data (
    .clock      (clock),
    .reset      (reset),
    .link_valid (bus_r_valid),
    .link_ready (bus_r_ready),
    .link_data  ({bus_r_last, bus_r_resp, bus_r_data}),
    .dropped    (data_dropped),
    .changed    (data_changed)
  );

  fifo_64x8 lengths (
    .clock      (clock),
    .reset      (reset),
    .push_valid (found_condition),
    .push_ready (lengths_push_ready),
    .push_data  (bus_ar_len),
    .pop_valid  (lengths_pop_valid),
    .pop_ready  (beat_condition && ends),
    .pop_data   (lengths_pop_data)
  );

  always_ff @(posedge clock) begin
    if (reset) beat <= 8'd0;
    else if (beat_condition && lengths_pop_valid) beat <= ends ? 8'd0 : beat + 8'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      found <= NONE;
    end else if (found == NONE) begin
      if (address_dropped) found <= ADDRESS_DROPPED;
      else if (address_changed) found <= ADDRESS_CHANGED;
      else if (bus_ar_valid && bus_ar_addr[4:0] != 5'd0) found <= ADDRESS_MISALIGNED;
      else if (bus_ar_valid && bus_ar_len >= 8'd16) found <= BURST_TOO_LONG;
      else if (bus_ar_valid && 9'(bus_ar_addr[11:5]) + 9'(bus_ar_len) >= 9'd128) found <= BURST_CROSSES_PAGE;
      else if (found_condition && !lengths_push_ready) found <= TOO_MANY_OUTSTANDING;
      else if (data_dropped) found <= DATA_DROPPED;
      else if (data_changed) found <= DATA_CHANGED;
      else if (bus_r_valid && !lengths_pop_valid) found <= DATA_UNREQUESTED;
      else if (expected && bus_r_last && !ends) found <= LAST_EARLY;
      else if (expected && !bus_r_last && ends) found <= LAST_MISSING;
      else if (bus_r_valid && bus_r_resp == 2'd1) found <= RESPONSE_ILLEGAL;
    end
  end

  assign violation = found;
endmodule
