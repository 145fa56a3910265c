// Counts events up to a limit, then says so until it is cleared.
// From Hw.Hdl.Tests (EventCounter). Generated: edit the C#, then `make gen`.
module event_counter (
  input  logic       clock,
  input  logic       reset,
  input  logic       happened, // an event happened
  input  logic       clear,
  output logic [6:0] count,    // events since the last clear
  output logic       is_full
);
  localparam logic [1:0] IDLE = 2'd0;
  localparam logic [1:0] COUNTING = 2'd1;
  localparam logic [1:0] FULL = 2'd2;
  logic [6:0] events;
  logic [1:0] phase;

  always_ff @(posedge clock) begin
    if (reset) events <= 7'd0;
    else if (clear) events <= 7'd0;
    else if (happened && events < 7'd99) events <= events + 7'd1;
  end

  always_ff @(posedge clock) begin
    if (reset) begin
      phase <= IDLE;
    end else begin
      case (phase)
        IDLE: if (happened) phase <= COUNTING;
        COUNTING: begin
          if (clear) phase <= IDLE;
          else if (events == 7'd99) phase <= FULL;
        end
        FULL: if (clear) phase <= IDLE;
        default: ;
      endcase
    end
  end

  assign count = events;
  assign is_full = phase == FULL;

`ifndef SYNTHESIS
  always @(posedge clock) begin
    assert (reset || (!(!clear && happened && events < 7'd99) || events + 7'd1 <= 7'd99))
      else $error("event_counter: count is below 99");
  end
`endif
endmodule
