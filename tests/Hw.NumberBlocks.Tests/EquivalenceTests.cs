using Hw.Bits.Numbers;
using Hw.Oracles;
using Hw.Silicon;
using BlockFormat = Hw.Bits.Numbers.BlockFormat;

namespace Hw.NumberBlocks.Tests;

/// <summary>Blocks proven for every input there is: small ones against a table of what the oracle says, larger ones against Verilog written by hand.</summary>
public sealed class EquivalenceTests : IDisposable
{
    readonly Proof proof = new();

    public void Dispose() => proof.Dispose();

    static NumberFunction Named(string name) => NumberFunctions.All.Single(f => f.Name == name);

    /// <summary>All conversions of up to 8 bits, and the 4-bit elements with their scale.</summary>
    public static TheoryData<string> Tabled => [.. NumberFunctions.All.Where(f => f is ConvertFunction or FromIntegerFunction or DequantizeFunction).Where(f => Bits(f) <= 12).Select(f => f.Name)];

    static int Bits(NumberFunction function) => function.Takes.Sum(t => t.Format.Width);

    static long Truth(NumberFunction function, long x, long scale) => function is DequantizeFunction { Format: var format }
        ? BlockOracle.Dequantize(format.Name, x, scale)
        : ConversionOracle.Convert(function.Takes[0].Format.Name, function.Gives[0].Format.Name, x);

    /// <summary>A case for every pattern, its result from the oracle of exact rationals.</summary>
    static string Table(NumberFunction function, long? wrongAt = null)
    {
        var (width, result) = (function.Takes[0].Format.Width, function.Gives[0].Format.Width);
        var entries = Enumerable.Range(0, 1 << Bits(function)).Select(i =>
            $"      {Bits(function)}'d{i}: y = {result}'d{Truth(function, i & ((1 << width) - 1), i >> width) ^ (i == wrongAt ? 1 : 0)};\n");
        return $$"""
            module truth ({{string.Concat(function.Takes.Select(t => $"input logic [{t.Format.Width - 1}:0] {t.Name}, "))}}output logic [{{result - 1}}:0] y);
              always_comb
                case ({{{string.Join(", ", function.Takes.Reverse().Select(t => t.Name))}}})
            {{string.Concat(entries)}}    endcase
            endmodule
            """;
    }

    [Theory, MemberData(nameof(Tabled))]
    public void Gates_are_the_table_of_the_oracle(string name) =>
        Assert.IsType<Verdict.Proven>(proof.Of(Named(name), [proof.Write("truth.sv", Table(Named(name)))], "truth"));

    [Theory, InlineData("convert-e4m3-fp32", 0x88), InlineData("dequantize-mxfp4", 0x7F3)]
    public void One_wrong_entry_is_found(string name, int at)
    {
        var different = Assert.IsType<Verdict.Different>(proof.Of(Named(name), [proof.Write("truth.sv", Table(Named(name), at))], "truth"));
        var cycle = Assert.Single(different.Cycles);
        var width = Named(name).Takes[0].Format.Width;
        Assert.Equal(at, (int)cycle.Inputs["x"] | (cycle.Inputs.TryGetValue("scale", out var scale) ? (int)scale << width : 0));
    }

    public static TheoryData<string, string> ByHand => new()
    {
        { "fp32-equal", "compare" }, { "fp32-less", "compare" }, { "fp32-less-equal", "compare" }, { "fp32-max", "compare" }, { "fp32-min", "compare" }, { "acc-int32", "compare" },
        { "convert-fp32-bf16", "convert" }, { "convert-fp32-fp16", "convert" }, { "convert-fp32-e5m2", "convert" }, { "convert-fp32-e5m2-saturating", "convert" },
        { "convert-fp32-e4m3", "convert" }, { "convert-fp32-e3m2", "convert" }, { "convert-fp32-e2m3", "convert" }, { "convert-fp32-e2m1", "convert" },
        { "convert-bf16-fp32", "convert" }, { "convert-fp16-fp32", "convert" }, { "convert-fp32-int32", "convert" }, { "convert-fp32-int8", "convert" }, { "convert-fp32-int4", "convert" },
    };

