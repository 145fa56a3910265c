// Counts a unit's instructions from the stage where they can no longer wait until they retire, so that the finisher
// behind the pipeline always has room.
// From Hw.Txu/Control/InFlight.cs (InFlight). Generated: edit the C#, then `make gen`.
module in_flight (
  input  logic clock,
  input  logic reset,
  input  logic enters,
  input  logic leaves,
  output logic room    // one more may enter
);
  logic [3:0] count;

  always_ff @(posedge clock) begin
    if (reset) count <= 4'd0;
    else if (enters && !leaves) count <= count + 4'd1;
    else if (leaves && !enters) count <= count - 4'd1;
  end

  assign room = count != 4'd8;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(enters && !leaves) || count + 4'd1 <= 4'd8))
      else $error("in_flight: nothing enters without room");
    assert (reset || (!(!(enters && !leaves) && leaves && !enters) || $signed(count) - 4'sd1 >= 4'sd0))
      else $error("in_flight: what leaves has entered");
  end
`endif
endmodule
