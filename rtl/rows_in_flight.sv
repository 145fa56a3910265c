// The accumulator rows in the pipeline, by their age: which is read and which is written now, and whether one may enter
// whose earlier value is still under way.
// From Hw.Txu/Matrix/RowsInFlight.cs (RowsInFlight). Generated: edit the C#, then `make gen`.
module rows_in_flight (
  input  logic       clock,
  input  logic       reset,
  input  logic [9:0] candidate,
  input  logic       enters,
  output logic       conflict,  // the row would be read before it is written
  output logic       reads,
  output logic [9:0] read_row,
  output logic       writes,
  output logic [9:0] write_row
);
  logic valid_1, valid_2, valid_3, valid_4, valid_5, valid_6, valid_7, valid_8, valid_9, valid_10, valid_11;
  logic valid_12, valid_13, valid_14, valid_15, valid_16, valid_17;
  logic [9:0] row_1, row_2, row_3, row_4, row_5, row_6, row_7, row_8, row_9, row_10, row_11, row_12, row_13;
  logic [9:0] row_14, row_15, row_16, row_17;

  always_ff @(posedge clock) begin
    valid_1 <= enters;
    row_1 <= candidate;
    valid_2 <= valid_1;
    row_2 <= row_1;
    valid_3 <= valid_2;
    row_3 <= row_2;
    valid_4 <= valid_3;
    row_4 <= row_3;
    valid_5 <= valid_4;
    row_5 <= row_4;
    valid_6 <= valid_5;
    row_6 <= row_5;
    valid_7 <= valid_6;
    row_7 <= row_6;
    valid_8 <= valid_7;
    row_8 <= row_7;
    valid_9 <= valid_8;
    row_9 <= row_8;
    valid_10 <= valid_9;
    row_10 <= row_9;
    valid_11 <= valid_10;
    row_11 <= row_10;
    valid_12 <= valid_11;
    row_12 <= row_11;
    valid_13 <= valid_12;
    row_13 <= row_12;
    valid_14 <= valid_13;
    row_14 <= row_13;
    valid_15 <= valid_14;
    row_15 <= row_14;
    valid_16 <= valid_15;
    row_16 <= row_15;
    valid_17 <= valid_16;
    row_17 <= row_16;
    if (reset) begin
      valid_1 <= 1'b0;
      valid_2 <= 1'b0;
      valid_3 <= 1'b0;
      valid_4 <= 1'b0;
      valid_5 <= 1'b0;
      valid_6 <= 1'b0;
      valid_7 <= 1'b0;
      valid_8 <= 1'b0;
      valid_9 <= 1'b0;
      valid_10 <= 1'b0;
      valid_11 <= 1'b0;
      valid_12 <= 1'b0;
      valid_13 <= 1'b0;
      valid_14 <= 1'b0;
      valid_15 <= 1'b0;
      valid_16 <= 1'b0;
      valid_17 <= 1'b0;
    end
  end

  assign conflict =
        (valid_1 && row_1 == candidate)
      || (valid_2 && row_2 == candidate)
      || (valid_3 && row_3 == candidate)
      || (valid_4 && row_4 == candidate)
      || (valid_5 && row_5 == candidate)
      || (valid_6 && row_6 == candidate)
      || (valid_7 && row_7 == candidate)
      || (valid_8 && row_8 == candidate)
      || (valid_9 && row_9 == candidate)
      || (valid_10 && row_10 == candidate)
      || (valid_11 && row_11 == candidate)
      || (valid_12 && row_12 == candidate)
      || (valid_13 && row_13 == candidate)
      || (valid_14 && row_14 == candidate);
  assign reads = valid_3;
  assign read_row = row_3;
  assign writes = valid_17;
  assign write_row = row_17;
endmodule
