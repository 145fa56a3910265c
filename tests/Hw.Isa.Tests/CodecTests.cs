using Hw.Isa.Txu;
using static Hw.Isa.Txu.Registers;

namespace Hw.Isa.Tests;

/// <summary>Words ↔ instructions for the whole table: random operands, every reserved bit, every opcode.</summary>
public class CodecTests
{
    static readonly IsaDefinition isa = TxuIsa.Definition;
    public static TheoryData<string> Mnemonics => new(isa.Instructions.Select(i => i.Mnemonic));

    [Theory, MemberData(nameof(Mnemonics))]
    public void Random_operands_survive_the_round_trip(string mnemonic)
    {
        var info = isa.Find(mnemonic)!;
        var random = new Random(7);
        for (var n = 0; n < 500; n++)
        {
            var (word, operands, waits, signals) = RandomWords.Legal(isa, info, random);
            var d = isa.Decode(word);
            Assert.Same(info, d.Info);
            Assert.Equal(operands, info.Operands.Select(f => f.Decode(word)));
            Assert.Equal(waits, d.Waits);
            Assert.Equal(signals, d.Signals);
            Assert.Equal(word, isa.Encode(d.Instruction, waits, signals));
        }
    }

    [Theory, MemberData(nameof(Mnemonics))]
    public void Each_reserved_bit_alone_is_refused(string mnemonic)
    {
        var info = isa.Find(mnemonic)!;
        var (word, _, _, _) = RandomWords.Legal(isa, info, new Random(1));
        var bits = 0;
        for (var i = 0; i < 128; i++)
        {
            if ((info.Reserved >> i & 1) == 0) continue;
            Assert.False(isa.TryDecode(word | UInt128.One << i, out _, out var refusal));
            Assert.Equal(Trap.ReservedBits, refusal.Cause);
            Assert.Contains($"reserved bit {i} ", refusal.Message);
            bits++;
        }
        Assert.Equal(128, bits + 8 + info.AllFields.Sum(f => f.Bits.Width));
    }

    [Theory, MemberData(nameof(Mnemonics))]
    public void Each_illegal_operand_value_is_refused_and_named(string mnemonic)
    {
        var info = isa.Find(mnemonic)!;
        var (word, _, _, _) = RandomWords.Legal(isa, info, new Random(2));
        foreach (var field in info.Operands.Where(f => !f.IsFull))
            for (var raw = 0L; raw <= field.Encodable.Max && raw < 4096; raw++)
            {
                var changed = (word & ~field.Bits.Mask) | field.Encode(raw);
                var legal = isa.TryDecode(changed, out _, out var refusal);
                Assert.Equal(field.IsLegal(raw), legal);
                if (!legal) Assert.Equal((Trap.BadOperand, field), (refusal!.Cause, refusal.Field!));
            }
    }

    [Fact]
    public void All_256_opcodes_are_an_instruction_or_illegal()
    {
        var legal = new HashSet<int> { 0x01, 0x02, 0x03, 0x04, 0x05, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x10, 0x11, 0x12, 0x13, 0x20, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x40, 0x41 };
        for (var opcode = 0; opcode < 256; opcode++)
        {
            var understood = isa.TryDecode((UInt128)opcode, out _, out var refusal);
            Assert.Equal(legal.Contains(opcode), isa.Match((UInt128)opcode) is not null);
            Assert.Equal(!legal.Contains(opcode), !understood && refusal!.Cause == Trap.IllegalOpcode);
        }
    }

