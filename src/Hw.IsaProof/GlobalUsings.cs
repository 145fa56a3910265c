global using System.Collections.Immutable;
global using Hw.Isa;
