using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>A definition with mistakes tells all of them, with place and remedy; one without exposes a table that others can trust.</summary>
public class DefinitionTests
{
    enum Q { X, Y }
    enum Wide { A = 0, B = 9 }
    [Register("r", 32)] readonly record struct R(int Index);

    static readonly IsaShape shape = new()
    {
        Name = "small", Version = "1", WordBits = 32, Opcode = new(6, 0), Queues = typeof(Q), ControlQueue = 0,
        Formats = [new("plain"), new("sem") { Waits = [new(31, 26)] }], Semaphores = new(32, 63),
    };

    /// <summary>A second, RISC-shaped instruction set: another word size, a second opcode field.</summary>
    [Instruction("ADD", Opcode = 0x33, Format = "plain", Queue = "X"), Fixed(14, 12, 0)]
    readonly record struct Add([Field(11, 7)] R Rd, [Field(19, 15)] R Rs1, [Field(24, 20)] R Rs2) : IInstruction;

    [Instruction("XOR", Opcode = 0x33, Format = "plain", Queue = "X"), Fixed(14, 12, 4)]
    readonly record struct Xor([Field(11, 7)] R Rd, [Field(19, 15)] R Rs1, [Field(24, 20)] R Rs2) : IInstruction;

    [Instruction("ADDI", Opcode = 0x13, Format = "plain", Queue = "X"), Fixed(14, 12, 0)]
    readonly record struct Addi([Field(11, 7)] R Rd, [Field(19, 15)] R Rs1, [Field(31, 20, Signed = true)] short Imm) : IInstruction;

    [Fact]
    public void Another_instruction_set_works_the_same_way()
    {
        var isa = IsaDefinition.Define(shape, [typeof(Add), typeof(Xor), typeof(Addi)]);
        var program = Assembler.Assemble(isa, "ADD r1, r2, r3\nXOR r1, r2, r3\nADDI r31, r0, -2048");
        Assert.Equal([0x003100B3u, 0x003140B3u, 0x80000F93u], program.Words.Select(w => (uint)w));
        Assert.Equal(12, program.ToBytes().Length);
        Assert.Equal(new Addi(new(31), new(0), -2048), isa.Decode(program.Words[2]).Instruction);
        Assert.False(isa.TryDecode(0x000010B3, out _, out var refusal));
        Assert.Equal(Trap.IllegalOpcode, refusal.Cause);
    }

    [Instruction("ADDX", Opcode = 0x33, Format = "plain", Queue = "X"), Fixed(14, 12, 4)]
    readonly record struct Clash([Field(11, 7)] R Rd) : IInstruction;

    [Instruction("TWICE", Opcode = 0x01, Format = "sem", Queue = "X")]
    readonly record struct Twice([Field(12, 8)] R A, [Field(16, 12)] R B, [Field(27, 20)] int C, [Field(7, 3)] R D) : IInstruction;

    [Instruction("FIELDS", Opcode = 0x02, Format = "plain", Queue = "X")]
    readonly record struct Fields([Field(8, 12)] R A, [Field(40, 33)] int B, [Field(15, 13)] Wide C, [Field(18, 16)] R D, [Field(20, 19)] bool E, [Field(24, 21)] double F, int G) : IInstruction;

    [Instruction("NUMBERS", Opcode = 0x03, Format = "plain", Queue = "X")]
    readonly record struct Numbers([Field(19, 8)] byte A, [Field(23, 20, Max = 16)] int B) : IInstruction;

    [Instruction("NAMES", Opcode = 0x80, Format = "plian", Queue = "Z")]
    readonly record struct Names : IInstruction;

    [Instruction("add", Opcode = 0x04, Format = "plain")]
    readonly record struct Taken : IInstruction;

    [Instruction("Add", Opcode = 0x05, Format = "plain", Queue = "Y")]
    readonly record struct Taken2 : IInstruction;

