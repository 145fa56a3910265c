namespace Hw.Isa;

/// <summary>Two halves of different instruction sets never meet: whoever brings them together asks here first.</summary>
public static class IsaMismatch
{
    /// <summary>HW3006, or null where both are the same. A half is what it is ("the program a.hwp") and what it says of its instruction set ("txu 0.3 aa5f507d53dae0a6").</summary>
    public static string? Between((string What, string Isa, string Hash) one, (string What, string Isa, string Hash) other, string remedy)
    {
        var digits = Math.Min(one.Hash.Length, other.Hash.Length);
        return digits > 0 && one.Hash.AsSpan(0, digits).SequenceEqual(other.Hash.AsSpan(0, digits)) ? null
            : $"error HW3006: {one.What} is of the instruction set {one.Isa} {Short(one.Hash)}, {other.What} of {other.Isa} {Short(other.Hash)}. {remedy}";
    }

    static string Short(string hash) => hash.Length > 16 ? hash[..16] : hash;
}
