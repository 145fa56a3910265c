global using Hw.Isa.Txu;
global using Hw.Kernels;
