// Counts writes to a memory from the step that asks for them until they are made.
// From Hw.Txu/Vector/PendingWrites.cs (PendingWrites). Generated: edit the C#, then `make gen`.
module pending_writes_50 (
  input  logic clock,
  input  logic reset,
  input  logic adds,
  input  logic leaves,
  output logic some    // some are under way
);
  logic [5:0] count;

  always_ff @(posedge clock) begin
    if (reset) count <= 6'd0;
    else if (adds && !leaves) count <= count + 6'd1;
    else if (leaves && !adds) count <= count - 6'd1;
  end

  assign some = count != 6'd0;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(adds && !leaves) || count + 6'd1 <= 6'd50))
      else $error("pending_writes_50: a pipeline holds no more");
    assert (reset || (!(!(adds && !leaves) && leaves && !adds) || $signed(7'(count)) - 7'sd1 >= 7'sd0))
      else $error("pending_writes_50: what leaves was added");
  end
`endif
endmodule
