// The vector unit: reads accumulator rows and writes scratchpad rows, one a cycle. Stages: 0 accumulator request, 1 row
// arrives, 2 requantize, 3 write. Its writes have priority in every scratchpad bank, so only the request can wait.
// From Hw.Txu/Vector/VectorUnit.cs (VectorUnit). Generated: edit the C#, then `make gen`.
module vector_unit_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          push_valid,
  output logic          push_ready,
  input  logic [137:0]  push_data,
  output logic          wait_valid,
  output logic [4:0]    wait_index,
  input  logic          wait_grant,
  output logic          give_valid,
  output logic [4:0]    give_index,
  input  logic          give_grant,
  output logic          acc_valid,
  output logic [9:0]    acc_row,
  input  logic          acc_grant,
  input  logic [1023:0] acc_data,
  output logic          write_valid,
  output logic [12:0]   write_row,
  output logic [255:0]  write_data,
  input  logic          write_grant,
  output logic [31:0]   write_order,
  output logic          retire,
  output logic [31:0]   retire_order
);
  logic [12:0] row, target, write_row_1, write_row_2, write_row_3;
  logic [9:0] source;
  logic [15:0] scale_1, scale_2;
  logic [5:0] shift_1, shift_2;
  logic [44:0] completion_1, completion_2, completion_3;
  logic write_valid_1, write_valid_2, write_valid_3, ends_1, ends_2, ends_3;
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [137:0] queue_pop_data;
  wire queue_wait_valid;
  wire [4:0] queue_wait_index;
  wire [255:0] lanes_result;
  wire finisher_done_ready;
  wire finisher_give_valid;
  wire [4:0] finisher_give_index;
  wire finisher_retire;
  wire [31:0] finisher_order;
  wire finisher_error;
  wire in_flight_room;

  wire steps = acc_grant || (queue_pop_valid && queue_pop_data[32] && in_flight_room);
  wire [13:0] last_sum = 14'(row) + 14'd1;
  wire last = queue_pop_data[32] || last_sum == 14'(queue_pop_data[92:80]);
  wire row_condition = steps && last;

  vector_queue queue (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid),
    .push_ready (queue_push_ready),
    .push_data  (push_data),
    .pop_valid  (queue_pop_valid),
    .pop_ready  (row_condition),
    .pop_data   (queue_pop_data),
    .wait_valid (queue_wait_valid),
    .wait_index (queue_wait_index),
    .wait_grant (wait_grant)
  );

  for (genvar lane = 0; lane < 32; lane++) begin : g_lanes
    vector_lane lanes (
      .clock  (clock),
      .sum    (acc_data[32*lane +: 32]),
      .scale  (scale_2),
      .shift  (shift_2),
      .result (lanes_result[8*lane +: 8])
    );
  end

  vector_finisher finisher (
    .clock      (clock),
    .reset      (reset),
    .done_valid (ends_3),
    .done_ready (finisher_done_ready),
    .done_data  (completion_3),
    .give_valid (finisher_give_valid),
    .give_index (finisher_give_index),
    .give_grant (give_grant),
    .retire     (finisher_retire),
    .order      (finisher_order),
    .error      (finisher_error)
  );

  in_flight in_flight (
    .clock  (clock),
    .reset  (reset),
    .enters (row_condition),
    .leaves (finisher_retire),
    .room   (in_flight_room)
  );

  always_ff @(posedge clock) begin
    if (reset) begin
      row <= 13'd0;
      source <= 10'd0;
      target <= 13'd0;
    end else if (row_condition) begin
      row <= 13'd0;
      source <= 10'd0;
      target <= 13'd0;
    end else if (steps) begin
      row <= last_sum[12:0];
      source <= source + queue_pop_data[115:106];
      target <= target + queue_pop_data[105:93];
    end
  end

  always_ff @(posedge clock) begin
    scale_1 <= queue_pop_data[131:116];
    scale_2 <= scale_1;
    shift_1 <= queue_pop_data[137:132];
    shift_2 <= shift_1;
    completion_1 <= {1'b0, queue_pop_data[56:45], queue_pop_data[31:0]};
    completion_2 <= completion_1;
    completion_3 <= completion_2;
    write_valid_1 <= acc_grant;
    write_valid_2 <= write_valid_1;
    write_valid_3 <= write_valid_2;
    write_row_1 <= queue_pop_data[69:57] + target;
    write_row_2 <= write_row_1;
    write_row_3 <= write_row_2;
    ends_1 <= row_condition;
    ends_2 <= ends_1;
    ends_3 <= ends_2;
    if (reset) begin
      write_valid_1 <= 1'b0;
      write_valid_2 <= 1'b0;
      write_valid_3 <= 1'b0;
      ends_1 <= 1'b0;
      ends_2 <= 1'b0;
      ends_3 <= 1'b0;
    end
  end

  assign push_ready = queue_push_ready;
  assign wait_valid = queue_wait_valid;
  assign wait_index = queue_wait_index;
  assign give_valid = finisher_give_valid;
  assign give_index = finisher_give_index;
  assign acc_valid = queue_pop_valid && !queue_pop_data[32] && (!last || in_flight_room);
  assign acc_row = queue_pop_data[79:70] + source;
  assign write_valid = write_valid_3;
  assign write_row = write_row_3;
  assign write_data = lanes_result;
  assign write_order = completion_3[31:0];
  assign retire = finisher_retire;
  assign retire_order = finisher_order;

  wire unused_1 = &{1'b0, {finisher_done_ready, write_grant}};  // the vector unit has priority in every scratchpad bank, and room was kept in the finisher
  wire unused_2 = &{1'b0, queue_pop_data[44:33]};  // the queue has taken the waits
  wire unused_3 = &{1'b0, finisher_error};  // the vector unit has no memory responses
endmodule
