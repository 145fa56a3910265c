// Streams the moving rows of a chunk through the lanes, one a cycle without a gap, and each row's accumulators around
// them. Stages: 0 scratchpad request, 1 row arrives, 2 dot products, 3 accumulate, 4 write. The same accumulator row
// comes round again no sooner than a stationary load of 32 cycles, so the read-modify-write needs no forwarding.
// From Hw.Txu/Matrix/MovingStreamer.cs (MovingStreamer). Generated: edit the C#, then `make gen`.
module moving_streamer_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          chunks_valid,
  output logic          chunks_ready,
  input  logic [96:0]   chunks_data,
  output logic          done_valid,
  input  logic          done_ready,
  output logic [44:0]   done_data,
  output logic          moving_valid,
  output logic [12:0]   moving_row,
  input  logic          moving_grant,
  input  logic [255:0]  moving_data,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data,
  output logic          write_valid,
  output logic [9:0]    write_row,
  output logic [1023:0] write_data,
  input  logic          write_grant,
  output logic [255:0]  lane_row,     // to the lanes, stage 2
  output logic          swap,
  output logic          restart,
  output logic [1023:0] sums,
  input  logic [1023:0] results,      // from the lanes, stage 4
  output logic [31:0]   write_order,  // the instruction a written row belongs to
  input  logic          retired,      // an instruction has left the finisher
  output logic          issue         // a row is issued: 32 · C useful products
);
  logic busy, first, nop, fresh, last, valid_1, swap_1, valid_2, fresh_delayed_1, fresh_delayed_2;
  logic fresh_delayed_3, write_valid_1, write_valid_2, ends_1, ends_2, ends_3, ends_4;
  logic [12:0] stride, moving_address, left;
  logic [44:0] completion, completed_1, completed_2, completed_3, completed_4;
  logic [9:0] sum_row, sum_row_delayed_1, sum_row_delayed_2, write_row_1, write_row_2;
  logic [255:0] arrived;
  wire in_flight_room;

  wire accept = chunks_valid && chunks_ready;
  wire issues_last = busy && (left == 13'd1 || nop);
  wire issue_row = busy && !nop;

  in_flight in_flight (
    .clock  (clock),
    .reset  (reset),
    .enters (accept && chunks_data[2]),
    .leaves (retired),
    .room   (in_flight_room)
  );

  always_ff @(posedge clock) begin
    if (accept) begin
      busy <= 1'b1;
      first <= !chunks_data[0];
      nop <= chunks_data[0];
      fresh <= chunks_data[1];
      last <= chunks_data[2];
      stride <= chunks_data[51:39];
      completion <= chunks_data[96:52];
      moving_address <= chunks_data[25:13];
      sum_row <= chunks_data[12:3];
      left <= chunks_data[38:26];
    end else begin
      first <= 1'b0;
      moving_address <= moving_address + stride;
      sum_row <= sum_row + 10'd1;
      left <= left - 13'd1;
      if (issues_last) busy <= 1'b0;
    end
    if (reset) begin
      busy <= 1'b0;
      first <= 1'b0;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) valid_1 <= 1'b0;
    else valid_1 <= issue_row;
  end

  always_ff @(posedge clock) begin
    if (valid_1) arrived <= moving_data;
  end

  always_ff @(posedge clock) begin
    swap_1 <= first;
    valid_2 <= valid_1;
    sum_row_delayed_1 <= sum_row;
    sum_row_delayed_2 <= sum_row_delayed_1;
    fresh_delayed_1 <= fresh;
    fresh_delayed_2 <= fresh_delayed_1;
    fresh_delayed_3 <= fresh_delayed_2;
    completed_1 <= completion;
    completed_2 <= completed_1;
    completed_3 <= completed_2;
    completed_4 <= completed_3;
    write_valid_1 <= valid_2;
    write_valid_2 <= write_valid_1;
    write_row_1 <= sum_row_delayed_2;
    write_row_2 <= write_row_1;
    ends_1 <= issues_last && last;
    ends_2 <= ends_1;
    ends_3 <= ends_2;
    ends_4 <= ends_3;
    if (reset) begin
      swap_1 <= 1'b0;
      valid_2 <= 1'b0;
      write_valid_1 <= 1'b0;
      write_valid_2 <= 1'b0;
      ends_1 <= 1'b0;
      ends_2 <= 1'b0;
      ends_3 <= 1'b0;
      ends_4 <= 1'b0;
    end
  end

  assign chunks_ready = (!busy || issues_last) && in_flight_room;
  assign done_valid = ends_4;
  assign done_data = completed_4;
  assign moving_valid = issue_row;
  assign moving_row = moving_address;
  assign acc_valid = valid_2;
  assign acc_row = sum_row_delayed_2;
  assign write_valid = write_valid_2;
  assign write_row = write_row_2;
  assign write_data = results;
  assign lane_row = arrived;
  assign swap = swap_1;
  assign restart = fresh_delayed_3;
  assign sums = acc_data;
  assign write_order = completed_4[31:0];
  assign issue = issue_row && moving_grant;

  wire unused = &{1'b0, {done_ready, write_grant, acc_grant}};  // the matrix unit has priority in every accumulator bank, and room was kept in the finisher
endmodule
