// A 64-bit counter of events, cleared when a program starts; the carry into the high half comes a cycle later.
// From Hw.Txu/Control/EventCounter.cs (EventCounter). Generated: edit the C#, then `make gen`.
module event_counter_1024 (
  input  logic        clock,
  input  logic        reset,
  input  logic        clear,
  input  logic [10:0] events,
  output logic [31:0] low,
  output logic [31:0] high
);
  logic [31:0] lower, upper;
  logic carry;

  wire [32:0] sum = 33'(lower) + 33'(events);

  always_ff @(posedge clock) begin
    if (reset) begin
      lower <= 32'd0;
      carry <= 1'b0;
      upper <= 32'd0;
    end else begin
      lower <= clear ? 32'd0 : sum[31:0];
      carry <= !clear && sum[32];
      upper <= clear ? 32'd0 : upper + 32'(carry);
    end
  end

  assign low = lower;
  assign high = upper;
endmodule
