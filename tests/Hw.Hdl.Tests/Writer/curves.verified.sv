// Two tables of one name, values named alike, a name of the designer's own.
// From Hw.Hdl.Tests (Curves). Generated: edit the C#, then `make gen`.
module curves (
  input  logic [3:0]         x,
  output logic signed [10:0] y
);

  // curve: 20 entries of 9 bits
  function automatic logic [8:0] curve(input logic [4:0] index);
    case (index)
       5'd0: curve = 9'h000;  5'd1: curve = 9'h001;  5'd2: curve = 9'h004;  5'd3: curve = 9'h009;
       5'd4: curve = 9'h010;  5'd5: curve = 9'h019;  5'd6: curve = 9'h024;  5'd7: curve = 9'h031;
       5'd8: curve = 9'h040;  5'd9: curve = 9'h051; 5'd10: curve = 9'h064; 5'd11: curve = 9'h079;
      5'd12: curve = 9'h090; 5'd13: curve = 9'h0a9; 5'd14: curve = 9'h0c4; 5'd15: curve = 9'h0e1;
      5'd16: curve = 9'h100; 5'd17: curve = 9'h121; 5'd18: curve = 9'h144; 5'd19: curve = 9'h169;
      default: curve = 9'h000;  // beyond the table
    endcase
  endfunction

  // curve: 4 entries of 8 bits
  function automatic logic signed [7:0] curve_2(input logic [1:0] index);
    case (index)
      2'd0: curve_2 = 8'hfb; 2'd1: curve_2 = 8'h03; 2'd2: curve_2 = 8'hf9; 2'd3: curve_2 = 8'h64;
    endcase
  endfunction

  wire [8:0] part = curve(5'(x));
  wire signed [7:0] part_2 = curve_2(x[1:0]);
  wire signed [9:0] total = $signed(10'(part)) + 10'(part_2);
  wire signed [10:0] curves_2 = 11'(total) + $signed(11'(part));

  assign y = curves_2;
endmodule
