// Control and status registers on AXI4-Lite; addresses are those of Csr. Unknown addresses read 0 and ignore writes,
// with SLVERR.
// From Hw.Txu/Control/CsrFile.cs (CsrFile). Generated: edit the C#, then `make gen`.
module csr_file_32 (
  input  logic        clock,
  input  logic        reset,
  input  logic        bus_aw_valid,
  output logic        bus_aw_ready,
  input  logic [11:0] bus_aw_addr,
  input  logic        bus_w_valid,
  output logic        bus_w_ready,
  input  logic [31:0] bus_w_data,
  output logic        bus_b_valid,
  input  logic        bus_b_ready,
  output logic [1:0]  bus_b_resp,
  input  logic        bus_ar_valid,
  output logic        bus_ar_ready,
  input  logic [11:0] bus_ar_addr,
  output logic        bus_r_valid,
  input  logic        bus_r_ready,
  output logic [31:0] bus_r_data,
  output logic [1:0]  bus_r_resp,
  output logic        doorbell,
  output logic [30:0] program_base, // in units of 512 bytes
  output logic [31:0] length,
  output logic [31:0] watchdog,
  output logic        irq,
  input  logic        running,
  input  logic        finished,
  input  logic [3:0]  cause,
  input  logic [31:0] epc,
  input  logic [15:0] code,
  output logic [5:0]  counter,      // the counter word that is read, and what it holds
  input  logic [31:0] count
);
  logic [22:0] program_low;
  logic [7:0] program_high;
  logic [31:0] program_length, watchdog_limit, read_data;
  logic interrupt_enable, interrupt_raised, ended, written, write_refused, read_valid, read_refused, reads;
  logic [11:0] read_address;

  wire takes_write = bus_aw_valid && bus_w_valid && !written;
  wire program_low_match = bus_aw_addr == 12'd16;
  wire program_high_match = bus_aw_addr == 12'd20;
  wire program_length_match = bus_aw_addr == 12'd24;
  wire watchdog_limit_match = bus_aw_addr == 12'd28;
  wire interrupt_enable_condition_match = bus_aw_addr == 12'd32;
  wire interrupt_enable_condition = takes_write && interrupt_enable_condition_match;
  wire write_refused_match = bus_aw_addr == 12'd8;
  wire takes_read = bus_ar_valid && !reads && !read_valid;
  wire counts = read_address >= 12'd256 && read_address < 12'd440 && read_address[1:0] == 2'd0;
  wire read_data_match = read_address == 12'd0;
  wire read_data_match_2 = read_address == 12'd48;
  wire read_data_match_3 = read_address == 12'd4;
  wire read_data_match_4 = read_address == 12'd12;
  wire read_data_match_5 = read_address == 12'd16;
  wire read_data_match_6 = read_address == 12'd20;
  wire read_data_match_7 = read_address == 12'd24;
  wire read_data_match_8 = read_address == 12'd28;
  wire read_data_match_9 = read_address == 12'd32;
  wire read_data_match_10 = read_address == 12'd36;
  wire read_data_match_11 = read_address == 12'd40;
  wire read_data_match_12 = read_address == 12'd44;

  always_ff @(posedge clock) begin
    if (reset) program_low <= 23'd0;
    else if (takes_write && program_low_match) program_low <= bus_w_data[31:9];
  end

  always_ff @(posedge clock) begin
    if (reset) program_high <= 8'd0;
    else if (takes_write && program_high_match) program_high <= bus_w_data[7:0];
  end

  always_ff @(posedge clock) begin
    if (reset) program_length <= 32'd0;
    else if (takes_write && program_length_match) program_length <= bus_w_data;
  end

  always_ff @(posedge clock) begin
    if (reset) watchdog_limit <= 32'd0;
    else if (takes_write && watchdog_limit_match) watchdog_limit <= bus_w_data;
  end

  always_ff @(posedge clock) begin
    if (reset) interrupt_enable <= 1'b0;
    else if (interrupt_enable_condition) interrupt_enable <= bus_w_data[0];
  end

  always_ff @(posedge clock) begin
    if (reset) interrupt_raised <= 1'b0;
    else if (interrupt_enable_condition) interrupt_raised <= 1'b0;
    else if (finished && interrupt_enable) interrupt_raised <= 1'b1;
  end

  always_ff @(posedge clock) begin
    if (takes_write)
      write_refused <=
          !(
              write_refused_match
            || program_low_match
            || program_high_match
            || program_length_match
            || watchdog_limit_match
            || interrupt_enable_condition_match
          );
  end

  always_ff @(posedge clock) begin
    if (reset) written <= 1'b0;
    else if (takes_write) written <= 1'b1;
    else if (bus_b_valid && bus_b_ready) written <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (takes_read) read_address <= bus_ar_addr;
  end

  always_ff @(posedge clock) begin
    if (reset) reads <= 1'b0;
    else reads <= takes_read;
  end

  always_ff @(posedge clock) begin
    if (reads) begin
      read_data <=
            (counts ? count : 32'd0)
          | (read_data_match ? 32'h1895c36 : 32'd0)
          | (read_data_match_2 ? 32'h7ba7151b : 32'd0)
          | (read_data_match_3 ? 32'd32 : 32'd0)
          | (read_data_match_4 ? 32'({ended && cause != 4'd0, ended, running}) : 32'd0)
          | (read_data_match_5 ? 32'(program_low) << 9 : 32'd0)
          | (read_data_match_6 ? 32'(program_high) : 32'd0)
          | (read_data_match_7 ? program_length : 32'd0)
          | (read_data_match_8 ? watchdog_limit : 32'd0)
          | (read_data_match_9 ? 32'(interrupt_enable) : 32'd0)
          | (read_data_match_10 ? 32'(cause) : 32'd0)
          | (read_data_match_11 ? epc : 32'd0)
          | (read_data_match_12 ? 32'(code) : 32'd0);
      read_refused <=
          !(
              counts
            || read_data_match
            || read_data_match_2
            || read_data_match_3
            || read_data_match_4
            || read_data_match_5
            || read_data_match_6
            || read_data_match_7
            || read_data_match_8
            || read_data_match_9
            || read_data_match_10
            || read_data_match_11
            || read_data_match_12
          );
    end
  end

  always_ff @(posedge clock) begin
    if (reset) read_valid <= 1'b0;
    else if (reads) read_valid <= 1'b1;
    else if (bus_r_valid && bus_r_ready) read_valid <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (reset) ended <= 1'b0;
    else if (doorbell) ended <= 1'b0;
    else if (finished) ended <= 1'b1;
  end

  assign bus_aw_ready = takes_write;
  assign bus_w_ready = takes_write;
  assign bus_b_valid = written;
  assign bus_b_resp = write_refused ? 2'd2 : 2'd0;
  assign bus_ar_ready = takes_read;
  assign bus_r_valid = read_valid;
  assign bus_r_data = read_data;
  assign bus_r_resp = read_refused ? 2'd2 : 2'd0;
  assign doorbell = takes_write && write_refused_match && !running;
  assign program_base = {program_high, program_low};
  assign length = program_length;
  assign watchdog = watchdog_limit;
  assign irq = interrupt_raised;
  assign counter = read_address[7:2];
endmodule
