// From an instruction word and its resolved operands to the command of its queue. Purely combinational; what must hold
// first is OperandCheck's.
// From Hw.Txu/Control/Dispatcher.cs (Dispatcher). Generated: edit the C#, then `make gen`.
module dispatcher (
  input  logic [127:0] word,
  input  logic [31:0]  order,
  input  logic         nop,         // the word is a NOP of one of the four queues
  input  logic [159:0] addresses,
  input  logic [110:0] shape,
  input  logic [103:0] constants,
  input  logic [13:0]  total,
  output logic [237:0] transfer,
  output logic [176:0] matrix,
  output logic [337:0] vector,
  output logic [13:0]  vector_rows  // rows that the vector instruction walks
);
  wire tiles = word[7:0] == 8'd18 || word[7:0] == 8'd19;
  wire in_acc = word[58] && !tiles;
  wire [12:0] transfer_value = addresses[12:0];
  wire [12:0] matrix_value = addresses[52:40];
  wire [12:0] matrix_value_2 = addresses[92:80];
  wire [12:0] matrix_value_3 = shape[51:39];
  wire [12:0] matrix_value_4 = shape[75:63];
  wire [12:0] matrix_value_5 = shape[99:87];
  wire vector_match = word[7:0] == 8'd49;
  wire vector_match_2 = word[7:0] == 8'd50;
  wire vector_match_3 = word[7:0] == 8'd51;
  wire vector_match_4 = word[7:0] == 8'd52;
  wire vector_match_5 = word[7:0] == 8'd53;
  wire vector_match_6 = word[7:0] == 8'd54;
  wire vector_match_7 = word[7:0] == 8'd55;
  wire vector_match_8 = word[7:0] == 8'd56;
  wire vector_match_9 = word[7:0] == 8'd57;
  wire vector_match_10 = word[7:0] == 8'd64;
  wire vector_match_11 = word[7:0] == 8'd65;
  wire vector_match_12 = word[7:0] == 8'd48;
  wire vector_match_13 = word[35:32] == 4'd1;

  assign transfer = {
      total,
      shape,
      word[58] && tiles,
      tiles,
      in_acc,
      in_acc ? addresses[12:0] << 2 : transfer_value,
      addresses[79:40],
      word[31:8],
      nop,
      order
  };
  assign matrix = {
      matrix_value_5,
      matrix_value_4,
      matrix_value_3,
      shape[25:0],
      matrix_value_2,
      matrix_value,
      addresses[9:0],
      word[77:63],
      word[37:36],
      word[33:8],
      nop,
      order
  };
  assign vector = {
      word[108:87],
      addresses[139:120],
      addresses[99:80],
      constants,
      word[67:63],
      matrix_value_5,
      matrix_value_4,
      matrix_value_3,
      shape[12:0],
      matrix_value_2,
      matrix_value,
      transfer_value,
      word[38:36],
      word[33:32],
        (vector_match_2 ? word[82:81] : 2'd0)
      | (vector_match_4 ? word[82:81] : 2'd0)
      | 2'(vector_match_6)
      | (vector_match_7 ? word[82:81] : 2'd0)
      | (vector_match_11 ? word[82:81] : 2'd0),
        (vector_match_12 ? 2'd2 : 2'd0)
      | (vector_match ? (vector_match_13 ? 2'd0 : word[35:32] == 4'd3 ? 2'd2 : 2'd1) : 2'd0)
      | (vector_match_2 ? word[80:79] : 2'd0)
      | (vector_match_3 ? word[80:79] : 2'd0)
      | (vector_match_4 ? word[80:79] : 2'd0)
      | (vector_match_5 ? word[80:79] : 2'd0)
      | (vector_match_6 ? word[80:79] : 2'd0)
      | (vector_match_7 ? word[80:79] : 2'd0)
      | (vector_match_8 ? 2'd2 : 2'd0)
      | (vector_match_9 ? 2'd2 : 2'd0)
      | (vector_match_10 ? word[80:79] : 2'd0)
      | (vector_match_11 ? word[80:79] : 2'd0),
        (vector_match_12 ? {1'd0, !vector_match_13} : 2'd0)
      | (vector_match ? 2'd2 : 2'd0)
      | (vector_match_2 ? word[78:77] : 2'd0)
      | (vector_match_3 ? word[78:77] : 2'd0)
      | (vector_match_4 ? word[78:77] : 2'd0)
      | (vector_match_6 ? word[78:77] : 2'd0)
      | (vector_match_7 ? word[78:77] : 2'd0)
      | (vector_match_8 ? {1'd0, word[35:32] == 4'd2} : 2'd0)
      | (vector_match_9 ? word[78:77] : 2'd0)
      | (vector_match_10 ? word[78:77] : 2'd0)
      | (vector_match_11 ? word[78:77] : 2'd0),
      vector_match_10 || vector_match_11 ? 4'(vector_match_10) | (vector_match_11 ? 4'd2 : 4'd0) : word[86:83],
        4'(vector_match)
      | (vector_match_2 ? 4'd2 : 4'd0)
      | (vector_match_3 ? 4'd3 : 4'd0)
      | (vector_match_4 ? 4'd4 : 4'd0)
      | (vector_match_5 ? 4'd5 : 4'd0)
      | (vector_match_6 ? 4'd6 : 4'd0)
      | (vector_match_7 ? 4'd7 : 4'd0)
      | (vector_match_8 ? 4'd8 : 4'd0)
      | (vector_match_9 ? 4'd9 : 4'd0)
      | (vector_match_10 ? 4'd10 : 4'd0)
      | (vector_match_11 ? 4'd11 : 4'd0),
      word[31:8],
      nop,
      order
  };
  assign vector_rows = vector_match_7 ? 14'(shape[12:0]) << 1 : 14'(shape[12:0]);

  wire unused = &{1'b0, {addresses, word}};  // the decoder has checked the reserved bits, registers are resolved, and a position has 20 bits
endmodule
