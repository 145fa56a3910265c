// The transposer's 4 KiB. Byte p of a beat lies in bank p + r modulo 32, where r grows with the row (by the element's
// bytes), so that the bytes of a row and those of a column lie in 32 different banks: each bank takes a byte and gives
// a byte in every cycle, and two rotations put them in their places.
// From Hw.Txu/Dma/TransposerMemory.cs (TransposerMemory). Generated: edit the C#, then `make gen`.
module transposer_memory (
  input  logic         clock,
  input  logic         write,
  input  logic [6:0]   write_place,
  input  logic [4:0]   write_rotation,
  input  logic [255:0] row_beat,
  input  logic         read,
  input  logic [4:0]   read_rotation,
  input  logic         takes,          // a tile's turn begins: whether it is wide, and its last slot, which the banks keep
  input  logic         wide,
  input  logic [4:0]   last_slot,
  input  logic [1:0]   quarter,
  input  logic         upper_slots,
  input  logic         upper_column,
  output logic [255:0] column_beat     // one cycle after read, until the next read
);
  logic [4:0] rotated;
  wire [255:0] banks_data;

  wire [255:0] rotated_row_choice_choice_choice_choice =
      write_rotation[0] ? {row_beat[247:0], row_beat[255:248]} : row_beat;
  wire [255:0] rotated_row_choice_choice_choice =
          write_rotation[1]
        ? {rotated_row_choice_choice_choice_choice[239:0], rotated_row_choice_choice_choice_choice[255:240]}
      : rotated_row_choice_choice_choice_choice;
  wire [255:0] rotated_row_choice_choice =
        write_rotation[2] ? {rotated_row_choice_choice_choice[223:0], rotated_row_choice_choice_choice[255:224]}
      : rotated_row_choice_choice_choice;
  wire [255:0] rotated_row_choice =
        write_rotation[3] ? {rotated_row_choice_choice[191:0], rotated_row_choice_choice[255:192]}
      : rotated_row_choice_choice;
  wire [255:0] rotated_row =
      write_rotation[4] ? {rotated_row_choice[127:0], rotated_row_choice[255:128]} : rotated_row_choice;
  wire [1:0] next_quarter = quarter + 2'd1;
  wire [255:0] column_beat_choice_choice_choice_choice = rotated[0] ? {banks_data[7:0], banks_data[255:8]} : banks_data;
  wire [255:0] column_beat_choice_choice_choice =
        rotated[1] ? {column_beat_choice_choice_choice_choice[15:0], column_beat_choice_choice_choice_choice[255:16]}
      : column_beat_choice_choice_choice_choice;
  wire [255:0] column_beat_choice_choice =
        rotated[2] ? {column_beat_choice_choice_choice[31:0], column_beat_choice_choice_choice[255:32]}
      : column_beat_choice_choice_choice;
  wire [255:0] column_beat_choice =
      rotated[3] ? {column_beat_choice_choice[63:0], column_beat_choice_choice[255:64]} : column_beat_choice_choice;

  for (genvar bank = 0; bank < 32; bank++) begin : g_banks
    wire [4:0] bank_number = 5'(bank);
    transposer_bank banks (
      .clock        (clock),
      .write        (write),
      .write_place  (write_place),
      .write_byte   (rotated_row[8*bank +: 8]),
      .read         (read),
      .quarter      (quarter),
      .next_quarter (next_quarter),
      .takes        (takes),
      .wide         (wide),
      .last_slot    (last_slot),
      .upper_slots  (upper_slots),
      .upper_column (upper_column),
      .position     (bank_number - read_rotation),
      .data         (banks_data[8*bank +: 8])
    );
  end

  always_ff @(posedge clock) begin
    if (read) rotated <= read_rotation;
  end

  assign column_beat = rotated[4] ? {column_beat_choice[127:0], column_beat_choice[255:128]} : column_beat_choice;
endmodule
