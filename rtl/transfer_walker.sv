// Walks a transfer's three extents through memory, i0 fastest: start + 32·(i0·st0 + i1·st1 + i2·st2) modulo 2^40. A
// contiguous innermost extent leaves as one transfer, any other unit by unit.
// From Hw.Txu/Dma/TransferWalker.cs (TransferWalker). Generated: edit the C#, then `make gen`.
module transfer_walker (
  input  logic         clock,
  input  logic         reset,
  input  logic         command_valid,
  output logic         command_ready,
  input  logic [235:0] command_data,
  output logic         transfers_valid,
  input  logic         transfers_ready,
  output logic [39:0]  transfers_addr,
  output logic [12:0]  transfers_beats
);
  logic [12:0] i0, i1, i2;
  logic [34:0] offset0, offset1, offset2;

  wire contiguous = command_data[173:150] == 24'd1 || command_data[123:111] == 13'd1;
  wire [13:0] end_0_sum = 14'(i0) + 14'd1;
  wire end_0 = contiguous || end_0_sum == 14'(command_data[123:111]);
  wire [13:0] end_1_sum = 14'(i1) + 14'd1;
  wire end_1 = end_1_sum == 14'(command_data[136:124]);
  wire [13:0] end_2_sum = 14'(i2) + 14'd1;
  wire end_2 = end_2_sum == 14'(command_data[149:137]);

  always_ff @(posedge clock) begin
    if (reset) begin
      i0 <= 13'd0;
      offset0 <= 35'd0;
      i1 <= 13'd0;
      offset1 <= 35'd0;
      i2 <= 13'd0;
      offset2 <= 35'd0;
    end else if (transfers_valid && transfers_ready) begin
      if (!end_0) begin
        i0 <= end_0_sum[12:0];
        offset0 <= offset0 + 35'(command_data[173:150]);
      end else begin
        i0 <= 13'd0;
        offset0 <= 35'd0;
        if (!end_1) begin
          i1 <= end_1_sum[12:0];
          offset1 <= offset1 + 35'(command_data[197:174]);
        end else begin
          i1 <= 13'd0;
          offset1 <= 35'd0;
          if (!end_2) begin
            i2 <= end_2_sum[12:0];
            offset2 <= offset2 + 35'(command_data[221:198]);
          end else begin
            i2 <= 13'd0;
            offset2 <= 35'd0;
          end
        end
      end
    end
  end

  assign command_ready = transfers_ready && end_0 && end_1 && end_2;
  assign transfers_valid = command_valid;
  assign transfers_addr = (command_data[96:57] >> 5) + 40'(offset0) + 40'(offset1) + 40'(offset2) << 5;
  assign transfers_beats = contiguous ? command_data[123:111] : 13'd1;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (contiguous ? command_data[123:111] : 13'd1) >= 13'd1)
      else $error("transfer_walker: an extent is at least 1");
  end
`endif

  wire unused_1 = &{1'b0, {command_data[235:222], command_data[110:97], command_data[56:0]}};  // what the two ends of the transfer need, not its addresses
  wire unused_2 = &{1'b0, command_data[61:57]};  // dispatch checked that the address is a multiple of 32
endmodule
