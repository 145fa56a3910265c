// A 64-bit event counter, cleared when a program starts.
// From Hw.Txu/Control/Counter.cs (Counter). Generated: edit the C#, then `make gen`.
module counter (
  input  logic        clock,
  input  logic        reset,
  input  logic        clear,
  input  logic        happens,
  output logic [31:0] low,
  output logic [31:0] high
);
  logic [31:0] lower, upper;

  wire [32:0] sum = 33'(lower) + 33'd1;

  always_ff @(posedge clock) begin
    if (reset) begin
      lower <= 32'd0;
      upper <= 32'd0;
    end else if (clear) begin
      lower <= 32'd0;
      upper <= 32'd0;
    end else if (happens) begin
      lower <= sum[31:0];
      upper <= upper + 32'(sum[32]);
    end
  end

  assign low = lower;
  assign high = upper;
endmodule
