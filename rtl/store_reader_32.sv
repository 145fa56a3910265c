// Fetches the units of a store into a small buffer: a scratchpad row each, or a quarter of an accumulator row of 32
// slots × 4 bytes, slots beyond the machine's lanes being zero. It asks only for what the buffer can take. From there
// units of tiles go through the transposer.
// From Hw.Txu/Dma/StoreReader.cs (StoreReader). Generated: edit the C#, then `make gen`.
module store_reader_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          units_valid,
  output logic          units_ready,
  input  logic [34:0]   units_data,
  output logic          plain_valid,
  input  logic          plain_ready,
  output logic [255:0]  plain_data,
  output logic          turned_valid,
  input  logic          turned_ready,
  output logic [255:0]  turned_data,
  output logic          spad_valid,
  output logic [12:0]   spad_row,
  input  logic          spad_grant,
  input  logic [255:0]  spad_data,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data,
  output logic          blocked       // the bank of the next unit is taken
);
  logic [13:0] read;
  logic [2:0] promised;
  logic arriving, from_acc;
  logic [1:0] quarter;
  logic [6:0] tile;
  wire work_push_ready;
  wire work_pop_valid;
  wire [34:0] work_pop_data;
  wire buffer_push_ready;
  wire buffer_pop_valid;
  wire [262:0] buffer_pop_data;
  wire transposer_rows_ready;
  wire transposer_columns_valid;
  wire [255:0] transposer_columns_data;
  wire transposer_filled;

  wire granted_condition = spad_grant || acc_grant;
  wire granted = granted_condition;
  wire [14:0] last_sum = 15'(read) + 15'd1;
  wire last = last_sum == 15'(work_pop_data[34:21]);
  wire [12:0] unit = work_pop_data[12:0] + read[12:0];
  wire promised_condition_choice = buffer_pop_data[256] ? transposer_rows_ready : plain_ready;
  wire promised_condition = buffer_pop_valid && promised_condition_choice;
  wire [1023:0] slots = acc_data;
  wire asks = work_pop_valid && promised != 3'd4;

  fifo_4x35 work (
    .clock      (clock),
    .reset      (reset),
    .push_valid (units_valid),
    .push_ready (work_push_ready),
    .push_data  (units_data),
    .pop_valid  (work_pop_valid),
    .pop_ready  (granted && last),
    .pop_data   (work_pop_data)
  );

  fifo_4x263 buffer (
    .clock      (clock),
    .reset      (reset),
    .push_valid (arriving),
    .push_ready (buffer_push_ready),
    .push_data  ({tile, from_acc ? slots[{quarter, 8'd0} +: 256] : spad_data}),
    .pop_valid  (buffer_pop_valid),
    .pop_ready  (promised_condition_choice),
    .pop_data   (buffer_pop_data)
  );

  transposer transposer (
    .clock            (clock),
    .reset            (reset),
    .rows_valid       (buffer_pop_valid && buffer_pop_data[256]),
    .rows_ready       (transposer_rows_ready),
    .rows_data        (buffer_pop_data[255:0]),
    .rows_wide        (buffer_pop_data[257]),
    .rows_last_row    (5'd31),
    .rows_last_column (buffer_pop_data[262:258]),
    .columns_valid    (transposer_columns_valid),
    .columns_ready    (turned_ready),
    .columns_data     (transposer_columns_data),
    .filled           (transposer_filled)
  );

  always_ff @(posedge clock) begin
    if (reset) read <= 14'd0;
    else if (granted) read <= last ? 14'd0 : last_sum[13:0];
  end

  always_ff @(posedge clock) begin
    arriving <= granted;
    from_acc <= work_pop_data[13];
    quarter <= unit[1:0];
    tile <= work_pop_data[20:14];
    if (reset) arriving <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (reset) promised <= 3'd0;
    else if (granted_condition && !promised_condition) promised <= promised + 3'd1;
    else if (promised_condition && !granted_condition) promised <= promised - 3'd1;
  end

  assign units_ready = work_push_ready;
  assign plain_valid = buffer_pop_valid && !buffer_pop_data[256];
  assign plain_data = buffer_pop_data[255:0];
  assign turned_valid = transposer_columns_valid;
  assign turned_data = transposer_columns_data;
  assign spad_valid = asks && !work_pop_data[13];
  assign spad_row = unit;
  assign acc_valid = asks && work_pop_data[13];
  assign acc_row = unit[11:2];
  assign blocked = asks && !granted;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(granted_condition && !promised_condition) || promised + 3'd1 <= 3'd4))
      else $error("store_reader_32: a place is promised only when one is free");
    assert (reset
        || (
              !(!(granted_condition && !promised_condition) && promised_condition && !granted_condition)
            || $signed(promised) - 3'sd1 >= 3'sd0
          ))
      else $error("store_reader_32: what leaves was promised a place");
  end
`endif

  wire unused_1 = &{1'b0, buffer_push_ready};  // a unit is asked for only when its place is free
  wire unused_2 = &{1'b0, transposer_filled};  // units are counted where they are read
endmodule
