// A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready
// depends on registers only.
// From Hw.Ip/Streams/Fifo.cs (Fifo). Generated: edit the C#, then `make gen`.
module fifo_32x47 (
  input  logic        clock,
  input  logic        reset,
  input  logic        push_valid,
  output logic        push_ready,
  input  logic [46:0] push_data,
  output logic        pop_valid,
  input  logic        pop_ready,
  output logic [46:0] pop_data
);
  logic [4:0] head, tail;
  logic [5:0] count;
  logic [46:0] words [0:31];
  logic [46:0] front;

  wire pops = pop_valid && pop_ready;
  wire [4:0] next_head = pops ? head + 5'd1 : head;
  wire pushes = push_valid && push_ready;

  always_ff @(posedge clock) begin  // words
    if (pushes) words[tail] <= push_data;
    if (pushes || pops) begin
      front <= words[next_head];
      if (pushes && tail == next_head) front <= push_data;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) head <= 5'd0;
    else head <= next_head;
  end

  always_ff @(posedge clock) begin
    if (reset) tail <= 5'd0;
    else if (pushes) tail <= tail + 5'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) count <= 6'd0;
    else count <= count + 6'(pushes) - 6'(pops);
  end

  assign push_ready = count != 6'd32;
  assign pop_valid = count != 6'd0;
  assign pop_data = front;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(7'(count)) + $signed(7'(pushes)) - $signed(7'(pops)) >= 7'sd0
          && $signed(7'(count)) + $signed(7'(pushes)) - $signed(7'(pops)) <= 7'sd32)
      else $error("fifo_32x47: nothing is pushed when full nor popped when empty");
  end
`endif
endmodule
