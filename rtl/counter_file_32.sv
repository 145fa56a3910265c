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
    .events (running),
    .low    (cycles_count_low),
    .high   (cycles_count_high)
  );

  event_counter_1 instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (executes),
    .low    (instructions_count_low),
    .high   (instructions_count_high)
  );

  event_counter_1 ld_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (retires[0]),
    .low    (ld_instructions_count_low),
    .high   (ld_instructions_count_high)
  );

  event_counter_1 ld_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (load_busy),
    .low    (ld_busy_count_low),
    .high   (ld_busy_count_high)
  );

  event_counter_1 ld_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (load_waits),
    .low    (ld_waits_count_low),
    .high   (ld_waits_count_high)
  );

  event_counter_1 ld_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (load_blocked),
    .low    (ld_blocked_count_low),
    .high   (ld_blocked_count_high)
  );

  event_counter_1 st_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (retires[1]),
    .low    (st_instructions_count_low),
    .high   (st_instructions_count_high)
  );

  event_counter_1 st_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (store_busy),
    .low    (st_busy_count_low),
    .high   (st_busy_count_high)
  );

  event_counter_1 st_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (store_waits),
    .low    (st_waits_count_low),
    .high   (st_waits_count_high)
  );

  event_counter_1 st_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (store_blocked),
    .low    (st_blocked_count_low),
    .high   (st_blocked_count_high)
  );

  event_counter_1 mm_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (retires[2]),
    .low    (mm_instructions_count_low),
    .high   (mm_instructions_count_high)
  );

  event_counter_1 mm_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (matrix_busy),
    .low    (mm_busy_count_low),
    .high   (mm_busy_count_high)
  );

  event_counter_1 mm_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (matrix_waits),
    .low    (mm_waits_count_low),
    .high   (mm_waits_count_high)
  );

  event_counter_1 mm_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (matrix_blocked),
    .low    (mm_blocked_count_low),
    .high   (mm_blocked_count_high)
  );

  event_counter_1 vx_instructions_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (retires[3]),
    .low    (vx_instructions_count_low),
    .high   (vx_instructions_count_high)
  );

  event_counter_1 vx_busy_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vector_busy),
    .low    (vx_busy_count_low),
    .high   (vx_busy_count_high)
  );

  event_counter_1 vx_waits_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vector_waits),
    .low    (vx_waits_count_low),
    .high   (vx_waits_count_high)
  );

  event_counter_1 vx_blocked_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vector_blocked),
    .low    (vx_blocked_count_low),
    .high   (vx_blocked_count_high)
  );

  event_counter_32 bytes_loaded_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (6'(load_beat) * 6'd32),
    .low    (bytes_loaded_count_low),
    .high   (bytes_loaded_count_high)
  );

  event_counter_32 bytes_stored_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (6'(store_beat) * 6'd32),
    .low    (bytes_stored_count_low),
    .high   (bytes_stored_count_high)
  );

  event_counter_1 matrix_rows_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (matrix_row),
    .low    (matrix_rows_count_low),
    .high   (matrix_rows_count_high)
  );

  event_counter_1024 useful_macs_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (live_products),
    .low    (useful_macs_count_low),
    .high   (useful_macs_count_high)
  );

  event_counter_16383 vector_rows_count (
    .clock  (clock),
    .reset  (reset),
    .clear  (clear),
    .events (vector_rows),
    .low    (vector_rows_count_low),
    .high   (vector_rows_count_high)
  );

  assign value = words[{read, 5'd0} +: 32];

  wire unused_1 = &{1'b0, {load_order, load_begins}};  // for traces
  wire unused_2 = &{1'b0, {store_order, store_begins}};  // for traces
  wire unused_3 = &{1'b0, {matrix_order, matrix_begins}};  // for traces
  wire unused_4 = &{1'b0, {vector_order, vector_begins}};  // for traces
endmodule
