global using Hw.Bits;
global using Hw.Hdl;
global using Hw.Ip;
global using Hw.Isa.Txu;
global using static Hw.Txu.Geometry;
global using Shape = Hw.Hdl.Shape;
