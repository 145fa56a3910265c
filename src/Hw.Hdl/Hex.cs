namespace Hw.Hdl;

/// <summary>Constants that people know by their digits, opcodes and masks: Verilog writes all of them, or their name where they have one.</summary>
public static class Hex
{
    /// <param name="name">Of a localparam, or null.</param>
    public static Signal Of(BigInteger value, string? name = null) => Signal.Constant(value, new Digits(name));

    internal sealed record Digits(string? Name)
    {
        public override string ToString() => Name ?? "";
    }

    /// <summary>In groups that an eye can count: 32'hffff_0000.</summary>
    internal static string Text(BigInteger value, int width)
    {
        var digits = (width + 3) / 4;
        var hex = (Interval.UInt(width).Wrap(value) + (BigInteger.One << 4 * digits)).ToString("x")[^digits..];
        var first = (digits - 1) % 4 + 1;
        return $"{width}'h{string.Join('_', hex[first..].Chunk(4).Select(c => new string(c)).Prepend(hex[..first]))}";
    }
}
