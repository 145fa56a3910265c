// Runs the program in order: decodes, resolves operands, checks, and dispatches to the four queues, while the next
// instruction is fetched; executes the control instructions itself. Traps found here are precise: older instructions
// drain, none after begins. A memory error is reported for the oldest instruction that met one, once the machine is
// quiet.
// From Hw.Txu/Control/Sequencer.cs (Sequencer). Generated: edit the C#, then `make gen`.
module sequencer (
  input  logic         clock,
  input  logic         reset,
  input  logic         doorbell,
  input  logic [31:0]  length,
  input  logic [31:0]  watchdog,          // cycles without progress after which the machine is called deadlocked; 0 never
  input  logic         progress,          // a beat or a row moved somewhere
  output logic         running,
  output logic         finished,
  output logic [3:0]   cause,
  output logic [31:0]  epc,
  output logic [15:0]  code,
  output logic         executes,          // an instruction is executed, or dispatched to be
  output logic [13:0]  vector_rows,       // rows of the vector instruction that is dispatched, or 0
  output logic         fetch_restart,
  input  logic         fetch_quiet,
  output logic         fetch_want,
  output logic [31:0]  fetch_pc,
  input  logic         fetch_valid,
  input  logic [127:0] fetch_word,
  input  logic         fetch_error,
  output logic         load_push_valid,
  input  logic         load_push_ready,
  output logic [237:0] load_push_data,
  input  logic         load_retire,
  input  logic         load_error,
  output logic         store_push_valid,
  input  logic         store_push_ready,
  output logic [237:0] store_push_data,
  input  logic         store_retire,
  input  logic         store_error,
  output logic         matrix_push_valid,
  input  logic         matrix_push_ready,
  output logic [176:0] matrix_push_data,
  input  logic         matrix_retire,
  input  logic         matrix_error,
  output logic         vector_push_valid,
  input  logic         vector_push_ready,
  output logic [337:0] vector_push_data,
  input  logic         vector_retire,
  input  logic         vector_error,
  output logic         wait_valid,
  output logic [4:0]   wait_index,
  input  logic         wait_grant,
  output logic         give_valid,
  output logic [4:0]   give_index,
  input  logic         give_grant,
  output logic         set_semaphore,
  output logic [4:0]   set_index,
  output logic [5:0]   set_value,
  output logic         dispatches,        // an instruction goes to its queue
  output logic         retire,            // a control instruction retires
  output logic [31:0]  retire_order       // of the instruction at hand, which is dispatched or retires
);
  localparam logic [3:0] IDLE = 4'd0;
  localparam logic [3:0] CLEAR = 4'd1;
  localparam logic [3:0] FETCH = 4'd2;
  localparam logic [3:0] DECODE = 4'd3;
  localparam logic [3:0] MEASURE = 4'd4;
  localparam logic [3:0] OPERANDS = 4'd5;
  localparam logic [3:0] DISPATCH = 4'd6;
  localparam logic [3:0] CONTROL = 4'd7;
  localparam logic [3:0] DRAIN = 4'd8;
  logic [3:0] step, cause_taken, failed_cause;
  logic [31:0] pc, order, epc_taken, failed_pc, failed_order, silence;
  logic [127:0] word;
  logic [4:0] counter;
  logic [39:0] address_0, address_1, address_2, address_3;
  logic [15:0] code_taken;
  logic failed;
  logic [110:0] shapes [0:15];
  logic [110:0] shapes_read;
  logic [103:0] constants [0:15];
  logic [103:0] constants_read;
  wire prefetch_ready;
  wire [127:0] prefetch_word;
  wire prefetch_error;
  wire prefetch_want;
  wire [31:0] prefetch_pc;
  wire decoder_is_nop;
  wire decoder_is_halt;
  wire decoder_is_fence;
  wire decoder_is_loop;
  wire decoder_is_endl;
  wire decoder_is_seta;
  wire decoder_is_setl;
  wire decoder_is_sets;
  wire decoder_is_setq;
  wire decoder_is_setc;
  wire decoder_is_ld;
  wire decoder_is_st;
  wire decoder_is_ldt;
  wire decoder_is_stt;
  wire decoder_is_mm;
  wire decoder_is_vq;
  wire decoder_is_vdq;
  wire decoder_is_vbin;
  wire decoder_is_vact;
  wire decoder_is_vglu;
  wire decoder_is_vred;
  wire decoder_is_vnrm;
  wire decoder_is_vrope;
  wire decoder_is_smx;
  wire decoder_is_smxf;
  wire decoder_is_vrelu;
  wire decoder_is_vclip;
  wire decoder_illegal;
  wire [1:0] decoder_cause;
  wire [4:0] decoder_reg_field;
  wire [4:0] decoder_sem;
  wire [5:0] decoder_wait0;
  wire [15:0] decoder_count;
  wire [12:0] decoder_e0;
  wire [31:0] decoder_scale;
  wire [1:0] decoder_level;
  wire [5:0] decoder_value;
  wire [39:0] decoder_base;
  wire [5:0] decoder_wait1;
  wire signed [31:0] decoder_stride;
  wire [5:0] decoder_signal0;
  wire signed [15:0] decoder_grow;
  wire [12:0] decoder_e1;
  wire [5:0] decoder_signal1;
  wire [3:0] decoder_type_field;
  wire decoder_affine;
  wire decoder_first;
  wire decoder_scaled;
  wire [1:0] decoder_mode;
  wire decoder_causal;
  wire decoder_same;
  wire [12:0] decoder_e2;
  wire [2:0] decoder_queue_field;
  wire [3:0] decoder_queues;
  wire [4:0] decoder_acc;
  wire [4:0] decoder_dst;
  wire [4:0] decoder_src;
  wire [15:0] decoder_code;
  wire [31:0] decoder_bias;
  wire [4:0] decoder_a;
  wire [4:0] decoder_moving;
  wire [23:0] decoder_st0;
  wire [3:0] decoder_shape;
  wire [4:0] decoder_b;
  wire [4:0] decoder_query;
  wire [4:0] decoder_stationary;
  wire [4:0] decoder_w;
  wire decoder_size;
  wire decoder_space;
  wire [4:0] decoder_alpha;
  wire [4:0] decoder_l;
  wire [4:0] decoder_m;
  wire [4:0] decoder_state;
  wire [3:0] decoder_c;
  wire [4:0] decoder_tail;
  wire [4:0] decoder_key;
  wire [4:0] decoder_lanes;
  wire [23:0] decoder_st1;
  wire [19:0] decoder_keys;
  wire [1:0] decoder_to;
  wire [1:0] decoder_from;
  wire [1:0] decoder_angles;
  wire [1:0] decoder_with_field;
  wire [3:0] decoder_fn;
  wire [3:0] decoder_op;
  wire [19:0] decoder_window;
  wire [23:0] decoder_st2;
  wire [5:0] decoder_shift;
  wire [39:0] addresses_effective;
  wire loops_excessive;
  wire loops_outside;
  wire loops_full;
  wire loops_repeats;
  wire [31:0] loops_body;
  wire [63:0] loops_iterations;
  wire check_bad_operand;
  wire check_bad_range;
  wire [13:0] check_total;
  wire [237:0] dispatcher_transfer;
  wire [176:0] dispatcher_matrix;
  wire [337:0] dispatcher_vector;
  wire [13:0] dispatcher_vector_rows;
  wire phases_acts;
  wire phases_done;
  wire phases_wait_valid;
  wire [4:0] phases_wait_index;
  wire phases_give_valid;
  wire [4:0] phases_give_index;
  wire [31:0] oldest_pc;
  wire pending_load_room;
  wire pending_load_any;
  wire [31:0] pending_load_oldest_order;
  wire [31:0] pending_load_oldest_pc;
  wire pending_store_room;
  wire pending_store_any;
  wire [31:0] pending_store_oldest_order;
  wire [31:0] pending_store_oldest_pc;
  wire pending_matrix_room;
  wire pending_matrix_any;
  wire [31:0] pending_matrix_oldest_order;
  wire [31:0] pending_matrix_oldest_pc;
  wire pending_vector_room;
  wire pending_vector_any;
  wire [31:0] pending_vector_oldest_order;
  wire [31:0] pending_vector_oldest_pc;

  wire clears = step == CLEAR;
  wire undecodable = step == DECODE && (decoder_illegal || (decoder_is_endl && loops_outside));
  wire measured = step == MEASURE && counter == 5'd4;
  wire unloopable = measured && (loops_full || loops_excessive);
  wire takes_effect =
        (
            step == DECODE
          && (decoder_is_seta || decoder_is_setl || decoder_is_sets || decoder_is_setc || decoder_is_endl)
          && !undecodable
        )
      || (measured && !unloopable);
  wire [3:0] shapes_write_choice = clears ? counter[3:0] : decoder_reg_field[3:0];
  wire hung = watchdog != 32'd0 && silence == watchdog;
  wire runs_off = step == FETCH && length <= pc && !failed;
  wire takes = step == FETCH && prefetch_ready && !failed && pc < length;
  wire unfetched = takes && prefetch_error;
  wire refused_condition_condition = decoder_is_ld || decoder_is_ldt;
  wire refused_condition_condition_2 = decoder_is_st || decoder_is_stt;
  wire refused_condition_condition_3 =
        decoder_is_vq
      || decoder_is_vdq
      || decoder_is_vbin
      || decoder_is_vact
      || decoder_is_vglu
      || decoder_is_vred
      || decoder_is_vnrm
      || decoder_is_vrope
      || decoder_is_smx
      || decoder_is_smxf
      || decoder_is_vrelu
      || decoder_is_vclip;
  wire refused_condition =
      refused_condition_condition || refused_condition_condition_2 || decoder_is_mm || refused_condition_condition_3;
  wire refused = step == DISPATCH && refused_condition && (check_bad_operand || check_bad_range);
  wire traps = runs_off || unfetched || undecodable || unloopable || refused;
  wire halts = phases_acts && decoder_is_halt;
  wire goes_to_queue_condition = step == DISPATCH && !refused;
  wire [2:0] nop_queue = decoder_queue_field;
  wire to_ld = refused_condition_condition || (decoder_is_nop && nop_queue == 3'd0);
  wire to_st = refused_condition_condition_2 || (decoder_is_nop && nop_queue == 3'd1);
  wire to_mm = decoder_is_mm || (decoder_is_nop && nop_queue == 3'd2);
  wire to_vx = refused_condition_condition_3 || (decoder_is_nop && nop_queue == 3'd3);
  wire goes_to_queue =
        goes_to_queue_condition
      && (
            (to_ld && pending_load_room && load_push_ready)
          || (to_st && pending_store_room && store_push_ready)
          || (to_mm && pending_matrix_room && matrix_push_ready)
          || (to_vx && pending_vector_room && vector_push_ready)
        );
  wire advances_condition = phases_done && !decoder_is_halt;
  wire advances = takes_effect || goes_to_queue || advances_condition;
  wire cleared = step == CLEAR && counter == 5'd31 && fetch_quiet;
  wire resolved =
        counter
      == (
            decoder_is_smx ? 5'd9
          : decoder_is_mm
              || decoder_is_vbin
              || decoder_is_vglu
              || decoder_is_vnrm
              || decoder_is_vrope
              || decoder_is_smx
              || decoder_is_vclip
            ? 5'd8
          : 5'd7
        );
  wire quiet = !pending_load_any && !pending_store_any && !pending_matrix_any && !pending_vector_any;
  wire pc_condition = step == IDLE && doorbell;
  wire repeats_condition = takes_effect && decoder_is_endl;
  wire repeats = repeats_condition && loops_repeats;
  wire [31:0] pc_value = pc + 32'd1;
  wire [31:0] order_value = order + 32'd1;
  wire failed_condition = load_retire && load_error && (!failed || pending_load_oldest_order < failed_order);
  wire failed_condition_2 = store_retire && store_error && (!failed || pending_store_oldest_order < failed_order);
  wire [159:0] addresses_held = {address_3, address_2, address_1, address_0};
  wire pending_vector_dispatch_condition = goes_to_queue && to_vx;
  wire finishes = (step == DRAIN && quiet) || hung;
  wire goes = goes_to_queue_condition;

  prefetch prefetch (
    .clock       (clock),
    .reset       (reset),
    .restart     (step == IDLE || step == CLEAR),
    .jump        (repeats),
    .target      (loops_body),
    .length      (length),
    .take        (takes),
    .ready       (prefetch_ready),
    .word        (prefetch_word),
    .error       (prefetch_error),
    .want        (prefetch_want),
    .pc          (prefetch_pc),
    .found       (fetch_valid),
    .found_word  (fetch_word),
    .found_error (fetch_error)
  );

  txu_decoder decoder (
    .word        (word),
    .is_nop      (decoder_is_nop),
    .is_halt     (decoder_is_halt),
    .is_fence    (decoder_is_fence),
    .is_loop     (decoder_is_loop),
    .is_endl     (decoder_is_endl),
    .is_seta     (decoder_is_seta),
    .is_setl     (decoder_is_setl),
    .is_sets     (decoder_is_sets),
    .is_setq     (decoder_is_setq),
    .is_setc     (decoder_is_setc),
    .is_ld       (decoder_is_ld),
    .is_st       (decoder_is_st),
    .is_ldt      (decoder_is_ldt),
    .is_stt      (decoder_is_stt),
    .is_mm       (decoder_is_mm),
    .is_vq       (decoder_is_vq),
    .is_vdq      (decoder_is_vdq),
    .is_vbin     (decoder_is_vbin),
    .is_vact     (decoder_is_vact),
    .is_vglu     (decoder_is_vglu),
    .is_vred     (decoder_is_vred),
    .is_vnrm     (decoder_is_vnrm),
    .is_vrope    (decoder_is_vrope),
    .is_smx      (decoder_is_smx),
    .is_smxf     (decoder_is_smxf),
    .is_vrelu    (decoder_is_vrelu),
    .is_vclip    (decoder_is_vclip),
    .illegal     (decoder_illegal),
    .cause       (decoder_cause),
    .reg_field   (decoder_reg_field),
    .sem         (decoder_sem),
    .wait0       (decoder_wait0),
    .count       (decoder_count),
    .e0          (decoder_e0),
    .scale       (decoder_scale),
    .level       (decoder_level),
    .value       (decoder_value),
    .base        (decoder_base),
    .wait1       (decoder_wait1),
    .stride      (decoder_stride),
    .signal0     (decoder_signal0),
    .grow        (decoder_grow),
    .e1          (decoder_e1),
    .signal1     (decoder_signal1),
    .type_field  (decoder_type_field),
    .affine      (decoder_affine),
    .first       (decoder_first),
    .scaled      (decoder_scaled),
    .mode        (decoder_mode),
    .causal      (decoder_causal),
    .same        (decoder_same),
    .e2          (decoder_e2),
    .queue_field (decoder_queue_field),
    .queues      (decoder_queues),
    .acc         (decoder_acc),
    .dst         (decoder_dst),
    .src         (decoder_src),
    .code        (decoder_code),
    .bias        (decoder_bias),
    .a           (decoder_a),
    .moving      (decoder_moving),
    .st0         (decoder_st0),
    .shape       (decoder_shape),
    .b           (decoder_b),
    .query       (decoder_query),
    .stationary  (decoder_stationary),
    .w           (decoder_w),
    .size        (decoder_size),
    .space       (decoder_space),
    .alpha       (decoder_alpha),
    .l           (decoder_l),
    .m           (decoder_m),
    .state       (decoder_state),
    .c           (decoder_c),
    .tail        (decoder_tail),
    .key         (decoder_key),
    .lanes       (decoder_lanes),
    .st1         (decoder_st1),
    .keys        (decoder_keys),
    .to          (decoder_to),
    .from        (decoder_from),
    .angles      (decoder_angles),
    .with_field  (decoder_with_field),
    .fn          (decoder_fn),
    .op          (decoder_op),
    .window      (decoder_window),
    .st2         (decoder_st2),
    .shift       (decoder_shift)
  );

  address_file addresses (
    .clock      (clock),
    .read       (step == FETCH ? prefetch_word[48:44]
        : counter == 5'd1 ? word[53:49]
        : counter == 5'd2 ? word[58:54]
        : word[76:72]),
    .iterations (loops_iterations),
    .effective  (addresses_effective),
    .set_base   (clears || (takes_effect && decoder_is_seta)),
    .set_stride (takes_effect && decoder_is_setl),
    .target     (clears ? counter : decoder_reg_field),
    .base       (clears ? 40'd0 : decoder_base),
    .level      (decoder_level),
    .stride     (decoder_stride)
  );

  loop_unit loops (
    .clock      (clock),
    .reset      (reset),
    .clear      (clears),
    .enter      (takes_effect && decoder_is_loop),
    .start      (pc_value),
    .count      (decoder_count),
    .grow       (decoder_grow),
    .excessive  (loops_excessive),
    .ends       (repeats_condition),
    .outside    (loops_outside),
    .full       (loops_full),
    .repeats    (loops_repeats),
    .body       (loops_body),
    .iterations (loops_iterations)
  );

  operand_check check (
    .clock       (clock),
    .word        (word),
    .shape       (shapes_read),
    .addresses   (addresses_held),
    .bad_operand (check_bad_operand),
    .bad_range   (check_bad_range),
    .total       (check_total)
  );

  dispatcher dispatcher (
    .word        (word),
    .order       (order),
    .nop         (decoder_is_nop),
    .addresses   (addresses_held),
    .shape       (shapes_read),
    .constants   (constants_read),
    .total       (check_total),
    .transfer    (dispatcher_transfer),
    .matrix      (dispatcher_matrix),
    .vector      (dispatcher_vector),
    .vector_rows (dispatcher_vector_rows)
  );

  control_phases phases (
    .clock      (clock),
    .reset      (reset),
    .active     (step == CONTROL),
    .semaphores (decoder_is_setq ? 24'd0 : word[31:8]),
    .quiet      (decoder_is_fence
          ? (!pending_load_any || !decoder_queues[0])
            && (!pending_store_any || !decoder_queues[1])
            && (!pending_matrix_any || !decoder_queues[2])
            && (!pending_vector_any || !decoder_queues[3])
        : quiet || decoder_is_nop),
    .acts       (phases_acts),
    .done       (phases_done),
    .wait_valid (phases_wait_valid),
    .wait_index (phases_wait_index),
    .wait_grant (wait_grant),
    .give_valid (phases_give_valid),
    .give_index (phases_give_index),
    .give_grant (give_grant)
  );

  oldest oldest (
    .present ({pending_vector_any, pending_matrix_any, pending_store_any, pending_load_any}),
    .orders  ( {
        pending_vector_oldest_order,
        pending_matrix_oldest_order,
        pending_store_oldest_order,
        pending_load_oldest_order
    }),
    .pcs     ({pending_vector_oldest_pc, pending_matrix_oldest_pc, pending_store_oldest_pc, pending_load_oldest_pc}),
    .pc      (oldest_pc)
  );

  pending pending_load (
    .clock        (clock),
    .reset        (reset),
    .dispatch     (goes_to_queue && to_ld),
    .order        (order),
    .pc           (pc),
    .retire       (load_retire),
    .room         (pending_load_room),
    .any          (pending_load_any),
    .oldest_order (pending_load_oldest_order),
    .oldest_pc    (pending_load_oldest_pc)
  );

  pending pending_store (
    .clock        (clock),
    .reset        (reset),
    .dispatch     (goes_to_queue && to_st),
    .order        (order),
    .pc           (pc),
    .retire       (store_retire),
    .room         (pending_store_room),
    .any          (pending_store_any),
    .oldest_order (pending_store_oldest_order),
    .oldest_pc    (pending_store_oldest_pc)
  );

  pending pending_matrix (
    .clock        (clock),
    .reset        (reset),
    .dispatch     (goes_to_queue && to_mm),
    .order        (order),
    .pc           (pc),
    .retire       (matrix_retire),
    .room         (pending_matrix_room),
    .any          (pending_matrix_any),
    .oldest_order (pending_matrix_oldest_order),
    .oldest_pc    (pending_matrix_oldest_pc)
  );

  pending pending_vector (
    .clock        (clock),
    .reset        (reset),
    .dispatch     (pending_vector_dispatch_condition),
    .order        (order),
    .pc           (pc),
    .retire       (vector_retire),
    .room         (pending_vector_room),
    .any          (pending_vector_any),
    .oldest_order (pending_vector_oldest_order),
    .oldest_pc    (pending_vector_oldest_pc)
  );

  always_ff @(posedge clock) begin  // shapes
    if (clears || (takes_effect && decoder_is_sets))
      shapes[shapes_write_choice] <=
          clears ? 111'h4002001 : {decoder_st2, decoder_st1, decoder_st0, decoder_e2, decoder_e1, decoder_e0};
    if (step == DECODE) shapes_read <= shapes[decoder_shape];
  end

  always_ff @(posedge clock) begin  // constants
    if (clears || (takes_effect && decoder_is_setc))
      constants[shapes_write_choice] <= clears ? 104'd0 : {decoder_window, decoder_keys, decoder_bias, decoder_scale};
    if (step == DECODE) constants_read <= constants[decoder_c];
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      step <= IDLE;
    end else if (hung) begin
      step <= IDLE;
    end else if (traps || halts) begin
      step <= DRAIN;
    end else if (advances || cleared) begin
      step <= FETCH;
    end else if (step == IDLE) begin
      if (doorbell) step <= CLEAR;
    end else if (step == FETCH) begin
      if (failed) step <= DRAIN;
      else if (takes) step <= DECODE;
    end else if (step == DECODE) begin
      if (refused_condition) step <= OPERANDS;
      else if (to_ld || to_st || to_mm || to_vx) step <= DISPATCH;
      else if (decoder_is_loop) step <= MEASURE;
      else step <= CONTROL;
    end else if (step == OPERANDS) begin
      if (resolved) step <= DISPATCH;
    end else if (step == DRAIN) begin
      if (quiet) step <= IDLE;
    end
  end

  always_ff @(posedge clock) begin
    if (takes) word <= prefetch_word;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      pc <= 32'd0;
      order <= 32'd0;
    end else if (pc_condition) begin
      pc <= 32'd0;
      order <= 32'd0;
    end else if (advances) begin
      pc <= repeats ? loops_body : pc_value;
      order <= order_value;
    end else if (halts) begin
      order <= order_value;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) counter <= 5'd0;
    else if (takes) counter <= 5'd1;
    else if ((step == CLEAR && counter != 5'd31) || step == DECODE || step == MEASURE || step == OPERANDS)
      counter <= counter + 5'd1;
    else if (!(step == CLEAR) || cleared) counter <= 5'd0;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      cause_taken <= 4'd0;
      epc_taken <= 32'd0;
      code_taken <= 16'd0;
    end else if (pc_condition) begin
      cause_taken <= 4'd0;
      epc_taken <= 32'd0;
      code_taken <= 16'd0;
    end else if (hung) begin
      cause_taken <= 4'd7;
      epc_taken <= pending_load_any || pending_store_any || pending_matrix_any || pending_vector_any ? oldest_pc : pc;
    end else if (step == DRAIN && failed) begin
      cause_taken <= failed_cause;
      epc_taken <= failed_pc;
    end else if (traps) begin
      cause_taken <=
            runs_off ? 4'd5
          : step == FETCH ? 4'd10
          : refused && !check_bad_operand ? 4'd4
          : step == DECODE && decoder_illegal ? 4'(decoder_cause)
          : 4'd3;
      epc_taken <= pc;
    end else if (halts) begin
      epc_taken <= pc;
      code_taken <= decoder_code;
    end
  end

  always_ff @(posedge clock) begin
    if (counter == 5'd5) address_0 <= addresses_effective;
  end

  always_ff @(posedge clock) begin
    if (counter == 5'd6) address_1 <= addresses_effective;
  end

  always_ff @(posedge clock) begin
    if (counter == 5'd7) address_2 <= addresses_effective;
  end

  always_ff @(posedge clock) begin
    if (counter == 5'd8) address_3 <= addresses_effective;
  end

  always_ff @(posedge clock) begin
    if (pc_condition) begin
      failed <= 1'b0;
    end else if (failed_condition
        && !(failed_condition && failed_condition_2 && pending_store_oldest_order < pending_load_oldest_order)) begin
      failed <= 1'b1;
      failed_cause <= 4'd8;
      failed_pc <= pending_load_oldest_pc;
      failed_order <= pending_load_oldest_order;
    end else if (failed_condition_2) begin
      failed <= 1'b1;
      failed_cause <= 4'd9;
      failed_pc <= pending_store_oldest_pc;
      failed_order <= pending_store_oldest_order;
    end
    if (reset) failed <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (reset) silence <= 32'd0;
    else if (load_retire || store_retire || matrix_retire || vector_retire || advances || progress || step == IDLE)
      silence <= 32'd0;
    else silence <= silence + 32'd1;
  end

  assign running = !(step == IDLE);
  assign finished = finishes;
  assign cause = cause_taken;
  assign epc = epc_taken;
  assign code = code_taken;
  assign executes = advances || halts;
  assign vector_rows = pending_vector_dispatch_condition && !decoder_is_nop ? dispatcher_vector_rows : 14'd0;
  assign fetch_restart = step == CLEAR;
  assign fetch_want = prefetch_want;
  assign fetch_pc = prefetch_pc;
  assign load_push_valid = goes && to_ld && pending_load_room;
  assign load_push_data = dispatcher_transfer;
  assign store_push_valid = goes && to_st && pending_store_room;
  assign store_push_data = dispatcher_transfer;
  assign matrix_push_valid = goes && to_mm && pending_matrix_room;
  assign matrix_push_data = dispatcher_matrix;
  assign vector_push_valid = goes && to_vx && pending_vector_room;
  assign vector_push_data = dispatcher_vector;
  assign wait_valid = phases_wait_valid;
  assign wait_index = phases_wait_index;
  assign give_valid = phases_give_valid;
  assign give_index = phases_give_index;
  assign set_semaphore = phases_acts && decoder_is_setq;
  assign set_index = decoder_sem;
  assign set_value = decoder_value;
  assign dispatches = goes_to_queue;
  assign retire = takes_effect || advances_condition || halts;
  assign retire_order = order;

  wire unused_1 = &{1'b0, {vector_error, matrix_error}};  // the matrix and vector units have no memory responses
  wire unused_2 = &{1'b0,  // offered, and not used here
      decoder_shift, decoder_op, decoder_fn, decoder_with_field, decoder_angles, decoder_from, decoder_to,
      decoder_lanes, decoder_key, decoder_tail, decoder_state, decoder_m, decoder_l, decoder_alpha, decoder_space,
      decoder_size, decoder_w, decoder_stationary, decoder_query, decoder_b, decoder_moving, decoder_a, decoder_src,
      decoder_dst, decoder_acc, decoder_same, decoder_causal, decoder_mode, decoder_scaled, decoder_first,
      decoder_affine, decoder_type_field, decoder_signal1, decoder_signal0, decoder_wait1, decoder_wait0};
endmodule
