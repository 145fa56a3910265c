// Counts while enabled; finishes, complains and fails an assertion on request.
module counter (
  input  logic        clock, reset,
  input  logic        enable,
  input  logic [2:0]  command,      // 1 $display, 2 $error, 3 $finish, 4 breaks the assertion
  output logic [15:0] count,
  output logic        done
);
  parameter int LIMIT = 100;
  assign done = count == 16'(LIMIT);
  always_ff @(posedge clock) begin
    if (reset) count <= 0;
    else if (enable) count <= count + 1;
    if (command == 1) $display("count is %0d", count);
    if (command == 2) $error("count %0d is no good", count);
    if (command == 3) $finish;
  end
  always_ff @(posedge clock) assert (command != 4);
endmodule
