// C lanes side by side: one feature row fills a stationary element of every lane, one moving row meets all of them.
// From Hw.Txu/Matrix/DotArray.cs (DotArray). Generated: edit the C#, then `make gen`.
module dot_array_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic [511:0]  moving,       // 32 elements of 16 bits, or in the low half of 8
  input  logic [31:0]   counts,       // bit k: element k counts, with the row
  input  logic [1:0]    format,       // the row's format, as MmType
  input  logic          load,
  input  logic [511:0]  feature,      // one feature of C tokens, of 16 bits or in the low half of 8
  input  logic [31:0]   live_lanes,   // bit t: lane t counts
  input  logic [1:0]    load_format,
  input  logic          swap,
  input  logic [1023:0] accumulators,
  input  logic          fresh,
  input  logic          scales,
  input  logic          new_alpha,
  input  logic [1023:0] alphas,
  output logic [1023:0] results
);
  logic aligns_e4m3_1, aligns_e4m3_2, sums_e4m3_1, sums_e4m3_2, sums_int8_1, sums_int8_2, sums_int8_3;
  logic sums_int8_4, adds_int8_1, adds_int8_2, adds_int8_3, adds_int8_4, adds_int8_5, adds_int8_6;
  logic adds_int8_7, loads, taken_int8, taken_e4m3, taken_scales;
  wire [31:0] decoders_sign;
  wire [31:0] decoders_is_zero;
  wire [31:0] decoders_is_inf;
  wire [31:0] decoders_is_nan;
  wire [287:0] decoders_exponent;
  wire [255:0] decoders_significand;
  wire [1023:0] lanes_result;

  wire e4m3 = format == 2'd2;
  wire int8 = format == 2'd0;
  wire loads_int8 = load_format == 2'd0;
  wire loads_e4m3 = load_format == 2'd2;
  wire loads_wide = load_format == 2'd1;

  for (genvar decoder = 0; decoder < 32; decoder++) begin : g_decoders
    element_decoder decoders (
      .clock       (clock),
      .half        (moving[16*decoder +: 16]),
      .octet       (moving[8*decoder +: 8]),
      .counts      (counts[decoder]),
      .is_int8     (int8),
      .is_e4_m3    (e4m3),
      .sign        (decoders_sign[decoder]),
      .is_zero     (decoders_is_zero[decoder]),
      .is_inf      (decoders_is_inf[decoder]),
      .is_nan      (decoders_is_nan[decoder]),
      .exponent    (decoders_exponent[9*decoder +: 9]),
      .significand (decoders_significand[8*decoder +: 8])
    );
  end

  for (genvar lane = 0; lane < 32; lane++) begin : g_lanes
    dot_lane lanes (
      .clock        (clock),
      .signs        (decoders_sign),
      .zeros        (decoders_is_zero),
      .infs         (decoders_is_inf),
      .nans         (decoders_is_nan),
      .exponents    (decoders_exponent),
      .significands (decoders_significand),
      .aligns_e4_m3 (aligns_e4m3_2),
      .sums_e4_m3   (sums_e4m3_2),
      .sums_int8    (sums_int8_4),
      .adds_int8    (adds_int8_7),
      .feature      (live_lanes[lane] ? (loads_wide ? feature[16*lane +: 16] : 16'(feature[8*lane +: 8])) : 16'd0),
      .load         (loads),
      .loads_int8   (taken_int8),
      .loads_e4_m3  (taken_e4m3),
      .swap         (swap),
      .accumulator  (accumulators[32*lane +: 32]),
      .fresh        (fresh),
      .new_alpha    (new_alpha),
      .alpha        (alphas[32*lane +: 32]),
      .scales       (taken_scales),
      .result       (lanes_result[32*lane +: 32])
    );
  end

  always_ff @(posedge clock) begin
    aligns_e4m3_1 <= e4m3;
    aligns_e4m3_2 <= aligns_e4m3_1;
    sums_e4m3_1 <= aligns_e4m3_2;
    sums_e4m3_2 <= sums_e4m3_1;
    sums_int8_1 <= int8;
    sums_int8_2 <= sums_int8_1;
    sums_int8_3 <= sums_int8_2;
    sums_int8_4 <= sums_int8_3;
    adds_int8_1 <= sums_int8_4;
    adds_int8_2 <= adds_int8_1;
    adds_int8_3 <= adds_int8_2;
    adds_int8_4 <= adds_int8_3;
    adds_int8_5 <= adds_int8_4;
    adds_int8_6 <= adds_int8_5;
    adds_int8_7 <= adds_int8_6;
    loads <= load;
    taken_int8 <= loads_int8;
    taken_e4m3 <= loads_e4m3;
    taken_scales <= scales;
    if (reset) loads <= 1'b0;
  end

  assign results = lanes_result;
endmodule
