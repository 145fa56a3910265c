// The counters of Counters, from what the units do in each cycle: a word of two 32-bit halves for each, low half first.
// From Hw.Txu/Control/CounterFile.cs (CounterFile). Generated: edit the C#, then `make gen`.
module counter_file_32 (
  input  logic        clock,
  input  logic        reset,
  input  logic        clear,
  input  logic        running,
  input  logic        executes,
  input  logic        load_busy,
  input  logic        load_waits,
  input  logic        load_blocked,
  input  logic        load_begins,
  input  logic [31:0] load_order,
  input  logic        store_busy,
  input  logic        store_waits,
  input  logic        store_blocked,
  input  logic        store_begins,
  input  logic [31:0] store_order,
  input  logic        matrix_busy,
  input  logic        matrix_waits,
  input  logic        matrix_blocked,
  input  logic        matrix_begins,
  input  logic [31:0] matrix_order,
  input  logic        vector_busy,
  input  logic        vector_waits,
  input  logic        vector_blocked,
  input  logic        vector_begins,
  input  logic [31:0] vector_order,
  input  logic [3:0]  retires,        // an instruction of LD, ST, MM, VX retires
  input  logic        load_beat,
  input  logic        store_beat,
  input  logic        matrix_row,
  input  logic [10:0] live_products,
  input  logic [13:0] vector_rows,
  input  logic [5:0]  read,
  output logic [31:0] value
);
  logic cycles_events, instructions_events, ld_instructions_events, ld_busy_events, ld_waits_events;
  logic ld_blocked_events, st_instructions_events, st_busy_events, st_waits_events, st_blocked_events;
  logic mm_instructions_events, mm_busy_events, mm_waits_events, mm_blocked_events, vx_instructions_events;
  logic vx_busy_events, vx_waits_events, vx_blocked_events, matrix_rows_events;
  logic [5:0] bytes_loaded_events, bytes_stored_events;
  logic [10:0] useful_macs_events;
  logic [13:0] vector_rows_events;
  wire [31:0] cycles_count_low;
  wire [31:0] cycles_count_high;
  wire [31:0] instructions_count_low;
  wire [31:0] instructions_count_high;
  wire [31:0] ld_instructions_count_low;
  wire [31:0] ld_instructions_count_high;
  wire [31:0] ld_busy_count_low;
  wire [31:0] ld_busy_count_high;
  wire [31:0] ld_waits_count_low;
  wire [31:0] ld_waits_count_high;
  wire [31:0] ld_blocked_count_low;
  wire [31:0] ld_blocked_count_high;
  wire [31:0] st_instructions_count_low;
  wire [31:0] st_instructions_count_high;
  wire [31:0] st_busy_count_low;
  wire [31:0] st_busy_count_high;
  wire [31:0] st_waits_count_low;
  wire [31:0] st_waits_count_high;
  wire [31:0] st_blocked_count_low;
  wire [31:0] st_blocked_count_high;
  wire [31:0] mm_instructions_count_low;
  wire [31:0] mm_instructions_count_high;
  wire [31:0] mm_busy_count_low;
  wire [31:0] mm_busy_count_high;
  wire [31:0] mm_waits_count_low;
  wire [31:0] mm_waits_count_high;
  wire [31:0] mm_blocked_count_low;
  wire [31:0] mm_blocked_count_high;
  wire [31:0] vx_instructions_count_low;
  wire [31:0] vx_instructions_count_high;
  wire [31:0] vx_busy_count_low;
  wire [31:0] vx_busy_count_high;
  wire [31:0] vx_waits_count_low;
  wire [31:0] vx_waits_count_high;
  wire [31:0] vx_blocked_count_low;
  wire [31:0] vx_blocked_count_high;
  wire [31:0] bytes_loaded_count_low;
  wire [31:0] bytes_loaded_count_high;
  wire [31:0] bytes_stored_count_low;
  wire [31:0] bytes_stored_count_high;
  wire [31:0] matrix_rows_count_low;
  wire [31:0] matrix_rows_count_high;
  wire [31:0] useful_macs_count_low;
  wire [31:0] useful_macs_count_high;
  wire [31:0] vector_rows_count_low;
  wire [31:0] vector_rows_count_high;

  wire [2047:0] words = {
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      32'd0,
      vector_rows_count_high,
      vector_rows_count_low,
      useful_macs_count_high,
      useful_macs_count_low,
      matrix_rows_count_high,
      matrix_rows_count_low,
      bytes_stored_count_high,
      bytes_stored_count_low,
      bytes_loaded_count_high,
      bytes_loaded_count_low,
      vx_blocked_count_high,
      vx_blocked_count_low,
      vx_waits_count_high,
      vx_waits_count_low,
      vx_busy_count_high,
      vx_busy_count_low,
      vx_instructions_count_high,
      vx_instructions_count_low,
      mm_blocked_count_high,
      mm_blocked_count_low,
      mm_waits_count_high,
      mm_waits_count_low,
      mm_busy_count_high,
      mm_busy_count_low,
      mm_instructions_count_high,
      mm_instructions_count_low,
      st_blocked_count_high,
      st_blocked_count_low,
      st_waits_count_high,
      st_waits_count_low,
      st_busy_count_high,
      st_busy_count_low,
      st_instructions_count_high,
      st_instructions_count_low,
      ld_blocked_count_high,
      ld_blocked_count_low,
      ld_waits_count_high,
      ld_waits_count_low,
      ld_busy_count_high,
      ld_busy_count_low,
      ld_instructions_count_high,
      ld_instructions_count_low,
      instructions_count_high,
      instructions_count_low,
      cycles_count_high,
      cycles_count_low
  };

  event_counter_1 cycles_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (cycles_events),
    .low    (cycles_count_low),
    .high   (cycles_count_high)
  );

  event_counter_1 instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (instructions_events),
    .low    (instructions_count_low),
    .high   (instructions_count_high)
  );

  event_counter_1 ld_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (ld_instructions_events),
    .low    (ld_instructions_count_low),
    .high   (ld_instructions_count_high)
  );

  event_counter_1 ld_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (ld_busy_events),
    .low    (ld_busy_count_low),
    .high   (ld_busy_count_high)
  );

  event_counter_1 ld_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (ld_waits_events),
    .low    (ld_waits_count_low),
    .high   (ld_waits_count_high)
  );

  event_counter_1 ld_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (ld_blocked_events),
    .low    (ld_blocked_count_low),
    .high   (ld_blocked_count_high)
  );

  event_counter_1 st_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (st_instructions_events),
    .low    (st_instructions_count_low),
    .high   (st_instructions_count_high)
  );

  event_counter_1 st_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (st_busy_events),
    .low    (st_busy_count_low),
    .high   (st_busy_count_high)
  );

  event_counter_1 st_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (st_waits_events),
    .low    (st_waits_count_low),
    .high   (st_waits_count_high)
  );

  event_counter_1 st_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (st_blocked_events),
    .low    (st_blocked_count_low),
    .high   (st_blocked_count_high)
  );

  event_counter_1 mm_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (mm_instructions_events),
    .low    (mm_instructions_count_low),
    .high   (mm_instructions_count_high)
  );

  event_counter_1 mm_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (mm_busy_events),
    .low    (mm_busy_count_low),
    .high   (mm_busy_count_high)
  );

  event_counter_1 mm_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (mm_waits_events),
    .low    (mm_waits_count_low),
    .high   (mm_waits_count_high)
  );

  event_counter_1 mm_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (mm_blocked_events),
    .low    (mm_blocked_count_low),
    .high   (mm_blocked_count_high)
  );

  event_counter_1 vx_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vx_instructions_events),
    .low    (vx_instructions_count_low),
    .high   (vx_instructions_count_high)
  );

  event_counter_1 vx_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vx_busy_events),
    .low    (vx_busy_count_low),
    .high   (vx_busy_count_high)
  );

  event_counter_1 vx_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vx_waits_events),
    .low    (vx_waits_count_low),
    .high   (vx_waits_count_high)
  );

  event_counter_1 vx_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vx_blocked_events),
    .low    (vx_blocked_count_low),
    .high   (vx_blocked_count_high)
  );

  event_counter_32 bytes_loaded_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (bytes_loaded_events),
    .low    (bytes_loaded_count_low),
    .high   (bytes_loaded_count_high)
  );

  event_counter_32 bytes_stored_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (bytes_stored_events),
    .low    (bytes_stored_count_low),
    .high   (bytes_stored_count_high)
  );

  event_counter_1 matrix_rows_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (matrix_rows_events),
    .low    (matrix_rows_count_low),
    .high   (matrix_rows_count_high)
  );

  event_counter_1024 useful_macs_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (useful_macs_events),
    .low    (useful_macs_count_low),
    .high   (useful_macs_count_high)
  );

  event_counter_16383 vector_rows_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vector_rows_events),
    .low    (vector_rows_count_low),
    .high   (vector_rows_count_high)
  );

  always_ff @(posedge clock) begin
    if (reset) begin
      cycles_events <= 1'b0;
      instructions_events <= 1'b0;
      ld_instructions_events <= 1'b0;
      ld_busy_events <= 1'b0;
      ld_waits_events <= 1'b0;
      ld_blocked_events <= 1'b0;
      st_instructions_events <= 1'b0;
      st_busy_events <= 1'b0;
      st_waits_events <= 1'b0;
      st_blocked_events <= 1'b0;
      mm_instructions_events <= 1'b0;
      mm_busy_events <= 1'b0;
      mm_waits_events <= 1'b0;
      mm_blocked_events <= 1'b0;
      vx_instructions_events <= 1'b0;
      vx_busy_events <= 1'b0;
      vx_waits_events <= 1'b0;
      vx_blocked_events <= 1'b0;
      bytes_loaded_events <= 6'd0;
      bytes_stored_events <= 6'd0;
      matrix_rows_events <= 1'b0;
      useful_macs_events <= 11'd0;
      vector_rows_events <= 14'd0;
    end else begin
      cycles_events <= running;
      instructions_events <= executes;
      ld_instructions_events <= retires[0];
      ld_busy_events <= load_busy;
      ld_waits_events <= load_waits;
      ld_blocked_events <= load_blocked;
      st_instructions_events <= retires[1];
      st_busy_events <= store_busy;
      st_waits_events <= store_waits;
      st_blocked_events <= store_blocked;
      mm_instructions_events <= retires[2];
      mm_busy_events <= matrix_busy;
      mm_waits_events <= matrix_waits;
      mm_blocked_events <= matrix_blocked;
      vx_instructions_events <= retires[3];
      vx_busy_events <= vector_busy;
      vx_waits_events <= vector_waits;
      vx_blocked_events <= vector_blocked;
      bytes_loaded_events <= 6'(load_beat) * 6'd32;
      bytes_stored_events <= 6'(store_beat) * 6'd32;
      matrix_rows_events <= matrix_row;
      useful_macs_events <= live_products;
      vector_rows_events <= vector_rows;
    end
  end

  assign value = words[{read, 5'd0} +: 32];

  wire unused_1 = &{1'b0, {load_order, load_begins}};  // for traces
  wire unused_2 = &{1'b0, {store_order, store_begins}};  // for traces
  wire unused_3 = &{1'b0, {matrix_order, matrix_begins}};  // for traces
  wire unused_4 = &{1'b0, {vector_order, vector_begins}};  // for traces
endmodule
