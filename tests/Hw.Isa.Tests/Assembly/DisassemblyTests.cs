using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>Disassembly assembles to the same: words legal or not, data, symbols; for a set of each kind.</summary>
public class DisassemblyTests
{
    public static TheoryData<string> Sets => new("txu", "toy");
    static IsaDefinition Isa(string name) => name == "toy" ? Toy.Isa : TxuIsa.Definition;

    [Theory, MemberData(nameof(Sets))]
    public void Any_words_come_back(string set)
    {
        var (isa, random) = (Isa(set), new Random(5));
        var program = new IsaProgram(isa);
        for (var n = 0; n < 3000; n++) program.AddWord(Word(isa, random));
        Same(program, Assembler.Assemble(isa, program.Disassemble()), symbols: false);
    }

    [Theory, MemberData(nameof(Sets))]
    public void A_word_alone_comes_back(string set)
    {
        var (isa, random) = (Isa(set), new Random(6));
        for (var n = 0; n < 2000; n++)
            if (Word(isa, random) is var word) Assert.Equal(word, Assembler.Assemble(isa, isa.Text(word)).Words.Single());
    }

    [Theory, MemberData(nameof(Sets))]
    public void Any_program_comes_back(string set)
    {
        var (isa, random) = (Isa(set), new Random(7));
        for (var n = 0; n < 300; n++)
        {
            var program = Random(isa, random);
            var text = program.Disassemble();
            var again = Assembler.Assemble(isa, text);
            Same(program, again, symbols: true);
            Assert.Equal(text, again.Disassemble());
        }
    }

    [Fact]
    public void Branches_have_labels_and_odd_words_a_reason() => Assert.Equal("""
        .equ N, -3
        start:
        beq a0, a1, L8
        L4:
        jal ra, start
        L8:
        lw s0, -4(sp)
        fence iorw, 0
        .word 0x8330000f   ; fence rw, rw, with bits set that are ignored
        .word 0x00000001   ; IllegalOpcode: opcode 0x01 is no instruction of toy 1.0
        jal zero, L4
        jal zero, .-26
        move a0 <- [a1], mode=FAR, twice
        .data 0x20
        d:
        .byte 0x01, 0x02, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00
        .zero 26
        e:

        """.Replace("\r", ""), Assembler.Assemble(Toy.Isa, """
        start: beq a0,a1,.+8
        jal ra, start
        lw s0, -4(sp)
        fence iorw, 0
        .word 0x8330000f, 1
        jal x0, .-20
        jal x0, .-26
        move a0 <- [a1], mode=2, twice
        .equ N, -3
        .data 0x20
        d: .byte 1,2
        .zero 40
        e:
        """).Disassemble());

    internal static IsaProgram Random(IsaDefinition isa, Random random)
    {
        var program = new IsaProgram(isa);
        for (var n = random.Next(20); n > 0; n--) program.AddWord(Word(isa, random), new("r.s", random.Next(100)));
        var (address, ends) = (0L, new List<long> { 5 });
        for (var n = random.Next(4); n > 0; n--)
        {
            var bytes = new byte[random.Next(1, 60)];
            if (random.Next(2) == 0) random.NextBytes(bytes.AsSpan(random.Next(bytes.Length)));
            program.AddData(new(address += random.Next(3) * 100, bytes));
            ends.AddRange([address, address + 1, address + bytes.Length / 2, address += bytes.Length]);
        }
        string[] names = ["a", "L8", "l4_", ".x", "_", "q.rows", "add", "start", "wait", "Z$"];
        foreach (var name in names.Take(random.Next(names.Length)))
            program.AddSymbol(random.Next(3) switch
            {
                0 => new(name, SymbolKind.Constant, random.NextInt64() - random.NextInt64()),
                1 => new(name, SymbolKind.Code, random.Next(program.Count + 1) * isa.WordBytes),
                _ => new(name, SymbolKind.Data, ends[random.Next(ends.Count)]),
            });
        return program;
    }

    internal static void Same(IsaProgram a, IsaProgram b, bool symbols)
    {
        Assert.Equal(a.ToBytes(), b.ToBytes());
        Assert.Equal(Pieces(a), Pieces(b));
        var known = b.Symbols.Select(s => (s.Name, s.Kind, s.Value)).ToHashSet();
        if (symbols) Assert.All(a.Symbols, s => Assert.Contains((s.Name, s.Kind, s.Value), known));

        static IEnumerable<(long, byte)> Pieces(IsaProgram p) => p.Data.SelectMany(d => d.Bytes.ToArray().Select((b, i) => (d.Address + i, b)));
    }

    /// <summary>Legal, nearly legal, or noise.</summary>
    static UInt128 Word(IsaDefinition isa, Random random)
    {
        var word = random.Next(4) == 0 ? new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64(long.MinValue, long.MaxValue)) : RandomWords.Legal(isa, isa.Instructions[random.Next(isa.Instructions.Length)], random).Word;
        if (random.Next(4) == 0) word ^= UInt128.One << random.Next(isa.Shape.WordBits);
        return word & new BitRange(isa.Shape.WordBits - 1, 0).Mask;
    }
}
