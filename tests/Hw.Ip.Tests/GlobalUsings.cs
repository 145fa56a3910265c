global using Hw.Bits;
global using Hw.Hdl;
global using Hw.Ip;
global using System.Numerics;
