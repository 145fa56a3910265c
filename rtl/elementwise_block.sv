// The way of a row beside the functions, in the same time: as it is, or through an elementwise instruction, with the
// row before it as the second operand where there are two. The texts are those of the definition, cut into as many
// stages as the deepest of them needs.
// From Hw.Txu/Vector/ElementwiseBlock.cs (ElementwiseBlock). Generated: edit the C#, then `make gen`.
module elementwise_block (
  input  logic        clock,
  input  logic [2:0]  control,
  input  logic [31:0] x,
  output logic [31:0] y
);
  logic [31:0] second, choice_s1, row_1, row_2, row_3, row_4, row_5, row_6, row_7, row_8, row_9, row_10, row_11;
  logic [31:0] row_12, row_13, row_14, row_15, row_16, row_17, row_18, row_19, row_20;

  wire [31:0] a = control[1:0] != 2'd0 ? x : 32'd0;
  wire choice_s1_below = a[30:0] > 31'h7f800000;

  always_ff @(posedge clock) begin
    if (control[2]) second <= x;
  end

  always_ff @(posedge clock) begin  // stage 1 of 1
    choice_s1 <=
            control[1:0] == 2'd2
          ? (
                choice_s1_below || second[30:0] > 31'h7f800000 ? 32'h7fc00000
              : second[30:0] < a[30:0] ? (32'(a[31]) << 31) | 32'(second[30:0])
              : a
            )
        : control[1:0] == 2'd1 ? (choice_s1_below ? 32'h7fc00000 : a[31] ? 32'd0 : a)
        : x;
  end

  always_ff @(posedge clock) begin
    row_1 <= choice_s1;
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
  end

  assign y = row_20;

  wire unused = &{1'b0, second};  // operations read of it what they need
endmodule
