// Turns each instruction into its steps, one a cycle where they are taken. Most have a step or two for each row; SMX
// walks its rows twice, to find the maximum and then to sum the weights. An instruction begins when what it reads has
// been written, and runs through without asking again: it never reads what it wrote.
// From Hw.Txu/Vector/VectorWalk.cs (VectorWalk). Generated: edit the C#, then `make gen`.
module vector_walk (
  input  logic         clock,
  input  logic         reset,
  input  logic         command_valid,
  output logic         command_ready,
  input  logic [337:0] command_data,
  output logic         steps_valid,
  input  logic         steps_ready,
  output logic [177:0] steps_data,
  input  logic         room,          // one more instruction may be under way
  input  logic         writes_spad,   // writes to these memories are under way
  input  logic         writes_acc,
  input  logic         writes_state,
  output logic         begins,        // an instruction begins, and its completion
  output logic [44:0]  completes,
  output logic         adds_spad,     // a step comes into being that writes
  output logic         adds_acc,
  output logic         adds_state
);
  localparam logic [2:0] BEGIN = 3'd0;
  localparam logic [2:0] ROWS = 3'd1;
  localparam logic [2:0] EMIT = 3'd2;
  localparam logic [2:0] ALPHA = 3'd3;
  localparam logic [2:0] AGAIN = 3'd4;
  localparam logic [2:0] COMBINE = 3'd5;
  logic [2:0] phase, part;
  logic [12:0] row, a, b, target, far_a, far_b, far_target;
  logic [3:0] combined;
  logic signed [22:0] ahead, keys_left;
  logic full;
  logic [177:0] step;

  wire from_a_condition_match = command_data[60:57] == 4'd0;
  wire from_a_condition = from_a_condition_match && command_data[72:71] == 2'd0;
  wire from_a_match = command_data[60:57] == 4'd8;
  wire from_a_match_2 = command_data[60:57] == 4'd9;
  wire from_a_match_3 = command_data[60:57] == 4'd1;
  wire [3:0] from_a =
        from_a_condition ? 4'd9
      : from_a_condition_match || from_a_match || from_a_match_2 ? 4'd6
      : from_a_match_3 ? (command_data[72] ? (command_data[71] ? 4'd8 : 4'd5) : command_data[71] ? 4'd4 : 4'd3)
      : 4'(command_data[68:67]) + 4'd4;
  wire two_rows_match = command_data[60:57] == 4'd2;
  wire two_rows_match_2 = command_data[60:57] == 4'd4;
  wire two_rows_match_3 = command_data[60:57] == 4'd6;
  wire two_rows_match_4 = command_data[60:57] == 4'd11;
  wire two_rows = two_rows_match || two_rows_match_2 || two_rows_match_3 || two_rows_match_4;
  wire reads_acc_condition_match = command_data[60:57] == 4'd7;
  wire reads_acc_condition = two_rows || reads_acc_condition_match;
  wire from_b_condition = !reads_acc_condition_match;
  wire [2:0] from_b =
      two_rows_match_3 || (from_b_condition && command_data[70:69] == 2'd1) ? 3'd2 : 3'(command_data[70:69]) + 3'd4;
  wire reads_acc = from_a == 4'd6 || from_a == 4'd8 || (reads_acc_condition && from_b == 3'd6) || from_a == 4'd9;
  wire reads_state_condition_match = command_data[60:57] == 4'd5;
  wire reads_state_condition = from_a_match || reads_state_condition_match;
  wire reads_state =
        from_a == 4'd7
      || (reads_acc_condition && from_b == 3'd7)
      || two_rows_match_3
      || from_a_match_2
      || (reads_state_condition && !command_data[73]);
  wire reads_spad =
        from_a == 4'd4
      || from_a == 4'd5
      || (reads_acc_condition && (from_b == 3'd4 || from_b == 3'd5))
      || from_a == 4'd3
      || (reads_acc_condition && from_b == 3'd2);
  wire steps =
        command_valid
      && (!full || steps_ready)
      && (
            !(phase == BEGIN)
          || (
                room
              && (
                    command_data[32]
                  || (!(reads_acc && writes_acc) && !(reads_state && writes_state) && !(reads_spad && writes_spad))
                )
            )
        );
  wire finds_match = command_data[64:61] == 4'd2;
  wire finds = reads_state_condition_match && finds_match;
  wire leads = two_rows_match_3 || from_a_match_2 || from_a_match || reads_acc_condition_match || finds;
  wire once_condition = !command_data[32];
  wire once = phase == ROWS || (phase == BEGIN && !leads && once_condition);
  wire rows = once || phase == AGAIN;
  wire last_part = part == (reads_acc_condition_match ? 3'd4 : 3'(two_rows));
  wire [13:0] last_row_sum = 14'(row) + 14'd1;
  wire last_row = last_row_sum == 14'(command_data[127:115]);
  wire rows_end = rows && last_part && last_row;
  wire ends_condition = !from_a_match;
  wire ends_condition_2 = !reads_state_condition_match;
  wire totals = phase == COMBINE && combined == 4'd13;
  wire ends =
        (phase == BEGIN && command_data[32])
      || (rows_end && ends_condition && ends_condition_2)
      || (phase == EMIT && reads_state_condition_match)
      || totals;
  wire sums = reads_state_condition_match && command_data[64:61] != 4'd2;
  wire part_condition = steps && rows;
  wire is_b = two_rows && rows && part == 3'd0;
  wire is_a = rows && from_b_condition && !is_b;
  wire pair_0_condition = reads_acc_condition_match && rows;
  wire pair_0 = pair_0_condition && part == 3'd0;
  wire pair_3 = pair_0_condition && part == 3'd3;
  wire pair_1 = pair_0_condition && part == 3'd1;
  wire pair_2 = pair_0_condition && part == 3'd2;
  wire operand_condition = is_b || pair_1 || pair_2;
  wire lead = phase == BEGIN && leads && once_condition;
  wire state = (lead && from_b_condition) || totals;
  wire [3:0] operand =
        is_a || pair_0 || pair_3 ? from_a
      : operand_condition ? 4'(from_b)
      : state ? (command_data[73] && reads_state_condition ? {3'd0, !totals} : 4'd7)
      : 4'd0;
  wire step_value_condition = from_a_match && totals;
  wire [4:0] step_value = command_data[171:167] + (step_value_condition ? 5'd2 : {4'd0, phase == ALPHA});
  wire step_condition_match = command_data[60:57] == 4'd3;
  wire step_condition = step_condition_match && command_data[73];
  wire score = from_a_match && rows;
  wire step_match = command_data[64:61] == 4'd1;
  wire step_condition_2 = two_rows_match_3 && is_a;
  wire binary = two_rows_match && is_a;
  wire pair_4 = pair_0_condition && part == 3'd4;
  wire step_condition_3 = two_rows_match && is_b;
  wire [5:0] from = command_data[74] ? (ahead[22:6] != 17'd0 ? (ahead[22] ? 6'd0 : 6'd63) : ahead[5:0]) : 6'd0;
  wire signed [23:0] past_sum = 24'(ahead) + $signed(24'(command_data[275:256]));
  wire [5:0] past =
      command_data[275:256] == 20'd0 ? 6'd63 : past_sum[23:6] != 18'd0 ? (past_sum[23] ? 6'd0 : 6'd63) : past_sum[5:0];
  wire step_condition_4 = phase == EMIT || phase == ALPHA;
  wire weight = from_a_match && phase == AGAIN;
  wire step_match_2 = command_data[64:61] == 4'd3;
  wire step_match_3 = command_data[64:61] == 4'd4;
  wire applied_condition = from_a_match_2 && lead;
  wire applied_condition_2 = two_rows_match_2 && is_a;
  wire applied_condition_3 = step_condition_match && is_a;
  wire applied =
        phase == ALPHA
      || weight
      || applied_condition
      || applied_condition_2
      || (applied_condition_3 && command_data[64:61] != 4'd0);
  wire writes_row = (is_a && ends_condition_2 && ends_condition) || pair_3 || pair_4;
  wire format_condition = from_a_match || from_a_condition_match;
  wire [1:0] format =
        format_condition ? command_data[72:71]
      : command_data[66:65] == 2'd0 ? 2'd1
      : command_data[66:65] == 2'd1 ? 2'd2
      : 2'd0;
  wire step_condition_5 = (sums && is_a) || weight;
  wire [2:0] goal =
          writes_row || weight
        ? (
              format_condition ? (command_data[72:71] == 2'd1 ? 3'd2 : 3'd1)
            : from_a_match_3 ? 3'd3
            : command_data[66] ? (command_data[65] ? 3'd4 : 3'd3)
            : command_data[65] ? 3'd1
            : 3'd2
          )
      : step_condition_4 || totals ? 3'd4
      : 3'd0;

  always_ff @(posedge clock) begin
    if (reset) begin
      phase <= BEGIN;
    end else if (steps) begin
      if (ends) begin
        phase <= BEGIN;
      end else if (rows_end) begin
        if (phase == AGAIN || sums) phase <= COMBINE;
        else phase <= EMIT;
      end else if (phase == EMIT) begin
        phase <= ALPHA;
      end else if (phase == ALPHA) begin
        phase <= AGAIN;
      end else if (phase == BEGIN) begin
        phase <= ROWS;
      end
    end
  end

  always_ff @(posedge clock) begin
    if (reset) part <= 3'd0;
    else if (part_condition) part <= last_part ? 3'd0 : part + 3'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      row <= 13'd0;
      a <= 13'd0;
      b <= 13'd0;
      target <= 13'd0;
    end else if (steps && rows_end) begin
      row <= 13'd0;
      a <= 13'd0;
      b <= 13'd0;
      target <= 13'd0;
    end else if (part_condition && last_part) begin
      row <= last_row_sum[12:0];
      a <= a + command_data[153:141];
      b <= b + command_data[166:154];
      target <= target + command_data[140:128];
    end
  end

  always_ff @(posedge clock) begin
    if (reset) combined <= 4'd0;
    else if (steps && phase == COMBINE) combined <= totals ? 4'd0 : combined + 4'd1;
  end

  always_ff @(posedge clock) begin
    far_a <= command_data[127:115] * command_data[153:141];
    far_b <= command_data[127:115] * command_data[166:154];
    far_target <= command_data[127:115] * command_data[140:128];
  end

  always_ff @(posedge clock) begin
    if (!rows) begin
      ahead <= 23'(command_data[315:296]) - 23'(command_data[295:276]);
      keys_left <= 23'(command_data[255:236]) - 23'(command_data[315:296]);
    end else if (steps) begin
      ahead <= ahead + 23'sd1;
      keys_left <= keys_left - 23'sd1;
    end
  end

  always_ff @(posedge clock) begin
    if (steps) begin
      full <= 1'b1;
      step <= {
          command_data[337:316],
          command_data[235:172],
          ends,
          goal == 3'd4 && !writes_row ? 13'(step_value) : command_data[88:76] + target + (pair_4 ? far_target : 13'd0),
          goal,
          {
            totals,
            step_condition_5 && row == 13'd0,
            rows ? row[1:0] : combined == 4'd5 ? 2'd2 : 2'd0,
            step_condition_5 || (phase == COMBINE && (combined == 4'd4 || combined == 4'd5 || combined == 4'd9)),
            rows ? row[1:0] : combined == 4'd4 ? 2'd1 : combined == 4'd5 ? 2'd3 : combined == 4'd9 ? 2'd2 : 2'd0,
              phase == COMBINE && (combined == 4'd4 || combined == 4'd9) ? 2'd1
            : phase == COMBINE && combined == 4'd5 ? 2'd2
            : 2'd0
          },
          (writes_row && !from_a_match_3 && !from_a_condition) || weight ? format : 2'd0,
          {
            applied,
            (two_rows_match_2 && is_b) || (two_rows_match_3 && is_b) || applied_condition || phase == ALPHA,
              applied_condition_2 || step_condition_2 || step_value_condition ? 2'd1
            : from_a_match_2 && is_a ? 2'd2
            : weight && command_data[72:71] == 2'd2 ? 2'd3
            : 2'd0
          },
          {
            two_rows_match_4 && is_b,
            (command_data[60:57] == 4'd10 || two_rows_match_4) && is_a ? command_data[62:61] : 2'd0
          },
          {
            phase == ALPHA ? 2'd2 : 2'(weight),
              (applied_condition_3 && step_match) || phase == ALPHA || weight ? 3'd1
            : (applied_condition_3 && finds_match) || applied_condition ? 3'd2
            : applied_condition_3 && step_match_2 ? 3'd3
            : applied_condition_3 && step_match_3 ? 3'd4
            : (applied_condition_3 && command_data[64:61] == 4'd5) || applied_condition_2 ? 3'd5
            : 3'd0
          },
          {
            applied,
            from_a_condition,
            step_condition_3 || pair_1 || (from_a_match && lead) || phase == ALPHA ? 2'd1 : pair_2 ? 2'd2 : 2'd0,
            step_condition_match ? 2'd2 : 2'(pair_4),
                  (binary && (command_data[64:61] == 4'd0 || step_match))
                || (step_condition && is_a)
                || pair_3
                || pair_4
                || phase == ALPHA
                || weight
              ? 2'd1
            : binary && step_match_2 ? 2'd2
            : binary && step_match_3 ? 2'd3
            : 2'd0
          },
          {
            phase == ALPHA || (step_condition_3 && step_match) || pair_3,
            step_condition_4,
            lead && reads_state_condition ? 2'd1 : (score && !(phase == AGAIN)) || (finds && rows) ? 2'd2 : 2'd0,
            command_data[75] ? 6'd63 : past,
                keys_left > 23'sd0 && (!command_data[75] || (from == 6'd0 && past != 6'd0))
              ? (command_data[75] ? 6'd0 : from)
            : 6'd63,
            score
          },
          {
              (two_rows_match_3 && lead) || (step_condition_3 && finds_match) || pair_0 || pair_3 ? 2'd1
            : pair_1 ? 2'd2
            : pair_2 ? 2'd3
            : 2'd0,
            pair_4,
                  (from_a_condition_match && command_data[72:71] != 2'd0 && command_data[73])
                || (from_a_match_3 && command_data[73])
                || step_condition
                || score
              ? 3'd1
            : reads_state_condition_match && is_a && step_match ? 3'd2
            : step_condition_2 || (binary && finds_match) || pair_1 || pair_2 ? 3'd3
            : pair_4 ? 3'd4
            : pair_3 ? 3'd5
            : 3'd0
          },
          row[3:0],
            state ? 13'(step_value)
          : operand_condition ? command_data[114:102] + (from_b == 3'd2 ? row >> 4 : b) + (pair_2 ? far_b : 13'd0)
          : command_data[101:89] + a + (pair_3 ? far_a : 13'd0),
          operand
      };
    end else if (steps_ready) begin
      full <= 1'b0;
    end
    if (reset) full <= 1'b0;
  end

  assign command_ready = steps && ends;
  assign steps_valid = full;
  assign steps_data = step;
  assign begins = steps && phase == BEGIN;
  assign completes = {1'b0, command_data[56:45], command_data[31:0]};
  assign adds_spad = steps && (goal == 3'd1 || goal == 3'd2);
  assign adds_acc = steps && goal == 3'd3;
  assign adds_state = steps && goal == 3'd4;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!part_condition || (last_part ? 3'd0 : part + 3'd1) <= 3'd4))
      else $error("vector_walk: the last part is at most 4");
    assert (reset || (!(steps && phase == COMBINE) || (totals ? 4'd0 : combined + 4'd1) <= 4'd13))
      else $error("vector_walk: the last one is the final one");
  end
`endif

  wire unused = &{1'b0, command_data[44:33]};  // the queue has taken the waits
endmodule
