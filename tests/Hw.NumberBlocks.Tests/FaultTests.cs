using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberBlocks.Tests;

/// <summary>The agreement is worth what it would catch: faults in a reading, in the graph, in the Verilog, and in its style are seen.</summary>
public class FaultTests
{
    /// <summary>The sum of two bytes, but off by one where the text is read as <typeparamref name="TWrong"/>.</summary>
    sealed class Sum<TWrong>() : NumberFunction("sum", "A sum that one reading gets wrong.", [new("a", IntegerFormat.Int8), new("b", IntegerFormat.Int8)], [new("y", IntegerFormat.Int32)])
    {
        public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = typeof(T) == typeof(TWrong) ? x[0] + x[1] + 1 : x[0] + x[1];
    }

    static string[] Seen(NumberFunction function) => [.. new Block(function, 50).Differences()];

    static readonly string[] Hardware =
    [
        "the interpreter gives", "the interpreter after 3 stages gives", "the built-in simulator gives", "the built-in simulator after 3 stages gives",
        "the built-in simulator in lanes, 512 bits gives", "the built-in simulator in lanes, 256 bits gives", "the built-in simulator in lanes, 128 bits gives",
    ];

    [Fact]
    public void A_reading_that_goes_its_own_way_is_named()
    {
        Assert.Empty(Seen(new Sum<string>()));
        Assert.StartsWith("sum: Lanes<long> gives y = ", Assert.Single(Seen(new Sum<Lanes<long>>())));
        Assert.StartsWith("sum: Lanes<int> gives", Assert.Single(Seen(new Sum<Lanes<int>>())));
        Assert.StartsWith("sum: Big gives", Assert.Single(Seen(new Sum<Big>())));
        Assert.Equal(10, Seen(new Sum<Int>()).Length);
        Assert.All(Hardware.Zip(Seen(new Sum<Signal>())), pair => Assert.Contains(pair.First, pair.Second));
        Assert.Equal(Hardware.Length, Seen(new Sum<Signal>()).Length);
    }

    static NumberFunction Named(string name) => NumberFunctions.All.Single(f => f.Name == name);

    /// <summary>What Icarus says when the first match in a file reads otherwise.</summary>
    static List<string> Planted(string name, string file, [StringSyntax("Regex")] string pattern, string wrong)
    {
        var batch = new Batch([AgreementTests.Of(Named(name))]);
        var sound = batch.Files[file];
        batch.Files[file] = new Regex(pattern, RegexOptions.Multiline).Replace(sound, wrong, 1, sound.IndexOf("module", StringComparison.Ordinal));
        Assert.NotEqual(sound, batch.Files[file]);
        return batch.Differences();
    }

    [Theory]
    [InlineData("fp32-add", "fp32_add.sv", @" \+ ", " - ")]                     // an operator of the writer
    [InlineData("fp32-less", "fp32_less.sv", " < ", " <= ")]
    [InlineData("mac-bf16", "mac_bf16.sv", ">> ", ">> 1 + ")]
    [InlineData("dot32-int8", "dot32_int8.sv", @" \* ", " + ")]
    [InlineData("exp2", "exp2.sv", @"(?<=\d+: .*'h)\w+", "0")]                    // a table's entry
    [InlineData("dequantize-mxfp4", "dequantize_mxfp4.sv", "7fc00000", "7fc00001")]      // a constant
    public void A_fault_in_the_Verilog_is_caught(string name, string file, [StringSyntax("Regex")] string pattern, string wrong) =>
        Assert.StartsWith($"{name}: Icarus (combinational) gives ", Assert.Single(Planted(name, file, pattern, wrong)));

    /// <summary>A register of some stage made a wire, as if the cut had forgotten it.</summary>
    [Theory, InlineData("fp32-add"), InlineData("rope"), InlineData("mac-int8"), InlineData("rcp"), InlineData("dot32-e2m1")]
    public void A_forgotten_register_is_caught(string name)
    {
        var file = $"{name.Replace('-', '_')}_p3.sv";
        Assert.StartsWith($"{name}: Icarus (3 stages) gives ", Assert.Single(Planted(name, file, @"^    (\w+_s2) <=\s(.*;)$([\s\S]*)endmodule", "$3  always_comb $1 = $2\nendmodule")));
    }

    [Fact]
    public void Every_tool_sees_a_fault_of_its_kind()
    {
        var batch = new Batch([AgreementTests.Of(Named("fp32-max"))]);
        batch.Files["fp32_max.sv"] = batch.Files["fp32_max.sv"].Replace("endmodule", "  wire nothing;\n  wire nobody = a[0] ^ nothing;\nendmodule").Replace(" < ", " > ");
        var seen = batch.Check();
        foreach (var start in new[] { "yosys: ", "lint: %Warning-UNUSEDSIGNAL: fp32_max.sv", "fp32-max: Icarus (combinational)", "fp32-max: Verilator (combinational)" })
            Assert.Contains(seen, s => s.StartsWith(start, StringComparison.Ordinal));
    }
}
