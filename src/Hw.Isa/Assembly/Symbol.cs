using System.Numerics;

namespace Hw.Isa;

public enum SymbolKind { Code, Data, Constant }

/// <summary>A name of a program and what it stands for: the byte address of a word or of data, or a number.</summary>
public sealed record Symbol(string Name, SymbolKind Kind, BigInteger Value);

/// <summary>Bytes that memory holds from an address on before the program starts.</summary>
public sealed record DataSegment(long Address, ReadOnlyMemory<byte> Bytes)
{
    public long End => Address + Bytes.Length;
    public override string ToString() => $"0x{Address:X} … 0x{End - 1:X}";
}
