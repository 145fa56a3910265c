// The 32 address registers: a base and a stride for each loop level. A read gives the address the register means now,
// base + Σ iteration · stride modulo 2^40, Latency cycles later, one read a cycle; inactive levels have iteration 0.
// From Hw.Txu/Control/AddressFile.cs (AddressFile). Generated: edit the C#, then `make gen`.
module address_file (
  input  logic               clock,
  input  logic [4:0]         read,
  input  logic [63:0]        iterations,
  output logic [39:0]        effective,
  input  logic               set_base,   // write the base and clear the strides
  input  logic               set_stride, // write the stride of one level
  input  logic [4:0]         target,
  input  logic [39:0]        base,
  input  logic [1:0]         level,
  input  logic signed [31:0] stride
);
  logic [39:0] start, product_s1, product_2_s1, product_3_s1, start_s1, product_4_s1, sum_s2, sum_2_s2, value_s3;
  logic [127:0] stride_read;
  logic [39:0] bases [0:31];
  logic [39:0] bases_read;
  logic [127:0] strides [0:31];
  logic [127:0] strides_read;

  wire signed [31:0] values_choice = set_base ? 32'sd0 : stride;
  wire [127:0] values = {values_choice, values_choice, values_choice, values_choice};
  wire [3:0] levels = {
      set_base || level == 2'd3,
      set_base || level == 2'd2,
      set_base || level == 2'd1,
      set_base || level == 2'd0
  };

  always_ff @(posedge clock) begin  // bases
    if (set_base) bases[target] <= base;
    bases_read <= bases[read];
  end

  always_ff @(posedge clock) begin  // strides
    if (set_base || set_stride)
      for (int i = 0; i < 4; i++)
        if (levels[i]) strides[target][32*i +: 32] <= values[32*i +: 32];
    strides_read <= strides[read];
  end

  always_ff @(posedge clock) begin
    start <= bases_read;
    stride_read <= strides_read;
  end

  always_ff @(posedge clock) begin  // stage 1 of 3
    product_s1 <= 40'(iterations[31:16]) * {{8{stride_read[63]}}, stride_read[63:32]};
    product_2_s1 <= 40'(iterations[47:32]) * {{8{stride_read[95]}}, stride_read[95:64]};
    product_3_s1 <= 40'(iterations[63:48]) * {{8{stride_read[127]}}, stride_read[127:96]};
    start_s1 <= start;
    product_4_s1 <= 40'(iterations[15:0]) * {{8{stride_read[31]}}, stride_read[31:0]};
  end

  always_ff @(posedge clock) begin  // stage 2 of 3
    sum_s2 <= product_s1 + product_2_s1;
    sum_2_s2 <= product_3_s1 + (start_s1 + product_4_s1);
  end

  always_ff @(posedge clock) begin  // stage 3 of 3
    value_s3 <= sum_s2 + sum_2_s2;
  end

  assign effective = value_s3;
endmodule
