// One scratchpad bank, one read and one write a cycle. Reads: moving rows first, then stationary rows, then the vector
// unit, then the store engine. Writes: the vector unit first, then the load engine.
// From Hw.Txu/Memory/SpadBank.cs (SpadBank). Generated: edit the C#, then `make gen`.
module spad_bank (
  input  logic         clock,
  input  logic         moving_hit,       // the request is for this bank
  input  logic [9:0]   moving_index,
  input  logic         stationary_hit,
  input  logic [9:0]   stationary_index,
  input  logic         vector_hit,
  input  logic [9:0]   vector_index,
  input  logic         store_hit,
  input  logic [9:0]   store_index,
  input  logic         write_hit,
  input  logic [9:0]   write_index,
  input  logic [255:0] write_row,
  input  logic         load_hit,
  input  logic [9:0]   load_index,
  input  logic [255:0] load_row,
  output logic [255:0] data              // the row whose request was granted in the cycle before
);
  logic [255:0] rows [0:1023];
  logic [255:0] rows_read;

  wire [9:0] rows_read_choice =
      moving_hit ? moving_index : stationary_hit ? stationary_index : vector_hit ? vector_index : store_index;
  wire [9:0] rows_write_choice = write_hit ? write_index : load_index;

  always_ff @(posedge clock) begin  // rows
    if (write_hit || load_hit) rows[rows_write_choice] <= write_hit ? write_row : load_row;
    if (moving_hit || stationary_hit || vector_hit || store_hit) rows_read <= rows[rows_read_choice];
  end

  assign data = rows_read;
endmodule
