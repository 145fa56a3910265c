// One lane: multiplies its element by a weight, requantizes to INT8.
// From Hw.Hdl.Tests (ScaleLane). Generated: edit the C#, then `make gen`.
module scale_lane (
  input  logic               clock,
  input  logic signed [15:0] element,
  input  logic [7:0]         scale,
  output logic signed [7:0]  result
);
  logic signed [23:0] product;

  wire signed [17:0] result_sum_shifted = product[23:6];
  wire signed [18:0] result_sum =
      19'(result_sum_shifted) + $signed({18'd0, product[5] && (product[4:0] != 5'd0 || result_sum_shifted[0])});
  wire [11:0] result_field = result_sum[18:7];

  always_ff @(posedge clock) begin
    product <= 24'(element) * $signed(24'(scale));
  end

  assign result =
      result_field != 12'd0 && result_field != 12'd4095 ? (result_sum[18] ? 8'd128 : 8'd127) : result_sum[7:0];
endmodule
