// A row of lanes; two neighbours share a scale.
// From Hw.Hdl.Tests (ScaleArray). Generated: edit the C#, then `make gen`.
module scale_array (
  input  logic         clock,
  input  logic [127:0] elements,
  input  logic [31:0]  scales,
  output logic [63:0]  results
);
  wire [63:0] lanes_result;

  for (genvar lane = 0; lane < 8; lane++) begin : g_lanes
    scale_lane lanes (
      .clock   (clock),
      .element (elements[16*lane +: 16]),
      .scale   (scales[8*(lane / 2) +: 8]),
      .result  (lanes_result[8*lane +: 8])
    );
  end

  assign results = lanes_result;
endmodule
