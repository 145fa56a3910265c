// 64 words of 100 bits; a read takes a cycle.
module regfile (
  input  logic        clock,
  input  logic        write,
  input  logic [5:0]  address,
  input  logic [99:0] wdata,
  output logic [99:0] rdata,
  output logic [99:0] now
);
  logic [99:0] words [64];
  assign now = words[address];
  always_ff @(posedge clock) begin
    if (write) words[address] <= wdata;
    rdata <= words[address];
  end
endmodule
