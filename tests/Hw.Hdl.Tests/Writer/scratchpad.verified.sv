// A scratchpad of rows with byte enables; a read sees what is written in its cycle.
// From Hw.Hdl.Tests (Scratchpad). Generated: edit the C#, then `make gen`.
module scratchpad (
  input  logic        clock,
  input  logic        write,
  input  logic [5:0]  write_address,
  input  logic [31:0] write_data,
  input  logic [3:0]  write_mask,    // one bit per byte
  input  logic        read,
  input  logic [5:0]  read_address,
  output logic [31:0] read_data
);
  logic [31:0] rows [0:63];
  logic [31:0] rows_read;

  always_ff @(posedge clock) begin  // rows
    if (write)
      for (int i = 0; i < 4; i++)
        if (write_mask[i]) rows[write_address][8*i +: 8] <= write_data[8*i +: 8];
    if (read) begin
      rows_read <= rows[read_address];
      if (write && write_address == read_address)
        for (int i = 0; i < 4; i++)
          if (write_mask[i]) rows_read[8*i +: 8] <= write_data[8*i +: 8];
    end
  end

  assign read_data = rows_read;
endmodule
