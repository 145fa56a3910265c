// Asks for the next instruction while the sequencer works on this one: an instruction every other cycle as long as the
// buffer has its line.
// From Hw.Txu/Control/Prefetch.cs (Prefetch). Generated: edit the C#, then `make gen`.
module prefetch (
  input  logic         clock,
  input  logic         reset,
  input  logic         restart,     // from the first instruction, once it is 0 again
  input  logic         jump,        // go on at `target`; what has been fetched ahead is forgotten
  input  logic [31:0]  target,
  input  logic [31:0]  length,      // instructions of the program; nothing beyond is asked for
  input  logic         take,        // the sequencer takes the instruction; only with ready
  output logic         ready,
  output logic [127:0] word,
  output logic         error,       // with ready: memory reported an error for its line
  output logic         want,
  output logic [31:0]  pc,
  input  logic         found,
  input  logic [127:0] found_word,
  input  logic         found_error
);
  logic [31:0] ahead;
  logic [127:0] held;
  logic held_error, asked, full;

  wire away = restart || jump;
  wire arrives = asked && found && !away;

  always_ff @(posedge clock) begin
    if (reset) asked <= 1'b0;
    else asked <= want && !arrives;
  end

  always_ff @(posedge clock) begin
    if (reset) ahead <= 32'd0;
    else if (restart) ahead <= 32'd0;
    else if (jump) ahead <= target;
    else if (arrives) ahead <= ahead + 32'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) full <= 1'b0;
    else if (away) full <= 1'b0;
    else if (arrives) full <= 1'b1;
    else if (take) full <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (arrives) begin
      held <= found_word;
      held_error <= found_error;
    end
  end

  assign ready = full;
  assign word = held;
  assign error = held_error;
  assign want = !away && (!full || take) && ahead < length;
  assign pc = ahead;
endmodule
