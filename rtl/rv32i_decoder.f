rv32i_decoder.sv
