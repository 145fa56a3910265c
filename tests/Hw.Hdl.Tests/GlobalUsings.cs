global using System.Numerics;
global using Hw.Bits;
global using Hw.Hdl;
global using Hw.Hdl.Verilog;
