namespace Hw.Isa.Rv32i.Tests;

/// <summary>
/// One text through two assemblers, one word through two disassemblers. Where GNU binutils 2.40 and the specification part, the words are named in <see cref="GnuIsWider"/> and <see cref="GnuIsNarrower"/>.
/// </summary>
public class GnuTests
{
    static IsaDefinition Isa => Rv32i.Definition;

    /// <summary>Every instruction with every register in every place, and every operand at each of its edges.</summary>
    static string EveryCorner()
    {
        var lines = new List<string>();
        foreach (var info in Isa.Instructions)
        {
            var middle = info.Operands.Select(f => f.Kind == FieldKind.Register ? "x9" : Numbers(f)[0]).ToArray();
            lines.Add(Line(info, middle));
            foreach (var (i, field) in info.Operands.Index())
                foreach (var value in Corners(field))
                    lines.Add(Line(info, [.. middle.Select((m, j) => j == i ? value : m)]));
        }
        return string.Join('\n', lines) + "\n";
    }

    static IEnumerable<string> Corners(Field field) => field.Kind == FieldKind.Register
        ? Enumerable.Range(0, 32).Select(i => $"x{i}").Concat(field.Names.SelectMany(n => n.Split('/')))
        : Numbers(field);

    /// <summary>The ends and what is next to them, zero and its neighbours, every power of two; all sets that GNU can write.</summary>
    static List<string> Numbers(Field field)
    {
        if (field.Type == typeof(Accesses)) return [.. Enumerable.Range(1, 15).Select(v => string.Concat("iorw".Where((_, i) => (v >> (3 - i) & 1) != 0)))];
        var (least, most, step) = (field.Encodable.Min, field.Encodable.Max, field.Multiple);
        var values = new List<long> { 0, step, 2 * step, 3 * step, least, least + step, most, most - step };
        for (long power = 4; power <= most; power *= 2) values.AddRange([power, power - step, -power, -power - step]);
        return [.. values.Where(v => v >= least && v <= most).Distinct().Select(v => field.Relative ? v < 0 ? $".-{-v}" : $".+{v}" : $"{v}")];
    }

    static string Line(InstructionInfo info, string[] operands)
    {
        if (info.Syntax == "") return $"{info.Mnemonic} {string.Join(", ", operands)}";
        return $"{info.Mnemonic} " + string.Concat(info.Operands.Index().Aggregate(info.Syntax, (text, f) => text.Replace(f.Item.Name.ToLowerInvariant(), operands[f.Index])));
    }

    const string Labels = """
        start:  addi a0, zero, 10
        1:      beq  a0, zero, 2f
                addi a0, a0, -1
                jal  ra, far
                jal  zero, 1b
        2:      bltu a1, a2, start
        far:    sw   ra, -4(sp)
                jalr zero, 0(ra)
                bge  a0, a1, start

        """;

    [Fact]
    public void AssemblesAsGnuDoes()
    {
        var text = EveryCorner() + Labels;
        var ours = Assembler.Assemble(Isa, text);
        Assert.InRange(ours.Count, 2_000, 10_000);
        var lines = text.Split('\n').Where(l => l != "").ToArray();
        var (mine, theirs) = (ours.ToBytes(), Gnu.Assemble(text));
        for (var i = 0; i < Math.Min(mine.Length, theirs.Length); i += 4)
            if (!mine.AsSpan(i, 4).SequenceEqual(theirs.AsSpan(i, 4))) Assert.Fail($"{lines[i / 4]}: {Convert.ToHexString(mine, i, 4)}, GNU {Convert.ToHexString(theirs, i, 4)} (bytes in memory order)");
        Assert.Equal(theirs.Length, mine.Length);
    }

    [Fact]
    public void DisassemblesAsGnuDoes()
    {
        var words = Assembler.Assemble(Isa, EveryCorner()).Words.Select(w => (uint)w).ToArray();
        Same(words, Gnu.Disassemble(words));
    }

    /// <summary>Random words, half of them an instruction with a few bits turned: legal here where GNU reads RV32I, and then the same text.</summary>
    [Fact]
    public void KnowsTheWordsThatGnuKnows()
    {
        var random = new Random(40);
        var words = Enumerable.Range(0, 20_000).Select(i => i % 2 == 0 ? (uint)random.NextInt64(1L << 32) : Turned(random)).Select(w => w | 3).Where(w => (w & 0x1C) != 0x1C).ToArray();
        var legal = Same(words, Gnu.Disassemble(words));
        Assert.InRange(legal, words.Length / 8, words.Length - words.Length / 8);
    }

    static uint Turned(Random random)
    {
        var info = Isa.Instructions[random.Next(Isa.Instructions.Length)];
        var word = (uint)(info.Match | (UInt128)random.NextInt64(1L << 32) & ~info.Mask);
        return random.Next(2) == 0 ? word : word ^ 1u << random.Next(32);
    }

    static int Same(uint[] words, List<string> theirs)
    {
        Assert.Equal(words.Length, theirs.Count);
        var legal = 0;
        foreach (var (i, word) in words.Index())
        {
            var text = Isa.TryDecode(word, out var decoded, out _) ? Gnu.Plain(Isa.Text(word) is var t && t.StartsWith('.') ? t[(t.IndexOf(';') + 1)..] : t, 4 * (uint)i, hexTargets: false) : "";
            if (text != "") legal++;
            if (GnuIsWider(theirs[i]) && text == "" || decoded is not null && GnuIsNarrower(decoded) && theirs[i] == "") continue;
            if (text != theirs[i]) Assert.Fail($"0x{word:x8}: '{text}', GNU '{theirs[i]}'");
        }
        return legal;
    }

    /// <summary>Privileged instructions count as I there; and shifts by 32 … 63, which are RV64I, are read too.</summary>
    static bool GnuIsWider(string theirs) => theirs.Split(' ') is [var name, ..] words && (name is "wfi" or "mret" or "sret" or "uret" or "dret" or "mnret" or "sfence.vma" or "hfence.vvma" or "hfence.gvma"
        || name is "slli" or "srli" or "srai" && int.Parse(words[^1]) > 31);

    /// <summary>A fence with bits set that RV32I ignores is no instruction there.</summary>
    static bool GnuIsNarrower(Decoded decoded) => (decoded.Word & decoded.Info.Ignored) != 0;
}
