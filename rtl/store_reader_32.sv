// Fetches the units of a store into a small buffer: a scratchpad row each, or a quarter of an accumulator row of 32
// slots × 4 bytes, slots beyond the machine's lanes being zero. It asks only for what the buffer can take.
// From Hw.Txu/Dma/StoreReader.cs (StoreReader). Generated: edit the C#, then `make gen`.
module store_reader_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          units_valid,
  output logic          units_ready,
  input  logic [27:0]   units_data,
  output logic          rows_valid,
  input  logic          rows_ready,
  output logic [255:0]  rows_data,
  output logic          spad_valid,
  output logic [12:0]   spad_row,
  input  logic          spad_grant,
  input  logic [255:0]  spad_data,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data
);
  logic [13:0] read;
  logic [2:0] promised;
  logic arriving, from_acc;
  logic [1:0] quarter;
  wire work_push_ready;
  wire work_pop_valid;
  wire [27:0] work_pop_data;
  wire buffer_push_ready;
  wire buffer_pop_valid;
  wire [255:0] buffer_pop_data;

  wire granted = spad_grant || acc_grant;
  wire [14:0] last_sum = 15'(read) + 15'd1;
  wire last = last_sum == 15'(work_pop_data[27:14]);
  wire [12:0] unit = work_pop_data[12:0] + read[12:0];
  wire promised_condition = rows_valid && rows_ready;
  wire [1023:0] slots = acc_data;
  wire asks = work_pop_valid && promised != 3'd4;

  fifo_4x28 work (
    .clock      (clock),
    .reset      (reset),
    .push_valid (units_valid),
    .push_ready (work_push_ready),
    .push_data  (units_data),
    .pop_valid  (work_pop_valid),
    .pop_ready  (granted && last),
    .pop_data   (work_pop_data)
  );

  fifo_4x256 buffer (
    .clock      (clock),
    .reset      (reset),
    .push_valid (arriving),
    .push_ready (buffer_push_ready),
    .push_data  (from_acc ? slots[{quarter, 8'd0} +: 256] : spad_data),
    .pop_valid  (buffer_pop_valid),
    .pop_ready  (rows_ready),
    .pop_data   (buffer_pop_data)
  );

  always_ff @(posedge clock) begin
    if (reset) read <= 14'd0;
    else if (granted) read <= last ? 14'd0 : last_sum[13:0];
  end

  always_ff @(posedge clock) begin
    arriving <= granted;
    from_acc <= work_pop_data[13];
    quarter <= unit[1:0];
    if (reset) arriving <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (reset) promised <= 3'd0;
    else if (granted && !promised_condition) promised <= promised + 3'd1;
    else if (promised_condition && !granted) promised <= promised - 3'd1;
  end

  assign units_ready = work_push_ready;
  assign rows_valid = buffer_pop_valid;
  assign rows_data = buffer_pop_data;
  assign spad_valid = asks && !work_pop_data[13];
  assign spad_row = unit;
  assign acc_valid = asks && work_pop_data[13];
  assign acc_row = unit[11:2];

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(granted && !promised_condition) || promised + 3'd1 <= 3'd4))
      else $error("store_reader_32: a place is promised only when one is free");
    assert (reset
        || (!(!(granted && !promised_condition) && promised_condition && !granted) || $signed(promised) - 3'sd1 >= 3'sd0))
      else $error("store_reader_32: what leaves was promised a place");
  end
`endif

  wire unused = &{1'b0, buffer_push_ready};  // a unit is asked for only when its place is free
endmodule
