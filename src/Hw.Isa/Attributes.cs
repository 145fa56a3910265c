using System.Runtime.CompilerServices;

namespace Hw.Isa;

/// <summary>What every declared instruction is: a <c>readonly record struct</c> whose positional parameters are its operands.</summary>
public interface IInstruction;

/// <summary>How far an instruction may be relied on. What a stable one means changes only with the major version (the lock keeps watch); an experimental one may change at any time.</summary>
public enum Status { Stable, Experimental }

/// <summary>Declares an instruction set on the static class that stands for it: what its words are before the first instruction. Read by <see cref="IsaShape.Of"/> and by the analyzer in the editor.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InstructionSetAttribute(string name, string version, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public string Name { get; } = name;
    /// <summary>Semantic version, major.minor or major.minor.patch.</summary>
    public string Version { get; } = version;
    public SourcePlace Place { get; } = new(file, line);
    /// <summary>A multiple of 8, at most 128.</summary>
    public int WordBits { get; init; } = 32;
    /// <summary>The bits that every instruction fixes, such as "7:0".</summary>
    public string Opcode { get; init; } = "7:0";
    /// <summary>What bits of an instruction that nothing claims are. Null: every bit has to be claimed.</summary>
    public string? Unclaimed { get; init; } = nameof(Policy.MustBeZero);
}

/// <summary>
/// A layout that instructions share. <see cref="Waits"/> and <see cref="Signals"/> are where semaphore references sit, such as "13:8 19:14"; <see cref="Fields"/> names places for operands, such as
/// "Dst 48:44, A 53:49": a parameter of that name needs no [Field]. After its bits a name may say signed, relative and *4, as [Field] does: "Imm 31 7 30:25 11:8 signed *2".
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class FormatAttribute(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public string Name { get; } = name;
    public SourcePlace Place { get; } = new(file, line);
    public string Waits { get; init; } = "";
    public string Signals { get; init; } = "";
    /// <summary>The queue, by name, of the format's instructions that name none.</summary>
    public string Queue { get; init; } = "";
    public string Fields { get; init; } = "";
}

/// <summary>Opcodes first … last that no instruction may take: for others to extend (Custom), or kept free (Trap). A hint is an instruction that does nothing: declare one.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RegionAttribute(int first, int last, Policy policy, string what = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public int First { get; } = first;
    public int Last { get; } = last;
    public Policy Policy { get; } = policy;
    public string What { get; } = what;
    public SourcePlace Place { get; } = new(file, line);
}

/// <summary>
/// Declares an instruction. Its operands are the record's parameters, each with a <see cref="FieldAttribute"/> or named in its format; its summary is the
/// XML comment above it; what becomes of the bits that neither opcode, format nor field claims is said by <see cref="ReservedAttribute"/>, or by the instruction set for all.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class InstructionAttribute(string mnemonic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public string Mnemonic { get; } = mnemonic;
    public SourcePlace Place { get; } = new(file, line);

    public int Opcode { get; init; }
    /// <summary>A format of the definition, by name; it says where the semaphores sit, if any.</summary>
    public string Format { get; init; } = "";
    /// <summary>The queue that executes it, by name. Left out when an operand of the definition's queue type names it, and where there is one queue.</summary>
    public string Queue { get; init; } = "";
    public string Since { get; init; } = "";
    public Status Status { get; init; } = Status.Stable;
    /// <summary>How assembly writes the operands, where commas do not do: "rd, offset(base)". Names are those of the parameters, each once; those with a default may be missing and are then given by name. Marks stand as they are.</summary>
    public string Syntax { get; init; } = "";
}

/// <summary>
/// Bits hi … lo of the word, or pieces of it, most significant first: <c>[Field("31 7 30:25 11:8", Multiple = 2, Signed = true)]</c>. The parameter's type is the operand's kind: <c>bool</c> a
/// flag, an enum its members (with [Flags] any union of them), a <see cref="RegisterAttribute">register</see> its index, an integer type a number. A parameter with a default may be left out in assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FieldAttribute : Attribute
{
    public FieldAttribute(int hi, int lo, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => (Bits, Place) = (new BitRange(hi, lo), new(file, line));
    public FieldAttribute(int bit, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : this(bit, bit, file, line) { }
    public FieldAttribute(string pieces, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => (Bits, Text, Place) = (FieldBits.Parse(pieces), pieces, new(file, line));

    public FieldBits Bits { get; }
    /// <summary>As it was written, where it was.</summary>
    internal string? Text { get; }
    public SourcePlace Place { get; }

    /// <summary>Two's complement. Numbers are unsigned otherwise.</summary>
    public bool Signed { get; init; }
    /// <summary>The value is the bits times this power of two; other values are illegal.</summary>
    public int Multiple { get; init; } = 1;
    /// <summary>Assembly gives an address, and the value is its distance in bytes from this instruction.</summary>
    public bool Relative { get; init; }
    /// <summary>Least and greatest legal number, when they are not those of the field.</summary>
    public long Min { get; init; } = long.MinValue;
    public long Max { get; init; } = long.MaxValue;
}

/// <summary>More bits, besides the opcode, that have one value in this instruction (a second opcode field).</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class FixedAttribute(int hi, int lo, int value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public SourcePlace Place { get; } = new(file, line);
    public BitRange Bits { get; } = new(hi, lo);
    public int Value { get; } = value;
}

/// <summary>Bits of this instruction that no field claims, and what becomes of them.</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class ReservedAttribute(int hi, int lo, Policy policy, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public SourcePlace Place { get; } = new(file, line);
    public BitRange Bits { get; } = new(hi, lo);
    public Policy Policy { get; } = policy;
}

/// <summary>This instruction's words are some of another's, and where both match it is this one. Proven: every word of this one is one of the other's.</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class SpecializesAttribute(Type general, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public SourcePlace Place { get; } = new(file, line);
    public Type General { get; } = general;
}

/// <summary>Instructions with different members of one group never stand in one machine, so their words may be the same. A definition chooses the member: <see cref="IsaShape.Choices"/>.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class ExclusiveAttribute(string group, string member, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public SourcePlace Place { get; } = new(file, line);
    public string Group { get; } = group;
    public string Member { get; } = member;
}

/// <summary>A register file: assembly writes <c>prefix + index</c>, or a name where there are names. Stands on a <c>record struct</c> with one parameter, <c>int Index</c>.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class RegisterAttribute(string prefix, int count) : Attribute
{
    public string Prefix { get; } = prefix;
    public int Count { get; } = count;
    /// <summary>Other names, by index, with spaces between them: "zero ra sp".</summary>
    public string Names { get; init; } = "";
}
