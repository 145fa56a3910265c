// Cuts transfers into AXI bursts of limited length that never cross a 4 KiB boundary, one burst per cycle without a gap
// between transfers.
// From Hw.Ip/BurstSplitter.cs (BurstSplitter). Generated: edit the C#, then `make gen`.
module burst_splitter_8191_by_16 (
  input  logic        clock,
  input  logic        reset,
  input  logic        transfers_valid,
  output logic        transfers_ready,
  input  logic [39:0] transfers_addr,
  input  logic [12:0] transfers_beats,
  input  logic        transfers_ends,
  output logic        bursts_valid,
  input  logic        bursts_ready,
  output logic [39:0] bursts_addr,
  output logic [7:0]  bursts_len,
  output logic        ends             // with a burst: the last one of transfers that belong together
);
  logic busy, ends_all;
  logic [34:0] word;
  logic [12:0] left;

  wire [7:0] limit_difference = 8'd128 - 8'(word[6:0]);
  wire [4:0] limit = limit_difference < 8'd16 ? limit_difference[4:0] : 5'd16;
  wire is_last = left <= 13'(limit);
  wire [4:0] length = is_last ? left[4:0] : limit;

  always_ff @(posedge clock) begin
    if (transfers_valid && transfers_ready) begin
      busy <= 1'b1;
      word <= transfers_addr[39:5];
      left <= transfers_beats;
      ends_all <= transfers_ends;
    end else if (bursts_valid && bursts_ready) begin
      busy <= !is_last;
      word <= word + 35'(length);
      left <= is_last ? 13'd1 : left - 13'(length);
    end
    if (reset) begin
      busy <= 1'b0;
      word <= 35'd0;
      left <= 13'd1;
    end
  end

  assign transfers_ready = !busy || (bursts_ready && is_last);
  assign bursts_valid = busy;
  assign bursts_addr = 40'(word) << 5;
  assign bursts_len = 8'(length) - 8'd1;
  assign ends = is_last && ends_all;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || (
              !(!(transfers_valid && transfers_ready) && bursts_valid && bursts_ready)
            || (limit_difference < 8'd16 ? limit_difference : 8'd16) <= 8'd16
          ))
      else $error("burst_splitter_8191_by_16: the smaller of the two");
    assert (reset
        || (
              !(!(transfers_valid && transfers_ready) && bursts_valid && bursts_ready)
            || (is_last ? left : 13'(limit)) <= 13'd16
          ))
      else $error("burst_splitter_8191_by_16: what is left is no more than the limit");
    assert (reset
        || (
              !(!(transfers_valid && transfers_ready) && bursts_valid && bursts_ready)
            || (is_last ? 14'sd1 : $signed(14'(left)) - $signed(14'(length))) >= 14'sd1
          ))
      else $error("burst_splitter_8191_by_16: more than the limit was left");
    assert (reset || (is_last ? left : 13'(limit)) <= 13'd16)
      else $error("burst_splitter_8191_by_16: what is left is no more than the limit");
    assert (reset || (limit_difference < 8'd16 ? limit_difference : 8'd16) <= 8'd16)
      else $error("burst_splitter_8191_by_16: the smaller of the two");
  end
`endif

  wire unused = &{1'b0, transfers_addr[4:0]};  // a transfer starts at a whole beat
endmodule
