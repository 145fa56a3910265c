// One accumulator bank, one read and one write a cycle. The matrix unit reads first, then the vector unit, then the
// store engine; only the matrix unit writes.
// From Hw.Txu/Memory/AccBank.cs (AccBank). Generated: edit the C#, then `make gen`.
module acc_bank_32 (
  input  logic          clock,
  input  logic          matrix_hit,
  input  logic [7:0]    matrix_index,
  input  logic          vector_hit,
  input  logic [7:0]    vector_index,
  input  logic          store_hit,
  input  logic [7:0]    store_index,
  input  logic          write_hit,
  input  logic [7:0]    write_index,
  input  logic [1023:0] write_row,
  output logic [1023:0] sums          // the row whose request was granted in the cycle before
);
  logic [1023:0] rows [0:255];
  logic [1023:0] rows_read;

  wire [7:0] rows_read_choice = matrix_hit ? matrix_index : vector_hit ? vector_index : store_index;

  always_ff @(posedge clock) begin  // rows
    if (write_hit) rows[write_index] <= write_row;
    if (matrix_hit || vector_hit || store_hit) rows_read <= rows[rows_read_choice];
  end

  assign sums = rows_read;
endmodule
