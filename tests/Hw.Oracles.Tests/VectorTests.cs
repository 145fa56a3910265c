using System.Globalization;

namespace Hw.Oracles.Tests;

/// <summary>
/// The oracles against results of PyTorch and ONNX Runtime, frozen in tests/Oracles/vectors. Any NaN of theirs is our canonical one; where else
/// their rule is not the contract's, the test says so (vectors/README.md).
/// </summary>
public class VectorTests
{
    /// <summary>Rows by column name; a hex pattern whose closing zeros were left out gets them back where a width is told.</summary>
    static List<Func<string, int, long>> Read(string file, int atLeast)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "vectors", file)).SkipWhile(line => line[0] == '#').ToList();
        var columns = lines[0].Split(',');
        Assert.True(lines.Count > atLeast, $"{file} holds {lines.Count - 1} rows, at least {atLeast} were frozen.");
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select<string[], Func<string, int, long>>(row => (column, digits) =>
            long.Parse(row[Array.IndexOf(columns, column)].PadRight(digits, '0'), NumberStyles.HexNumber))];
    }

    static long Canonical(string format, long bits) =>
        FloatFormat.Named(format) is var f && f.Decode(bits).IsNaN ? f.CanonicalNaN : bits;

    [Theory]
    [InlineData("bf16")]
    [InlineData("fp16")]
    public void Torch_casts_fp32(string to)
    {
        foreach (var row in Read("torch-encode.csv", 7000))
            Show.Equal(Canonical(to, row(to, 4)), ConversionOracle.Convert("fp32", to, row("fp32", 8)), $"fp32 0x{row("fp32", 8):X8} to {to}");
    }

    /// <summary>Torch computes in fp32 and rounds the result to bf16: two roundings, which differ from one only among subnormals.</summary>
    [Fact]
    public void Torch_adds_and_multiplies_bf16()
    {
        var (bf16, rows) = (FloatFormat.Named("bf16"), Read("torch-bf16.csv", 9000));
        foreach (var row in rows)
        {
            var (a, b) = (bf16.Decode(row("a", 4)), bf16.Decode(row("b", 4)));
            Show.Equal(Canonical("bf16", row("sum", 4)), Twice(a + b), $"bf16 0x{row("a", 4):X4} + 0x{row("b", 4):X4}");
            Show.Equal(Canonical("bf16", row("product", 4)), Twice(a * b), $"bf16 0x{row("a", 4):X4} · 0x{row("b", 4):X4}");
        }

        long Twice(Number exact) => ConversionOracle.Convert("fp32", "bf16", FloatOracle.Round(exact));
    }

    [Theory]
    [InlineData("e4m3 saturate", "e4m3", false)]
    [InlineData("e4m3 saturate", "e4m3", true)]
    [InlineData("e5m2 saturate", "e5m2", true)]
    [InlineData("fp16", "fp16", false)]
    [InlineData("bf16", "bf16", false)]
    public void Onnx_Runtime_casts_fp32_there_and_back(string column, string to, bool saturating)
    {
        foreach (var row in Read("ort-encode.csv", 7000))
            Show.Equal(Canonical("fp32", row(column, 8)), ThereAndBack(row("fp32", 8), to, saturating), $"fp32 0x{row("fp32", 8):X8} to {column}");
    }

    /// <summary>
    /// Cast with saturate = 0. To e4m3, ONNX means NaN beyond the largest, where the contract saturates; in 464 … 512 the runtime mixes NaN and 448.
    /// To e5m2, ONNX and the contract mean Inf, but the runtime gives NaN for what rounds to 65536 from below. Everywhere else: equal.
    /// </summary>
    [Theory]
    [InlineData("e4m3", 464, 512)]
    [InlineData("e5m2", 61440, 65536)]
    public void Onnx_Runtime_without_saturation_differs_only_beyond_the_largest(string format, int from, int below)
    {
        var odd = 0;
        foreach (var row in Read("ort-encode.csv", 7000))
        {
            var (bits, theirs) = (row("fp32", 8), Canonical("fp32", row(format, 8)));
            var (input, ours) = (FloatOracle.Decode((uint)bits), ThereAndBack(bits, format, false));
            if (input.IsFinite && input.Value.Abs >= new Exact(from) && input.Value.Abs < new Exact(below))
            {
                odd++;
                Assert.True(theirs == NaN || format == "e4m3" && theirs == ours, $"0x{bits:X8} to {format} is now 0x{theirs:X8}: the exception can go.");
            }
            else
                Show.Equal(theirs, format == "e4m3" && (input.IsInfinite || input.IsFinite && input.Value.Abs >= new Exact(below)) ? NaN : ours,
                    $"fp32 0x{bits:X8} to {format}, not saturating");
        }
        Assert.True(odd > 0, "No input reached the odd range.");
    }

    const long NaN = 0x7FC00000;

    [Theory]
    [InlineData("e4m3")]
    [InlineData("e5m2")]
    public void Onnx_Runtime_decodes_every_byte(string from)
    {
        foreach (var row in Read("ort-decode.csv", 256))
            Show.Equal(Canonical("fp32", row(from, 8)), ConversionOracle.Convert(from, "fp32", row("bits", 2)), $"{from} 0x{row("bits", 2):X2} to fp32");
    }

    static long ThereAndBack(long bits, string format, bool saturating) =>
        ConversionOracle.Convert(format, "fp32", ConversionOracle.Convert("fp32", format, bits, saturating));
}
