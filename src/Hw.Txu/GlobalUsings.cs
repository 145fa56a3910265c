global using Hw.Bits;
global using Hw.Hdl;
global using Hw.Ip;
global using Hw.Isa;
global using Hw.Isa.Txu;
global using Hw.IsaRtl;
global using static Hw.Txu.Geometry;
global using Shape = Hw.Hdl.Shape;
global using Field = Hw.Hdl.Field;
