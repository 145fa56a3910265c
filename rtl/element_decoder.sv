// Takes one element of a moving row apart, once for all lanes.
// From Hw.Txu/Matrix/ElementDecoder.cs (ElementDecoder). Generated: edit the C#, then `make gen`.
module element_decoder (
  input  logic              clock,
  input  logic [15:0]       half,        // its place in a row of 16-bit elements, and in one of 8-bit elements
  input  logic [7:0]        octet,
  input  logic              counts,      // otherwise it is zero
  input  logic              is_int8,
  input  logic              is_e4_m3,
  output logic              sign,        // two cycles after the element, which comes from a memory and is registered at the door
  output logic              is_zero,
  output logic              is_inf,
  output logic              is_nan,
  output logic signed [8:0] exponent,
  output logic [7:0]        significand
);
  logic is_taken_int8, is_taken_e4m3, taken_counts, decoded_sign, decoded_zero, decoded_inf, decoded_nan;
  logic [7:0] taken_octet, decoded_significand;
  logic [15:0] taken_half;
  logic signed [8:0] decoded_exponent;

  wire decoded_sign_condition_condition = is_taken_int8 || is_taken_e4m3;
  wire decoded_sign_condition = !decoded_sign_condition_condition;
  wire [15:0] decoded_sign_choice =
      taken_counts ? (decoded_sign_condition_condition ? 16'(taken_octet) : taken_half) : 16'd0;
  wire decoded_sign_field = decoded_sign_choice[7];
  wire [7:0] decoded_zero_match_choice_field = decoded_sign_choice[7:0];
  wire [3:0] significand_2_field = decoded_sign_choice[6:3];
  wire [3:0] significand_2 = {significand_2_field != 4'd0, decoded_sign_choice[2:0]};
  wire [6:0] significand_3_field = decoded_sign_choice[6:0];
  wire [7:0] significand_3_field_2 = decoded_sign_choice[14:7];
  wire [7:0] significand_3 = {significand_3_field_2 != 8'd0, significand_3_field};
  wire [7:0] decoded_zero_match_choice =
        is_taken_int8 ? (decoded_sign_field ? 8'd0 - decoded_zero_match_choice_field : decoded_zero_match_choice_field)
      : is_taken_e4m3 ? 8'(significand_2) << 4
      : significand_3;
  wire decoded_zero_match = decoded_zero_match_choice == 8'd0;
  wire [14:0] is_inf_2_field = decoded_sign_choice[14:0];
  wire is_inf_2 = is_inf_2_field == 15'd32640;
  wire is_nan_2 = is_inf_2_field > 15'd32640;
  wire is_nan_3 = significand_3_field == 7'd127;
  wire [3:0] exponent_2 = significand_2_field < 4'd1 ? 4'd1 : significand_2_field;
  wire [7:0] exponent_3 = significand_3_field_2 < 8'd1 ? 8'd1 : significand_3_field_2;

  always_ff @(posedge clock) begin
    is_taken_int8 <= is_int8;
    is_taken_e4m3 <= is_e4_m3;
    taken_counts <= counts;
    taken_octet <= octet;
    taken_half <= half;
    decoded_sign <= decoded_sign_condition ? decoded_sign_choice[15] : decoded_sign_field;
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
