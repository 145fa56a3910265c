// Of the instructions under way, the one earliest in program order.
// From Hw.Txu/Control/Oldest.cs (Oldest). Generated: edit the C#, then `make gen`.
module oldest (
  input  logic [3:0]   present,
  input  logic [127:0] orders,
  input  logic [127:0] pcs,
  output logic [31:0]  pc
);
  wire earlier_3_condition = present[0] || present[1];
  wire earlier_1 = present[1] && (!present[0] || orders[63:32] < orders[31:0]);
  wire [31:0] order_1 = earlier_1 ? orders[63:32] : orders[31:0];
  wire earlier_2 = present[2] && (!earlier_3_condition || orders[95:64] < order_1);
  wire [31:0] order_2 = earlier_2 ? orders[95:64] : order_1;
  wire earlier_3 = present[3] && (!(earlier_3_condition || present[2]) || orders[127:96] < order_2);
  wire [31:0] order_3 = earlier_3 ? orders[127:96] : order_2;

  assign pc = earlier_3 ? pcs[127:96] : earlier_2 ? pcs[95:64] : earlier_1 ? pcs[63:32] : pcs[31:0];

  wire unused = &{1'b0, order_3};  // only the order among the others matters
endmodule
