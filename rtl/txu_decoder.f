txu_decoder.sv
