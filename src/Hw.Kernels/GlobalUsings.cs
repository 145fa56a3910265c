global using Hw.Isa;
global using Hw.Isa.Txu;
