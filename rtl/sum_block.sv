// Four partial sums, because an addition is four stages deep: row i goes to partial i mod 4, whose sum is there again
// four cycles later. At the end a step adds two of them, and the last one adds what is left to its row.
// From Hw.Txu/Vector/SumBlock.cs (SumBlock). Generated: edit the C#, then `make gen`.
module sum_block (
  input  logic        clock,
  input  logic [8:0]  control,
  input  logic [31:0] value,
  input  logic [31:0] pattern,
  output logic [31:0] a,       // what is to be added, and the sum of it
  output logic [31:0] b,
  input  logic [31:0] sum,
  output logic [31:0] y,       // the pattern, or the sum in its place; its low bits
  output logic [15:0] half,
  output logic [7:0]  octet
);
  logic [31:0] partial0, partial1, partial2, partial3, passing_1, passing_2, passing_3, passing_4;
  logic takes_1, takes_2, takes_3, takes_4, emits_1, emits_2, emits_3, emits_4;
  logic [1:0] into_1, into_2, into_3, into_4;

  wire a_condition = control[4] || control[8];
  wire [31:0] partial =
        takes_4 && into_4 == control[3:2] ? sum
      : control[3] ? (control[2] ? partial3 : partial2)
      : control[2] ? partial1
      : partial0;
  wire [31:0] y_choice = emits_4 ? sum : passing_4;

  always_ff @(posedge clock) begin
    takes_1 <= control[4];
    takes_2 <= takes_1;
    takes_3 <= takes_2;
    takes_4 <= takes_3;
    into_1 <= control[6:5];
    into_2 <= into_1;
    into_3 <= into_2;
    into_4 <= into_3;
    emits_1 <= control[8];
    emits_2 <= emits_1;
    emits_3 <= emits_2;
    emits_4 <= emits_3;
  end

  always_ff @(posedge clock) begin
    if (control[7]) partial0 <= 32'd0;
    else if (takes_4 && into_4 == 2'd0) partial0 <= sum;
  end

  always_ff @(posedge clock) begin
    if (control[7]) partial1 <= 32'd0;
    else if (takes_4 && into_4 == 2'd1) partial1 <= sum;
  end

  always_ff @(posedge clock) begin
    if (control[7]) partial2 <= 32'd0;
    else if (takes_4 && into_4 == 2'd2) partial2 <= sum;
  end

  always_ff @(posedge clock) begin
    if (control[7]) partial3 <= 32'd0;
    else if (takes_4 && into_4 == 2'd3) partial3 <= sum;
  end

  always_ff @(posedge clock) begin
    passing_1 <= pattern;
    passing_2 <= passing_1;
    passing_3 <= passing_2;
    passing_4 <= passing_3;
  end

  assign a = control[1:0] == 2'd1 ? partial0 : control[1:0] == 2'd2 ? partial2 : a_condition ? value : 32'd0;
  assign b = control[7] || !a_condition ? 32'd0 : partial;
  assign y = y_choice;
  assign half = y_choice[15:0];
  assign octet = y_choice[7:0];
endmodule
