// One lane of the vector unit: an accumulator requantized to INT8, one a cycle.
// From Hw.Txu/Vector/VectorLane.cs (VectorLane). Generated: edit the C#, then `make gen`.
module vector_lane (
  input  logic               clock,
  input  logic signed [31:0] sum,
  input  logic [15:0]        scale,  // fixed point with `shift` fraction bits
  input  logic [5:0]         shift,
  output logic signed [7:0]  result  // two cycles after the sum
);
  logic signed [31:0] sum_taken;
  logic signed [7:0] requantized;

  wire signed [47:0] requantized_shifted_shifted_product = $unsigned(48'(sum_taken)) * 48'(scale);
  wire [5:0] requantized_shifted_shifted_choice = shift > 6'd48 ? 6'd48 : shift;
  wire signed [47:0] requantized_shifted_shifted_shifted =
      requantized_shifted_shifted_product >>> requantized_shifted_shifted_choice;
  wire signed [49:0] requantized_shifted_shifted =
          (50'(requantized_shifted_shifted_product) << 1)
        + (50'sd1 << requantized_shifted_shifted_choice)
        + ($signed(50'(requantized_shifted_shifted_shifted[0])) - 50'sd1)
      >>> requantized_shifted_shifted_choice;
  wire signed [48:0] requantized_shifted = requantized_shifted_shifted[49:1];
  wire [41:0] requantized_field = requantized_shifted[48:7];

  always_ff @(posedge clock) begin
    sum_taken <= sum;
    requantized <=
            requantized_field != 42'd0 && requantized_field != 42'h3ffffffffff
          ? (requantized_shifted[48] ? 8'd128 : 8'd127)
        : requantized_shifted[7:0];
  end

  assign result = requantized;

  wire unused_1 = &{1'b0, requantized_shifted_shifted_shifted[47:1]};  // nothing reads these bits
  wire unused_2 = &{1'b0, requantized_shifted_shifted[0]};  // nothing reads these bits
endmodule
