// C lanes side by side: one feature row fills a stationary element of every lane, one moving row meets all of them.
// From Hw.Txu/Matrix/DotArray.cs (DotArray). Generated: edit the C#, then `make gen`.
module dot_array_32 (
  input  logic          clock,
  input  logic [255:0]  moving,
  input  logic          load,
  input  logic [255:0]  features,     // one feature of C tokens
  input  logic          swap,
  input  logic [1023:0] accumulators,
  input  logic          fresh,
  output logic [1023:0] results
);
  wire [1023:0] lanes_result;

  for (genvar lane = 0; lane < 32; lane++) begin : g_lanes
    dot_lane lanes (
      .clock       (clock),
      .moving      (moving),
      .load        (load),
      .feature     (features[8*lane +: 8]),
      .swap        (swap),
      .accumulator (accumulators[32*lane +: 32]),
      .fresh       (fresh),
      .result      (lanes_result[32*lane +: 32])
    );
  end

  assign results = lanes_result;
endmodule
