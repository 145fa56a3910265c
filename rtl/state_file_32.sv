// 32 state vectors of C words, for softmax statistics and sums of rows: written by the vector unit, read by it and by
// the matrix unit, which takes α from there. Every request is granted.
// From Hw.Txu/Memory/StateFile.cs (StateFile). Generated: edit the C#, then `make gen`.
module state_file_32 (
  input  logic          clock,
  input  logic          vector_valid,
  input  logic [4:0]    vector_row,
  output logic          vector_grant,
  output logic [1023:0] vector_data,
  input  logic          matrix_valid,
  input  logic [4:0]    matrix_row,
  output logic          matrix_grant,
  output logic [1023:0] matrix_data,
  input  logic          write_valid,
  input  logic [4:0]    write_row,
  input  logic [1023:0] write_data,
  output logic          write_grant
);
  logic [1023:0] rows [0:31];
  logic [1023:0] vector_read;
  logic [1023:0] matrix_read;

  always_ff @(posedge clock) begin  // rows
    if (write_valid) rows[write_row] <= write_data;
    if (vector_valid) vector_read <= rows[vector_row];
    if (matrix_valid) matrix_read <= rows[matrix_row];
  end

  assign vector_grant = vector_valid;
  assign vector_data = vector_read;
  assign matrix_grant = matrix_valid;
  assign matrix_data = matrix_read;
  assign write_grant = write_valid;
endmodule
