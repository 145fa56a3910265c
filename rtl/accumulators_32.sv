// 1024 rows of C × INT32 in 4 banks of 256 rows, bank = row[9:8]. The matrix unit reads and writes one row a cycle and
// never waits; a kernel keeps the others on other banks.
// From Hw.Txu/Memory/Accumulators.cs (Accumulators). Generated: edit the C#, then `make gen`.
module accumulators_32 (
  input  logic          clock,
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
  output logic          write_grant
);
  logic [1:0] matrix_bank, vector_bank, store_bank;
  wire [4095:0] banks_sums;

  for (genvar bank = 0; bank < 4; bank++) begin : g_banks
    wire [1:0] bank_number = 2'(bank);
    acc_bank_32 banks (
      .clock        (clock),
      .matrix_hit   (matrix_valid && matrix_row[9:8] == bank_number),
      .matrix_index (matrix_row[7:0]),
      .vector_hit   (vector_valid && vector_row[9:8] == bank_number),
      .vector_index (vector_row[7:0]),
      .store_hit    (store_valid && store_row[9:8] == bank_number),
      .store_index  (store_row[7:0]),
      .write_hit    (write_valid && write_row[9:8] == bank_number),
      .write_index  (write_row[7:0]),
      .write_row    (write_data),
      .sums         (banks_sums[1024*bank +: 1024])
    );
  end

  always_ff @(posedge clock) begin
    matrix_bank <= matrix_row[9:8];
    vector_bank <= vector_row[9:8];
    store_bank <= store_row[9:8];
  end

  assign matrix_grant = matrix_valid;
  assign matrix_data = banks_sums[{matrix_bank, 10'd0} +: 1024];
  assign vector_grant = vector_valid && !(matrix_valid && matrix_row[9:8] == vector_row[9:8]);
  assign vector_data = banks_sums[{vector_bank, 10'd0} +: 1024];
  assign store_grant =
        store_valid
      && !(matrix_valid && matrix_row[9:8] == store_row[9:8])
      && !(vector_valid && vector_row[9:8] == store_row[9:8]);
  assign store_data = banks_sums[{store_bank, 10'd0} +: 1024];
  assign write_grant = write_valid;
endmodule
