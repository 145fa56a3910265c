// Says when a channel withholds: bursts of 1 to 16 cycles of random length and distance. The seed is taken during reset
// and decides everything.
// From Hw.Ip/Memory/StallInjector.cs (StallInjector). Generated: edit the C#, then `make gen`.
module stall_injector (
  input  logic        clock,
  input  logic        reset,
  input  logic [1:0]  profile, // a StallProfile
  input  logic [30:0] seed,
  input  logic        waiting, // something is offered and not taken: it must not be withdrawn
  output logic        stall
);
  logic seeded, held;
  logic [4:0] left;
  logic [31:0] random;

  wire [31:0] random_bits_value = random ^ (random << 13);
  wire [31:0] random_bits = random_bits_value ^ (random_bits_value >> 17);
  wire starts = seeded && random[31:16] < (profile == 2'd2 ? 16'd857 : profile == 2'd1 ? 16'd238 : 16'd0);

  always_ff @(posedge clock) begin
    random <= seeded ? random_bits ^ (random_bits << 5) : {seed, 1'b1};
    seeded <= 1'b1;
    left <= left != 5'd0 ? left - 5'd1 : starts ? 5'(random[3:0]) + 5'd1 : 5'd0;
    held <= waiting;
    if (reset) begin
      seeded <= 1'b0;
      left <= 5'd0;
      held <= 1'b0;
    end
  end

  assign stall = left != 5'd0 && !held;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (left != 5'd0 ? $signed(6'(left)) - 6'sd1 : starts ? $signed(6'(random[3:0])) + 6'sd1 : 6'sd0) >= 6'sd0)
      else $error("stall_injector: it counts down only from above 0");
  end
`endif
endmodule
