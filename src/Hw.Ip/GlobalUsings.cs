global using Hw.Bits;
global using Hw.Hdl;
global using System.Numerics;
global using Stream = Hw.Hdl.Stream; // not System.IO's
