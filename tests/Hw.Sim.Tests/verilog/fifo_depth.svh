`define FIFO_DEPTH 8
