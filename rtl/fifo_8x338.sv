// A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready
// depends on registers only.
// From Hw.Ip/Streams/Fifo.cs (Fifo). Generated: edit the C#, then `make gen`.
module fifo_8x338 (
  input  logic         clock,
  input  logic         reset,
  input  logic         push_valid,
  output logic         push_ready,
  input  logic [337:0] push_data,
  output logic         pop_valid,
  input  logic         pop_ready,
  output logic [337:0] pop_data
);
  logic [2:0] head, tail;
  logic [3:0] count;
  logic [337:0] words [0:7];
  logic [337:0] front;

  wire pops = pop_valid && pop_ready;
  wire [2:0] next_head = pops ? head + 3'd1 : head;
  wire pushes = push_valid && push_ready;

  always_ff @(posedge clock) begin  // words
    if (pushes) words[tail] <= push_data;
    if (pushes || pops) begin
      front <= words[next_head];
      if (pushes && tail == next_head) front <= push_data;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) head <= 3'd0;
    else head <= next_head;
  end

  always_ff @(posedge clock) begin
    if (reset) tail <= 3'd0;
    else if (pushes) tail <= tail + 3'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) count <= 4'd0;
    else count <= count + 4'(pushes) - 4'(pops);
  end

  assign push_ready = count != 4'd8;
  assign pop_valid = count != 4'd0;
  assign pop_data = front;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(5'(count)) + $signed(5'(pushes)) - $signed(5'(pops)) >= 5'sd0
          && $signed(5'(count)) + $signed(5'(pushes)) - $signed(5'(pops)) <= 5'sd8)
      else $error("fifo_8x338: nothing is pushed when full nor popped when empty");
  end
`endif
endmodule
