// The zero-overhead loops: four levels, level 0 the outermost, each with its start, its count and its iteration.
// From Hw.Txu/Control/LoopUnit.cs (LoopUnit). Generated: edit the C#, then `make gen`.
module loop_unit (
  input  logic               clock,
  input  logic               reset,
  input  logic               clear,
  input  logic               enter,      // LOOP: one level deeper
  input  logic [31:0]        start,
  input  logic [15:0]        count,      // the operands of a LOOP at hand, for `measure_latency` cycles before it enters
  input  logic signed [15:0] grow,
  output logic               excessive,  // its count + grow · iteration of the loop around it leaves 1 … 65535
  input  logic               ends,       // ENDL: next iteration, or one level up
  output logic               outside,
  output logic               full,
  output logic               repeats,    // ENDL goes back to `body`
  output logic [31:0]        body,
  output logic [63:0]        iterations
);
  logic [2:0] depth;
  logic [15:0] iteration_0, iteration_1, iteration_2, iteration_3, count_0, count_1, count_2, count_3;
  logic [15:0] inner_iteration, count_s1, count_s2;
  logic [31:0] start_0, start_1, start_2, start_3, inner_start;
  logic inner_repeats;
  logic signed [23:0] sum_s1, sum_2_s1;
  logic signed [31:0] sum_3_s2, sum_4_s3;

  wire [15:0] inner_iteration_choice =
      depth == 3'd4 ? iteration_3 : depth == 3'd3 ? iteration_2 : depth == 3'd2 ? iteration_1 : iteration_0;
  wire [7:0] sum_s1_shifted = inner_iteration[15:8];
  wire signed [7:0] sum_s1_shifted_2 = grow[15:8];
  wire signed [31:0] times = sum_4_s3;
  wire [15:0] count_0_value = times[15:0];

  always_ff @(posedge clock) begin
    inner_start <= depth == 3'd4 ? start_3 : depth == 3'd3 ? start_2 : depth == 3'd2 ? start_1 : start_0;
    inner_iteration <= inner_iteration_choice;
    inner_repeats <=
          17'(inner_iteration_choice) + 17'd1
        != (depth == 3'd4 ? 17'(count_3) : depth == 3'd3 ? 17'(count_2) : depth == 3'd2 ? 17'(count_1) : 17'(count_0));
  end

  always_ff @(posedge clock) begin  // stage 1 of 3
    count_s1 <= count;
    sum_s1 <=
        ($signed(24'(sum_s1_shifted)) * 24'(sum_s1_shifted_2) << 8) + $signed(24'(sum_s1_shifted) * 24'(grow[7:0]));
    sum_2_s1 <=
          ($signed(24'(inner_iteration[7:0])) * 24'(sum_s1_shifted_2) << 8)
        + $signed(24'(inner_iteration[7:0]) * 24'(grow[7:0]));
  end

  always_ff @(posedge clock) begin  // stage 2 of 3
    count_s2 <= count_s1;
    sum_3_s2 <= (32'(sum_s1) << 8) + 32'(sum_2_s1);
  end

  always_ff @(posedge clock) begin  // stage 3 of 3
    sum_4_s3 <= $signed(32'(count_s2)) + sum_3_s2;
  end

  always_ff @(posedge clock) begin
    if (reset) depth <= 3'd0;
    else if (clear) depth <= 3'd0;
    else if (enter) depth <= depth + 3'd1;
    else if (ends && !inner_repeats) depth <= depth - 3'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_0 <= 16'd0;
    else if (clear) iteration_0 <= 16'd0;
    else if (ends && depth == 3'd1) iteration_0 <= inner_repeats ? iteration_0 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd0) begin
      count_0 <= count_0_value;
      start_0 <= start;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_1 <= 16'd0;
    else if (clear) iteration_1 <= 16'd0;
    else if (ends && depth == 3'd2) iteration_1 <= inner_repeats ? iteration_1 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd1) begin
      count_1 <= count_0_value;
      start_1 <= start;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_2 <= 16'd0;
    else if (clear) iteration_2 <= 16'd0;
    else if (ends && depth == 3'd3) iteration_2 <= inner_repeats ? iteration_2 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd2) begin
      count_2 <= count_0_value;
      start_2 <= start;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_3 <= 16'd0;
    else if (clear) iteration_3 <= 16'd0;
    else if (ends && depth == 3'd4) iteration_3 <= inner_repeats ? iteration_3 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd3) begin
      count_3 <= count_0_value;
      start_3 <= start;
    end
  end

  assign excessive = times < 32'sd1 || times > 32'sd65535;
  assign outside = depth == 3'd0;
  assign full = depth == 3'd4;
  assign repeats = inner_repeats;
  assign body = inner_start;
  assign iterations = {iteration_3, iteration_2, iteration_1, iteration_0};

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(!clear && enter) || depth + 3'd1 <= 3'd4))
      else $error("loop_unit: LOOP traps when all levels are active");
    assert (reset || (!(!clear && !enter && ends && !inner_repeats) || $signed(depth) - 3'sd1 >= 3'sd0))
      else $error("loop_unit: ENDL traps outside any loop");
  end
`endif
endmodule
