// The lanes of the vector unit, a row a cycle: operand → multiply → select → add → function or elementwise operation →
// multiply → convert → sum, an array of equal blocks for each. Every block does with a row what its control says when
// the row arrives there, and may keep it for the rows that follow: that is how two rows meet. A block that a row does
// not need sees 0, and rests.
// From Hw.Txu/Vector/VectorLanes.cs (VectorLanes). Generated: edit the C#, then `make gen`.
module vector_lanes_32 (
  input  logic          clock,
  input  logic [3:0]    kind,                // as Operand
  input  logic [1023:0] acc,
  input  logic [1023:0] state,
  input  logic [511:0]  halves,
  input  logic [255:0]  octets,
  input  logic [15:0]   scalar,              // an element for all lanes, BF16
  input  logic [5:0]    first_control,
  input  logic [31:0]   scale,
  input  logic [15:0]   multiplier,
  input  logic [5:0]    shift,
  input  logic [16:0]   select_control,
  input  logic [7:0]    add_control,
  input  logic [31:0]   bias,
  input  logic [4:0]    function_control,
  input  logic [2:0]    elementwise_control,
  input  logic [3:0]    last_control,
  input  logic [1:0]    format,
  input  logic [8:0]    sum_control,
  output logic [1023:0] result,
  output logic [511:0]  result_halves,       // its low bits: elements of a pair of rows, and of a row
  output logic [255:0]  result_octets
);
  wire [1023:0] operands_y;
  wire [1023:0] operands_sum;
  wire [1023:0] first_multipliers_y;
  wire [255:0] requantizers_y;
  wire [1023:0] selectors_y;
  wire [31:0] selectors_unseen;
  wire [1023:0] adders_y;
  wire [1023:0] adders_argument;
  wire [31:0] adders_argument_unseen;
  wire [1023:0] functions_y;
  wire [31:0] functions_zero;
  wire [1023:0] operations_y;
  wire [1023:0] last_multipliers_y;
  wire [1023:0] converters_pattern;
  wire [1023:0] converters_value;
  wire [1023:0] sums_a;
  wire [1023:0] sums_b;
  wire [1023:0] sums_y;
  wire [511:0] sums_half;
  wire [255:0] sums_octet;
  wire [1023:0] sum_adders_y;

  for (genvar operand = 0; operand < 32; operand++) begin : g_operands
    operand_block operands (
      .clock  (clock),
      .kind   (kind),
      .acc    (acc[32*operand +: 32]),
      .state  (state[32*operand +: 32]),
      .half   (halves[16*operand +: 16]),
      .octet  (octets[8*operand +: 8]),
      .scalar (scalar),
      .y      (operands_y[32*operand +: 32]),
      .sum    (operands_sum[32*operand +: 32])
    );
  end

  for (genvar first_multiplier = 0; first_multiplier < 32; first_multiplier++) begin : g_first_multipliers
    multiply_block first_multipliers (
      .clock   (clock),
      .control (first_control),
      .scale   (scale),
      .x       (operands_y[32*first_multiplier +: 32]),
      .y       (first_multipliers_y[32*first_multiplier +: 32])
    );
  end

  for (genvar requantizer = 0; requantizer < 32; requantizer++) begin : g_requantizers
    requantize_block requantizers (
      .clock      (clock),
      .x          (operands_sum[32*requantizer +: 32]),
      .multiplier (multiplier),
      .shift      (shift),
      .y          (requantizers_y[8*requantizer +: 8])
    );
  end

  for (genvar selector = 0; selector < 32; selector++) begin : g_selectors
    wire [4:0] selector_number = 5'(selector);
    select_block selectors (
      .clock   (clock),
      .control (select_control),
      .lane    (selector_number),
      .x       (first_multipliers_y[32*selector +: 32]),
      .y       (selectors_y[32*selector +: 32]),
      .unseen  (selectors_unseen[selector])
    );
  end

  for (genvar adder = 0; adder < 32; adder++) begin : g_adders
    add_block adders (
      .clock           (clock),
      .control         (add_control),
      .bias            (bias),
      .x               (selectors_y[32*adder +: 32]),
      .narrow          (requantizers_y[8*adder +: 8]),
      .unseen          (selectors_unseen[adder]),
      .y               (adders_y[32*adder +: 32]),
      .argument        (adders_argument[32*adder +: 32]),
      .argument_unseen (adders_argument_unseen[adder])
    );
  end

  for (genvar functions_index = 0; functions_index < 32; functions_index++) begin : g_functions
    vector_function_block functions (
      .clock   (clock),
      .control (function_control),
      .x       (adders_argument[32*functions_index +: 32]),
      .unseen  (adders_argument_unseen[functions_index]),
      .y       (functions_y[32*functions_index +: 32]),
      .zero    (functions_zero[functions_index])
    );
  end

  for (genvar operation = 0; operation < 32; operation++) begin : g_operations
    elementwise_block operations (
      .clock   (clock),
      .control (elementwise_control),
      .x       (adders_y[32*operation +: 32]),
      .y       (operations_y[32*operation +: 32])
    );
  end

  for (genvar last_multiplier = 0; last_multiplier < 32; last_multiplier++) begin : g_last_multipliers
    last_multiply_block last_multipliers (
      .clock   (clock),
      .control (last_control),
      .x       (operations_y[32*last_multiplier +: 32]),
      .applied (functions_y[32*last_multiplier +: 32]),
      .zero    (functions_zero[last_multiplier]),
      .y       (last_multipliers_y[32*last_multiplier +: 32])
    );
  end

  for (genvar converter = 0; converter < 32; converter++) begin : g_converters
    convert_block converters (
      .clock   (clock),
      .format  (format),
      .x       (last_multipliers_y[32*converter +: 32]),
      .pattern (converters_pattern[32*converter +: 32]),
      .value   (converters_value[32*converter +: 32])
    );
  end

  for (genvar sum = 0; sum < 32; sum++) begin : g_sums
    sum_block sums (
      .clock   (clock),
      .control (sum_control),
      .value   (converters_value[32*sum +: 32]),
      .pattern (converters_pattern[32*sum +: 32]),
      .a       (sums_a[32*sum +: 32]),
      .b       (sums_b[32*sum +: 32]),
      .sum     (sum_adders_y[32*sum +: 32]),
      .y       (sums_y[32*sum +: 32]),
      .half    (sums_half[16*sum +: 16]),
      .octet   (sums_octet[8*sum +: 8])
    );
  end

  for (genvar sum_adder = 0; sum_adder < 32; sum_adder++) begin : g_sum_adders
    adder sum_adders (
      .clock (clock),
      .a     (sums_a[32*sum_adder +: 32]),
      .b     (sums_b[32*sum_adder +: 32]),
      .y     (sum_adders_y[32*sum_adder +: 32])
    );
  end

  assign result = sums_y;
  assign result_halves = sums_half;
  assign result_octets = sums_octet;
endmodule
