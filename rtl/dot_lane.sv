// One lane of the matrix unit: 32 stationary elements, and a dot product with every moving row that passes, added to the row's
// accumulator.
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

  wire signed [32:0] total_sum = (fresh ? 33'sd0 : 33'(accumulator)) + 33'(dot);

  always_ff @(posedge clock) begin
    if (load) shadow <= {feature, shadow[255:8]};
  end

  always_ff @(posedge clock) begin
    if (swap) active <= shadow;
  end

  always_ff @(posedge clock) begin
    dot <=
      21'($signed(moving[7:0])) * 21'($signed(active[7:0]))
      + 21'($signed(moving[15:8])) * 21'($signed(active[15:8]))
      + 21'($signed(moving[23:16])) * 21'($signed(active[23:16]))
      + 21'($signed(moving[31:24])) * 21'($signed(active[31:24]))
      + 21'($signed(moving[39:32])) * 21'($signed(active[39:32]))
      + 21'($signed(moving[47:40])) * 21'($signed(active[47:40]))
      + 21'($signed(moving[55:48])) * 21'($signed(active[55:48]))
      + 21'($signed(moving[63:56])) * 21'($signed(active[63:56]))
      + 21'($signed(moving[71:64])) * 21'($signed(active[71:64]))
      + 21'($signed(moving[79:72])) * 21'($signed(active[79:72]))
      + 21'($signed(moving[87:80])) * 21'($signed(active[87:80]))
      + 21'($signed(moving[95:88])) * 21'($signed(active[95:88]))
      + 21'($signed(moving[103:96])) * 21'($signed(active[103:96]))
      + 21'($signed(moving[111:104])) * 21'($signed(active[111:104]))
      + 21'($signed(moving[119:112])) * 21'($signed(active[119:112]))
      + 21'($signed(moving[127:120])) * 21'($signed(active[127:120]))
      + 21'($signed(moving[135:128])) * 21'($signed(active[135:128]))
      + 21'($signed(moving[143:136])) * 21'($signed(active[143:136]))
      + 21'($signed(moving[151:144])) * 21'($signed(active[151:144]))
      + 21'($signed(moving[159:152])) * 21'($signed(active[159:152]))
      + 21'($signed(moving[167:160])) * 21'($signed(active[167:160]))
      + 21'($signed(moving[175:168])) * 21'($signed(active[175:168]))
      + 21'($signed(moving[183:176])) * 21'($signed(active[183:176]))
      + 21'($signed(moving[191:184])) * 21'($signed(active[191:184]))
      + 21'($signed(moving[199:192])) * 21'($signed(active[199:192]))
      + 21'($signed(moving[207:200])) * 21'($signed(active[207:200]))
      + 21'($signed(moving[215:208])) * 21'($signed(active[215:208]))
      + 21'($signed(moving[223:216])) * 21'($signed(active[223:216]))
      + 21'($signed(moving[231:224])) * 21'($signed(active[231:224]))
      + 21'($signed(moving[239:232])) * 21'($signed(active[239:232]))
      + 21'($signed(moving[247:240])) * 21'($signed(active[247:240]))
      + 21'($signed(moving[255:248])) * 21'($signed(active[255:248]));
    total <= total_sum < -33'sd2147483648 ? 32'sh80000000 : total_sum > 33'sd2147483647 ? 32'sd2147483647 : $signed(total_sum[31:0]);
  end

  assign result = total;
endmodule
