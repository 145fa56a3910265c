using System.Collections.Immutable;
using Hw.Encodings;
using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>What is declared of an instruction's words decides what words mean: special instructions, exclusive ones, and the policies of bits that nobody claims.</summary>
public class DefinitionRelationTests
{
    static readonly IsaShape shape = new()
    {
        Name = "related", Version = "1", WordBits = 16, Opcode = new(3, 0), Formats = [new("f") { Fields = ImmutableDictionary<string, FieldPlace>.Empty.Add("Offset", new(new FieldBits(new BitRange(15, 14), new BitRange(5, 4)), Signed: true, Multiple: 2)) }],
    };

    [Instruction("MOVE", Opcode = 1, Format = "f")]
    readonly record struct Move([Field(9, 4)] int To, [Field(15, 10)] int From) : IInstruction;

    [Instruction("CLEAR", Opcode = 1, Format = "f"), Fixed(15, 10, 0), Specializes(typeof(Move))]
    readonly record struct Clear([Field(9, 4, Max = 40)] int To) : IInstruction;

    [Instruction("NOP", Opcode = 1, Format = "f"), Fixed(15, 4, 0), Specializes(typeof(Clear))]
    readonly record struct Nop : IInstruction;

    /// <summary>Where words are some of another's, the special instruction has them, also when it then refuses them.</summary>
    [Fact]
    public void A_special_word_is_the_special_instruction()
    {
        var isa = IsaDefinition.Define(shape, [typeof(Move), typeof(Nop), typeof(Clear)]);
        Assert.Equal(new Move(5, 3), isa.Decode(0x0C51).Instruction);
        Assert.Equal(new Clear(5), isa.Decode(0x0051).Instruction);
        Assert.Equal(new Nop(), isa.Decode(0x0001).Instruction);
        Assert.False(isa.TryDecode(0x0001 | 41 << 4, out _, out var refusal));
        Assert.Equal(("CLEAR", Trap.BadOperand), (refusal.Info!.Mnemonic, refusal.Cause));
        Assert.Equal(["CLEAR", "NOP"], isa.SpecialsOf(isa.Find("MOVE")!).Select(i => i.Mnemonic));
        Assert.Equal(["NOP"], isa.SpecialsOf(isa.Find("CLEAR")!).Select(i => i.Mnemonic));
        Assert.Empty(isa.SpecialsOf(isa.Find("NOP")!));
        for (var word = 0; word < 1 << 16; word++)
            if ((word & 15) == 1) Assert.Equal(word == 1 ? "NOP" : word < 0x400 ? "CLEAR" : "MOVE", isa.Match((UInt128)word)!.Mnemonic);
    }

    [Instruction("MULA", Opcode = 2, Format = "f"), Exclusive("multiplier", "a")]
    readonly record struct MulA([Field(9, 4)] int To) : IInstruction;

    [Instruction("MULB", Opcode = 2, Format = "f"), Exclusive("multiplier", "b")]
    readonly record struct MulB([Field(15, 10)] int To) : IInstruction;

    [Fact]
    public void A_machine_has_the_chosen_member_of_an_exclusive_group()
    {
        Type[] types = [typeof(MulA), typeof(MulB), typeof(Move)];
        foreach (var (choice, mnemonic) in new[] { ("a", "MULA"), ("b", "MULB") })
        {
            var isa = IsaDefinition.Define(shape with { Choices = Choose("multiplier", choice) }, types);
            Assert.Equal(["MOVE", mnemonic], isa.Instructions.Select(i => i.Mnemonic));
            Assert.Equal(mnemonic, isa.Match(2)!.Mnemonic);
            Assert.Empty(isa.Findings);
        }
        Assert.Equal("(unknown): error HW1012: related: say which member of \"multiplier\" this machine has. Write Choices with [\"multiplier\"] = \"a\"; members: a, b.", Message(shape, types));
        Assert.Equal("(unknown): error HW1012: related: \"c\" is no member of \"multiplier\". Did you mean a? Members: a, b.", Message(shape with { Choices = Choose("multiplier", "c") }, types));
        Assert.Equal("(unknown): error HW1012: related: Choices name a group \"multiplyer\" that no [Exclusive] names. Did you mean multiplier? Groups: multiplier.",
            Message(shape with { Choices = Choose("multiplier", "a").Add("multiplyer", "a") }, types));

        static ImmutableDictionary<string, string> Choose(string group, string member) => ImmutableDictionary<string, string>.Empty.Add(group, member);
        static string Message(IsaShape shape, Type[] types) => Assert.Throws<IsaException>(() => IsaDefinition.Define(shape, types)).Message;
    }

