// The vector unit: a walk makes steps of each instruction; a step reads a row, waiting until its bank is free; from
// then on nothing waits. The row arrives in the next cycle and passes through the lanes with its control beside it,
// Latency cycles from read to write.
// From Hw.Txu/Vector/VectorUnit.cs (VectorUnit). Generated: edit the C#, then `make gen`.
module vector_unit_32 (
  input  logic          clock,
  input  logic          reset,
  input  logic          push_valid,
  output logic          push_ready,
  input  logic [337:0]  push_data,
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
  output logic          spad_valid,
  output logic          spad_wide,
  output logic [12:0]   spad_row,
  input  logic          spad_grant,
  input  logic [511:0]  spad_data,
  output logic          state_valid,
  output logic [4:0]    state_row,
  input  logic          state_grant,
  input  logic [1023:0] state_data,
  output logic          write_valid,
  output logic          write_wide,
  output logic [12:0]   write_row,
  output logic [511:0]  write_data,
  input  logic          write_grant,
  output logic          acc_write_valid,
  output logic [9:0]    acc_write_row,
  output logic [1023:0] acc_write_data,
  input  logic          acc_write_grant,
  output logic          state_write_valid,
  output logic [4:0]    state_write_row,
  output logic [1023:0] state_write_data,
  input  logic          state_write_grant,
  output logic          claim_valid,
  output logic [1:0]    claim_bank,
  output logic          activity_busy,
  output logic          activity_waits,
  output logic          activity_blocked,
  output logic          activity_begins,
  output logic [31:0]   activity_order,
  output logic [31:0]   write_order,       // the instruction that a written row belongs to
  output logic          retire,
  output logic [31:0]   retire_order
);
  logic [177:0] control;
  logic [5:0] first_1, first_2, first_3, first_4, shift_1, shift_2, shift_3, shift_4;
  logic [31:0] scale_1, scale_2, scale_3, scale_4, bias_1, bias_2, bias_3, bias_4, bias_5, bias_6, bias_7, bias_8;
  logic [31:0] bias_9, bias_10, bias_11;
  logic [15:0] multiplier_1, multiplier_2, multiplier_3, multiplier_4;
  logic [16:0] select_1, select_2, select_3, select_4, select_5, select_6, select_7, select_8, select_9;
  logic [7:0] add_1, add_2, add_3, add_4, add_5, add_6, add_7, add_8, add_9, add_10, add_11;
  logic [4:0] function_1, function_2, function_3, function_4, function_5, function_6, function_7, function_8;
  logic [4:0] function_9, function_10, function_11, function_12, function_13, function_14, function_15;
  logic [2:0] elementwise_1, elementwise_2, elementwise_3, elementwise_4, elementwise_5, elementwise_6;
  logic [2:0] elementwise_7, elementwise_8, elementwise_9, elementwise_10, elementwise_11, elementwise_12;
  logic [2:0] elementwise_13, elementwise_14, elementwise_15, goal_1, goal_2, goal_3, goal_4, goal_5, goal_6;
  logic [2:0] goal_7, goal_8, goal_9, goal_10, goal_11, goal_12, goal_13, goal_14, goal_15, goal_16, goal_17;
  logic [2:0] goal_18, goal_19, goal_20, goal_21, goal_22, goal_23, goal_24, goal_25, goal_26, goal_27, goal_28;
  logic [2:0] goal_29, goal_30, goal_31, goal_32, goal_33, goal_34, goal_35, goal_36, goal_37, goal_38, goal_39;
  logic [2:0] goal_40, goal_41, goal_42, goal_43, goal_44, goal_45, goal_46, goal_47, goal_48;
  logic [3:0] last_1, last_2, last_3, last_4, last_5, last_6, last_7, last_8, last_9, last_10, last_11, last_12;
  logic [3:0] last_13, last_14, last_15, last_16, last_17, last_18, last_19, last_20, last_21, last_22, last_23;
  logic [3:0] last_24, last_25, last_26, last_27, last_28, last_29, last_30, last_31, last_32, last_33, last_34;
  logic [3:0] last_35, last_36;
  logic [1:0] format_1, format_2, format_3, format_4, format_5, format_6, format_7, format_8, format_9, format_10;
  logic [1:0] format_11, format_12, format_13, format_14, format_15, format_16, format_17, format_18, format_19;
  logic [1:0] format_20, format_21, format_22, format_23, format_24, format_25, format_26, format_27, format_28;
  logic [1:0] format_29, format_30, format_31, format_32, format_33, format_34, format_35, format_36, format_37;
  logic [1:0] format_38, format_39, format_40, format_41, claimed_bank_1, claimed_bank_2, claimed_bank_3;
  logic [1:0] claimed_bank_4, claimed_bank_5, claimed_bank_6, claimed_bank_7, claimed_bank_8, claimed_bank_9;
  logic [1:0] claimed_bank_10, claimed_bank_11, claimed_bank_12, claimed_bank_13, claimed_bank_14;
  logic [1:0] claimed_bank_15, claimed_bank_16, claimed_bank_17, claimed_bank_18, claimed_bank_19;
  logic [1:0] claimed_bank_20, claimed_bank_21, claimed_bank_22, claimed_bank_23, claimed_bank_24;
  logic [1:0] claimed_bank_25, claimed_bank_26, claimed_bank_27, claimed_bank_28, claimed_bank_29;
  logic [1:0] claimed_bank_30, claimed_bank_31, claimed_bank_32;
  logic [8:0] sum_1, sum_2, sum_3, sum_4, sum_5, sum_6, sum_7, sum_8, sum_9, sum_10, sum_11, sum_12, sum_13;
  logic [8:0] sum_14, sum_15, sum_16, sum_17, sum_18, sum_19, sum_20, sum_21, sum_22, sum_23, sum_24, sum_25;
  logic [8:0] sum_26, sum_27, sum_28, sum_29, sum_30, sum_31, sum_32, sum_33, sum_34, sum_35, sum_36, sum_37;
  logic [8:0] sum_38, sum_39, sum_40, sum_41, sum_42, sum_43, sum_44;
  logic [12:0] target_1, target_2, target_3, target_4, target_5, target_6, target_7, target_8, target_9, target_10;
  logic [12:0] target_11, target_12, target_13, target_14, target_15, target_16, target_17, target_18, target_19;
  logic [12:0] target_20, target_21, target_22, target_23, target_24, target_25, target_26, target_27, target_28;
  logic [12:0] target_29, target_30, target_31, target_32, target_33, target_34, target_35, target_36, target_37;
  logic [12:0] target_38, target_39, target_40, target_41, target_42, target_43, target_44, target_45, target_46;
  logic [12:0] target_47, target_48;
  logic ends_1, ends_2, ends_3, ends_4, ends_5, ends_6, ends_7, ends_8, ends_9, ends_10, ends_11, ends_12;
  logic ends_13, ends_14, ends_15, ends_16, ends_17, ends_18, ends_19, ends_20, ends_21, ends_22, ends_23;
  logic ends_24, ends_25, ends_26, ends_27, ends_28, ends_29, ends_30, ends_31, ends_32, ends_33, ends_34;
  logic ends_35, ends_36, ends_37, ends_38, ends_39, ends_40, ends_41, ends_42, ends_43, ends_44, ends_45;
  logic ends_46, ends_47, ends_48, claims_1, claims_2, claims_3, claims_4, claims_5, claims_6, claims_7;
  logic claims_8, claims_9, claims_10, claims_11, claims_12, claims_13, claims_14, claims_15, claims_16;
  logic claims_17, claims_18, claims_19, claims_20, claims_21, claims_22, claims_23, claims_24, claims_25;
  logic claims_26, claims_27, claims_28, claims_29, claims_30, claims_31, claims_32;
  wire queue_push_ready;
  wire queue_pop_valid;
  wire [337:0] queue_pop_data;
  wire queue_wait_valid;
  wire [4:0] queue_wait_index;
  wire walk_command_ready;
  wire walk_steps_valid;
  wire [177:0] walk_steps_data;
  wire walk_begins;
  wire [44:0] walk_completes;
  wire walk_adds_spad;
  wire walk_adds_acc;
  wire walk_adds_state;
  wire [1023:0] lanes_result;
  wire [511:0] lanes_result_halves;
  wire [255:0] lanes_result_octets;
  wire completions_push_ready;
  wire completions_pop_valid;
  wire [44:0] completions_pop_data;
  wire finisher_done_ready;
  wire finisher_give_valid;
  wire [4:0] finisher_give_index;
  wire finisher_retire;
  wire [31:0] finisher_order;
  wire finisher_error;
  wire in_flight_room;
  wire spad_writes_some;
  wire acc_writes_some;
  wire state_writes_some;

  wire read_condition = walk_steps_data[3:0] == 4'd6 || walk_steps_data[3:0] == 4'd8 || walk_steps_data[3:0] == 4'd9;
  wire read_match = walk_steps_data[3:0] == 4'd7;
  wire read_condition_2_match = walk_steps_data[3:0] == 4'd4;
  wire read_condition_2 =
        read_condition_2_match
      || walk_steps_data[3:0] == 4'd5
      || walk_steps_data[3:0] == 4'd3
      || walk_steps_data[3:0] == 4'd2;
  wire read =
        (acc_grant && read_condition)
      || (state_grant && read_match)
      || (spad_grant && read_condition_2)
      || (!read_condition && !read_match && !read_condition_2);
  wire launches = walk_steps_valid && read;
  wire [255:0] lanes_octets_field = spad_data[255:0];
  wire spad_writes_leaves_condition = goal_48 == 3'd1 || goal_48 == 3'd2;

  vector_queue queue (
    .clock      (clock),
    .reset      (reset),
    .push_valid (push_valid),
    .push_ready (queue_push_ready),
    .push_data  (push_data),
    .pop_valid  (queue_pop_valid),
    .pop_ready  (walk_command_ready),
    .pop_data   (queue_pop_data),
    .wait_valid (queue_wait_valid),
    .wait_index (queue_wait_index),
    .wait_grant (wait_grant)
  );

  vector_walk walk (
    .clock         (clock),
    .reset         (reset),
    .command_valid (queue_pop_valid),
    .command_ready (walk_command_ready),
    .command_data  (queue_pop_data),
    .steps_valid   (walk_steps_valid),
    .steps_ready   (read),
    .steps_data    (walk_steps_data),
    .room          (in_flight_room),
    .writes_spad   (spad_writes_some),
    .writes_acc    (acc_writes_some),
    .writes_state  (state_writes_some),
    .begins        (walk_begins),
    .completes     (walk_completes),
    .adds_spad     (walk_adds_spad),
    .adds_acc      (walk_adds_acc),
    .adds_state    (walk_adds_state)
  );

  vector_lanes_32 lanes (
    .clock               (clock),
    .kind                (control[3:0]),
    .acc                 (acc_data),
    .state               (state_data),
    .halves              (spad_data),
    .octets              (lanes_octets_field),
    .scalar              (lanes_octets_field[{control[20:17], 4'd0} +: 16]),
    .first_control       (first_4),
    .scale               (scale_4),
    .multiplier          (multiplier_4),
    .shift               (shift_4),
    .select_control      (select_9),
    .add_control         (add_11),
    .bias                (bias_11),
    .function_control    (function_15),
    .elementwise_control (elementwise_15),
    .last_control        (last_36),
    .format              (format_41),
    .sum_control         (sum_44),
    .result              (lanes_result),
    .result_halves       (lanes_result_halves),
    .result_octets       (lanes_result_octets)
  );

  fifo_8x45 completions (
    .clock      (clock),
    .reset      (reset),
    .push_valid (walk_begins),
    .push_ready (completions_push_ready),
    .push_data  (walk_completes),
    .pop_valid  (completions_pop_valid),
    .pop_ready  (ends_48),
    .pop_data   (completions_pop_data)
  );

  vector_finisher finisher (
    .clock      (clock),
    .reset      (reset),
    .done_valid (ends_48),
    .done_ready (finisher_done_ready),
    .done_data  (completions_pop_data),
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
    .enters (walk_begins),
    .leaves (finisher_retire),
    .room   (in_flight_room)
  );

  pending_writes_50 spad_writes (
    .clock  (clock),
    .reset  (reset),
    .adds   (walk_adds_spad),
    .leaves (spad_writes_leaves_condition),
    .some   (spad_writes_some)
  );

  pending_writes_50 acc_writes (
    .clock  (clock),
    .reset  (reset),
    .adds   (walk_adds_acc),
    .leaves (goal_48 == 3'd3),
    .some   (acc_writes_some)
  );

  pending_writes_50 state_writes (
    .clock  (clock),
    .reset  (reset),
    .adds   (walk_adds_state),
    .leaves (goal_48 == 3'd4),
    .some   (state_writes_some)
  );

  always_ff @(posedge clock) begin
    control <= launches ? walk_steps_data : 178'd0;
    first_1 <= control[26:21];
    first_2 <= first_1;
    first_3 <= first_2;
    first_4 <= first_3;
    scale_1 <= control[123:92];
    scale_2 <= scale_1;
    scale_3 <= scale_2;
    scale_4 <= scale_3;
    multiplier_1 <= control[171:156];
    multiplier_2 <= multiplier_1;
    multiplier_3 <= multiplier_2;
    multiplier_4 <= multiplier_3;
    shift_1 <= control[177:172];
    shift_2 <= shift_1;
    shift_3 <= shift_2;
    shift_4 <= shift_3;
    select_1 <= control[43:27];
    select_2 <= select_1;
    select_3 <= select_2;
    select_4 <= select_3;
    select_5 <= select_4;
    select_6 <= select_5;
    select_7 <= select_6;
    select_8 <= select_7;
    select_9 <= select_8;
    add_1 <= control[51:44];
    add_2 <= add_1;
    add_3 <= add_2;
    add_4 <= add_3;
    add_5 <= add_4;
    add_6 <= add_5;
    add_7 <= add_6;
    add_8 <= add_7;
    add_9 <= add_8;
    add_10 <= add_9;
    add_11 <= add_10;
    bias_1 <= control[155:124];
    bias_2 <= bias_1;
    bias_3 <= bias_2;
    bias_4 <= bias_3;
    bias_5 <= bias_4;
    bias_6 <= bias_5;
    bias_7 <= bias_6;
    bias_8 <= bias_7;
    bias_9 <= bias_8;
    bias_10 <= bias_9;
    bias_11 <= bias_10;
    function_1 <= control[56:52];
    function_2 <= function_1;
    function_3 <= function_2;
    function_4 <= function_3;
    function_5 <= function_4;
    function_6 <= function_5;
    function_7 <= function_6;
    function_8 <= function_7;
    function_9 <= function_8;
    function_10 <= function_9;
    function_11 <= function_10;
    function_12 <= function_11;
    function_13 <= function_12;
    function_14 <= function_13;
    function_15 <= function_14;
    elementwise_1 <= control[59:57];
    elementwise_2 <= elementwise_1;
    elementwise_3 <= elementwise_2;
    elementwise_4 <= elementwise_3;
    elementwise_5 <= elementwise_4;
    elementwise_6 <= elementwise_5;
    elementwise_7 <= elementwise_6;
    elementwise_8 <= elementwise_7;
    elementwise_9 <= elementwise_8;
    elementwise_10 <= elementwise_9;
    elementwise_11 <= elementwise_10;
    elementwise_12 <= elementwise_11;
    elementwise_13 <= elementwise_12;
    elementwise_14 <= elementwise_13;
    elementwise_15 <= elementwise_14;
    last_1 <= control[63:60];
    last_2 <= last_1;
    last_3 <= last_2;
    last_4 <= last_3;
    last_5 <= last_4;
    last_6 <= last_5;
    last_7 <= last_6;
    last_8 <= last_7;
    last_9 <= last_8;
    last_10 <= last_9;
    last_11 <= last_10;
    last_12 <= last_11;
    last_13 <= last_12;
    last_14 <= last_13;
    last_15 <= last_14;
    last_16 <= last_15;
    last_17 <= last_16;
    last_18 <= last_17;
    last_19 <= last_18;
    last_20 <= last_19;
    last_21 <= last_20;
    last_22 <= last_21;
    last_23 <= last_22;
    last_24 <= last_23;
    last_25 <= last_24;
    last_26 <= last_25;
    last_27 <= last_26;
    last_28 <= last_27;
    last_29 <= last_28;
    last_30 <= last_29;
    last_31 <= last_30;
    last_32 <= last_31;
    last_33 <= last_32;
    last_34 <= last_33;
    last_35 <= last_34;
    last_36 <= last_35;
    format_1 <= control[65:64];
    format_2 <= format_1;
    format_3 <= format_2;
    format_4 <= format_3;
    format_5 <= format_4;
    format_6 <= format_5;
    format_7 <= format_6;
    format_8 <= format_7;
    format_9 <= format_8;
    format_10 <= format_9;
    format_11 <= format_10;
    format_12 <= format_11;
    format_13 <= format_12;
    format_14 <= format_13;
    format_15 <= format_14;
    format_16 <= format_15;
    format_17 <= format_16;
    format_18 <= format_17;
    format_19 <= format_18;
    format_20 <= format_19;
    format_21 <= format_20;
    format_22 <= format_21;
    format_23 <= format_22;
    format_24 <= format_23;
    format_25 <= format_24;
    format_26 <= format_25;
    format_27 <= format_26;
    format_28 <= format_27;
    format_29 <= format_28;
    format_30 <= format_29;
    format_31 <= format_30;
    format_32 <= format_31;
    format_33 <= format_32;
    format_34 <= format_33;
    format_35 <= format_34;
    format_36 <= format_35;
    format_37 <= format_36;
    format_38 <= format_37;
    format_39 <= format_38;
    format_40 <= format_39;
    format_41 <= format_40;
    sum_1 <= control[74:66];
    sum_2 <= sum_1;
    sum_3 <= sum_2;
    sum_4 <= sum_3;
    sum_5 <= sum_4;
    sum_6 <= sum_5;
    sum_7 <= sum_6;
    sum_8 <= sum_7;
    sum_9 <= sum_8;
    sum_10 <= sum_9;
    sum_11 <= sum_10;
    sum_12 <= sum_11;
    sum_13 <= sum_12;
    sum_14 <= sum_13;
    sum_15 <= sum_14;
    sum_16 <= sum_15;
    sum_17 <= sum_16;
    sum_18 <= sum_17;
    sum_19 <= sum_18;
    sum_20 <= sum_19;
    sum_21 <= sum_20;
    sum_22 <= sum_21;
    sum_23 <= sum_22;
    sum_24 <= sum_23;
    sum_25 <= sum_24;
    sum_26 <= sum_25;
    sum_27 <= sum_26;
    sum_28 <= sum_27;
    sum_29 <= sum_28;
    sum_30 <= sum_29;
    sum_31 <= sum_30;
    sum_32 <= sum_31;
    sum_33 <= sum_32;
    sum_34 <= sum_33;
    sum_35 <= sum_34;
    sum_36 <= sum_35;
    sum_37 <= sum_36;
    sum_38 <= sum_37;
    sum_39 <= sum_38;
    sum_40 <= sum_39;
    sum_41 <= sum_40;
    sum_42 <= sum_41;
    sum_43 <= sum_42;
    sum_44 <= sum_43;
    goal_1 <= control[77:75];
    goal_2 <= goal_1;
    goal_3 <= goal_2;
    goal_4 <= goal_3;
    goal_5 <= goal_4;
    goal_6 <= goal_5;
    goal_7 <= goal_6;
    goal_8 <= goal_7;
    goal_9 <= goal_8;
    goal_10 <= goal_9;
    goal_11 <= goal_10;
    goal_12 <= goal_11;
    goal_13 <= goal_12;
    goal_14 <= goal_13;
    goal_15 <= goal_14;
    goal_16 <= goal_15;
    goal_17 <= goal_16;
    goal_18 <= goal_17;
    goal_19 <= goal_18;
    goal_20 <= goal_19;
    goal_21 <= goal_20;
    goal_22 <= goal_21;
    goal_23 <= goal_22;
    goal_24 <= goal_23;
    goal_25 <= goal_24;
    goal_26 <= goal_25;
    goal_27 <= goal_26;
    goal_28 <= goal_27;
    goal_29 <= goal_28;
    goal_30 <= goal_29;
    goal_31 <= goal_30;
    goal_32 <= goal_31;
    goal_33 <= goal_32;
    goal_34 <= goal_33;
    goal_35 <= goal_34;
    goal_36 <= goal_35;
    goal_37 <= goal_36;
    goal_38 <= goal_37;
    goal_39 <= goal_38;
    goal_40 <= goal_39;
    goal_41 <= goal_40;
    goal_42 <= goal_41;
    goal_43 <= goal_42;
    goal_44 <= goal_43;
    goal_45 <= goal_44;
    goal_46 <= goal_45;
    goal_47 <= goal_46;
    goal_48 <= goal_47;
    target_1 <= control[90:78];
    target_2 <= target_1;
    target_3 <= target_2;
    target_4 <= target_3;
    target_5 <= target_4;
    target_6 <= target_5;
    target_7 <= target_6;
    target_8 <= target_7;
    target_9 <= target_8;
    target_10 <= target_9;
    target_11 <= target_10;
    target_12 <= target_11;
    target_13 <= target_12;
    target_14 <= target_13;
    target_15 <= target_14;
    target_16 <= target_15;
    target_17 <= target_16;
    target_18 <= target_17;
    target_19 <= target_18;
    target_20 <= target_19;
    target_21 <= target_20;
    target_22 <= target_21;
    target_23 <= target_22;
    target_24 <= target_23;
    target_25 <= target_24;
    target_26 <= target_25;
    target_27 <= target_26;
    target_28 <= target_27;
    target_29 <= target_28;
    target_30 <= target_29;
    target_31 <= target_30;
    target_32 <= target_31;
    target_33 <= target_32;
    target_34 <= target_33;
    target_35 <= target_34;
    target_36 <= target_35;
    target_37 <= target_36;
    target_38 <= target_37;
    target_39 <= target_38;
    target_40 <= target_39;
    target_41 <= target_40;
    target_42 <= target_41;
    target_43 <= target_42;
    target_44 <= target_43;
    target_45 <= target_44;
    target_46 <= target_45;
    target_47 <= target_46;
    target_48 <= target_47;
    ends_1 <= control[91];
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
    ends_18 <= ends_17;
    ends_19 <= ends_18;
    ends_20 <= ends_19;
    ends_21 <= ends_20;
    ends_22 <= ends_21;
    ends_23 <= ends_22;
    ends_24 <= ends_23;
    ends_25 <= ends_24;
    ends_26 <= ends_25;
    ends_27 <= ends_26;
    ends_28 <= ends_27;
    ends_29 <= ends_28;
    ends_30 <= ends_29;
    ends_31 <= ends_30;
    ends_32 <= ends_31;
    ends_33 <= ends_32;
    ends_34 <= ends_33;
    ends_35 <= ends_34;
    ends_36 <= ends_35;
    ends_37 <= ends_36;
    ends_38 <= ends_37;
    ends_39 <= ends_38;
    ends_40 <= ends_39;
    ends_41 <= ends_40;
    ends_42 <= ends_41;
    ends_43 <= ends_42;
    ends_44 <= ends_43;
    ends_45 <= ends_44;
    ends_46 <= ends_45;
    ends_47 <= ends_46;
    ends_48 <= ends_47;
    claims_1 <= launches && walk_steps_data[77:75] == 3'd3;
    claims_2 <= claims_1;
    claims_3 <= claims_2;
    claims_4 <= claims_3;
    claims_5 <= claims_4;
    claims_6 <= claims_5;
    claims_7 <= claims_6;
    claims_8 <= claims_7;
    claims_9 <= claims_8;
    claims_10 <= claims_9;
    claims_11 <= claims_10;
    claims_12 <= claims_11;
    claims_13 <= claims_12;
    claims_14 <= claims_13;
    claims_15 <= claims_14;
    claims_16 <= claims_15;
    claims_17 <= claims_16;
    claims_18 <= claims_17;
    claims_19 <= claims_18;
    claims_20 <= claims_19;
    claims_21 <= claims_20;
    claims_22 <= claims_21;
    claims_23 <= claims_22;
    claims_24 <= claims_23;
    claims_25 <= claims_24;
    claims_26 <= claims_25;
    claims_27 <= claims_26;
    claims_28 <= claims_27;
    claims_29 <= claims_28;
    claims_30 <= claims_29;
    claims_31 <= claims_30;
    claims_32 <= claims_31;
    claimed_bank_1 <= walk_steps_data[87:86];
    claimed_bank_2 <= claimed_bank_1;
    claimed_bank_3 <= claimed_bank_2;
    claimed_bank_4 <= claimed_bank_3;
    claimed_bank_5 <= claimed_bank_4;
    claimed_bank_6 <= claimed_bank_5;
    claimed_bank_7 <= claimed_bank_6;
    claimed_bank_8 <= claimed_bank_7;
    claimed_bank_9 <= claimed_bank_8;
    claimed_bank_10 <= claimed_bank_9;
    claimed_bank_11 <= claimed_bank_10;
    claimed_bank_12 <= claimed_bank_11;
    claimed_bank_13 <= claimed_bank_12;
    claimed_bank_14 <= claimed_bank_13;
    claimed_bank_15 <= claimed_bank_14;
    claimed_bank_16 <= claimed_bank_15;
    claimed_bank_17 <= claimed_bank_16;
    claimed_bank_18 <= claimed_bank_17;
    claimed_bank_19 <= claimed_bank_18;
    claimed_bank_20 <= claimed_bank_19;
    claimed_bank_21 <= claimed_bank_20;
    claimed_bank_22 <= claimed_bank_21;
    claimed_bank_23 <= claimed_bank_22;
    claimed_bank_24 <= claimed_bank_23;
    claimed_bank_25 <= claimed_bank_24;
    claimed_bank_26 <= claimed_bank_25;
    claimed_bank_27 <= claimed_bank_26;
    claimed_bank_28 <= claimed_bank_27;
    claimed_bank_29 <= claimed_bank_28;
    claimed_bank_30 <= claimed_bank_29;
    claimed_bank_31 <= claimed_bank_30;
    claimed_bank_32 <= claimed_bank_31;
    if (reset) begin
      control <= 178'd0;
      goal_1 <= 3'd0;
      goal_2 <= 3'd0;
      goal_3 <= 3'd0;
      goal_4 <= 3'd0;
      goal_5 <= 3'd0;
      goal_6 <= 3'd0;
      goal_7 <= 3'd0;
      goal_8 <= 3'd0;
      goal_9 <= 3'd0;
      goal_10 <= 3'd0;
      goal_11 <= 3'd0;
      goal_12 <= 3'd0;
      goal_13 <= 3'd0;
      goal_14 <= 3'd0;
      goal_15 <= 3'd0;
      goal_16 <= 3'd0;
      goal_17 <= 3'd0;
      goal_18 <= 3'd0;
      goal_19 <= 3'd0;
      goal_20 <= 3'd0;
      goal_21 <= 3'd0;
      goal_22 <= 3'd0;
      goal_23 <= 3'd0;
      goal_24 <= 3'd0;
      goal_25 <= 3'd0;
      goal_26 <= 3'd0;
      goal_27 <= 3'd0;
      goal_28 <= 3'd0;
      goal_29 <= 3'd0;
      goal_30 <= 3'd0;
      goal_31 <= 3'd0;
      goal_32 <= 3'd0;
      goal_33 <= 3'd0;
      goal_34 <= 3'd0;
      goal_35 <= 3'd0;
      goal_36 <= 3'd0;
      goal_37 <= 3'd0;
      goal_38 <= 3'd0;
      goal_39 <= 3'd0;
      goal_40 <= 3'd0;
      goal_41 <= 3'd0;
      goal_42 <= 3'd0;
      goal_43 <= 3'd0;
      goal_44 <= 3'd0;
      goal_45 <= 3'd0;
      goal_46 <= 3'd0;
      goal_47 <= 3'd0;
      goal_48 <= 3'd0;
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
      ends_18 <= 1'b0;
      ends_19 <= 1'b0;
      ends_20 <= 1'b0;
      ends_21 <= 1'b0;
      ends_22 <= 1'b0;
      ends_23 <= 1'b0;
      ends_24 <= 1'b0;
      ends_25 <= 1'b0;
      ends_26 <= 1'b0;
      ends_27 <= 1'b0;
      ends_28 <= 1'b0;
      ends_29 <= 1'b0;
      ends_30 <= 1'b0;
      ends_31 <= 1'b0;
      ends_32 <= 1'b0;
      ends_33 <= 1'b0;
      ends_34 <= 1'b0;
      ends_35 <= 1'b0;
      ends_36 <= 1'b0;
      ends_37 <= 1'b0;
      ends_38 <= 1'b0;
      ends_39 <= 1'b0;
      ends_40 <= 1'b0;
      ends_41 <= 1'b0;
      ends_42 <= 1'b0;
      ends_43 <= 1'b0;
      ends_44 <= 1'b0;
      ends_45 <= 1'b0;
      ends_46 <= 1'b0;
      ends_47 <= 1'b0;
      ends_48 <= 1'b0;
      claims_1 <= 1'b0;
      claims_2 <= 1'b0;
      claims_3 <= 1'b0;
      claims_4 <= 1'b0;
      claims_5 <= 1'b0;
      claims_6 <= 1'b0;
      claims_7 <= 1'b0;
      claims_8 <= 1'b0;
      claims_9 <= 1'b0;
      claims_10 <= 1'b0;
      claims_11 <= 1'b0;
      claims_12 <= 1'b0;
      claims_13 <= 1'b0;
      claims_14 <= 1'b0;
      claims_15 <= 1'b0;
      claims_16 <= 1'b0;
      claims_17 <= 1'b0;
      claims_18 <= 1'b0;
      claims_19 <= 1'b0;
      claims_20 <= 1'b0;
      claims_21 <= 1'b0;
      claims_22 <= 1'b0;
      claims_23 <= 1'b0;
      claims_24 <= 1'b0;
      claims_25 <= 1'b0;
      claims_26 <= 1'b0;
      claims_27 <= 1'b0;
      claims_28 <= 1'b0;
      claims_29 <= 1'b0;
      claims_30 <= 1'b0;
      claims_31 <= 1'b0;
      claims_32 <= 1'b0;
    end
  end

  assign push_ready = queue_push_ready;
  assign wait_valid = queue_wait_valid;
  assign wait_index = queue_wait_index;
  assign give_valid = finisher_give_valid;
  assign give_index = finisher_give_index;
  assign acc_valid = walk_steps_valid && read_condition;
  assign acc_row = walk_steps_data[13:4];
  assign spad_valid = walk_steps_valid && read_condition_2;
  assign spad_wide = read_condition_2_match;
  assign spad_row = walk_steps_data[16:4];
  assign state_valid = walk_steps_valid && read_match;
  assign state_row = walk_steps_data[8:4];
  assign write_valid = spad_writes_leaves_condition;
  assign write_wide = goal_48 == 3'd2;
  assign write_row = target_48;
  assign write_data = goal_48 == 3'd2 ? lanes_result_halves : 512'(lanes_result_octets);
  assign acc_write_valid = goal_48 == 3'd3;
  assign acc_write_row = target_48[9:0];
  assign acc_write_data = lanes_result;
  assign state_write_valid = goal_48 == 3'd4;
  assign state_write_row = target_48[4:0];
  assign state_write_data = lanes_result;
  assign claim_valid = claims_32;
  assign claim_bank = claimed_bank_32;
  assign activity_busy = queue_pop_valid || completions_pop_valid;
  assign activity_waits = queue_wait_valid;
  assign activity_blocked = walk_steps_valid && !read;
  assign activity_begins = walk_begins;
  assign activity_order = queue_pop_data[31:0];
  assign write_order = completions_pop_data[31:0];
  assign retire = finisher_retire;
  assign retire_order = finisher_order;

  wire unused_1 = &{1'b0, {completions_push_ready, finisher_done_ready, state_write_grant, acc_write_grant, write_grant}};  // the vector unit's writes have priority in every bank or are announced, and room was kept in the finisher
  wire unused_2 = &{1'b0, control[16:4]};  // the row has been requested
  wire unused_3 = &{1'b0, finisher_error};  // the vector unit has no memory responses
endmodule