    [Instruction("ZERO", Opcode = 0, Format = "plain", Queue = "Y")]
    readonly record struct Zero : IInstruction;

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        var e = Assert.Throws<IsaException>(() => IsaDefinition.Define(shape,
            [typeof(Add), typeof(Xor), typeof(Clash), typeof(Twice), typeof(Fields), typeof(Numbers), typeof(Names), typeof(Taken), typeof(Taken2), typeof(Zero)]));
        var messages = e.Errors.Select(m => System.Text.RegularExpressions.Regex.Replace(m, @"^.*DefinitionTests\.cs\(\d+\): error ", "")).ToList();
        Assert.All(e.Errors, m => Assert.Matches(@"^\S*DefinitionTests\.cs\(\d+\): error HW10\d\d: ", m));
        string[] expected =
        [
            "HW1001: XOR and ADDX both match 0x4033 (mask 0x707F).",
            "HW1002: TWICE: B [16:12] and A [12:8] both claim bit 12.",
            "HW1002: TWICE: C [27:20] and wait0 [31:26] both claim bits 27:26.",
            "HW1002: TWICE: D [7:3] and the opcode both claim bits 6:3.",
            "HW1004: FIELDS: A is [8:12]: hi is below lo. Write [Field(12, 8)].",
            "HW1004: FIELDS: B [40:33] leaves the 32-bit word.",
            "HW1003: FIELDS: C [15:13] is too narrow for Wide: it needs 0 … 9, 3 bits hold 0 … 7.",
            "HW1003: FIELDS: D [18:16] is too narrow for R: 32 registers, 3 bits hold 8.",
            "HW1003: FIELDS: E [20:19] is a flag: one bit, not 2.",
            "HW1003: FIELDS: F [24:21] has type Double; an operand is a bool, an enum, a [Register] or an integer.",
            "HW1005: FIELDS: operand G has no [Field(hi, lo)].",
            "HW1003: NUMBERS: A [19:8] holds 0 … 4095, more than its type Byte. Use a wider type.",
            "HW1003: NUMBERS: B [23:20] is too narrow for its legal values 0 … 16: it holds 0 … 15.",
            "HW1006: NAMES: there is no format \"plian\". Did you mean plain? Formats: plain, sem.",
            "HW1006: NAMES: there is no queue \"Z\". Did you mean X? Queues: X, Y.",
            "HW1004: NAMES: opcode 0x80 does not fit bits [6:0].",
            "HW1006: add: say which queue executes it: Queue = nameof(Q.…), or an operand of type Q.",
            "HW1007: add: the mnemonic is taken, at ",
            "HW1007: Add: the mnemonic is taken, at ",
            "HW1008: ZERO matches the all-zero word, which must stay illegal: empty memory is not a program.",
        ];
        foreach (var text in expected) Assert.True(messages.Exists(m => m.StartsWith(text, StringComparison.Ordinal)), $"missing: {text}\nin:\n{string.Join('\n', messages)}");
        Assert.Equal(expected.Length, messages.Count);
        Assert.Contains(messages, m => m.Contains("Free opcodes nearby: 0x30–0x32, 0x34–0x36."));
    }

    [Fact]
    public void The_table_covers_every_bit_once()
    {
        foreach (var i in TxuIsa.Definition.Instructions)
        {
            var all = i.AllFields.Aggregate(i.Mask ^ i.Reserved, (bits, f) => { Assert.Equal(0, (long)UInt128.PopCount(bits & f.Bits.Mask)); return bits | f.Bits.Mask; });
            Assert.Equal(UInt128.MaxValue, all);
            Assert.NotEmpty(i.Summary);
            Assert.Matches(@"^\d+\.\d+$", i.Since);
        }
    }

    [Fact]
    public void Legal_sets_are_data()
    {
        var isa = TxuIsa.Definition;
        Assert.Equal<ValueRange>([new(1, 8191)], isa.Find("SETS")!.Operands[1].Legal);
        Assert.Equal<ValueRange>([new(0, 4)], isa.Find("NOP")!.Operands[0].Legal);
        Assert.Equal<ValueRange>([new(0, 0), new(32, 63)], isa.Find("LD")!.Waits[1].Legal);
        Assert.True(isa.Find("FENCE")!.Operands[0].IsFull);
        Assert.False(isa.Find("MM")!.Operands[4].IsFull);
        Assert.Same(isa.Find("NOP")!.Operands[0], isa.Find("NOP")!.QueueOperand);
        Assert.Equal((int)Queue.VX, isa.Find("VQ")!.Queue);
    }

    [Fact]
    public void The_hash_follows_the_encoding_and_nothing_else()
    {
        var one = IsaDefinition.Define(shape, [typeof(Add), typeof(Xor)]);
        Assert.Equal(64, one.Hash.Length);
        Assert.Equal(one.Hash, IsaDefinition.Define(shape with { Version = "2" }, [typeof(Xor), typeof(Add)]).Hash);
        Assert.NotEqual(one.Hash, IsaDefinition.Define(shape, [typeof(Add)]).Hash);
        Assert.NotEqual(one.Hash, IsaDefinition.Define(shape with { WordBits = 64 }, [typeof(Add), typeof(Xor)]).Hash);
    }
}
