// One accumulator bank, one read and one write a cycle. Reads: the matrix unit first, then the vector unit, then the
// store engine. Writes: the matrix unit or the vector unit, which never meet; then the load engine.
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
  input  logic          vector_write_hit,
  input  logic [7:0]    vector_write_index,
  input  logic [1023:0] vector_write_row,
  input  logic          load_hit,
  input  logic [7:0]    load_index,
  input  logic [1023:0] load_row,
  output logic [1023:0] data                // the row whose request was granted in the cycle before
);
  logic [1023:0] rows [0:255];
  logic [1023:0] rows_read;

  wire [7:0] rows_read_choice = matrix_hit ? matrix_index : vector_hit ? vector_index : store_index;
  wire computed = write_hit || vector_write_hit;
  wire [7:0] rows_write_choice = write_hit ? write_index : vector_write_hit ? vector_write_index : load_index;

  always_ff @(posedge clock) begin  // rows
    if (computed || load_hit)
      rows[rows_write_choice] <= write_hit ? write_row : vector_write_hit ? vector_write_row : load_row;
    if (matrix_hit || vector_hit || store_hit) rows_read <= rows[rows_read_choice];
  end

  assign data = rows_read;
endmodule
