// Pretends to run instructions: instruction n writes n % 5 + 1 rows on channel `a` and as many on `b`, then retires.
// Channel b sees the instructions one later than a, so their rows interleave.
module retire (
  input  logic          clock, reset,
  input  logic          go,
  output logic          a_valid, b_valid, r_valid,
  output logic [31:0]   a_order, b_order, r_order,
  output logic [15:0]   a_addr,
  output logic [7:0]    b_addr,
  output logic [1055:0] a_data,        // 33 words: odd on purpose
  output logic [39:0]   b_data,
  output logic [3:0]    b_mask,
  output logic [47:0]   r_pc,
  output logic          done
);
  logic [31:0] n, last;
  logic [2:0]  row;
  logic [63:0] state;
  wire ends = {29'b0, row} == n % 5;
  assign a_valid = go;
  assign a_order = n;
  assign a_addr = state[20:5];
  assign a_data = {33{state[40:9] ^ {29'b0, row}}} ^ 1056'(state) << 512;
  assign b_valid = go && n != 0 && state[3];
  assign b_order = last;
  assign b_addr = state[17:10];
  assign b_data = state[60:21];
  assign b_mask = state[7:4];
  assign r_valid = go && ends;
  assign r_order = n;
  assign r_pc = {state[15:0], n};
  assign done = n == 1000;
  always_ff @(posedge clock) begin
    if (reset) begin n <= 0; last <= 0; row <= 0; state <= 64'h9E3779B97F4A7C15; end
    else if (go) begin
      state <= state * 64'd6364136223846793005 + 64'd1442695040888963407;
      row <= ends ? 0 : row + 1;
      if (ends) begin n <= n + 1; last <= n; end
    end
  end
endmodule
