// A queue: what is pushed is there to pop one cycle later, in order. Both ends run at one word per cycle; push_ready
// depends on registers only.
// From Hw.Ip/Streams/Fifo.cs (Fifo). Generated: edit the C#, then `make gen`.
module fifo_64x12 (
  input  logic        clock,
  input  logic        reset,
  input  logic        push_valid,
  output logic        push_ready,
  input  logic [11:0] push_data,
  output logic        pop_valid,
  input  logic        pop_ready,
  output logic [11:0] pop_data
);
  logic [5:0] head, tail;
  logic [6:0] count;
  logic [11:0] words [0:63];
  logic [11:0] front;

  wire pops = pop_valid && pop_ready;
  wire [5:0] next_head = pops ? head + 6'd1 : head;
  wire pushes = push_valid && push_ready;

  always_ff @(posedge clock) begin  // words
    if (pushes) words[tail] <= push_data;
    if (pushes || pops) begin
      front <= words[next_head];
      if (pushes && tail == next_head) front <= push_data;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) head <= 6'd0;
    else head <= next_head;
  end

  always_ff @(posedge clock) begin
    if (reset) tail <= 6'd0;
    else if (pushes) tail <= tail + 6'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) count <= 7'd0;
    else count <= count + 7'(pushes) - 7'(pops);
  end

  assign push_ready = count != 7'd64;
  assign pop_valid = count != 7'd0;
  assign pop_data = front;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || $signed(8'(count)) + $signed(8'(pushes)) - $signed(8'(pops)) >= 8'sd0
          && $signed(8'(count)) + $signed(8'(pushes)) - $signed(8'(pops)) <= 8'sd64)
      else $error("fifo_64x12: nothing is pushed when full nor popped when empty");
  end
`endif
endmodule
