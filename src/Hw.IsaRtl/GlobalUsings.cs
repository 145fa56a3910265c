global using Hw.Bits;
global using Hw.Hdl;
global using Hw.Isa;
