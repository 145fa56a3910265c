// The way of a row beside the functions.
// From Hw.Txu/Vector/PassBlock.cs (PassBlock). Generated: edit the C#, then `make gen`.
module pass_block (
  input  logic        clock,
  input  logic [31:0] x,
  output logic [31:0] y
);
  logic [31:0] row_1, row_2, row_3, row_4, row_5, row_6, row_7, row_8, row_9, row_10, row_11, row_12, row_13;
  logic [31:0] row_14, row_15, row_16, row_17, row_18, row_19, row_20, row_21;

  always_ff @(posedge clock) begin
    row_1 <= x;
    row_2 <= row_1;
    row_3 <= row_2;
    row_4 <= row_3;
    row_5 <= row_4;
    row_6 <= row_5;
    row_7 <= row_6;
    row_8 <= row_7;
    row_9 <= row_8;
    row_10 <= row_9;
    row_11 <= row_10;
    row_12 <= row_11;
    row_13 <= row_12;
    row_14 <= row_13;
    row_15 <= row_14;
    row_16 <= row_15;
    row_17 <= row_16;
    row_18 <= row_17;
    row_19 <= row_18;
    row_20 <= row_19;
    row_21 <= row_20;
  end

  assign y = row_21;
endmodule
