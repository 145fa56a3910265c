using System.Runtime.CompilerServices;

namespace Hw.Bits.Numbers;

/// <summary>Room for a row of 32 values on the stack: 32 is the depth of DOT32 and the block of the MX formats.</summary>
[InlineArray(32)]
struct Row<T>
{
    T first;
}
