// One byte column of the transposer's memory: four quarters of 32 bytes, a byte in and a byte out each cycle. A tile of
// 8-bit elements takes one quarter, a place for each row that came in; a tile of 16-bit elements two, with two places
// for each row.
// From Hw.Txu/Dma/TransposerBank.cs (TransposerBank). Generated: edit the C#, then `make gen`.
module transposer_bank (
  input  logic       clock,
  input  logic       write,
  input  logic [6:0] write_place,
  input  logic [7:0] write_byte,
  input  logic       read,
  input  logic [1:0] quarter,      // the quarter where the tile begins, and the next
  input  logic [1:0] next_quarter,
  input  logic       takes,        // a tile's turn begins: whether it is wide, and the last slot that was filled; what lies beyond comes out as zero
  input  logic       wide,
  input  logic [4:0] last_slot,
  input  logic       upper_slots,  // of wide elements: the beat holds slots from 16 on; its column is one from 16 on
  input  logic       upper_column,
  input  logic [4:0] position,     // this bank's byte of that beat
  output logic [7:0] data          // one cycle after read
);
  logic live, is_wide;
  logic [4:0] last;
  logic [7:0] bytes [0:127];
  logic [7:0] bytes_read;

  wire [4:0] slot = is_wide ? {upper_slots, position[4:1]} : position;
  wire [6:0] place = is_wide ? {slot[4] ? next_quarter : quarter, slot[3:0], upper_column} : {quarter, slot};

  always_ff @(posedge clock) begin  // bytes
    if (write) bytes[write_place] <= write_byte;
    if (read) bytes_read <= bytes[place];
  end

  always_ff @(posedge clock) begin
    if (takes) begin
      is_wide <= wide;
      last <= last_slot;
    end
  end

  always_ff @(posedge clock) begin
    if (read) live <= slot <= last;
  end

  assign data = live ? bytes_read : 8'd0;
endmodule
