module broken (input logic clock, output logic y);
  assign y = ;
endmodule
