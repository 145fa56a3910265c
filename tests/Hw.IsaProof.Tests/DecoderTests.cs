using System.Diagnostics;
using System.Runtime.CompilerServices;
using Hw.Bits;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.Isa;
using Hw.Isa.Rv32i;
using Hw.Isa.Txu;
using Hw.IsaRtl;

namespace Hw.IsaProof.Tests;

/// <summary>The generated decoder: as people read it, as tools read it, and as the codec decodes.</summary>
public class DecoderTests
{
    static string Text(IsaDefinition isa) => VerilogWriter.Write(Design.Elaborate(() => new Decoder(isa))).Single(f => f.File == $"{isa.Name}_decoder.sv").Text;
    static IsaDefinition Isa(string name) => name switch { "toy" => Toy.Definition, "txu" => TxuIsa.Definition, _ => Rv32i.Definition };

    /// <summary>HW_ACCEPT=1 writes the text again, for people to read in the diff.</summary>
    [Fact]
    public void A_decoder_as_people_read_it()
    {
        var file = Path.Combine(Path.GetDirectoryName(Here())!, "toy_decoder.verified.sv");
        var text = Text(Toy.Definition).Replace(Toy.Definition.EncodingHash, "(the hash)");
        if (Environment.GetEnvironmentVariable("HW_ACCEPT") == "1") File.WriteAllText(file, text);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", text);
    }

    static string Here([CallerFilePath] string file = "") => file;

    [Theory]
    [InlineData("toy", "1'b1")]
    [InlineData("txu", "opcode")]
    [InlineData("rv32i", "1'b1")]
    public void Every_tool_reads_it_and_finds_no_latch(string name, string selector)
    {
        var isa = Isa(name);
        var folder = Directory.CreateTempSubdirectory("hw-decoder-").FullName;
        try
        {
            var file = Path.Combine(folder, $"{isa.Name}_decoder.sv");
            File.WriteAllText(file, Text(isa));
            Assert.Contains($"unique case ({selector})", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.Contains(isa.EncodingHash, File.ReadAllText(file), StringComparison.Ordinal);
            Assert.Equal("", Run("verilator", "--lint-only", "-Wall", file));
            Assert.Equal("", Run("iverilog", "-g2012", "-Wall", "-tnull", file));
            Assert.Equal("", Run("yosys", "-q", "-p", $"read_verilog -sv {file}; proc; check -assert; select -assert-none t:$dlatch t:$adlatch t:$sr t:$dff"));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>What it says; and the exit code, where that is not 0.</summary>
    static string Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return process.ExitCode == 0 ? output : $"{output} (exit code {process.ExitCode})";
    }

    [Theory]
    [InlineData("toy")]
    [InlineData("txu")]
    [InlineData("rv32i")]
    public void It_decodes_as_the_codec_does(string name)
    {
        var isa = Isa(name);
        Assert.Empty(Differences(isa, Design.Elaborate(() => new Decoder(isa))));
    }

    /// <summary>Each output in turn with a bit wrong, for some words only.</summary>
    [Fact]
    public void The_comparison_sees_every_output()
    {
        var outputs = Design.Elaborate(() => new Decoder(Toy.Definition)).Ports.Where(p => p.Direction == Direction.Out).ToList();
        foreach (var output in outputs)
        {
            var plant = new Plant("wrong", typeof(Decoder), output.Name, "", site => Signal.Mux(site["word"][4] & site["word"][0], site.Value ^ 1, site.Value));
            var design = Design.Elaborate(() => new Decoder(Toy.Definition), [plant]);
            Assert.NotEmpty(Differences(Toy.Definition, design, planted: true));
        }
    }

    /// <summary>Random words, legal ones, and each with a few bits turned.</summary>
    static IEnumerable<UInt128> Words(IsaDefinition isa, Random random)
    {
        var all = isa.Shape.WordBits == 128 ? UInt128.MaxValue : (UInt128.One << isa.Shape.WordBits) - 1;
        UInt128 Any() => new UInt128((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue)) & all;
        yield return 0;
        yield return all;
        for (var i = 0; i < 500; i++) yield return Any();
        foreach (var info in isa.Instructions)
            for (var i = 0; i < 150; i++)
            {
                var word = info.Match;
                foreach (var f in info.AllFields.Where(_ => random.Next(8) > 0))
                {
                    var legal = f.Legal[random.Next(f.Legal.Length)];
                    var value = random.Next(4) switch { 0 => legal.Min, 1 => legal.Max, _ => random.NextInt64(legal.Min, legal.Max + 1) };
                    word |= f.Encode(value - value % f.Multiple);
                }
                for (var flips = random.Next(4); flips > 1; flips--) word ^= UInt128.One << random.Next(isa.Shape.WordBits);
                yield return random.Next(10) > 0 ? word : info.Match | (Any() & ~info.Mask);
            }
    }

    static List<string> Differences(IsaDefinition isa, Design design, bool planted = false)
    {
        using var simulation = BuiltInDesign.Compile(design).Start();
        if (planted) simulation["plant_select"].Value = 1;
        var (lines, fields, differences) = (DecoderNames.Lines(isa), DecodedField.Of(isa), new List<string>());
        foreach (var word in Words(isa, new(1)))
        {
            simulation["word"].Wide = (System.Numerics.BigInteger)word;
            var match = isa.Match(word);
            var cause = isa.TryDecode(word, out _, out var refusal) ? Trap.None : refusal.Cause;
            void Expect(string port, System.Numerics.BigInteger expected)
            {
                if (simulation[port].Wide != expected) differences.Add($"{word:x}: {port} is {simulation[port].Wide}, not {expected}");
            }
            Expect(DecoderNames.Illegal, cause == Trap.None ? 0 : 1);
            Expect(DecoderNames.Cause, (int)cause);
            foreach (var (type, line) in lines) Expect(line, match?.Type == type ? 1 : 0);
            foreach (var f in fields)
            {
                var own = match?.AllFields.FirstOrDefault(x => x.Name.Equals(f.Name, StringComparison.OrdinalIgnoreCase)) ?? (f.IsSelected ? null : f.Places[0].Instructions[0].AllFields.First(x => x.Name.Equals(f.Name, StringComparison.OrdinalIgnoreCase)));
                Expect(f.Port, (own?.Decode(word) ?? 0) & f.Range.Full.Max - f.Range.Full.Min);
            }
            if (differences.Count > 5) break;
        }
        return differences;
    }
}
