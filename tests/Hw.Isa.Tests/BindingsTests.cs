using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hw.Isa.Tests;

/// <summary>What software includes says what the codec says: in C, in C++ and in Python, of every instruction, on random legal operands, on illegal ones, and of random words.</summary>
public class BindingsTests
{
    const int Each = 12;
    public static TheoryData<string> Sets => KnownSets.Names;

    sealed record Case(InstructionInfo Info, long[] Operands, int[] Waits, int[] Signals);

    static List<Case> Cases(IsaDefinition isa) => [.. isa.Instructions.SelectMany((info, n) =>
    {
        var random = new Random(n);
        int[] Some(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(isa.Shape.Semaphores.Count))];
        return Enumerable.Range(0, Each).Select(_ => new Case(info, [.. info.Operands.Select(f => Legal(f, random))], Some(info.Waits.Length), Some(info.Signals.Length)));
    })];

    static long Legal(Field f, Random random)
    {
        var range = f.Legal[random.Next(f.Legal.Length)];
        for (; ; )
        {
            var value = random.Next(4) switch { 0 => range.Min, 1 => range.Max, _ => random.NextInt64(range.Min, range.Max) } / f.Multiple * f.Multiple;
            if (f.IsLegal(value)) return value;
        }
    }

    static string Word(IsaDefinition isa, UInt128 word) => word.ToString("x" + isa.WordBytes * 2);

    [Theory, MemberData(nameof(Sets))]
    public void C_and_Cpp_encode_as_the_codec_does_and_assert_what_is_illegal(string set)
    {
        var isa = KnownSets.Of(set);
        using var scratch = new TemporaryFolder();
        var header = Bindings.Write(isa, new(KnownSets.Checkout)).Single(t => t.Path.EndsWith(".h")).Text;
        scratch.Write("isa.h", header);
        var functions = Regex.Matches(header, $@"^static inline \w+ ({set}_encode_\w+)\((.*)\)$", RegexOptions.Multiline).ToDictionary(m => m.Index, m => (Name: m.Groups[1].Value, Types: m.Groups[2].Value)).OrderBy(m => m.Key).Select(m => m.Value).ToList();
        Assert.Equal(isa.Instructions.Length, functions.Count);
        string Call(InstructionInfo info, IEnumerable<long> operands)
        {
            var (name, types) = functions[isa.Instructions.IndexOf(info)];
            return $"{name}({string.Join(", ", operands.Zip(types.Split(", "), (v, t) => $"({t.Split(' ')[0]})INT64_C({v})"))})";
        }
        var cases = Cases(isa);
        var illegal = isa.Instructions.SelectMany(i => i.Operands.Select((f, k) => (Info: i, Operands: i.Operands.Select(o => o.Legal[0].Min).Select((v, j) => j == k ? f.Legal[^1].Max + 1 : v)))).ToList();
        var main = new StringBuilder($$"""
            #include <stdio.h>
            static int refused;
            #define {{set.ToUpperInvariant()}}_ASSERT(condition) do { if (!(condition)) refused++; } while (0)
            #include "isa.h"
            static void print({{set}}_word word)
            {
                unsigned char bytes[{{set.ToUpperInvariant()}}_WORD_BYTES];
                {{set}}_store(word, bytes);
                for (int i = {{set.ToUpperInvariant()}}_WORD_BYTES; i-- > 0;) printf("%02x", bytes[i]);
                printf("\n");
            }
            int main(void)
            {

            """);
        foreach (var c in cases)
        {
            var call = Call(c.Info, c.Operands);
            for (var k = 0; k < c.Waits.Length; k++) call = $"{set}_{c.Info.Format.Name}_wait({call}, {k}, {c.Waits[k]})";
            for (var k = 0; k < c.Signals.Length; k++) call = $"{set}_{c.Info.Format.Name}_signal({call}, {k}, {c.Signals[k]})";
            main.Append($"    print({call});\n");
        }
        main.Append("    printf(\"%d %s\\n\", refused, " + set.ToUpperInvariant() + "_ISA_HASH);\n    refused = 0;\n");
        foreach (var (info, operands) in illegal) main.Append($"    {Call(info, operands)};\n");
        main.Append("    printf(\"%d\\n\", refused);\n    return 0;\n}\n");
        scratch.Write("main.c", main.ToString());

        List<string> expected = [.. cases.Select(c => Word(isa, isa.Encode(c.Info, c.Operands, c.Waits, c.Signals))), $"0 {isa.Hash}", $"{illegal.Count}"];
        foreach (var compiler in (string[][])[["gcc", "-std=c99"], ["g++", "-std=c++17", "-x", "c++"]])
        {
            scratch.Run(compiler[0], [.. compiler[1..], "-Wall", "-Wextra", "-Werror", "-pedantic", "-o", "main", "main.c"]);
            Assert.Equal(expected, scratch.Run(scratch["main"]).TrimEnd().Split('\n'));
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public void Python_encodes_and_decodes_as_the_codec_does(string set)
    {
        var isa = KnownSets.Of(set);
        using var scratch = new TemporaryFolder();
        scratch.Write("isa.py", Bindings.Write(isa, new(KnownSets.Checkout)).Single(t => t.Path.EndsWith(".py")).Text);
        scratch.Write("main.py", """
            import isa
            print(isa.HASH)
            for line in open("cases"):
                name, operands, waits, signals = (part.split() for part in line.split(";"))
                i = isa.INSTRUCTIONS[name[0]]
                word = isa.encode(name[0], wait=tuple(map(int, waits)), signal=tuple(map(int, signals)), **{f.name: int(v) for f, v in zip(i.operands, operands)})
                print(f"{word:0{2 * isa.WORD_BYTES}x}")
            for i in isa.INSTRUCTIONS.values():
                for k, f in enumerate(i.operands):
                    try:
                        isa.encode(i.mnemonic, **{g.name: (f.legal[-1][1] + 1 if g is f else g.legal[0][0]) for g in i.operands})
                        print("not refused", i.mnemonic, f.name)
                    except ValueError:
                        pass
            for line in open("words"):
                try:
                    d = isa.decode(int(line, 16))
                    print(d.mnemonic, *(int(v) for v in d.operands.values()), "w", *d.waits, "s", *d.signals, "q", int(d.queue))
                except isa.IllegalWord as e:
                    print(int(e.cause))
            """);
        var cases = Cases(isa);
        scratch.Write("cases", string.Concat(cases.Select(c => $"{c.Info.Mnemonic};{string.Join(' ', c.Operands)};{string.Join(' ', c.Waits)};{string.Join(' ', c.Signals)}\n")));
        var words = Words(isa, cases).ToList();
        scratch.Write("words", string.Concat(words.Select(w => Word(isa, w) + "\n")));
        List<string> expected = [isa.Hash, .. cases.Select(c => Word(isa, isa.Encode(c.Info, c.Operands, c.Waits, c.Signals))), .. words.Select(w => Decoded(isa, w))];
        Assert.Equal(expected, scratch.Run("python3", "main.py").TrimEnd().Split('\n'));
        Assert.True(expected.Distinct().Count() > expected.Count / 4);
    }

    /// <summary>Legal words, the same with one bit turned over, and any.</summary>
    static IEnumerable<UInt128> Words(IsaDefinition isa, List<Case> cases)
    {
        var random = new Random(1);
        foreach (var c in cases)
        {
            var word = isa.Encode(c.Info, c.Operands, c.Waits, c.Signals);
            yield return word;
            yield return word ^ UInt128.One << random.Next(isa.Shape.WordBits);
            yield return word ^ UInt128.One << random.Next(isa.Shape.WordBits);
            yield return (new UInt128((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue)) & ~c.Info.Mask | c.Info.Match) & new BitRange(isa.Shape.WordBits - 1, 0).Mask;
        }
    }

    static string Decoded(IsaDefinition isa, UInt128 word)
    {
        if (!isa.TryDecode(word, out var d, out var refusal)) return $"{(int)refusal.Cause}";
        IEnumerable<string> parts = [d.Info.Mnemonic, .. d.Info.Operands.Select(f => $"{f.Decode(word)}"), "w", .. d.Waits.Select(w => $"{w}"), "s", .. d.Signals.Select(s => $"{s}"), "q", $"{d.Queue}"];
        return string.Join(' ', parts);
    }

    sealed class TemporaryFolder : IDisposable
    {
        readonly string folder = Directory.CreateTempSubdirectory("hw-bindings-").FullName;
        public string this[string file] => Path.Combine(folder, file);
        public void Write(string file, string text) => File.WriteAllText(this[file], text);
        public void Dispose() => Directory.Delete(folder, recursive: true);

        public string Run(string program, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} ends with {process.ExitCode}\n{error.Result}");
            return output.Result;
        }
    }
}
