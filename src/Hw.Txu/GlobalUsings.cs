global using Hw.Bits;
global using Hw.Hdl;
