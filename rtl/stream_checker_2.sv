// Watches one ready/valid stream for the promise of its source: what is offered stays offered, unchanged, until it is
// taken.
// From Hw.Ip/Checkers/StreamChecker.cs (StreamChecker). Generated: edit the C#, then `make gen`.
module stream_checker_2 (
  input  logic       clock,
  input  logic       reset,
  input  logic       link_valid,
  input  logic       link_ready,
  input  logic [1:0] link_data,
  output logic       dropped,    // valid fell while it waited
  output logic       changed     // the payload changed while it waited
);
  logic waited;
  logic [1:0] offered;

  always_ff @(posedge clock) begin
    waited <= link_valid && !link_ready;
    offered <= link_data;
    if (reset) waited <= 1'b0;
  end

  assign dropped = waited && !link_valid;
  assign changed = waited && link_valid && link_data != offered;
endmodule
