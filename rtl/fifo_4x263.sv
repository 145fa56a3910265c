// A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready
// depends on registers only.
// From Hw.Ip/Streams/Fifo.cs (Fifo). Generated: edit the C#, then `make gen`.
module fifo_4x263 (
  input  logic         clock,
  input  logic         reset,
  input  logic         push_valid,
  output logic         push_ready,
  input  logic [262:0] push_data,
  output logic         pop_valid,
  input  logic         pop_ready,
  output logic [262:0] pop_data
);
  logic [1:0] head, tail;
  logic [2:0] count;
  logic [262:0] words [0:3];
  logic [262:0] front;

  wire pops = pop_valid && pop_ready;
  wire [1:0] next_head = pops ? head + 2'd1 : head;
  wire pushes = push_valid && push_ready;

  always_ff @(posedge clock) begin  // words
    if (pushes) words[tail] <= push_data;
    if (pushes || pops) begin
      front <= words[next_head];
      if (pushes && tail == next_head) front <= push_data;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) head <= 2'd0;
    else head <= next_head;
  end

  always_ff @(posedge clock) begin
    if (reset) tail <= 2'd0;
    else if (pushes) tail <= tail + 2'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) count <= 3'd0;
    else count <= count + 3'(pushes) - 3'(pops);
  end

  assign push_ready = count != 3'd4;
  assign pop_valid = count != 3'd0;
  assign pop_data = front;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(4'(count)) + $signed(4'(pushes)) - $signed(4'(pops)) >= 4'sd0
          && $signed(4'(count)) + $signed(4'(pushes)) - $signed(4'(pops)) <= 4'sd4)
      else $error("fifo_4x263: nothing is pushed when full nor popped when empty");
  end
`endif
endmodule
