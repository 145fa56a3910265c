using System.Runtime.CompilerServices;

namespace Hw.Isa;

/// <summary>What every declared instruction is: a <c>readonly record struct</c> whose positional parameters are its operands.</summary>
public interface IInstruction;

/// <summary>
/// Declares an instruction. Its operands are the record's parameters, each with a <see cref="FieldAttribute"/>; its summary is the
/// XML comment above it; every bit that neither opcode, format nor field claims is reserved and must be zero.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class InstructionAttribute(string mnemonic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public string Mnemonic { get; } = mnemonic;
    public SourcePlace Place { get; } = new(file, line);

    public int Opcode { get; init; }
    /// <summary>A format of the definition, by name; it says where the semaphores sit, if any.</summary>
    public string Format { get; init; } = "";
    /// <summary>The queue that executes it, by name. Left out when an operand of the definition's queue type names it.</summary>
    public string Queue { get; init; } = "";
    public string Since { get; init; } = "";
}

/// <summary>
/// Bits hi … lo of the word. The parameter's type is the operand's kind: <c>bool</c> a flag, an enum its members (with [Flags] any
/// union of them), a <see cref="RegisterAttribute">register</see> its index, an integer type a number. A parameter with a default may be left out in assembly.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FieldAttribute(int hi, int lo, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Attribute
{
    public FieldAttribute(int bit, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : this(bit, bit, file, line) { }

    public BitRange Bits { get; } = new(hi, lo);
    public SourcePlace Place { get; } = new(file, line);

    /// <summary>Two's complement. Numbers are unsigned otherwise.</summary>
    public bool Signed { get; init; }
    /// <summary>Least and greatest legal number, when they are not those of the field.</summary>
    public long Min { get; init; } = long.MinValue;
    public long Max { get; init; } = long.MaxValue;
}

/// <summary>More bits, besides the opcode, that have one value in this instruction (a second opcode field).</summary>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = true)]
public sealed class FixedAttribute(int hi, int lo, int value) : Attribute
{
    public BitRange Bits { get; } = new(hi, lo);
    public int Value { get; } = value;
}

/// <summary>A register file: assembly writes <c>prefix + index</c>. Stands on a <c>record struct</c> with one parameter, <c>int Index</c>.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class RegisterAttribute(string prefix, int count) : Attribute
{
    public string Prefix { get; } = prefix;
    public int Count { get; } = count;
}
