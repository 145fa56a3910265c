// The 32 semaphores. Each has one waiting and one signalling queue (the program's rule), so requests of different
// queues never meet on one semaphore and all are granted at once. A signal on a full semaphore waits.
// From Hw.Txu/Control/SemaphoreFile.cs (SemaphoreFile). Generated: edit the C#, then `make gen`.
module semaphore_file (
  input  logic       clock,
  input  logic       reset,
  input  logic       load_wait_valid,
  input  logic [4:0] load_wait_index,
  output logic       load_wait_grant,
  input  logic       store_wait_valid,
  input  logic [4:0] store_wait_index,
  output logic       store_wait_grant,
  input  logic       matrix_wait_valid,
  input  logic [4:0] matrix_wait_index,
  output logic       matrix_wait_grant,
  input  logic       vector_wait_valid,
  input  logic [4:0] vector_wait_index,
  output logic       vector_wait_grant,
  input  logic       control_wait_valid,
  input  logic [4:0] control_wait_index,
  output logic       control_wait_grant,
  input  logic       load_signal_valid,
  input  logic [4:0] load_signal_index,
  output logic       load_signal_grant,
  input  logic       store_signal_valid,
  input  logic [4:0] store_signal_index,
  output logic       store_signal_grant,
  input  logic       matrix_signal_valid,
  input  logic [4:0] matrix_signal_index,
  output logic       matrix_signal_grant,
  input  logic       vector_signal_valid,
  input  logic [4:0] vector_signal_index,
  output logic       vector_signal_grant,
  input  logic       control_signal_valid,
  input  logic [4:0] control_signal_index,
  output logic       control_signal_grant,
  input  logic       set,
  input  logic [4:0] set_index,
  input  logic [5:0] set_value
);
  wire [31:0] cells_available;
  wire [31:0] cells_full;

  wire [31:0] available = cells_available;
  wire [31:0] full = cells_full;

  for (genvar cells_index = 0; cells_index < 32; cells_index++) begin : g_cells
    wire [4:0] cells_index_number = 5'(cells_index);
    semaphore_cell cells (
      .clock     (clock),
      .reset     (reset),
      .take      ((load_wait_valid && load_wait_index == cells_index_number)
          || (store_wait_valid && store_wait_index == cells_index_number)
          || (matrix_wait_valid && matrix_wait_index == cells_index_number)
          || (vector_wait_valid && vector_wait_index == cells_index_number)
          || (control_wait_valid && control_wait_index == cells_index_number)),
      .give      ((load_signal_valid && load_signal_index == cells_index_number)
          || (store_signal_valid && store_signal_index == cells_index_number)
          || (matrix_signal_valid && matrix_signal_index == cells_index_number)
          || (vector_signal_valid && vector_signal_index == cells_index_number)
          || (control_signal_valid && control_signal_index == cells_index_number)),
      .set       (set && set_index == cells_index_number),
      .value     (set_value),
      .available (cells_available[cells_index]),
      .full      (cells_full[cells_index])
    );
  end

  assign load_wait_grant = load_wait_valid && available[load_wait_index];
  assign store_wait_grant = store_wait_valid && available[store_wait_index];
  assign matrix_wait_grant = matrix_wait_valid && available[matrix_wait_index];
  assign vector_wait_grant = vector_wait_valid && available[vector_wait_index];
  assign control_wait_grant = control_wait_valid && available[control_wait_index];
  assign load_signal_grant = load_signal_valid && !full[load_signal_index];
  assign store_signal_grant = store_signal_valid && !full[store_signal_index];
  assign matrix_signal_grant = matrix_signal_valid && !full[matrix_signal_index];
  assign vector_signal_grant = vector_signal_valid && !full[vector_signal_index];
  assign control_signal_grant = control_signal_valid && !full[control_signal_index];
endmodule
