// Fills the shadow copies with the next 32 feature rows while the streamer still uses the active ones, across
// instruction boundaries: with streams of 32 rows and more, changing the stationary operand costs no cycle.
// From Hw.Txu/Matrix/StationaryLoader.cs (StationaryLoader). Generated: edit the C#, then `make gen`.
module stationary_loader_32 (
  input  logic         clock,
  input  logic         reset,
  input  logic         command_valid,
  output logic         command_ready,
  input  logic [158:0] command_data,
  output logic         ready_valid,
  input  logic         ready_ready,
  output logic [96:0]  ready_data,
  output logic         stationary_valid,
  output logic [12:0]  stationary_row,
  input  logic         stationary_grant,
  input  logic [255:0] stationary_data,
  output logic         load,             // to the lanes: shift one element into the shadow copy
  output logic [255:0] features          // one feature of C tokens
);
  logic [5:0] requested;
  logic [12:0] chunk, moving_offset, stationary_offset;
  logic arriving;

  wire handed = ready_valid && ready_ready;
  wire [13:0] last_sum = 14'(chunk) + 14'd1;
  wire last = command_data[32] || last_sum == 14'(command_data[119:107]);
  wire ready_valid_condition = command_data[32] || requested[5] || (requested == 6'd31 && stationary_grant);

  always_ff @(posedge clock) begin
    if (reset) begin
      requested <= 6'd0;
      chunk <= 13'd0;
      moving_offset <= 13'd0;
      stationary_offset <= 13'd0;
    end else if (handed) begin
      requested <= 6'd0;
      if (last) begin
        chunk <= 13'd0;
        moving_offset <= 13'd0;
        stationary_offset <= 13'd0;
      end else begin
        chunk <= last_sum[12:0];
        moving_offset <= moving_offset + command_data[145:133];
        stationary_offset <= stationary_offset + command_data[158:146];
      end
    end else if (stationary_grant) begin
      requested <= requested + 6'd1;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) arriving <= 1'b0;
    else arriving <= stationary_grant;
  end

  assign command_ready = ready_ready && last && ready_valid_condition;
  assign ready_valid = command_valid && ready_valid_condition;
  assign ready_data = {
      {1'b0, command_data[56:45], command_data[31:0]},
      command_data[132:120],
      command_data[106:94],
      command_data[80:68] + moving_offset,
      command_data[67:58],
      last,
      chunk == 13'd0 && !command_data[57],
      command_data[32]
  };
  assign stationary_valid = command_valid && !command_data[32] && !requested[5];
  assign stationary_row = command_data[93:81] + stationary_offset + 13'(requested[4:0]);
  assign load = arriving;
  assign features = stationary_data;

  wire unused = &{1'b0, command_data[44:33]};  // the queue has taken the waits
endmodule
