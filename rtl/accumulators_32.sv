// 1024 rows of C × 32 bits in 4 banks of 256 rows, bank = row[9:8]. The matrix unit reads and writes one row a cycle
// and never waits for a bank that it asked for; the vector unit claims a bank before it writes to it (BankClaim), and
// the load engine waits. A kernel keeps them on different banks.
// From Hw.Txu/Memory/Accumulators.cs (Accumulators). Generated: edit the C#, then `make gen`.
module accumulators_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          matrix_valid,
  input  logic [9:0]    matrix_row,
  output logic          matrix_grant,
  output logic [1023:0] matrix_data,
  input  logic          vector_valid,
  input  logic [9:0]    vector_row,
  output logic          vector_grant,
  output logic [1023:0] vector_data,
  input  logic          store_valid,
  input  logic [9:0]    store_row,
  output logic          store_grant,
  output logic [1023:0] store_data,
  input  logic          write_valid,
  input  logic [9:0]    write_row,
  input  logic [1023:0] write_data,
  output logic          write_grant,
  input  logic          vector_write_valid,
  input  logic [9:0]    vector_write_row,
  input  logic [1023:0] vector_write_data,
  output logic          vector_write_grant,
  input  logic          load_write_valid,
  input  logic [9:0]    load_write_row,
  input  logic [1023:0] load_write_data,
  output logic          load_write_grant
);
  logic [1:0] matrix_bank, vector_bank, store_bank;
  wire [4095:0] banks_data;

  for (genvar bank = 0; bank < 4; bank++) begin : g_banks
    wire [1:0] bank_number = 2'(bank);
    acc_bank_32 banks (
      .clock              (clock),
      .matrix_hit         (matrix_valid && matrix_row[9:8] == bank_number),
      .matrix_index       (matrix_row[7:0]),
      .vector_hit         (vector_valid && vector_row[9:8] == bank_number),
      .vector_index       (vector_row[7:0]),
      .store_hit          (store_valid && store_row[9:8] == bank_number),
      .store_index        (store_row[7:0]),
      .write_hit          (write_valid && write_row[9:8] == bank_number),
      .write_index        (write_row[7:0]),
      .write_row          (write_data),
      .vector_write_hit   (vector_write_valid && vector_write_row[9:8] == bank_number),
      .vector_write_index (vector_write_row[7:0]),
      .vector_write_row   (vector_write_data),
      .load_hit           (load_write_valid && load_write_row[9:8] == bank_number),
      .load_index         (load_write_row[7:0]),
      .load_row           (load_write_data),
      .data               (banks_data[1024*bank +: 1024])
    );
  end

  always_ff @(posedge clock) begin
    matrix_bank <= matrix_row[9:8];
    vector_bank <= vector_row[9:8];
    store_bank <= store_row[9:8];
    if (reset) matrix_bank <= 2'd0;
  end

  assign matrix_grant = matrix_valid;
  assign matrix_data = banks_data[{matrix_bank, 10'd0} +: 1024];
  assign vector_grant = vector_valid && !(matrix_valid && matrix_row[9:8] == vector_row[9:8]);
  assign vector_data = banks_data[{vector_bank, 10'd0} +: 1024];
  assign store_grant =
        store_valid
      && !(matrix_valid && matrix_row[9:8] == store_row[9:8])
      && !(vector_valid && vector_row[9:8] == store_row[9:8]);
  assign store_data = banks_data[{store_bank, 10'd0} +: 1024];
  assign write_grant = write_valid + (write_valid && vector_write_valid && write_row[9:8] == vector_write_row[9:8]);
  assign vector_write_grant = vector_write_valid;
  assign load_write_grant =
        load_write_valid
      && !(write_valid && write_row[9:8] == load_write_row[9:8])
      && !(vector_write_valid && vector_write_row[9:8] == load_write_row[9:8]);

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || 2'(write_valid) + {1'd0, write_valid && vector_write_valid && write_row[9:8] == vector_write_row[9:8]} <= 2'd1)
      else $error("accumulators_32: the vector unit claims a bank ahead of its writes");
  end
`endif
endmodule
