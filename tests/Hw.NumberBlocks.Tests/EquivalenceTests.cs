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

    /// <summary>The largest magnitude of n values, by the text that amax reads for 32.</summary>
    sealed class AmaxOf(int n) : NumberFunction($"amax-{n}", "amax of fewer.", [.. Enumerable.Range(0, n).Select(k => new Operand($"x{k}", FloatFormat.Fp32))], [new("y", FloatFormat.Fp32)])
    {
        public override void Apply<T>(ReadOnlySpan<T> x, Span<T> y) => y[0] = Hw.Bits.Numbers.Block.Amax(x);
    }

    /// <summary>A tree in the block, a chain by hand.</summary>
    [Theory, InlineData(2), InlineData(4)]
    public void Amax_is_a_chain_of_maxima(int n)
    {
        var chain = string.Concat(Enumerable.Range(1, n - 1).Select(k => $"  wire [30:0] m{k} = x{k}[30:0] > m{k - 1} ? x{k}[30:0] : m{k - 1};\n"));
        var text = $"module chain ({string.Concat(Enumerable.Range(0, n).Select(k => $"input [31:0] x{k}, "))}output [31:0] y);\n  wire [30:0] m0 = x0[30:0];\n{chain}"
            + $"  assign y = m{n - 1} > 31'h7f800000 ? 32'h7fc00000 : {{1'b0, m{n - 1}}};\nendmodule\n";
        Assert.IsType<Verdict.Proven>(proof.Of(new AmaxOf(n), [proof.Write("chain.sv", text)], "chain"));
        Assert.IsType<Verdict.Different>(proof.Of(new AmaxOf(n), [proof.Write("chain.sv", text.Replace("> 31'h7f8", ">= 31'h7f8"))], "chain"));
    }

    /// <summary>A yardstick under the names of our block's ports, read from a file or with a fault in it.</summary>
    Verdict Yardstick(string name, string module, string ports, string connections, TimeSpan limit, (string Right, string Wrong)? fault = null)
    {
        var text = File.ReadAllText(Proof.Hand($"yardstick/{module}.sv"));
        if (fault is { } f) Assert.Contains(f.Right, text);
        var renamed = $"\nmodule renamed ({ports});\n  {module} yardstick ({connections});\nendmodule\n";
        return proof.Of(Named(name), [proof.Write("yardstick.sv", (fault is { } g ? text.Replace(g.Right, g.Wrong) : text) + renamed)], "renamed", limit);
    }

    Verdict Int8((string, string)? fault = null) => Yardstick("mac-int8", "int8_mac",
        "input [31:0] acc, input [7:0] a, input [7:0] b, output [31:0] y, output saturated", ".a, .b, .acc, .sum (y), .saturated", Proof.Limit, fault);

    Verdict Bf16(TimeSpan limit, (string, string)? fault = null) => Yardstick("mac-bf16", "bf16_mac",
        "input [15:0] a, input [15:0] b, input [31:0] c, output [31:0] y", ".a, .b, .c, .result (y)", limit, fault);

    [Fact]
    public void The_int8_yardstick_is_our_block() => Assert.IsType<Verdict.Proven>(Int8());

    [Theory, InlineData("exact[32] != exact[31]", "exact[32] ^ exact[31] ^ (exact == 33'h055667788)"), InlineData("{17{product[15]}}", "{17{product[14]}}")]
    public void A_fault_in_the_int8_yardstick_is_found(string right, string wrong) => Assert.IsType<Verdict.Different>(Int8((right, wrong)));

    /// <summary>No proof: a minute is too short for it (b = ±2^n alone takes five). But faults it finds in seconds, and here it finds none.</summary>
    [Fact]
    public void Nothing_is_found_against_the_bf16_yardstick() => Assert.IsNotType<Verdict.Different>(Bf16(TimeSpan.FromSeconds(15)));

    [Theory]
    [InlineData("tie ? normal[5] : normal[4]", "normal[4]")]
    [InlineData("sum == 0 && !infinite", "sum == 1 && !infinite")]
    [InlineData("{5{distance[8:5] != 0}}", "{5{distance[8:6] != 0}}")]
    [InlineData("{29{negative}} & ", "29'd0 & ")]
    public void A_fault_in_the_bf16_yardstick_is_found(string right, string wrong) => Assert.IsType<Verdict.Different>(Bf16(Proof.Limit, (right, wrong)));
}
