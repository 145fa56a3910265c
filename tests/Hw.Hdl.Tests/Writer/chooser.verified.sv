// Values chosen by lines that exclude each other: by a key, by conditions, from what another place says.
// From Hw.Hdl.Tests (Chooser). Generated: edit the C#, then `make gen`.
module chooser (
  input  logic [79:0]        word,
  output logic               is_move,
  output logic [79:0]        bad,     // bits that this word must not have
  output logic signed [12:0] offset,
  output logic [2:0]         length,
  output logic [7:0]         label
);
  localparam logic [3:0] LOAD = 4'h1;
  localparam logic [3:0] STORE = 4'h2;
  localparam logic [3:0] HALT = 4'hf;

  wire [3:0] kind = word[3:0];

  logic [79:0] mask;
  always_comb
    unique case (kind)
      LOAD, STORE: mask = 80'h0000_0000_0000_0000_00ff;
      4'h3:        mask = 80'h8000_0000_0000_0000_0000;
      HALT:        mask = 80'h0000_0000_0000_0000_0000;
      default:     mask = 80'h0000_0000_0000_0000_1234;
    endcase

  wire is_nothing = kind == 4'h4 && word[5:4] == 2'd0;
  assign is_move = kind == 4'h4 && !is_nothing;
  wire offset_match = word[3:2] == 2'd2;
  wire signed [11:0] offset_long = word[27:16];
  wire signed [12:0] offset_pieces = {word[79:73], word[20:16], 1'b0};

  always_comb
    unique case (1'b1)
      is_move, offset_match && !word[4]:
        offset = 13'(offset_long);
      is_nothing:              offset = -13'sd3;
      offset_match && word[4]: offset = offset_pieces;
      default:                 offset = 13'sd0;
    endcase

  always_comb
    unique case (kind)
      4'h1:    length = 3'(word[6:5]) + 3'd1;
      4'h7:    length = 3'd5;
      default: length = 3'd7;
    endcase

  logic [7:0] by_label;
  always_comb
    unique case (1'b1)
      is_nothing:   by_label = 8'd1;
      kind == 4'h9: by_label = 8'd200;
      default:      by_label = 8'd0;
    endcase

  assign bad = word & mask;
  assign label = by_label;
endmodule
