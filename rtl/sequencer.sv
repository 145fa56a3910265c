// Runs the program in order: fetches, decodes, resolves operands, checks, and dispatches to the four queues; executes
// the control instructions itself. Traps found here are precise: older instructions drain, none after begins. A memory
// error is reported for the oldest instruction that met one, once the machine is quiet.
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
  output logic [31:0]  executed,
  output logic         fetch_restart,
  input  logic         fetch_quiet,
  output logic         fetch_want,
  output logic [31:0]  fetch_pc,
  input  logic         fetch_valid,
  input  logic [127:0] fetch_word,
  input  logic         fetch_error,
  output logic         load_push_valid,
  input  logic         load_push_ready,
  output logic [235:0] load_push_data,
  input  logic         load_retire,
  input  logic         load_error,
  output logic         store_push_valid,
  input  logic         store_push_ready,
  output logic [235:0] store_push_data,
  input  logic         store_retire,
  input  logic         store_error,
  output logic         matrix_push_valid,
  input  logic         matrix_push_ready,
  output logic [158:0] matrix_push_data,
  input  logic         matrix_retire,
  input  logic         matrix_error,
  output logic         vector_push_valid,
  input  logic         vector_push_ready,
  output logic [137:0] vector_push_data,
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
  output logic         retire,            // a control instruction retires
  output logic [31:0]  retire_order
);
  localparam logic [2:0] IDLE = 3'd0;
  localparam logic [2:0] CLEAR = 3'd1;
  localparam logic [2:0] FETCH = 3'd2;
  localparam logic [2:0] DECODE = 3'd3;
  localparam logic [2:0] OPERANDS = 3'd4;
  localparam logic [2:0] DISPATCH = 3'd5;
  localparam logic [2:0] CONTROL = 3'd6;
  localparam logic [2:0] DRAIN = 3'd7;
  logic [2:0] step;
  logic [31:0] pc, order, epc_taken, failed_pc, failed_order, silence;
  logic [127:0] word;
  logic [4:0] counter;
  logic [39:0] address0, address1, address2;
  logic [3:0] cause_taken, failed_cause;
  logic [15:0] code_taken;
  logic failed;
  logic [110:0] shapes [0:15];
  logic [110:0] shapes_read;
  wire decoder_is_nop;
  wire decoder_is_halt;
  wire decoder_is_fence;
  wire decoder_is_loop;
  wire decoder_is_endl;
  wire decoder_is_seta;
  wire decoder_is_setl;
  wire decoder_is_sets;
  wire decoder_is_setq;
  wire decoder_is_ld;
  wire decoder_is_st;
  wire decoder_is_mm;
  wire decoder_is_vq;
  wire decoder_illegal;
  wire [1:0] decoder_cause;
  wire [39:0] addresses_effective;
  wire loops_outside;
  wire loops_full;
  wire loops_repeats;
  wire [31:0] loops_body;
  wire [63:0] loops_iterations;
  wire dispatcher_bad_range;
  wire [235:0] dispatcher_load;
  wire [235:0] dispatcher_store;
  wire [158:0] dispatcher_matrix;
  wire [137:0] dispatcher_vector;
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

  wire [3:0] shapes_read_choice = decoder_is_mm ? word[62:59] : word[57:54];
  wire clears = step == CLEAR;
  wire undecodable =
      step == DECODE && (decoder_illegal || (decoder_is_loop && loops_full) || (decoder_is_endl && loops_outside));
  wire executes =
        step == DECODE
      && (decoder_is_seta || decoder_is_setl || decoder_is_sets || decoder_is_loop || decoder_is_endl)
      && !undecodable;
  wire [3:0] shapes_write_choice = clears ? counter[3:0] : word[11:8];
  wire hung = watchdog != 32'd0 && silence == watchdog;
  wire runs_off = step == FETCH && length <= pc;
  wire fetched = step == FETCH && !runs_off && !failed && fetch_valid;
  wire out_of_range = step == DISPATCH && dispatcher_bad_range;
  wire traps = (runs_off && !failed) || (fetched && fetch_error) || undecodable || out_of_range;
  wire halts = phases_acts && decoder_is_halt;
  wire [2:0] nop_queue = word[46:44];
  wire to_load = decoder_is_ld || (decoder_is_nop && nop_queue == 3'd0);
  wire to_store = decoder_is_st || (decoder_is_nop && nop_queue == 3'd1);
  wire to_matrix = decoder_is_mm || (decoder_is_nop && nop_queue == 3'd2);
  wire to_vector = decoder_is_vq || (decoder_is_nop && nop_queue == 3'd3);
  wire dispatches =
        step == DISPATCH
      && !out_of_range
      && (
            (to_load && pending_load_room && load_push_ready)
          || (to_store && pending_store_room && store_push_ready)
          || (to_matrix && pending_matrix_room && matrix_push_ready)
          || (to_vector && pending_vector_room && vector_push_ready)
        );
  wire advances_condition = phases_done && !decoder_is_halt;
  wire advances = executes || dispatches || advances_condition;
  wire cleared = step == CLEAR && counter == 5'd31 && fetch_quiet;
  wire quiet = !pending_load_any && !pending_store_any && !pending_matrix_any && !pending_vector_any;
  wire pc_condition = step == IDLE && doorbell;
  wire [31:0] pc_value = pc + 32'd1;
  wire [31:0] order_value = order + 32'd1;
  wire failed_condition = load_retire && load_error && (!failed || pending_load_oldest_order < failed_order);
  wire failed_condition_2 = store_retire && store_error && (!failed || pending_store_oldest_order < failed_order);
  wire [14:0] operand_registers = word[58:44];
  wire finishes = (step == DRAIN && quiet) || hung;
  wire checks = step == DISPATCH && !dispatcher_bad_range;

  txu_decoder decoder (
    .word     (word),
    .is_nop   (decoder_is_nop),
    .is_halt  (decoder_is_halt),
    .is_fence (decoder_is_fence),
    .is_loop  (decoder_is_loop),
    .is_endl  (decoder_is_endl),
    .is_seta  (decoder_is_seta),
    .is_setl  (decoder_is_setl),
    .is_sets  (decoder_is_sets),
    .is_setq  (decoder_is_setq),
    .is_ld    (decoder_is_ld),
    .is_st    (decoder_is_st),
    .is_mm    (decoder_is_mm),
    .is_vq    (decoder_is_vq),
    .illegal  (decoder_illegal),
    .cause    (decoder_cause)
  );

  address_file addresses (
    .clock      (clock),
    .read       (counter == 5'd0 ? operand_registers[4:0] : counter == 5'd1 ? operand_registers[9:5] : operand_registers[14:10]),
    .iterations (loops_iterations),
    .effective  (addresses_effective),
    .set_base   (clears || (executes && decoder_is_seta)),
    .set_stride (executes && decoder_is_setl),
    .target     (clears ? counter : word[12:8]),
    .base       (clears ? 40'd0 : word[52:13]),
    .level      (word[14:13]),
    .stride     (word[46:15])
  );

  loop_unit loops (
    .clock      (clock),
    .reset      (reset),
    .clear      (clears),
    .enter      (executes && decoder_is_loop),
    .start      (pc_value),
    .count      (word[23:8]),
    .ends       (executes && decoder_is_endl),
    .outside    (loops_outside),
    .full       (loops_full),
    .repeats    (loops_repeats),
    .body       (loops_body),
    .iterations (loops_iterations)
  );

  dispatcher dispatcher (
    .word      (word),
    .order     (order),
    .nop       (decoder_is_nop),
    .is_load   (decoder_is_ld),
    .is_store  (decoder_is_st),
    .is_matrix (decoder_is_mm),
    .is_vector (decoder_is_vq),
    .address0  (address0),
    .address1  (address1),
    .address2  (address2),
    .shape     (shapes_read),
    .bad_range (dispatcher_bad_range),
    .load      (dispatcher_load),
    .store     (dispatcher_store),
    .matrix    (dispatcher_matrix),
    .vector    (dispatcher_vector)
  );

  control_phases phases (
    .clock      (clock),
    .reset      (reset),
    .active     (step == CONTROL),
    .semaphores (decoder_is_setq ? 24'd0 : word[31:8]),
    .quiet      (decoder_is_fence
          ? (!pending_load_any || !word[44])
            && (!pending_store_any || !word[45])
            && (!pending_matrix_any || !word[46])
            && (!pending_vector_any || !word[47])
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
    .dispatch     (dispatches && to_load),
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
    .dispatch     (dispatches && to_store),
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
    .dispatch     (dispatches && to_matrix),
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
    .dispatch     (dispatches && to_vector),
    .order        (order),
    .pc           (pc),
    .retire       (vector_retire),
    .room         (pending_vector_room),
    .any          (pending_vector_any),
    .oldest_order (pending_vector_oldest_order),
    .oldest_pc    (pending_vector_oldest_pc)
  );

  always_ff @(posedge clock) begin  // shapes
    if (clears || (executes && decoder_is_sets)) shapes[shapes_write_choice] <= clears ? 111'h4002001 : word[122:12];
    if (step == OPERANDS) shapes_read <= shapes[shapes_read_choice];
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
      else if (fetched) step <= DECODE;
    end else if (step == DECODE) begin
      if (decoder_is_ld || decoder_is_st || decoder_is_mm || decoder_is_vq) step <= OPERANDS;
      else if (to_load || to_store || to_matrix || to_vector) step <= DISPATCH;
      else step <= CONTROL;
    end else if (step == OPERANDS) begin
      if (counter == 5'd3) step <= DISPATCH;
    end else if (step == DRAIN) begin
      if (quiet) step <= IDLE;
    end
  end

  always_ff @(posedge clock) begin
    if (fetched) word <= fetch_word;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      pc <= 32'd0;
      order <= 32'd0;
    end else if (pc_condition) begin
      pc <= 32'd0;
      order <= 32'd0;
    end else if (advances) begin
      pc <= decoder_is_endl && loops_repeats ? loops_body : pc_value;
      order <= order_value;
    end else if (halts) begin
      order <= order_value;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) counter <= 5'd0;
    else if ((step == CLEAR && !cleared && counter != 5'd31) || step == OPERANDS) counter <= counter + 5'd1;
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
          runs_off ? 4'd5 : step == FETCH ? 4'd10 : out_of_range ? 4'd4 : decoder_illegal ? 4'(decoder_cause) : 4'd3;
      epc_taken <= pc;
    end else if (halts) begin
      epc_taken <= pc;
      code_taken <= word[59:44];
    end
  end

  always_ff @(posedge clock) begin
    if (step == OPERANDS) begin
      if (counter == 5'd1) address0 <= addresses_effective;
      if (counter == 5'd2) address1 <= addresses_effective;
      if (counter == 5'd3) address2 <= addresses_effective;
    end
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
  assign executed = order;
  assign fetch_restart = step == CLEAR;
  assign fetch_want = step == FETCH;
  assign fetch_pc = pc;
  assign load_push_valid = checks && to_load && pending_load_room;
  assign load_push_data = dispatcher_load;
  assign store_push_valid = checks && to_store && pending_store_room;
  assign store_push_data = dispatcher_store;
  assign matrix_push_valid = checks && to_matrix && pending_matrix_room;
  assign matrix_push_data = dispatcher_matrix;
  assign vector_push_valid = checks && to_vector && pending_vector_room;
  assign vector_push_data = dispatcher_vector;
  assign wait_valid = phases_wait_valid;
  assign wait_index = phases_wait_index;
  assign give_valid = phases_give_valid;
  assign give_index = phases_give_index;
  assign set_semaphore = phases_acts && decoder_is_setq;
  assign set_index = word[12:8];
  assign set_value = word[18:13];
  assign retire = executes || advances_condition || halts;
  assign retire_order = order;

  wire unused = &{1'b0, {vector_error, matrix_error}};  // the matrix and vector units have no memory responses
endmodule
