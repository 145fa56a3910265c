global using Hw.Bits;
global using System.Numerics;
global using System.Runtime.CompilerServices;
