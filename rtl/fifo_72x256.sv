// A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready
// depends on registers only.
// From Hw.Ip/Streams/Fifo.cs (Fifo). Generated: edit the C#, then `make gen`.
module fifo_72x256 (
  input  logic         clock,
  input  logic         reset,
  input  logic         push_valid,
  output logic         push_ready,
  input  logic [255:0] push_data,
  output logic         pop_valid,
  input  logic         pop_ready,
  output logic [255:0] pop_data
);
  logic [6:0] head, tail, count;
  logic [255:0] words [0:71];
  logic [255:0] front;

  wire pops = pop_valid && pop_ready;
  wire [6:0] next_head = pops ? (head == 7'd71 ? 7'd0 : head + 7'd1) : head;
  wire pushes = push_valid && push_ready;

  always_ff @(posedge clock) begin  // words
    if (pushes) words[tail] <= push_data;
    if (pushes || pops) begin
      front <= words[next_head];
      if (pushes && tail == next_head) front <= push_data;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) head <= 7'd0;
    else head <= next_head;
  end

  always_ff @(posedge clock) begin
    if (reset) tail <= 7'd0;
    else if (pushes) tail <= tail == 7'd71 ? 7'd0 : tail + 7'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) count <= 7'd0;
    else count <= count + 7'(pushes) - 7'(pops);
  end

  assign push_ready = count != 7'd72;
  assign pop_valid = count != 7'd0;
  assign pop_data = front;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!((pushes || pops) && pops) || (head == 7'd71 ? 7'd0 : head + 7'd1) <= 7'd71))
      else $error("fifo_72x256: the last place is followed by 0");
    assert (reset || (!pops || (head == 7'd71 ? 7'd0 : head + 7'd1) <= 7'd71))
      else $error("fifo_72x256: the last place is followed by 0");
    assert (reset || (!pushes || (tail == 7'd71 ? 7'd0 : tail + 7'd1) <= 7'd71))
      else $error("fifo_72x256: the last place is followed by 0");
    assert (reset
        || $signed(8'(count)) + $signed(8'(pushes)) - $signed(8'(pops)) >= 8'sd0
          && $signed(8'(count)) + $signed(8'(pushes)) - $signed(8'(pops)) <= 8'sd72)
      else $error("fifo_72x256: nothing is pushed when full nor popped when empty");
  end
`endif
endmodule
