namespace Hw.Isa;

/// <summary>The integers min … max.</summary>
public readonly record struct ValueRange(long Min, long Max)
{
    public override string ToString() => Min == Max ? $"{Min}" : $"{Min} … {Max}";
}
