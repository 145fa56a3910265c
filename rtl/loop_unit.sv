// The zero-overhead loops: four levels, level 0 the outermost, each with its start, its count and its iteration.
// From Hw.Txu/Control/LoopUnit.cs (LoopUnit). Generated: edit the C#, then `make gen`.
module loop_unit (
  input  logic        clock,
  input  logic        reset,
  input  logic        clear,
  input  logic        enter,      // LOOP: one level deeper
  input  logic [31:0] start,
  input  logic [15:0] count,
  input  logic        ends,       // ENDL: next iteration, or one level up
  output logic        outside,
  output logic        full,
  output logic        repeats,    // ENDL goes back to `body`
  output logic [31:0] body,
  output logic [63:0] iterations
);
  logic [2:0] depth;
  logic [15:0] iteration_0, iteration_1, iteration_2, iteration_3, count_0, count_1, count_2, count_3;
  logic [31:0] start_0, start_1, start_2, start_3;

  wire repeats_here =
          (
              depth == 3'd4 ? 17'(iteration_3)
            : depth == 3'd3 ? 17'(iteration_2)
            : depth == 3'd2 ? 17'(iteration_1)
            : 17'(iteration_0)
          )
        + 17'd1
      != (depth == 3'd4 ? 17'(count_3) : depth == 3'd3 ? 17'(count_2) : depth == 3'd2 ? 17'(count_1) : 17'(count_0));

  always_ff @(posedge clock) begin
    if (reset) depth <= 3'd0;
    else if (clear) depth <= 3'd0;
    else if (enter) depth <= depth + 3'd1;
    else if (ends && !repeats_here) depth <= depth - 3'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_0 <= 16'd0;
    else if (clear) iteration_0 <= 16'd0;
    else if (ends && depth == 3'd1) iteration_0 <= repeats_here ? iteration_0 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd0) begin
      count_0 <= count;
      start_0 <= start;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_1 <= 16'd0;
    else if (clear) iteration_1 <= 16'd0;
    else if (ends && depth == 3'd2) iteration_1 <= repeats_here ? iteration_1 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd1) begin
      count_1 <= count;
      start_1 <= start;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_2 <= 16'd0;
    else if (clear) iteration_2 <= 16'd0;
    else if (ends && depth == 3'd3) iteration_2 <= repeats_here ? iteration_2 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd2) begin
      count_2 <= count;
      start_2 <= start;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) iteration_3 <= 16'd0;
    else if (clear) iteration_3 <= 16'd0;
    else if (ends && depth == 3'd4) iteration_3 <= repeats_here ? iteration_3 + 16'd1 : 16'd0;
  end

  always_ff @(posedge clock) begin
    if (enter && depth == 3'd3) begin
      count_3 <= count;
      start_3 <= start;
    end
  end

  assign outside = depth == 3'd0;
  assign full = depth == 3'd4;
  assign repeats = repeats_here;
  assign body = depth == 3'd4 ? start_3 : depth == 3'd3 ? start_2 : depth == 3'd2 ? start_1 : start_0;
  assign iterations = {iteration_3, iteration_2, iteration_1, iteration_0};

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(!clear && enter) || depth + 3'd1 <= 3'd4))
      else $error("loop_unit: LOOP traps when all levels are active");
    assert (reset || (!(!clear && !enter && ends && !repeats_here) || $signed(depth) - 3'sd1 >= 3'sd0))
      else $error("loop_unit: ENDL traps outside any loop");
  end
`endif
endmodule
