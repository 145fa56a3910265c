// Fills the shadow copies with the next 32 feature rows while the streamer still uses the active ones, across
// instruction boundaries: with streams of 33 rows and more, changing the stationary operand costs no cycle. Features
// that do not count are zeros of its own and are not read.
// From Hw.Txu/Matrix/StationaryLoader.cs (StationaryLoader). Generated: edit the C#, then `make gen`.
module stationary_loader_32 (
  input  logic         clock,
  input  logic         reset,
  input  logic         command_valid,
  output logic         command_ready,
  input  logic [176:0] command_data,
  output logic         ready_valid,
  input  logic         ready_ready,
  output logic [148:0] ready_data,
  output logic         stationary_valid,
  output logic         stationary_wide,
  output logic [12:0]  stationary_row,
  input  logic         stationary_grant,
  input  logic [511:0] stationary_data,
  output logic         load,             // to the lanes: shift one element into the shadow copy
  output logic [511:0] feature,          // one feature of C tokens, the lanes that count, and its format
  output logic [31:0]  live_lanes,
  output logic [1:0]   format
);
  logic [5:0] taken;
  logic [12:0] chunk, moving_offset, stationary_offset;
  logic arriving, skipped;
  logic [31:0] lanes_live;
  logic [1:0] loading;

  wire [13:0] last_sum = 14'(chunk) + 14'd1;
  wire last = command_data[32] || last_sum == 14'(command_data[137:125]);
  wire full = taken[5];
  wire skips_condition = command_valid && !command_data[32] && !full;
  wire [5:0] features = last && command_data[70:66] != 5'd0 ? 6'(command_data[70:66]) : 6'd32;
  wire skips = skips_condition && features <= taken;
  wire takes = skips || stationary_grant;
  wire [5:0] lanes_used = command_data[75:71] == 5'd0 ? 6'd32 : 6'(command_data[75:71]);
  wire [1:0] type_of = command_data[58:57];
  wire reads = skips_condition && taken < features;
  wire wide = type_of == 2'd1;
  wire complete = full || (taken == 6'd31 && takes);
  wire ready_valid_condition = command_data[32] || complete;
  wire ready_data_match = chunk == 13'd0;

  always_ff @(posedge clock) begin
    if (reset) begin
      taken <= 6'd0;
      chunk <= 13'd0;
      moving_offset <= 13'd0;
      stationary_offset <= 13'd0;
    end else if (ready_valid && ready_ready) begin
      taken <= 6'd0;
      if (last) begin
        chunk <= 13'd0;
        moving_offset <= 13'd0;
        stationary_offset <= 13'd0;
      end else begin
        chunk <= last_sum[12:0];
        moving_offset <= moving_offset + command_data[163:151];
        stationary_offset <= stationary_offset + command_data[176:164];
      end
    end else if (takes) begin
      taken <= taken + 6'd1;
    end
  end

  always_ff @(posedge clock) begin
    arriving <= takes;
    skipped <= skips;
    lanes_live <= (32'd1 << lanes_used) - 32'd1;
    loading <= type_of;
    if (reset) arriving <= 1'b0;
  end

  assign command_ready = ready_ready && last && ready_valid_condition;
  assign ready_valid = command_valid && ready_valid_condition;
  assign ready_data = {
      {1'b0, command_data[56:45], command_data[31:0]},
      11'(features) * 11'(lanes_used),
      (32'd1 << features) - 32'd1,
      command_data[150:138],
      command_data[124:112],
      command_data[98:86] + moving_offset,
      command_data[85:76],
      command_data[65:61],
      type_of,
      ready_data_match && command_data[60:59] == 2'd2,
      ready_data_match && command_data[60:59] == 2'd0,
      last,
      ready_data_match,
      command_data[32]
  };
  assign stationary_valid = reads;
  assign stationary_wide = wide;
  assign stationary_row = command_data[111:99] + stationary_offset + (wide ? 13'(taken[4:0]) << 1 : 13'(taken[4:0]));
  assign load = arriving;
  assign feature = stationary_data;
  assign live_lanes = skipped ? 32'd0 : lanes_live;
  assign format = loading;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (command_data[75:71] == 5'd0 ? 6'd32 : 6'(command_data[75:71])) >= 6'd1)
      else $error("stationary_loader_32: no more than there are");
  end
`endif

  wire unused = &{1'b0, command_data[44:33]};  // the queue has taken the waits
endmodule
