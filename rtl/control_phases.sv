// The control queue's own instructions with semaphores, NOP, FENCE, HALT and SETQ: take wait0 and wait1, act once what
// must be quiet is quiet, give signal0 and signal1. One phase a cycle when nothing holds it.
// From Hw.Txu/Control/ControlPhases.cs (ControlPhases). Generated: edit the C#, then `make gen`.
module control_phases (
  input  logic        clock,
  input  logic        reset,
  input  logic        active,     // an instruction of this kind is at hand; held until done
  input  logic [23:0] semaphores, // semaphore references, all unused for SETQ
  input  logic        quiet,      // what the instruction waits for is quiet
  output logic        acts,       // the instruction takes effect
  output logic        done,
  output logic        wait_valid,
  output logic [4:0]  wait_index,
  input  logic        wait_grant,
  output logic        give_valid,
  output logic [4:0]  give_index,
  input  logic        give_grant
);
  localparam logic [2:0] WAIT0 = 3'd0;
  localparam logic [2:0] WAIT1 = 3'd1;
  localparam logic [2:0] ACT = 3'd2;
  localparam logic [2:0] SIGNAL0 = 3'd3;
  localparam logic [2:0] SIGNAL1 = 3'd4;
  logic [2:0] phase;

  wire phase_condition = active && phase == WAIT0;
  wire taken = wait_grant || (phase == WAIT0 ? !semaphores[5] : !semaphores[11]);
  wire phase_condition_2 = active && phase == WAIT1;
  wire phase_condition_3 = active && phase == ACT;
  wire phase_condition_4 = active && phase == SIGNAL0;
  wire given = give_grant || (phase == SIGNAL0 ? !semaphores[17] : !semaphores[23]);
  wire phase_condition_5 = active && phase == SIGNAL1;

  always_ff @(posedge clock) begin
    if (reset) begin
      phase <= WAIT0;
    end else if (!active) begin
      phase <= WAIT0;
    end else if (phase_condition) begin
      if (taken) phase <= WAIT1;
    end else if (phase_condition_2) begin
      if (taken) phase <= ACT;
    end else if (phase_condition_3) begin
      if (quiet) phase <= SIGNAL0;
    end else if (phase_condition_4) begin
      if (given) phase <= SIGNAL1;
    end else if (phase_condition_5) begin
      if (given) phase <= WAIT0;
    end
  end

  assign acts = phase_condition_3 && quiet;
  assign done = phase_condition_5 && given;
  assign wait_valid = (phase_condition && semaphores[5]) || (phase_condition_2 && semaphores[11]);
  assign wait_index = phase == WAIT0 ? semaphores[4:0] : semaphores[10:6];
  assign give_valid = (phase_condition_4 && semaphores[17]) || (phase_condition_5 && semaphores[23]);
  assign give_index = phase == SIGNAL0 ? semaphores[16:12] : semaphores[22:18];
endmodule
