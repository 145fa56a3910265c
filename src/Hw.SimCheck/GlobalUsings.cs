global using System.Numerics;
global using Hw.Bits;
global using Hw.Hdl;
