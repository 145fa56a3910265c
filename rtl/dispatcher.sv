// From an instruction word and its resolved operands to the command of its queue, and whether an operand leaves its
// memory. Purely combinational; the rules are those of the instructions' Check.
// From Hw.Txu/Control/Dispatcher.cs (Dispatcher). Generated: edit the C#, then `make gen`.
module dispatcher (
  input  logic [127:0] word,
  input  logic [31:0]  order,
  input  logic         nop,       // the word is a NOP of one of the four queues
  input  logic         is_load,
  input  logic         is_store,
  input  logic         is_matrix,
  input  logic         is_vector,
  input  logic [39:0]  address0,  // effective addresses of the word's first, second and third register operand
  input  logic [39:0]  address1,
  input  logic [39:0]  address2,
  input  logic [110:0] shape,
  output logic         bad_range,
  output logic [235:0] load,
  output logic [235:0] store,
  output logic [158:0] matrix,
  output logic [137:0] vector
);
  wire bad_range_match = address1[4:0] != 5'd0;
  wire [38:0] total = 39'(shape[12:0]) * 39'(shape[25:13]) * 39'(shape[38:26]);
  wire bad_range_below = 41'(address0) + 41'(total) > 41'd8192;
  wire bad_range_match_2 = shape[38:26] != 13'd1;
  wire signed [13:0] reach_0_choice_difference = 14'(shape[12:0]) - 14'd1;
  wire [12:0] reach_0_choice = reach_0_choice_difference < 14'sd0 ? 13'd0 : reach_0_choice_difference[12:0];
  wire [36:0] reach_0 = 37'(reach_0_choice) * 37'(shape[62:39]);
  wire signed [13:0] reach_1_choice_difference = 14'(shape[25:13]) - 14'd1;
  wire [12:0] reach_1_choice = reach_1_choice_difference < 14'sd0 ? 13'd0 : reach_1_choice_difference[12:0];
  wire [36:0] reach_1 = 37'(reach_1_choice) * 37'(shape[86:63]);
  wire [36:0] reach_2 = 37'(reach_1_choice) * 37'(shape[110:87]);
  wire [36:0] reach_vector = 37'(reach_0_choice) * 37'(shape[86:63]);
  wire [12:0] load_value = address0[12:0];
  wire [13:0] load_value_2 = total[13:0];
  wire [12:0] matrix_value = shape[51:39];

  assign bad_range =
        (is_load && (bad_range_match || bad_range_below))
      || (
            is_store
          && (
                bad_range_match
              || (word[58] ? 43'(address0) * 43'd4 + 43'(total) > 43'd4096 || total[1:0] != 2'd0 : bad_range_below)
            )
        )
      || (
            is_matrix
          && (
                bad_range_match_2
              || 41'(address1) + 41'(reach_0) + 41'(reach_1) >= 41'd8192
              || 41'(address2) + 41'(reach_2) + 41'd32 - 41'd1 >= 41'd8192
              || 41'(address0) + 41'(shape[12:0]) > 41'd1024
            )
        )
      || (
            is_vector
          && (
                shape[25:13] != 13'd1
              || bad_range_match_2
              || 41'(address0) + 41'(reach_0) >= 41'd8192
              || 41'(address1) + 41'(reach_vector) >= 41'd1024
            )
        );
  assign load = {load_value_2, shape, 1'b0, load_value, address1, word[31:8], nop, order};
  assign store = {
      load_value_2,
      shape,
      word[58],
      word[58] ? address0[12:0] << 2 : load_value,
      address1,
      word[31:8],
      nop,
      order
  };
  assign matrix = {
      shape[99:87],
      shape[75:63],
      matrix_value,
      shape[25:0],
      address2[12:0],
      address1[12:0],
      address0[9:0],
      word[36],
      word[31:8],
      nop,
      order
  };
  assign vector = {
      word[79:58],
      shape[72:63],
      matrix_value,
      shape[12:0],
      address1[9:0],
      load_value,
      word[31:8],
      nop,
      order
  };

  wire unused = &{1'b0, {word[127:80], word[57:37], word[35:32], word[7:0]}};  // the decoder has checked the opcode, the type and the reserved bits; registers are resolved
endmodule