    /// <summary>The layout by hand, bit by bit: the codec may not drift from what hardware was told.</summary>
    [Fact]
    public void Layouts_are_those_decided()
    {
        Equal(0x20 | Bits(8, 0x20 | 3) | Bits(14, 0x20 | 4) | Bits(20, 0x20 | 5) | Bits(36, 1) | Bits(44, 1) | Bits(49, 2) | Bits(54, 3) | Bits(59, 4),
            isa.Encode(new Mm(A(1), A(2), A(3), S(4), MmMode.ADD), wait: [3, 4], signal: [5]));
        Equal(0x30 | Bits(44, 1) | Bits(49, 2) | Bits(59, 3) | Bits(87, 65535) | Bits(103, 63), isa.Encode(new Vq(A(1), A(2), S(3), 65535, 63)));
        Equal(0x01 | Bits(44, 3), isa.Encode(new Nop(Queue.VX)));
        Equal(0x02 | Bits(44, 65535), isa.Encode(new Halt(65535)));
        Equal(0x03 | Bits(44, 0b1010), isa.Encode(new Fence(Queues.ST | Queues.VX)));
        Equal(0x04 | Bits(8, 65535), isa.Encode(new Loop(65535)));
        Equal(0x05, isa.Encode(new Endl()));
        Equal(0x08 | Bits(8, 31) | Bits(13, (1L << 40) - 1), isa.Encode(new Seta(A(31), (1L << 40) - 1)));
        Equal(0x09 | Bits(8, 31) | Bits(13, 3) | Bits(15, 0xFFFF_FFFE), isa.Encode(new Setl(A(31), 3, -2)));
        Equal(0x0A | Bits(8, 15) | Bits(12, 1) | Bits(25, 2) | Bits(38, 8191) | Bits(51, 4) | Bits(75, 5) | Bits(99, 0xFFFFFF), isa.Encode(new Sets(S(15), 1, 2, 8191, 4, 5, 0xFFFFFF)));
        Equal(0x0B | Bits(8, 31) | Bits(13, 63), isa.Encode(new Setq(31, 63)));
        Equal(0x10 | Bits(44, 1) | Bits(49, 2) | Bits(54, 3) | Bits(26, 0x3F), isa.Decode(0x10 | Bits(44, 1) | Bits(49, 2) | Bits(54, 3) | Bits(26, 0x3F)).Word);
        Equal(0x11 | Bits(44, 1) | Bits(49, 2) | Bits(54, 3) | Bits(58, 1), isa.Encode(new St(A(1), A(2), S(3), Space.ACC)));

        Equal(0x04 | Bits(8, 7) | Bits(24, 0xFFFE), isa.Encode(new Loop(7, -2)));
        Equal(0x0C | Bits(8, 9) | Bits(12, 0x3F80_0000) | Bits(44, 0xC000_0000) | Bits(76, 4095) | Bits(96, 77), isa.Encode(new Setc(C(9), 0x3F80_0000, 0xC000_0000, 4095, 77)));
        Equal(0x10 | Bits(44, 1) | Bits(49, 2) | Bits(54, 3) | Bits(58, 1), isa.Encode(new Ld(A(1), A(2), S(3), Space.ACC)));
        Equal(0x12 | Bits(44, 1) | Bits(49, 2) | Bits(54, 3) | Bits(58, 1), isa.Encode(new Ldt(A(1), A(2), S(3))));
        Equal(0x13 | Bits(44, 1) | Bits(49, 2) | Bits(54, 3), isa.Encode(new Stt(A(1), A(2), S(3), ElementSize.B8)));
        Equal(0x20 | Bits(32, 2) | Bits(36, 2) | Bits(44, 1) | Bits(49, 2) | Bits(54, 3) | Bits(59, 4) | Bits(63, 31) | Bits(68, 30) | Bits(73, 29),
            isa.Encode(new Mm(A(1), A(2), A(3), S(4), MmMode.SCALE, MmType.E4M3, V(31), 30, 29)));
        var unary = Bits(44, 1) | Bits(49, 2) | Bits(59, 4);
        var binary = unary | Bits(54, 3);
        Equal(0x30 | unary | Bits(32, 1) | Bits(36, 1) | Bits(68, 5), isa.Encode(new Vq(A(1), A(2), S(4), Type: VqType.BF16, C: C(5), Scaled: true)));
        Equal(0x31 | unary | Bits(32, 3) | Bits(36, 1) | Bits(68, 5), isa.Encode(new Vdq(A(1), A(2), S(4), VdqType.INT32, C(5), true)));
        Equal(0x32 | binary | Bits(77, 3) | Bits(79, 1) | Bits(81, 2) | Bits(83, 4), isa.Encode(new Vbin(A(1), A(2), A(3), S(4), BinaryOp.MIN, Target.STATE, Source.E4M3, Other.ACC)));
        Equal(0x33 | unary | Bits(36, 1) | Bits(68, 15) | Bits(77, 2) | Bits(79, 3) | Bits(83, 5), isa.Encode(new Vact(A(1), A(2), S(4), Activation.SILU, Target.ACC, Source.STATE, C(15), true)));
        Equal(0x34 | binary | Bits(77, 1) | Bits(79, 2) | Bits(81, 1), isa.Encode(new Vglu(A(1), A(2), A(3), S(4), Target.E4M3, Source.ACC, Other.SCALAR)));
        Equal(0x35 | Bits(49, 2) | Bits(59, 4) | Bits(63, 17) | Bits(79, 2) | Bits(83, 2) | Bits(36, 1), isa.Encode(new Vred(V(17), A(2), S(4), Reduction.MAX, First: true)));
        Equal(0x36 | binary | Bits(63, 17) | Bits(77, 0), isa.Encode(new Vnrm(A(1), A(2), A(3), S(4), V(17))));
        Equal(0x37 | binary | Bits(77, 1) | Bits(79, 3) | Bits(81, 2), isa.Encode(new Vrope(A(1), A(2), A(3), S(4), Target.E4M3, Source.STATE)));
        Equal(0x38 | binary | Bits(32, 2) | Bits(36, 7) | Bits(63, 29) | Bits(68, 6) | Bits(72, 31), isa.Encode(new Smx(A(1), A(2), A(3), A(31), S(4), V(29), C(6), SmxType.E4M3, true, true, true)));
        Equal(0x39 | unary | Bits(63, 31) | Bits(77, 2), isa.Encode(new Smxf(A(1), A(2), S(4), V(31), Target.ACC)));

        static UInt128 Bits(int lo, long value) => (UInt128)value << lo;
        static void Equal(UInt128 expected, UInt128 actual) => Assert.Equal(expected.ToString("x32"), actual.ToString("x32"));
    }

