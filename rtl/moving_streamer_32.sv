// Streams the moving rows of a chunk through the lanes, one a cycle, and each row's accumulators around them. A row is
// held back while its accumulators are still in the pipeline of an earlier row, and in cycles in which the vector unit
// will have the bank when this row's result comes. Cycles: 0 scratchpad request, 1 row arrives, ReadLatency
// accumulators are read, WriteLatency and written.
// From Hw.Txu/Matrix/MovingStreamer.cs (MovingStreamer). Generated: edit the C#, then `make gen`.
module moving_streamer_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          chunks_valid,
  output logic          chunks_ready,
  input  logic [148:0]  chunks_data,
  output logic          done_valid,
  input  logic          done_ready,
  output logic [44:0]   done_data,
  output logic          moving_valid,
  output logic          moving_wide,
  output logic [12:0]   moving_row,
  input  logic          moving_grant,
  input  logic [511:0]  moving_data,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data,
  output logic          alpha_valid,
  output logic [4:0]    alpha_row,
  input  logic          alpha_grant,
  input  logic [1023:0] alpha_data,
  output logic          write_valid,
  output logic [9:0]    write_row,
  output logic [1023:0] write_data,
  input  logic          write_grant,
  input  logic          claim_valid,
  input  logic [1:0]    claim_bank,
  output logic [31:0]   counts,        // to the lanes, in the cycle in which the row arrives: which elements count, and their format
  output logic [1:0]    format,
  output logic          swap,
  output logic          fresh,         // with the accumulators
  output logic          scales,
  output logic          new_alpha,
  input  logic [1023:0] results,
  output logic [31:0]   write_order,   // the instruction a written row belongs to
  input  logic          retired,       // an instruction has left the finisher
  output logic          issue,         // a row is issued, and so many products of it count
  output logic [10:0]   live_products,
  output logic          busy,          // a chunk is being streamed; a row of it is held back; an instruction's first row is issued
  output logic          blocked,
  output logic          begins,
  output logic [31:0]   begin_order
);
  logic streaming, first, nop, opens, last, from_zero, from_scaled, swap_after_1, swap_after_2;
  logic swap_after_3, alpha_wanted_1, alpha_wanted_2, alpha_wanted_3, alpha_arrives, fresh_after_1;
  logic fresh_after_2, fresh_after_3, fresh_after_4, scales_after_1, scales_after_2, scales_after_3;
  logic scales_after_4, ends_1, ends_2, ends_3, ends_4, ends_5, ends_6, ends_7, ends_8, ends_9, ends_10;
  logic ends_11, ends_12, ends_13, ends_14, ends_15, ends_16, ends_17;
  logic [1:0] kind, kind_arriving;
  logic [4:0] alpha, alpha_row_1, alpha_row_2, alpha_row_3;
  logic [31:0] features, features_arriving;
  logic [10:0] products;
  logic [12:0] stride, moving_address, left;
  logic [44:0] completion, completed_1, completed_2, completed_3, completed_4, completed_5, completed_6;
  logic [44:0] completed_7, completed_8, completed_9, completed_10, completed_11, completed_12, completed_13;
  logic [44:0] completed_14, completed_15, completed_16, completed_17;
  logic [9:0] sum_row;
  wire rows_conflict;
  wire rows_reads;
  wire [9:0] rows_read_row;
  wire rows_writes;
  wire [9:0] rows_write_row;
  wire in_flight_room;

  wire accept = chunks_valid && chunks_ready;
  wire wants = streaming && !nop;
  wire conflict = !from_zero && rows_conflict;
  wire claimed = claim_valid && claim_bank == sum_row[9:8];
  wire issue_row = wants && !conflict && !claimed;
  wire issues_last = (issue_row && left == 13'd1) || (streaming && nop);
  wire alpha_wanted_1_condition = issue_row && first;

  rows_in_flight rows (
    .clock     (clock),
    .reset     (reset),
    .candidate (sum_row),
    .enters    (issue_row),
    .conflict  (rows_conflict),
    .reads     (rows_reads),
    .read_row  (rows_read_row),
    .writes    (rows_writes),
    .write_row (rows_write_row)
  );

  in_flight in_flight (
    .clock  (clock),
    .reset  (reset),
    .enters (accept && chunks_data[2]),
    .leaves (retired),
    .room   (in_flight_room)
  );

  always_ff @(posedge clock) begin
    if (accept) begin
      streaming <= 1'b1;
      first <= 1'b1;
      nop <= chunks_data[0];
      opens <= chunks_data[1];
      last <= chunks_data[2];
      from_zero <= chunks_data[3];
      from_scaled <= chunks_data[4];
      kind <= chunks_data[6:5];
      alpha <= chunks_data[11:7];
      features <= chunks_data[92:61];
      products <= chunks_data[103:93];
      stride <= chunks_data[60:48];
      completion <= chunks_data[148:104];
      moving_address <= chunks_data[34:22];
      sum_row <= chunks_data[21:12];
      left <= chunks_data[47:35];
    end else if (issue_row || issues_last) begin
      streaming <= !issues_last;
      first <= 1'b0;
      moving_address <= moving_address + stride;
      sum_row <= sum_row + 10'd1;
      left <= left - 13'd1;
    end
    if (reset) streaming <= 1'b0;
  end

  always_ff @(posedge clock) begin
    features_arriving <= features;
    kind_arriving <= kind;
    swap_after_1 <= accept && !chunks_data[0];
    swap_after_2 <= swap_after_1;
    swap_after_3 <= swap_after_2;
    alpha_wanted_1 <= alpha_wanted_1_condition && from_scaled;
    alpha_wanted_2 <= alpha_wanted_1;
    alpha_wanted_3 <= alpha_wanted_2;
    alpha_row_1 <= alpha;
    alpha_row_2 <= alpha_row_1;
    alpha_row_3 <= alpha_row_2;
    alpha_arrives <= alpha_valid;
    fresh_after_1 <= from_zero;
    fresh_after_2 <= fresh_after_1;
    fresh_after_3 <= fresh_after_2;
    fresh_after_4 <= fresh_after_3;
    scales_after_1 <= from_scaled;
    scales_after_2 <= scales_after_1;
    scales_after_3 <= scales_after_2;
    scales_after_4 <= scales_after_3;
    completed_1 <= completion;
    completed_2 <= completed_1;
    completed_3 <= completed_2;
    completed_4 <= completed_3;
    completed_5 <= completed_4;
    completed_6 <= completed_5;
    completed_7 <= completed_6;
    completed_8 <= completed_7;
    completed_9 <= completed_8;
    completed_10 <= completed_9;
    completed_11 <= completed_10;
    completed_12 <= completed_11;
    completed_13 <= completed_12;
    completed_14 <= completed_13;
    completed_15 <= completed_14;
    completed_16 <= completed_15;
    completed_17 <= completed_16;
    ends_1 <= issues_last && last;
    ends_2 <= ends_1;
    ends_3 <= ends_2;
    ends_4 <= ends_3;
    ends_5 <= ends_4;
    ends_6 <= ends_5;
    ends_7 <= ends_6;
    ends_8 <= ends_7;
    ends_9 <= ends_8;
    ends_10 <= ends_9;
    ends_11 <= ends_10;
    ends_12 <= ends_11;
    ends_13 <= ends_12;
    ends_14 <= ends_13;
    ends_15 <= ends_14;
    ends_16 <= ends_15;
    ends_17 <= ends_16;
    if (reset) begin
      swap_after_1 <= 1'b0;
      swap_after_2 <= 1'b0;
      swap_after_3 <= 1'b0;
      alpha_wanted_1 <= 1'b0;
      alpha_wanted_2 <= 1'b0;
      alpha_wanted_3 <= 1'b0;
      alpha_arrives <= 1'b0;
      ends_1 <= 1'b0;
      ends_2 <= 1'b0;
      ends_3 <= 1'b0;
      ends_4 <= 1'b0;
      ends_5 <= 1'b0;
      ends_6 <= 1'b0;
      ends_7 <= 1'b0;
      ends_8 <= 1'b0;
      ends_9 <= 1'b0;
      ends_10 <= 1'b0;
      ends_11 <= 1'b0;
      ends_12 <= 1'b0;
      ends_13 <= 1'b0;
      ends_14 <= 1'b0;
      ends_15 <= 1'b0;
      ends_16 <= 1'b0;
      ends_17 <= 1'b0;
    end
  end

  assign chunks_ready = (!streaming || issues_last) && in_flight_room;
  assign done_valid = ends_17;
  assign done_data = completed_17;
  assign moving_valid = issue_row;
  assign moving_wide = kind == 2'd1;
  assign moving_row = moving_address;
  assign acc_valid = rows_reads;
  assign acc_row = rows_read_row;
  assign alpha_valid = alpha_wanted_3;
  assign alpha_row = alpha_row_3;
  assign write_valid = rows_writes;
  assign write_row = rows_write_row;
  assign write_data = results;
  assign counts = features_arriving;
  assign format = kind_arriving;
  assign swap = swap_after_3;
  assign fresh = fresh_after_4;
  assign scales = scales_after_4;
  assign new_alpha = alpha_arrives;
  assign write_order = completed_17[31:0];
  assign issue = issue_row;
  assign live_products = issue_row ? products : 11'd0;
  assign busy = streaming;
  assign blocked = wants && !issue_row;
  assign begins = alpha_wanted_1_condition && opens;
  assign begin_order = completion[31:0];

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (issue_row ? products : 11'd0) <= 11'd1024)
      else $error("moving_streamer_32: 32 features, the lanes there are");
  end
`endif

  wire unused_1 = &{1'b0, {done_ready, write_grant, alpha_grant, acc_grant, moving_grant}};  // the matrix unit has priority in every bank, and room was kept in the finisher
  wire unused_2 = &{1'b0, {alpha_data, acc_data, moving_data}};  // the lanes take them
endmodule