    [Instruction("BITS", Opcode = 3, Format = "f"), Reserved(15, 14, Policy.Trap), Reserved(13, 12, Policy.Custom), Reserved(11, 10, Policy.Hint), Reserved(9, 8, Policy.MustBeZero)]
    readonly record struct Bits([Field(7, 4)] int A) : IInstruction;

    [Instruction("MORE", Opcode = 3, Format = "f"), Fixed(15, 14, 1), Reserved(13, 12, Policy.Trap)]
    readonly record struct More([Field(7, 4)] int A) : IInstruction;

    /// <summary>A set bit under Trap or Custom is another opcode, which another instruction may have or never will; under MustBeZero it is a reserved bit; under Hint it is nothing.</summary>
    [Fact]
    public void The_policy_of_a_bit_decides_what_it_does()
    {
        var isa = IsaDefinition.Define(shape, [typeof(Bits), typeof(More)]);
        Assert.Equal(0x0053, (int)isa.Encode(new Bits(5)));
        for (var bit = 8; bit < 16; bit++)
        {
            var understood = isa.TryDecode((UInt128)(0x0053 | 1 << bit), out var decoded, out var refusal);
            Assert.Equal(bit is 10 or 11 or 14, understood);
            if (understood) Assert.Equal(bit == 14 ? new More(5) : new Bits(5), decoded!.Instruction);
            else Assert.Equal(bit is 8 or 9 ? Trap.ReservedBits : Trap.IllegalOpcode, refusal!.Cause);
        }
        var info = isa.Find("BITS")!;
        Assert.Equal([(new(15, 14), Policy.Trap), (new(13, 12), Policy.Custom), (new(11, 10), Policy.Hint), (new BitRange(9, 8), Policy.MustBeZero)], info.Unclaimed);
        Assert.Equal(0xF00F, (int)info.Mask);
    }

    [Instruction("JUMP", Opcode = 4, Format = "f")]
    readonly record struct Jump(int Offset) : IInstruction;

    [Fact]
    public void A_format_says_how_its_places_are_read()
    {
        var isa = IsaDefinition.Define(shape, [typeof(Jump)]);
        Assert.Equal(0x8014, (int)isa.Encode(new Jump(-14)));
        Assert.Equal(new Jump(-14), isa.Decode(0x8014).Instruction);
        Assert.Equal<ValueRange>([new(-16, 14)], isa.Find("JUMP")!.Operands[0].Legal);
    }

    /// <summary>The areas of a set of the size of a real one: every word of 2,000 is where the codec says.</summary>
    [Theory, InlineData("txu"), InlineData("rv32i")]
    public void The_map_is_what_the_codec_does(string name)
    {
        var isa = name == "txu" ? TxuIsa.Definition : Rv32i.Rv32i.Definition;
        var random = new Random(3);
        Assert.Equal(isa.Map.Words, isa.Map.Areas.Aggregate(System.Numerics.BigInteger.Zero, (sum, a) => sum + a.Words));
        foreach (var area in isa.Map.Areas)
            foreach (var cube in area.Cubes.Take(40))
            {
                var word = cube.Value.ToUInt128() | new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()) & ~cube.Mask.ToUInt128();
                isa.TryDecode(word, out var decoded, out var refusal);
                var expected = area.Kind switch { AreaKind.Legal => Trap.None, AreaKind.BadOperand => Trap.BadOperand, AreaKind.ReservedBits => Trap.ReservedBits, _ => Trap.IllegalOpcode };
                Assert.Equal((expected, area.IsIllegalOpcode ? null : area.Name), (refusal?.Cause ?? Trap.None, (decoded?.Info ?? refusal?.Info)?.Mnemonic));
            }
    }
}
