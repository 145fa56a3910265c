// Writes the beats of loads, instruction by instruction, to consecutive rows: one to a scratchpad row, or four to an
// accumulator row of 32 slots × 4 bytes, of which the first C are kept; an accumulator row is written whole, with its
// last beat. A row waits while its bank takes another's.
// From Hw.Txu/Dma/LoadWriter.cs (LoadWriter). Generated: edit the C#, then `make gen`.
module load_writer_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          loads_valid,
  output logic          loads_ready,
  input  logic [74:0]   loads_data,
  input  logic          plain_valid,
  output logic          plain_ready,
  input  logic [255:0]  plain_data,
  input  logic          turned_valid,
  output logic          turned_ready,
  input  logic [255:0]  turned_data,
  input  logic          errors_valid,
  output logic          errors_ready,
  input  logic          errors_data,
  output logic          write_valid,
  output logic [12:0]   write_row,
  output logic [255:0]  write_data,
  input  logic          write_grant,
  output logic          acc_write_valid,
  output logic [9:0]    acc_write_row,
  output logic [1023:0] acc_write_data,
  input  logic          acc_write_grant,
  output logic [31:0]   write_order,
  output logic          done_valid,
  input  logic          done_ready,
  output logic [44:0]   done_data
);
  logic [13:0] written;
  logic [255:0] quarter_0, quarter_1, quarter_2;

  wire offered_condition = !loads_data[0];
  wire offered = loads_valid && offered_condition && done_ready && (loads_data[1] ? turned_valid : plain_valid);
  wire moves_condition = offered && loads_data[2];
  wire completes_row = written[1:0] == 2'd3;
  wire moves = write_grant || acc_write_grant || (moves_condition && !completes_row);
  wire [255:0] beat = loads_data[1] ? turned_data : plain_data;
  wire [14:0] last_sum = 15'(written) + 15'd1;
  wire last = last_sum == 15'(loads_data[29:16]);
  wire [12:0] unit = loads_data[15:3] + written[12:0];
  wire ends_condition = moves && last;
  wire ends = (loads_valid && loads_data[0]) || ends_condition;

  always_ff @(posedge clock) begin
    if (moves && written[1:0] == 2'd0) quarter_0 <= beat;
  end

  always_ff @(posedge clock) begin
    if (moves && written[1:0] == 2'd1) quarter_1 <= beat;
  end

  always_ff @(posedge clock) begin
    if (moves && written[1:0] == 2'd2) quarter_2 <= beat;
  end

  always_ff @(posedge clock) begin
    if (reset) written <= 14'd0;
    else if (moves) written <= last ? 14'd0 : last_sum[13:0];
  end

  assign loads_ready = ends && done_ready;
  assign plain_ready = moves && !loads_data[1];
  assign turned_ready = moves && loads_data[1];
  assign errors_ready = ends_condition;
  assign write_valid = offered && !loads_data[2];
  assign write_row = unit;
  assign write_data = beat;
  assign acc_write_valid = moves_condition && completes_row;
  assign acc_write_row = unit[11:2];
  assign acc_write_data = {beat, quarter_2, quarter_1, quarter_0};
  assign write_order = loads_data[61:30];
  assign done_valid = ends;
  assign done_data = {offered_condition && errors_data, loads_data[73:30]};

  wire unused_1 = &{1'b0, loads_data[74]};  // the context is made before any response
  wire unused_2 = &{1'b0, errors_valid};  // it is there with the last beat
endmodule
