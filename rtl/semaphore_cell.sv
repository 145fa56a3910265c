// One counting semaphore, 0 … 63. A wait takes one, a signal gives one; SETQ writes it while the machine is quiet.
// From Hw.Txu/Control/SemaphoreCell.cs (SemaphoreCell). Generated: edit the C#, then `make gen`.
module semaphore_cell (
  input  logic       clock,
  input  logic       reset,
  input  logic       take,      // a queue waits on this semaphore
  input  logic       give,      // a queue signals this semaphore
  input  logic       set,
  input  logic [5:0] value,
  output logic       available,
  output logic       full
);
  logic [5:0] count;

  wire count_condition = give && count != 6'd63;
  wire count_condition_2 = take && count != 6'd0;

  always_ff @(posedge clock) begin
    if (reset) count <= 6'd0;
    else if (set) count <= value;
    else if (count_condition && !count_condition_2) count <= count + 6'd1;
    else if (count_condition_2 && !count_condition) count <= count - 6'd1;
  end

  assign available = count != 6'd0;
  assign full = count == 6'd63;
endmodule
