global using Hw.Isa;
