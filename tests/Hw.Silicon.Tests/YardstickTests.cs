using System.Runtime.InteropServices;

namespace Hw.Silicon.Tests;

/// <summary>The yardsticks compute what docs/numerics.md says, so that what is measured against them is measured against something right.</summary>
public class YardstickTests
{
    const uint CanonicalNaN = 0x7FC0_0000;

    [Fact]
    public void Bf16_mac_is_the_fused_multiply_add_of_the_host()
    {
        var rows = new MacVectors(seed: 1).Rows(400_000);
        Same(Yardstick.Bf16Mac.Answers("result", rows), rows, row =>
        {
            var fused = float.FusedMultiplyAdd(MacVectors.Bf16(row[0]), MacVectors.Bf16(row[1]), BitConverter.UInt32BitsToSingle(row[2]));
            return float.IsNaN(fused) ? CanonicalNaN : BitConverter.SingleToUInt32Bits(fused);
        });
    }

    /// <summary>A test of bf16_mac that a fault in its rounding, its signs or its shifts passes would prove nothing.</summary>
    [Theory]
    [InlineData("tie ? normal[5] : normal[4]", "normal[4]")]
    [InlineData("sum == 0 && !infinite", "sum == 1 && !infinite")]
    [InlineData("!(a_small && b_small), y", "1'b1, y")]
    [InlineData("{5{distance[8:5] != 0}}", "{5{distance[8:6] != 0}}")]
    [InlineData("(28'd1 << (1 << k)) - 28'd1)", "(28'd1 << (1 << k)) - 28'd2)")]
    [InlineData("{29{negative}} & ", "29'd0 & ")]
    [InlineData("free || exponent[k]) &&", "1'b1) &&")]
    public void A_planted_fault_is_seen(string right, string wrong)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("hw-yardstick-").FullName, "bf16_mac.sv");
        try
        {
            var text = File.ReadAllText(Yardstick.File("bf16_mac"));
            Assert.Contains(right, text);
            File.WriteAllText(file, text.Replace(right, wrong));
            var rows = new MacVectors(seed: 1).Rows(100_000);
            Assert.NotEqual(Yardstick.Bf16Mac.Answers("result", rows), (Yardstick.Bf16Mac with { Files = [file] }).Answers("result", rows));
        }
        finally { Directory.Delete(Path.GetDirectoryName(file)!, recursive: true); }
    }

    [Fact]
    public void Int8_mac_adds_and_saturates()
    {
        var random = new Random(1);
        int[] ends = [int.MinValue, int.MaxValue];
        uint[] rows = [.. Enumerable.Range(0, 1 << 16).SelectMany(ab => new[] { (uint)ab & 255, (uint)ab >> 8, (uint)((ab % 4 < 2 ? ends[ab & 1] : 0) + random.Next(-20_000, 20_000)) })];
        long Exact(ReadOnlySpan<uint> row) => (int)row[2] + (long)((sbyte)row[0] * (sbyte)row[1]);
        Same(Yardstick.Int8Mac.Answers("sum", rows), rows, row => (uint)Math.Clamp(Exact(row), int.MinValue, int.MaxValue));
        Same(Yardstick.Int8Mac.Answers("saturated", rows), rows, row => Exact(row) == (int)Exact(row) ? 0u : 1);
    }

    [Fact]
    public void Dot32_int8_is_exact()
    {
        var rows = new uint[16 * 20_000];
        new Random(1).NextBytes(MemoryMarshal.AsBytes(rows.AsSpan()));
        rows.AsSpan(0, 16).Fill(0x8080_8080);                                   // 32 · 128 · 128, the largest
        rows.AsSpan(16, 8).Fill(0x8080_8080); rows.AsSpan(24, 8).Fill(0x7F7F_7F7F);   // 32 · −128 · 127, the least
        Same(Yardstick.Dot32Int8.Answers("sum", rows), rows, row =>
        {
            var elements = MemoryMarshal.Cast<uint, sbyte>(row);
            var sum = 0;
            for (var k = 0; k < 32; k++) sum += elements[k] * elements[32 + k];
            return (uint)sum & 0x1F_FFFF;
        });
    }

    delegate uint Meaning(ReadOnlySpan<uint> row);

    static void Same(uint[] answers, uint[] rows, Meaning expected)
    {
        var width = rows.Length / answers.Length;
        for (var i = 0; i < answers.Length; i++)
        {
            var row = rows.AsSpan(i * width, width);
            if (answers[i] != expected(row))
                Assert.Fail($"row {i}, inputs {string.Join(' ', row.ToArray().Select(w => w.ToString("X8")))}: {answers[i]:X8}, and it should be {expected(row):X8}");
        }
    }
}
