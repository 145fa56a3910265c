using System.Collections.Immutable;
using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>
/// An instruction that makes each element of a row from the element of one or two other rows, and of nothing else. Its file says its encoding and, as
/// <c>Apply</c>, its arithmetic on FP32 patterns; what it checks, how it walks its rows, and the hardware that does it follow from that.
/// </summary>
public interface IElementwise : IVectorInstruction
{
    AddressRegister Dst { get; }
    AddressRegister A { get; }
    Target To { get; }
    Source From { get; }
    /// <summary>The rows of the second operand, where it has one.</summary>
    (AddressRegister B, Other With)? Second => null;

    /// <summary>Its Apply, in any reading; b says nothing where there is no second operand.</summary>
    T Of<T>(T a, T b) where T : struct, IBits<T>;

    internal RowWalk Walk(TxuMachine m)
    {
        var walk = RowWalk.Of(m, Dst, A, Shape, To, From);
        return Second is var (b, with) ? walk.With(m, b, Shape, with) : walk;
    }

    void ITxuInstruction.Check(TxuMachine m)
    {
        RowWalk.OneExtent(m, Shape, TxuIsa.Definition[GetType()].Mnemonic);
        Walk(m).Check();
    }

    /// <summary>Every one of a definition, by opcode: the vector unit numbers them in this order, from 1 on.</summary>
    static ImmutableArray<(InstructionInfo Info, IElementwise Operation)> Among(IsaDefinition isa) =>
        [.. isa.Instructions.Where(i => typeof(IElementwise).IsAssignableFrom(i.Type)).Select(i => (i, (IElementwise)Activator.CreateInstance(i.Type)!))];
}

/// <summary>An elementwise instruction of one row.</summary>
public interface IUnary<TSelf> : IElementwise, IHasMeaning where TSelf : struct, IUnary<TSelf>
{
    /// <summary>FP32 patterns in and out.</summary>
    static abstract T Apply<T>(T a) where T : struct, IBits<T>;

    T IElementwise.Of<T>(T a, T b) => TSelf.Apply(a);
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Of("value", "a", x => TSelf.Apply(x[0]))];
    void ITxuInstruction.Execute(TxuMachine m, IEffects effects) => Walk(m).Run(m, effects, static (_, a) => TSelf.Apply(a));
}

/// <summary>An elementwise instruction of two rows, the second in any place a second operand may have.</summary>
public interface IBinary<TSelf> : IElementwise, IHasMeaning where TSelf : struct, IBinary<TSelf>
{
    AddressRegister B { get; }
    Other With { get; }

    /// <inheritdoc cref="IUnary{TSelf}.Apply"/>
    static abstract T Apply<T>(T a, T b) where T : struct, IBits<T>;

    (AddressRegister B, Other With)? IElementwise.Second => (B, With);
    T IElementwise.Of<T>(T a, T b) => TSelf.Apply(a, b);
    static IEnumerable<Meaning> IHasMeaning.Meanings => [Texts.Of("value", "a b", x => TSelf.Apply(x[0], x[1]))];
    void ITxuInstruction.Execute(TxuMachine m, IEffects effects) => Walk(m).Run(m, effects, With, static (_, a, b) => TSelf.Apply(a, b));
}
