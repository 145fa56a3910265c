// 256 KiB in 8 banks of 1024 rows: bank = {row[12:11], row[0]}, so the four 64 KiB regions are independent and
// neighbouring rows of one region alternate between two banks. Priorities are fixed and, by the program's ordering,
// invisible in results.
// From Hw.Txu/Memory/Scratchpad.cs (Scratchpad). Generated: edit the C#, then `make gen`.
module scratchpad (
  input  logic         clock,
  input  logic         moving_valid,
  input  logic [12:0]  moving_row,
  output logic         moving_grant,
  output logic [255:0] moving_data,
  input  logic         stationary_valid,
  input  logic [12:0]  stationary_row,
  output logic         stationary_grant,
  output logic [255:0] stationary_data,
  input  logic         store_valid,
  input  logic [12:0]  store_row,
  output logic         store_grant,
  output logic [255:0] store_data,
  input  logic         vector_valid,
  input  logic [12:0]  vector_row,
  input  logic [255:0] vector_data,
  output logic         vector_grant,
  input  logic         load_valid,
  input  logic [12:0]  load_row,
  input  logic [255:0] load_data,
  output logic         load_grant
);
  logic [2:0] moving_bank, stationary_bank, store_bank;
  wire [2047:0] banks_data;

  wire [2:0] moving_hits = {moving_row[12:11], moving_row[0]};
  wire [2:0] stationary_hits = {stationary_row[12:11], stationary_row[0]};
  wire [2:0] store_hits = {store_row[12:11], store_row[0]};
  wire [2:0] vector_hits = {vector_row[12:11], vector_row[0]};
  wire [2:0] load_hits = {load_row[12:11], load_row[0]};
  wire moving_wins = moving_valid && moving_hits == stationary_hits;

  for (genvar bank = 0; bank < 8; bank++) begin : g_banks
    wire [2:0] bank_number = 3'(bank);
    spad_bank banks (
      .clock            (clock),
      .moving_hit       (moving_valid && moving_hits == bank_number),
      .moving_index     (moving_row[10:1]),
      .stationary_hit   (stationary_valid && stationary_hits == bank_number),
      .stationary_index (stationary_row[10:1]),
      .store_hit        (store_valid && store_hits == bank_number),
      .store_index      (store_row[10:1]),
      .vector_hit       (vector_valid && vector_hits == bank_number),
      .vector_index     (vector_row[10:1]),
      .vector_row       (vector_data),
      .load_hit         (load_valid && load_hits == bank_number),
      .load_index       (load_row[10:1]),
      .load_row         (load_data),
      .data             (banks_data[256*bank +: 256])
    );
  end

  always_ff @(posedge clock) begin
    moving_bank <= moving_hits;
    stationary_bank <= stationary_hits;
    store_bank <= store_hits;
  end

  assign moving_grant = moving_valid;
  assign moving_data = banks_data[{moving_bank, 8'd0} +: 256];
  assign stationary_grant = stationary_valid && !moving_wins;
  assign stationary_data = banks_data[{stationary_bank, 8'd0} +: 256];
  assign store_grant =
        store_valid
      && !(moving_valid && moving_hits == store_hits)
      && !(stationary_valid && stationary_hits == store_hits);
  assign store_data = banks_data[{store_bank, 8'd0} +: 256];
  assign vector_grant = vector_valid;
  assign load_grant = load_valid && !(vector_valid && vector_hits == load_hits);
endmodule