    static string Hand(string file) => Proof.Hand($"verilog/{file}.sv");

    [Theory, MemberData(nameof(ByHand))]
    public void Gates_do_what_was_written_by_hand(string name, string file) =>
        Assert.IsType<Verdict.Proven>(proof.Of(Named(name), [Hand(file)], $"hand_{name.Replace('-', '_')}"));

    /// <summary>A comparison off by one and a rounding that forgets ties: the hand-written side is broken, and the two differ where it is.</summary>
    [Theory]
    [InlineData("fp32-less", "compare", "a[30:0] < b[30:0]);", "a[30:0] <= b[30:0]);")]
    [InlineData("fp32-max", "compare", "? a[31] : (a[30:0]", "? b[31] : (a[30:0]")]
    [InlineData("convert-fp32-e4m3", "convert", "half && (rest || kept[0])", "half && rest")]
    [InlineData("convert-fp32-int8", "convert", "limit ? limit", "limit ? limit - 34'd1")]
    public void A_fault_in_what_was_written_by_hand_is_found(string name, string file, string right, string wrong)
    {
        var text = File.ReadAllText(Hand(file));
        Assert.Contains(right, text);
        var different = Assert.IsType<Verdict.Different>(proof.Of(Named(name), [proof.Write("planted.sv", text.Replace(right, wrong))], $"hand_{name.Replace('-', '_')}"));
        var cycle = Assert.Single(different.Cycles);
        Assert.NotEqual(cycle.A["y"], cycle.B["y"]);
        var gives = new Hw.Bits.Int[1];   // and our side of it is what the text says
        Named(name).Apply<Hw.Bits.Int>([.. Named(name).Takes.Select(t => (Hw.Bits.Int)(long)cycle.Inputs[t.Name])], gives);
        Assert.Equal(cycle.A["y"], gives[0].Value & ((1L << Named(name).Gives[0].Format.Width) - 1));
    }

    /// <summary>A yardstick under the names of our block's ports.</summary>
    string Renamed(string module, string ports, string connections) => proof.Write("renamed.sv", $"module renamed ({ports});\n  {module} yardstick ({connections});\nendmodule\n");

    [Fact]
    public void The_int8_yardstick_is_our_block()
    {
        var renamed = Renamed("int8_mac", "input [31:0] acc, input [7:0] a, input [7:0] b, output [31:0] y, output saturated", ".a, .b, .acc, .sum (y), .saturated");
        Assert.IsType<Verdict.Proven>(proof.Of(Named("mac-int8"), [Proof.Hand("yardstick/int8_mac.sv"), renamed], "renamed"));
    }

    /// <summary>mac-bf16 with one fraction for b: with 128 multipliers by a constant the solver can do what it cannot with one of two variables.</summary>
    static string Fixed(string module, string result, int fraction) => $$"""
        module fixed_{{module}} (input [15:0] a, input b_sign, input [7:0] b_exponent, input [31:0] c, output [31:0] y);
          {{module}} mac (.a, .b ({b_sign, b_exponent, 7'd{{fraction}}}), .c, .{{result}} (y));
        endmodule

        """;

    /// <summary>For every a and c, and every b with this fraction.</summary>
    [Theory, InlineData(0), InlineData(0x55), InlineData(0x7F)]
    public void The_bf16_yardstick_is_our_block_for_a_fraction(int fraction)
    {
        var block = proof.Emitted(() => new Hdl.FunctionBlock(Named("mac-bf16")));
        Assert.IsType<Verdict.Proven>(Equivalence.Prove([.. block.Files, proof.Write("ours.sv", Fixed("mac_bf16", "y", fraction))], "fixed_mac_bf16",
            [Proof.Hand("yardstick/bf16_mac.sv"), proof.Write("theirs.sv", Fixed("bf16_mac", "result", fraction))], "fixed_bf16_mac", Proof.Limit));
    }
}
