// Turns tiles of 32 × 32 elements of 8 or 16 bits: rows come in, columns go out, a beat each per cycle, one tile
// filling while others wait and empty. Elements of rows that never came are zero. It costs two rotations and 4 KiB of
// memory, where rows of registers for two tiles would be 32,768 flip-flops.
// From Hw.Txu/Dma/Transposer.cs (Transposer). Generated: edit the C#, then `make gen`.
module transposer (
  input  logic         clock,
  input  logic         reset,
  input  logic         rows_valid,
  output logic         rows_ready,
  input  logic [255:0] rows_data,
  input  logic         rows_wide,
  input  logic [4:0]   rows_last_row,
  input  logic [4:0]   rows_last_column,
  output logic         columns_valid,
  input  logic         columns_ready,
  output logic [255:0] columns_data,
  output logic         filled            // a tile is complete with this beat
);
  logic [2:0] taken;
  logic [5:0] row_beat, column_beat;
  logic [1:0] row_quarter, column_quarter;
  logic enters, completes, turning, last, stands;
  logic [255:0] row;
  logic [6:0] place;
  logic [4:0] rotation;
  logic [10:0] tile, turned;
  wire [255:0] memory_column_beat;
  wire tiles_push_ready;
  wire tiles_pop_valid;
  wire [10:0] tiles_pop_data;
  wire given_push_ready;
  wire given_pop_valid;
  wire [255:0] given_pop_data;

  wire row_beat_condition = rows_valid && rows_ready;
  wire last_row_beat = row_beat == (rows_wide ? {rows_last_row, 1'b1} : 6'(rows_last_row));
  wire fills = row_beat_condition && last_row_beat;
  wire [1:0] row_quarter_choice = rows_wide ? 2'd2 : 2'd1;
  wire reads = turning && (!stands || given_push_ready);
  wire empties = reads && last;
  wire turning_condition_condition = !turning || empties;
  wire turning_condition = tiles_pop_valid && turning_condition_condition;
  wire [6:0] last_sum = 7'(column_beat) + 7'd1;
  wire [1:0] column_quarter_choice = turned[0] ? 2'd2 : 2'd1;

  transposer_memory memory (
    .clock          (clock),
    .write          (enters),
    .write_place    (place),
    .write_rotation (rotation),
    .row_beat       (row),
    .read           (reads),
    .read_rotation  ({column_beat[4:1], column_beat[0] && !turned[0]}),
    .takes          (turning_condition),
    .wide           (tiles_pop_data[0]),
    .last_slot      (tiles_pop_data[5:1]),
    .quarter        (column_quarter),
    .upper_slots    (column_beat[0]),
    .upper_column   (column_beat[5]),
    .column_beat    (memory_column_beat)
  );

  fifo_4x11 tiles (
    .clock      (clock),
    .reset      (reset),
    .push_valid (completes),
    .push_ready (tiles_push_ready),
    .push_data  (tile),
    .pop_valid  (tiles_pop_valid),
    .pop_ready  (turning_condition_condition),
    .pop_data   (tiles_pop_data)
  );

  fifo_2x256 given (
    .clock      (clock),
    .reset      (reset),
    .push_valid (stands),
    .push_ready (given_push_ready),
    .push_data  (memory_column_beat),
    .pop_valid  (given_pop_valid),
    .pop_ready  (columns_ready),
    .pop_data   (given_pop_data)
  );

  always_ff @(posedge clock) begin
    if (row_beat_condition) begin
      row_beat <= last_row_beat ? 6'd0 : row_beat + 6'd1;
      row <= rows_data;
      place <= {row_quarter + 2'(row_beat[5]), row_beat[4:0]};
      rotation <= {row_beat[4:1], row_beat[0] && !rows_wide};
      tile <= {rows_last_column, rows_last_row, rows_wide};
    end
    if (reset) row_beat <= 6'd0;
  end

  always_ff @(posedge clock) begin
    if (reset) row_quarter <= 2'd0;
    else if (fills) row_quarter <= row_quarter + row_quarter_choice;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      enters <= 1'b0;
      completes <= 1'b0;
    end else begin
      enters <= row_beat_condition;
      completes <= fills;
    end
  end

  always_ff @(posedge clock) begin
    if (turning_condition) begin
      turning <= 1'b1;
      turned <= tiles_pop_data;
      last <= (tiles_pop_data[0] ? {tiles_pop_data[10:6], 1'b1} : 6'(tiles_pop_data[10:6])) == 6'd0;
    end else if (reads) begin
      turning <= !last;
      last <= last_sum == (turned[0] ? 7'({turned[10:6], 1'b1}) : 7'(turned[10:6]));
    end
    if (reset) turning <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (reset) column_beat <= 6'd0;
    else if (reads) column_beat <= last ? 6'd0 : last_sum[5:0];
  end

  always_ff @(posedge clock) begin
    if (reset) column_quarter <= 2'd0;
    else if (empties) column_quarter <= column_quarter + column_quarter_choice;
  end

  always_ff @(posedge clock) begin
    if (reset) stands <= 1'b0;
    else if (reads) stands <= 1'b1;
    else if (given_push_ready) stands <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (reset) taken <= 3'd0;
    else taken <= taken + (fills ? 3'(row_quarter_choice) : 3'd0) - (empties ? 3'(column_quarter_choice) : 3'd0);
  end

  assign rows_ready = taken <= (rows_wide ? 3'd2 : 3'd3);
  assign columns_valid = given_pop_valid;
  assign columns_data = given_pop_data;
  assign filled = fills;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(4'(taken))
              + (fills ? $signed(4'(row_quarter_choice)) : 4'sd0)
              - (empties ? $signed(4'(column_quarter_choice)) : 4'sd0)
            >= 4'sd0
          && $signed(4'(taken))
              + (fills ? $signed(4'(row_quarter_choice)) : 4'sd0)
              - (empties ? $signed(4'(column_quarter_choice)) : 4'sd0)
            <= 4'sd4)
      else $error("transposer: a tile fills only where its quarters are free");
  end
`endif

  wire unused_1 = &{1'b0, tiles_push_ready};  // a tile takes a quarter, and there are as many places
  wire unused_2 = &{1'b0, turned[5:1]};  // the banks keep the last slot
endmodule
