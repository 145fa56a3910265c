// Instruction fetch through a 2 KiB buffer: four lines of 32 instructions, direct-mapped, the next line fetched ahead.
// A loop of up to 96 instructions runs from the buffer.
// From Hw.Txu/Control/FetchUnit.cs (FetchUnit). Generated: edit the C#, then `make gen`.
module fetch_unit (
  input  logic         clock,
  input  logic         reset,
  input  logic         restart,      // forget everything: a new program. Held until quiet.
  output logic         quiet,        // no line is on its way
  input  logic [30:0]  base,         // where the program lies, in units of 512 bytes
  input  logic [26:0]  line_count,   // lines of the program; nothing beyond is fetched
  input  logic         want,
  input  logic [31:0]  pc,
  output logic         valid,        // the instruction at pc, from the second cycle of want at the earliest
  output logic [127:0] word,
  output logic         error,        // with valid: memory reported an error for its line
  output logic         bus_ar_valid,
  input  logic         bus_ar_ready,
  output logic [39:0]  bus_ar_addr,
  output logic [7:0]   bus_ar_len,
  input  logic         bus_r_valid,
  output logic         bus_r_ready,
  input  logic [255:0] bus_r_data,
  input  logic [1:0]   bus_r_resp,
  input  logic         bus_r_last
);
  localparam logic [1:0] IDLE = 2'd0;
  localparam logic [1:0] REQUEST = 2'd1;
  localparam logic [1:0] RECEIVE = 2'd2;
  logic present_0, present_1, present_2, present_3, failed_0, failed_1, failed_2, failed_3, misses, found;
  logic found_failed, upper;
  logic [26:0] tag_0, tag_1, tag_2, tag_3, filling, next, wanted;
  logic [1:0] fill;
  logic [3:0] beat;
  logic [255:0] buffer [0:63];
  logic [255:0] buffer_read;

  wire arrives = fill == RECEIVE && bus_r_valid;
  wire [5:0] buffer_write_word = {filling[1:0], beat};
  wire hit_match = pc[6:5] == 2'd0;
  wire hit_match_2 = pc[6:5] == 2'd1;
  wire hit_match_3 = pc[6:5] == 2'd2;
  wire hit_match_4 = pc[6:5] == 2'd3;
  wire hit =
        (present_0 && hit_match && tag_0 == pc[31:5])
      || (present_1 && hit_match_2 && tag_1 == pc[31:5])
      || (present_2 && hit_match_3 && tag_2 == pc[31:5])
      || (present_3 && hit_match_4 && tag_3 == pc[31:5]);
  wire misses_condition = fill == IDLE && !misses;
  wire fetches_ahead =
        !(
            (present_0 && next[1:0] == 2'd0 && tag_0 == next)
          || (present_1 && next[1:0] == 2'd1 && tag_1 == next)
          || (present_2 && next[1:0] == 2'd2 && tag_2 == next)
          || (present_3 && next[1:0] == 2'd3 && tag_3 == next)
        )
      && next < line_count;
  wire starts = misses && !restart;
  wire present_0_condition = starts && wanted[1:0] == 2'd0;
  wire present_0_condition_2 = arrives && bus_r_last;
  wire present_0_match = filling[1:0] == 2'd0;
  wire present_1_condition = starts && wanted[1:0] == 2'd1;
  wire present_1_match = filling[1:0] == 2'd1;
  wire present_2_condition = starts && wanted[1:0] == 2'd2;
  wire present_2_match = filling[1:0] == 2'd2;
  wire present_3_condition = starts && wanted[1:0] == 2'd3;
  wire present_3_match = filling[1:0] == 2'd3;

  always_ff @(posedge clock) begin  // buffer
    if (arrives) buffer[buffer_write_word] <= bus_r_data;
    if (want) buffer_read <= buffer[pc[6:1]];
  end

  always_ff @(posedge clock) begin
    next <= pc[31:5] + 27'd1;
    found <= want && hit && !restart;
    found_failed <=
        (failed_0 && hit_match) || (failed_1 && hit_match_2) || (failed_2 && hit_match_3) || (failed_3 && hit_match_4);
    upper <= pc[0];
    misses <= misses_condition && !restart && ((want && !hit) || (hit && fetches_ahead));
    wanted <= hit ? next : pc[31:5];
    if (reset) begin
      found <= 1'b0;
      misses <= 1'b0;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      fill <= IDLE;
    end else begin
      case (fill)
        IDLE: if (starts) fill <= REQUEST;
        REQUEST: if (bus_ar_ready) fill <= RECEIVE;
        RECEIVE: if (bus_r_valid && bus_r_last) fill <= IDLE;
        default: ;
      endcase
    end
  end

  always_ff @(posedge clock) begin
    if (starts) filling <= wanted;
  end

  always_ff @(posedge clock) begin
    if (starts) beat <= 4'd0;
    else if (arrives) beat <= beat + 4'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) present_0 <= 1'b0;
    else if (restart || present_0_condition) present_0 <= 1'b0;
    else if (present_0_condition_2 && present_0_match) present_0 <= 1'b1;
  end

  always_ff @(posedge clock) begin
    if (present_0_condition) begin
      tag_0 <= wanted;
      failed_0 <= 1'b0;
    end else if (arrives && present_0_match && bus_r_resp != 2'd0) begin
      failed_0 <= 1'b1;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) present_1 <= 1'b0;
    else if (restart || present_1_condition) present_1 <= 1'b0;
    else if (present_0_condition_2 && present_1_match) present_1 <= 1'b1;
  end

  always_ff @(posedge clock) begin
    if (present_1_condition) begin
      tag_1 <= wanted;
      failed_1 <= 1'b0;
    end else if (arrives && present_1_match && bus_r_resp != 2'd0) begin
      failed_1 <= 1'b1;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) present_2 <= 1'b0;
    else if (restart || present_2_condition) present_2 <= 1'b0;
    else if (present_0_condition_2 && present_2_match) present_2 <= 1'b1;
  end

  always_ff @(posedge clock) begin
    if (present_2_condition) begin
      tag_2 <= wanted;
      failed_2 <= 1'b0;
    end else if (arrives && present_2_match && bus_r_resp != 2'd0) begin
      failed_2 <= 1'b1;
    end
  end

  always_ff @(posedge clock) begin
    if (reset) present_3 <= 1'b0;
    else if (restart || present_3_condition) present_3 <= 1'b0;
    else if (present_0_condition_2 && present_3_match) present_3 <= 1'b1;
  end

  always_ff @(posedge clock) begin
    if (present_3_condition) begin
      tag_3 <= wanted;
      failed_3 <= 1'b0;
    end else if (arrives && present_3_match && bus_r_resp != 2'd0) begin
      failed_3 <= 1'b1;
    end
  end

  assign quiet = misses_condition;
  assign valid = found && want;
  assign word = upper ? buffer_read[255:128] : buffer_read[127:0];
  assign error = found_failed;
  assign bus_ar_valid = fill == REQUEST;
  assign bus_ar_addr = 40'(base) + 40'(filling) << 9;
  assign bus_ar_len = 8'd15;
  assign bus_r_ready = fill == RECEIVE;
endmodule
