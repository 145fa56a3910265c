// A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready
// depends on registers only.
// From Hw.Ip/Streams/Fifo.cs (Fifo). Generated: edit the C#, then `make gen`.
module fifo_2x256 (
  input  logic         clock,
  input  logic         reset,
  input  logic         push_valid,
  output logic         push_ready,
  input  logic [255:0] push_data,
  output logic         pop_valid,
  input  logic         pop_ready,
  output logic [255:0] pop_data
);
  logic head, tail;
  logic [1:0] count;
  logic [255:0] words [0:1];
  logic [255:0] front;

  wire pops = pop_valid && pop_ready;
  wire next_head = pops ? head + 1'b1 : head;
  wire pushes = push_valid && push_ready;

  always_ff @(posedge clock) begin  // words
    if (pushes) words[tail] <= push_data;
    if (pushes || pops) begin
      front <= words[next_head];
      if (pushes && tail == next_head) front <= push_data;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) head <= 1'b0;
    else head <= next_head;
  end

  always_ff @(posedge clock) begin
    if (reset) tail <= 1'b0;
    else if (pushes) tail <= tail + 1'b1;
  end

  always_ff @(posedge clock) begin
    if (reset) count <= 2'd0;
    else count <= count + 2'(pushes) - 2'(pops);
  end

  assign push_ready = count != 2'd2;
  assign pop_valid = count != 2'd0;
  assign pop_data = front;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(3'(count)) + $signed(3'(pushes)) - $signed(3'(pops)) >= 3'sd0
          && $signed(3'(count)) + $signed(3'(pushes)) - $signed(3'(pops)) <= 3'sd2)
      else $error("fifo_2x256: nothing is pushed when full nor popped when empty");
  end
`endif
endmodule
