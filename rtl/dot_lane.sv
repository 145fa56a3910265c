// One lane of the matrix unit: 32 stationary elements, and a dot product with every moving row that passes, added to
// the row's accumulator.
// From Hw.Txu/Matrix/DotLane.cs (DotLane). Generated: edit the C#, then `make gen`.
module dot_lane (
  input  logic               clock,
  input  logic [255:0]       moving,      // 32 elements, one row per cycle, the same for all lanes
  input  logic               load,        // shift one element into the shadow copy
  input  logic signed [7:0]  feature,     // that element: this lane's token of one feature
  input  logic               swap,        // shadow becomes active, one cycle before the first row that uses it
  input  logic signed [31:0] accumulator, // the accumulator's value, one cycle after its moving row
  input  logic               fresh,       // start from 0 instead, with the accumulator
  output logic signed [31:0] result       // saturated sum, two cycles after its moving row
);
  logic [255:0] shadow, active;
  logic signed [20:0] dot;
  logic signed [31:0] total;

  wire signed [31:0] dot_sum =
        $unsigned($signed({{24{moving[7]}}, moving[7:0]}) * $signed({{24{active[7]}}, active[7:0]}))
      + $unsigned($signed({{24{moving[15]}}, moving[15:8]}) * $signed({{24{active[15]}}, active[15:8]}))
      + $unsigned($signed({{24{moving[23]}}, moving[23:16]}) * $signed({{24{active[23]}}, active[23:16]}))
      + $unsigned($signed({{24{moving[31]}}, moving[31:24]}) * $signed({{24{active[31]}}, active[31:24]}))
      + $unsigned($signed({{24{moving[39]}}, moving[39:32]}) * $signed({{24{active[39]}}, active[39:32]}))
      + $unsigned($signed({{24{moving[47]}}, moving[47:40]}) * $signed({{24{active[47]}}, active[47:40]}))
      + $unsigned($signed({{24{moving[55]}}, moving[55:48]}) * $signed({{24{active[55]}}, active[55:48]}))
      + $unsigned($signed({{24{moving[63]}}, moving[63:56]}) * $signed({{24{active[63]}}, active[63:56]}))
      + $unsigned($signed({{24{moving[71]}}, moving[71:64]}) * $signed({{24{active[71]}}, active[71:64]}))
      + $unsigned($signed({{24{moving[79]}}, moving[79:72]}) * $signed({{24{active[79]}}, active[79:72]}))
      + $unsigned($signed({{24{moving[87]}}, moving[87:80]}) * $signed({{24{active[87]}}, active[87:80]}))
      + $unsigned($signed({{24{moving[95]}}, moving[95:88]}) * $signed({{24{active[95]}}, active[95:88]}))
      + $unsigned($signed({{24{moving[103]}}, moving[103:96]}) * $signed({{24{active[103]}}, active[103:96]}))
      + $unsigned($signed({{24{moving[111]}}, moving[111:104]}) * $signed({{24{active[111]}}, active[111:104]}))
      + $unsigned($signed({{24{moving[119]}}, moving[119:112]}) * $signed({{24{active[119]}}, active[119:112]}))
      + $unsigned($signed({{24{moving[127]}}, moving[127:120]}) * $signed({{24{active[127]}}, active[127:120]}))
      + $unsigned($signed({{24{moving[135]}}, moving[135:128]}) * $signed({{24{active[135]}}, active[135:128]}))
      + $unsigned($signed({{24{moving[143]}}, moving[143:136]}) * $signed({{24{active[143]}}, active[143:136]}))
      + $unsigned($signed({{24{moving[151]}}, moving[151:144]}) * $signed({{24{active[151]}}, active[151:144]}))
      + $unsigned($signed({{24{moving[159]}}, moving[159:152]}) * $signed({{24{active[159]}}, active[159:152]}))
      + $unsigned($signed({{24{moving[167]}}, moving[167:160]}) * $signed({{24{active[167]}}, active[167:160]}))
      + $unsigned($signed({{24{moving[175]}}, moving[175:168]}) * $signed({{24{active[175]}}, active[175:168]}))
      + $unsigned($signed({{24{moving[183]}}, moving[183:176]}) * $signed({{24{active[183]}}, active[183:176]}))
      + $unsigned($signed({{24{moving[191]}}, moving[191:184]}) * $signed({{24{active[191]}}, active[191:184]}))
      + $unsigned($signed({{24{moving[199]}}, moving[199:192]}) * $signed({{24{active[199]}}, active[199:192]}))
      + $unsigned($signed({{24{moving[207]}}, moving[207:200]}) * $signed({{24{active[207]}}, active[207:200]}))
      + $unsigned($signed({{24{moving[215]}}, moving[215:208]}) * $signed({{24{active[215]}}, active[215:208]}))
      + $unsigned($signed({{24{moving[223]}}, moving[223:216]}) * $signed({{24{active[223]}}, active[223:216]}))
      + $unsigned($signed({{24{moving[231]}}, moving[231:224]}) * $signed({{24{active[231]}}, active[231:224]}))
      + $unsigned($signed({{24{moving[239]}}, moving[239:232]}) * $signed({{24{active[239]}}, active[239:232]}))
      + $unsigned($signed({{24{moving[247]}}, moving[247:240]}) * $signed({{24{active[247]}}, active[247:240]}))
      + $unsigned($signed({{24{moving[255]}}, moving[255:248]}) * $signed({{24{active[255]}}, active[255:248]}));
  wire signed [32:0] total_sum = (fresh ? 33'sd0 : 33'(accumulator)) + 33'(dot);

  always_ff @(posedge clock) begin
    if (load) shadow <= {feature, shadow[255:8]};
  end

  always_ff @(posedge clock) begin
    if (swap) active <= shadow;
  end

  always_ff @(posedge clock) begin
    dot <= dot_sum[20:0];
    total <= total_sum[32] != total_sum[31] ? (total_sum[32] ? 32'h80000000 : 32'h7fffffff) : total_sum[31:0];
  end

  assign result = total;

  wire unused = &{1'b0, dot_sum[31:21]};  // nothing reads these bits
endmodule
