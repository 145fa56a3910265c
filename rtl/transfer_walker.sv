// Walks a transfer's three extents through memory, i0 fastest: start + 32·(i0·st0 + i1·st1 + i2·st2) modulo 2^40. A
// step of the innermost extent is a unit, of a tile of 16-bit elements two. Where innermost steps lie side by side they
// leave as one transfer.
// From Hw.Txu/Dma/TransferWalker.cs (TransferWalker). Generated: edit the C#, then `make gen`.
module transfer_walker (
  input  logic         clock,
  input  logic         reset,
  input  logic         commands_valid,
  output logic         commands_ready,
  input  logic [237:0] commands_data,
  output logic         transfers_valid,
  input  logic         transfers_ready,
  output logic [39:0]  transfers_addr,
  output logic [12:0]  transfers_beats,
  output logic         transfers_ends
);
  logic walking, whole;
  logic [12:0] e0, e1, left0, left1, left2, beats;
  logic [23:0] s0, s1, s2;
  logic [34:0] at, begin1, begin2;

  wire walking_condition = commands_valid && commands_ready;
  wire end_0 = whole || left0 == 13'd1;
  wire [34:0] next_0 = at + 35'(s0);
  wire end_1 = left1 == 13'd1;
  wire [34:0] next_1 = begin1 + 35'(s1);
  wire end_2 = left2 == 13'd1;
  wire [34:0] next_2 = begin2 + 35'(s2);
  wire pairs = commands_data[111] && commands_data[112];
  wire [1:0] side_by_side_choice = pairs ? 2'd2 : 2'd1;
  wire side_by_side = commands_data[175:152] == 24'(side_by_side_choice) || commands_data[125:113] == 13'd1;

  always_ff @(posedge clock) begin
    if (walking_condition) begin
      walking <= 1'b1;
      at <= commands_data[96:62];
      begin1 <= commands_data[96:62];
      begin2 <= commands_data[96:62];
      left0 <= commands_data[125:113];
      left1 <= commands_data[138:126];
      left2 <= commands_data[151:139];
    end else if (transfers_valid && transfers_ready) begin
      if (!end_0) begin
        at <= next_0;
        left0 <= left0 - 13'd1;
      end else if (!end_1) begin
        at <= next_1;
        begin1 <= next_1;
        left0 <= e0;
        left1 <= left1 - 13'd1;
      end else if (!end_2) begin
        at <= next_2;
        begin1 <= next_2;
        begin2 <= next_2;
        left0 <= e0;
        left1 <= e1;
        left2 <= left2 - 13'd1;
      end else begin
        walking <= 1'b0;
      end
    end
    if (reset) walking <= 1'b0;
  end

  always_ff @(posedge clock) begin
    if (walking_condition) begin
      e0 <= commands_data[125:113];
      e1 <= commands_data[138:126];
      s0 <= commands_data[175:152];
      s1 <= commands_data[199:176];
      s2 <= commands_data[223:200];
      whole <= side_by_side;
      beats <=
          side_by_side ? (pairs ? 13'(commands_data[118:113]) << 1 : commands_data[125:113]) : 13'(side_by_side_choice);
    end
  end

  assign commands_ready = !walking || (transfers_ready && end_0 && end_1 && end_2);
  assign transfers_valid = walking;
  assign transfers_addr = 40'(at) << 5;
  assign transfers_beats = beats;
  assign transfers_ends = end_0 && end_1 && end_2;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset
        || (
              !walking_condition
            || (
                    side_by_side ? (pairs ? 13'(commands_data[118:113]) << 1 : commands_data[125:113])
                  : 13'(side_by_side_choice)
                )
              >= 13'd1
          ))
      else $error("transfer_walker: an extent is at least 1");
  end
`endif

  wire unused_1 = &{1'b0, commands_data[56:0]};  // what the two ends of the transfer need, not its addresses
  wire unused_2 = &{1'b0, {commands_data[237:224], commands_data[110:97], commands_data[61:57]}};  // an address is a multiple of 32; the rest is for the other end of the transfer
endmodule
