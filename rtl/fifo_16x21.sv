// A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready
// depends on registers only.
// From Hw.Ip/Streams/Fifo.cs (Fifo). Generated: edit the C#, then `make gen`.
module fifo_16x21 (
  input  logic        clock,
  input  logic        reset,
  input  logic        push_valid,
  output logic        push_ready,
  input  logic [20:0] push_data,
  output logic        pop_valid,
  input  logic        pop_ready,
  output logic [20:0] pop_data
);
  logic [3:0] head, tail;
  logic [4:0] count;
  logic [20:0] words [0:15];
  logic [20:0] front;

  wire pops = pop_valid && pop_ready;
  wire [3:0] next_head = pops ? head + 4'd1 : head;
  wire pushes = push_valid && push_ready;

  always_ff @(posedge clock) begin  // words
    if (pushes) words[tail] <= push_data;
    if (pushes || pops) begin
      front <= words[next_head];
      if (pushes && tail == next_head) front <= push_data;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) head <= 4'd0;
    else head <= next_head;
  end

  always_ff @(posedge clock) begin
    if (reset) tail <= 4'd0;
    else if (pushes) tail <= tail + 4'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) count <= 5'd0;
    else count <= count + 5'(pushes) - 5'(pops);
  end

  assign push_ready = count != 5'd16;
  assign pop_valid = count != 5'd0;
  assign pop_data = front;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(6'(count)) + $signed(6'(pushes)) - $signed(6'(pops)) >= 6'sd0
          && $signed(6'(count)) + $signed(6'(pushes)) - $signed(6'(pops)) <= 6'sd16)
      else $error("fifo_16x21: nothing is pushed when full nor popped when empty");
  end
`endif
endmodule
