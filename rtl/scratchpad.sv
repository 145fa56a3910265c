// 256 KiB in 8 banks of 1024 rows: bank = {row[12:11], row[0]}, so the four 64 KiB regions are independent and
// neighbouring rows of one region alternate between two banks; a wide access takes both. Priorities are fixed and, by
// the program's ordering, invisible in results.
// From Hw.Txu/Memory/Scratchpad.cs (Scratchpad). Generated: edit the C#, then `make gen`.
module scratchpad (
  input  logic         clock,
  input  logic         moving_valid,
  input  logic         moving_wide,
  input  logic [12:0]  moving_row,
  output logic         moving_grant,
  output logic [511:0] moving_data,
  input  logic         stationary_valid,
  input  logic         stationary_wide,
  input  logic [12:0]  stationary_row,
  output logic         stationary_grant,
  output logic [511:0] stationary_data,
  input  logic         vector_valid,
  input  logic         vector_wide,
  input  logic [12:0]  vector_row,
  output logic         vector_grant,
  output logic [511:0] vector_data,
  input  logic         store_valid,
  input  logic [12:0]  store_row,
  output logic         store_grant,
  output logic [255:0] store_data,
  input  logic         vector_write_valid,
  input  logic         vector_write_wide,
  input  logic [12:0]  vector_write_row,
  input  logic [511:0] vector_write_data,
  output logic         vector_write_grant,
  input  logic         load_valid,
  input  logic [12:0]  load_row,
  input  logic [255:0] load_data,
  output logic         load_grant
);
  logic [1:0] moving_region, stationary_region, vector_region;
  logic moving_odd, stationary_odd, vector_odd;
  logic [2:0] store_bank;
  wire [2047:0] banks_data;

  wire [511:0] moving_data_element = banks_data[{moving_region, 9'd0} +: 512];
  wire [255:0] moving_data_field = moving_data_element[511:256];
  wire [511:0] stationary_data_element = banks_data[{stationary_region, 9'd0} +: 512];
  wire [255:0] stationary_data_field = stationary_data_element[511:256];
  wire [511:0] vector_data_element = banks_data[{vector_region, 9'd0} +: 512];
  wire [255:0] vector_data_field = vector_data_element[511:256];

  for (genvar bank = 0; bank < 8; bank++) begin : g_banks
    wire [1:0] bank_number = 2'(bank / 2);
    wire bank_number_2 = 1'(bank % 2);
    spad_bank banks (
      .clock            (clock),
      .moving_hit       (moving_valid && moving_row[12:11] == bank_number && (moving_wide || moving_row[0] == bank_number_2)),
      .moving_index     (moving_row[10:1]),
      .stationary_hit   (stationary_valid
          && stationary_row[12:11] == bank_number
          && (stationary_wide || stationary_row[0] == bank_number_2)),
      .stationary_index (stationary_row[10:1]),
      .vector_hit       (vector_valid && vector_row[12:11] == bank_number && (vector_wide || vector_row[0] == bank_number_2)),
      .vector_index     (vector_row[10:1]),
      .store_hit        (store_valid && store_row[12:11] == bank_number && store_row[0] == bank_number_2),
      .store_index      (store_row[10:1]),
      .write_hit        (vector_write_valid
          && vector_write_row[12:11] == bank_number
          && (vector_write_wide || vector_write_row[0] == bank_number_2)),
      .write_index      (vector_write_row[10:1]),
      .write_row        (vector_write_wide && bank_number_2 ? vector_write_data[511:256] : vector_write_data[255:0]),
      .load_hit         (load_valid && load_row[12:11] == bank_number && load_row[0] == bank_number_2),
      .load_index       (load_row[10:1]),
      .load_row         (load_data),
      .data             (banks_data[256*bank +: 256])
    );
  end

  always_ff @(posedge clock) begin
    moving_region <= moving_row[12:11];
    moving_odd <= !moving_wide && moving_row[0];
    stationary_region <= stationary_row[12:11];
    stationary_odd <= !stationary_wide && stationary_row[0];
    vector_region <= vector_row[12:11];
    vector_odd <= !vector_wide && vector_row[0];
    store_bank <= {store_row[12:11], store_row[0]};
  end

  assign moving_grant = moving_valid;
  assign moving_data = {moving_data_field, moving_odd ? moving_data_field : moving_data_element[255:0]};
  assign stationary_grant =
        stationary_valid
      && !(
            moving_valid
          && moving_row[12:11] == stationary_row[12:11]
          && (moving_wide || stationary_wide || moving_row[0] == stationary_row[0])
        );
  assign stationary_data = {
      stationary_data_field,
      stationary_odd ? stationary_data_field : stationary_data_element[255:0]
  };
  assign vector_grant =
        vector_valid
      && !(
            (
                moving_valid
              && moving_row[12:11] == vector_row[12:11]
              && (moving_wide || vector_wide || moving_row[0] == vector_row[0])
            )
          || (
                stationary_valid
              && stationary_row[12:11] == vector_row[12:11]
              && (stationary_wide || vector_wide || stationary_row[0] == vector_row[0])
            )
        );
  assign vector_data = {vector_data_field, vector_odd ? vector_data_field : vector_data_element[255:0]};
  assign store_grant =
        store_valid
      && !(
            (moving_valid && moving_row[12:11] == store_row[12:11] && (moving_wide || moving_row[0] == store_row[0]))
          || (
                stationary_valid
              && stationary_row[12:11] == store_row[12:11]
              && (stationary_wide || stationary_row[0] == store_row[0])
            )
          || (vector_valid && vector_row[12:11] == store_row[12:11] && (vector_wide || vector_row[0] == store_row[0]))
        );
  assign store_data = banks_data[{store_bank, 8'd0} +: 256];
  assign vector_write_grant = vector_write_valid;
  assign load_grant =
        load_valid
      && !(
            vector_write_valid
          && vector_write_row[12:11] == load_row[12:11]
          && (vector_write_wide || vector_write_row[0] == load_row[0])
        );
endmodule
