// Takes the beats of loads as memory answers: those of plain loads into a buffer, those of tiles into the transposer.
// Each takes more than a tile while the other's last tile is written, so that the bus need not wait where the kinds
// alternate. At an instruction's last beat it says whether any of its beats was an error.
// From Hw.Txu/Dma/LoadArrivals.cs (LoadArrivals). Generated: edit the C#, then `make gen`.
module load_arrivals (
  input  logic         clock,
  input  logic         reset,
  input  logic         loads_valid,
  output logic         loads_ready,
  input  logic [20:0]  loads_data,
  input  logic         r_valid,
  output logic         r_ready,
  input  logic [255:0] r_data,
  input  logic [1:0]   r_resp,
  input  logic         r_last,
  output logic         plain_valid,
  input  logic         plain_ready,
  output logic [255:0] plain_data,
  output logic         turned_valid,
  input  logic         turned_ready,
  output logic [255:0] turned_data,
  output logic         errors_valid,
  input  logic         errors_ready,
  output logic         errors_data
);
  logic [13:0] arrived;
  logic failed;
  wire loads_push_ready;
  wire loads_pop_valid;
  wire [20:0] loads_pop_data;
  wire plain_push_ready;
  wire plain_pop_valid;
  wire [255:0] plain_pop_data;
  wire transposer_rows_ready;
  wire transposer_columns_valid;
  wire [255:0] transposer_columns_data;
  wire transposer_filled;
  wire errors_push_ready;
  wire errors_pop_valid;
  wire errors_pop_data;

  wire failed_condition = r_valid && r_ready;
  wire error_seen = failed || r_resp != 2'd0;
  wire counts_condition = !loads_pop_data[0];
  wire counts = failed_condition && (counts_condition || transposer_filled);
  wire [14:0] ends_sum = 15'(arrived) + 15'd1;
  wire ends = counts && ends_sum == 15'(loads_pop_data[20:7]);
  wire plain_push_valid_condition = r_valid && loads_pop_valid;

  fifo_16x21 loads (
    .clock      (clock),
    .reset      (reset),
    .push_valid (loads_valid),
    .push_ready (loads_push_ready),
    .push_data  (loads_data),
    .pop_valid  (loads_pop_valid),
    .pop_ready  (ends),
    .pop_data   (loads_pop_data)
  );

  fifo_72x256 plain (
    .clock      (clock),
    .reset      (reset),
    .push_valid (plain_push_valid_condition && counts_condition),
    .push_ready (plain_push_ready),
    .push_data  (r_data),
    .pop_valid  (plain_pop_valid),
    .pop_ready  (plain_ready),
    .pop_data   (plain_pop_data)
  );

  transposer transposer (
    .clock            (clock),
    .reset            (reset),
    .rows_valid       (plain_push_valid_condition && loads_pop_data[0]),
    .rows_ready       (transposer_rows_ready),
    .rows_data        (r_data),
    .rows_wide        (loads_pop_data[1]),
    .rows_last_row    (loads_pop_data[6:2]),
    .rows_last_column (5'd31),
    .columns_valid    (transposer_columns_valid),
    .columns_ready    (turned_ready),
    .columns_data     (transposer_columns_data),
    .filled           (transposer_filled)
  );

  fifo_16x1 errors (
    .clock      (clock),
    .reset      (reset),
    .push_valid (ends),
    .push_ready (errors_push_ready),
    .push_data  (error_seen),
    .pop_valid  (errors_pop_valid),
    .pop_ready  (errors_ready),
    .pop_data   (errors_pop_data)
  );

  always_ff @(posedge clock) begin
    if (reset) failed <= 1'b0;
    else if (failed_condition) failed <= error_seen && !ends;
  end

  always_ff @(posedge clock) begin
    if (reset) arrived <= 14'd0;
    else if (counts) arrived <= ends ? 14'd0 : ends_sum[13:0];
  end

  assign loads_ready = loads_push_ready;
  assign r_ready = loads_pop_valid && (loads_pop_data[0] ? transposer_rows_ready : plain_push_ready);
  assign plain_valid = plain_pop_valid;
  assign plain_data = plain_pop_data;
  assign turned_valid = transposer_columns_valid;
  assign turned_data = transposer_columns_data;
  assign errors_valid = errors_pop_valid;
  assign errors_data = errors_pop_data;

  wire unused_1 = &{1'b0, errors_push_ready};  // there is a place for every instruction that can have entered
  wire unused_2 = &{1'b0, r_last};  // beats are counted
endmodule