    [Fact]
    public void An_unused_semaphore_reference_must_be_all_zero()
    {
        for (var index = 1; index < 32; index++)
        {
            Assert.False(isa.TryDecode((UInt128)(0x01 | index << 20), out _, out var refusal));
            Assert.Equal((Trap.ReservedBits, "signal0"), (refusal.Cause, refusal.Field!.Name));
        }
    }

    /// <summary>Opcode before reserved bits before operands, and among operands the lowest field.</summary>
    [Fact]
    public void Checks_come_in_the_order_of_dispatch()
    {
        Assert.Equal(Trap.IllegalOpcode, Refuse(UInt128.MaxValue).Cause);
        var badTypeAndReserved = (UInt128)0x20 | (UInt128)2 << 32 | UInt128.One << 127;
        Assert.Equal(Trap.ReservedBits, Refuse(badTypeAndReserved).Cause);
        Assert.Equal("E0", Refuse((UInt128)0x0A).Field!.Name);
        Assert.Equal("E1", Refuse((UInt128)0x0A | (UInt128)1 << 12).Field!.Name);
        Assert.Equal("Type", Refuse((UInt128)0x20 | (UInt128)15 << 32).Field!.Name);

        static Refusal Refuse(UInt128 word) => isa.TryDecode(word, out _, out var refusal) ? throw new Xunit.Sdk.XunitException("accepted") : refusal;
    }

    [Fact]
    public void Encoding_refuses_what_does_not_fit_and_says_what_would()
    {
        Assert.Equal("LOOP: Count is 0; legal: 1 … 65535", Message(() => isa.Encode(new Loop(0))));
        Assert.Equal("MM: Moving is a32; legal: a0 … a31", Message(() => isa.Encode(new Mm(A(0), A(32), A(0), S(0)))));
        Assert.Equal("HALT: wait(32): there are semaphores 0 … 31", Message(() => isa.Encode(new Halt(), wait: [32])));
        Assert.Equal("LOOP has room for 0 signal semaphores, got 1", Message(() => isa.Encode(new Loop(1), signal: [1])));
        Assert.Matches(@"^.*CodecTests.cs\(\d+\): error: SETA: Base is -1; legal: 0 … 1099511627775$", Message(() => new IsaProgram(isa).Add(new Seta(A(0), -1))));

        static string Message(Action action) => Assert.Throws<IsaException>(action).Message;
    }

    [Fact]
    public void Programs_survive_bytes()
    {
        var program = new IsaProgram(isa);
        program.Add(new Seta(A(1), 0x12345));
        program.Add(new Halt(), wait: [3]);
        var bytes = program.ToBytes();
        Assert.Equal(32, bytes.Length);
        Assert.Equal(0x08, bytes[0]);
        Assert.Equal(program.Words, IsaProgram.FromBytes(isa, bytes).Words);
        Assert.Throws<IsaException>(() => IsaProgram.FromBytes(isa, bytes.AsSpan(1)));
    }
}
