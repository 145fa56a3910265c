// Takes one element of a moving row apart, once for all lanes.
// From Hw.Txu/Matrix/ElementDecoder.cs (ElementDecoder). Generated: edit the C#, then `make gen`.
module element_decoder (
  input  logic              clock,
  input  logic [15:0]       element,
  input  logic              is_int8,
  input  logic              is_e4_m3,
  output logic              sign,        // two cycles after the element, which comes from a memory and is registered at the door
  output logic              is_zero,
  output logic              is_inf,
  output logic              is_nan,
  output logic signed [8:0] exponent,
  output logic [7:0]        significand
);
  logic is_taken_int8, is_taken_e4m3, decoded_sign, decoded_zero, decoded_inf, decoded_nan;
  logic [15:0] taken_element;
  logic signed [8:0] decoded_exponent;
  logic [7:0] decoded_significand;

  wire decoded_sign_condition = !(is_taken_int8 || is_taken_e4m3);
  wire [3:0] significand_2 = {taken_element[6:3] != 4'd0, taken_element[2:0]};
  wire [7:0] significand_3 = {taken_element[14:7] != 8'd0, taken_element[6:0]};
  wire [7:0] decoded_zero_match_choice =
        is_taken_int8 ? (taken_element[7] ? 8'd0 - taken_element[7:0] : taken_element[7:0])
      : is_taken_e4m3 ? 8'(significand_2) << 4
      : significand_3;
  wire decoded_zero_match = decoded_zero_match_choice == 8'd0;
  wire is_inf_2 = taken_element[14:0] == 15'd32640;
  wire is_nan_2 = taken_element[14:0] > 15'd32640;
  wire is_nan_3 = taken_element[6:0] == 7'd127;
  wire [3:0] exponent_2 = taken_element[6:3] < 4'd1 ? 4'd1 : taken_element[6:3];
  wire [7:0] exponent_3 = taken_element[14:7] < 8'd1 ? 8'd1 : taken_element[14:7];

  always_ff @(posedge clock) begin
    is_taken_int8 <= is_int8;
    is_taken_e4m3 <= is_e4_m3;
    taken_element <= element;
    decoded_sign <= decoded_sign_condition ? taken_element[15] : taken_element[7];
    decoded_zero <= decoded_zero_match;
    decoded_inf <= decoded_sign_condition && is_inf_2;
    decoded_nan <= (decoded_sign_condition && is_nan_2) || (is_taken_e4m3 && is_nan_3);
    decoded_exponent <=
        decoded_zero_match ? 9'd256 : is_taken_int8 ? 9'd1 : is_taken_e4m3 ? 9'(exponent_2) : 9'(exponent_3);
    decoded_significand <= decoded_zero_match_choice;
  end

  assign sign = decoded_sign;
  assign is_zero = decoded_zero;
  assign is_inf = decoded_inf;
  assign is_nan = decoded_nan;
  assign exponent = decoded_exponent;
  assign significand = decoded_significand;
endmodule
