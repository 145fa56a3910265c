using System.Collections.Immutable;
using Hw.Bits;

namespace Hw.Isa;

/// <summary>An input of a <see cref="Meaning"/>: its name, and the integers it can be (an FP32 pattern: UInt(32)).</summary>
public readonly record struct MeaningInput(string Name, Interval Range);

/// <summary>
/// One arithmetic text of an instruction, such as VBIN's MAX: what it makes of its inputs. The text is the one that the golden executes and the hardware is made of; read as a graph it goes
/// into the lock, so that a later version can be held against it.
/// </summary>
public sealed record Meaning(string Name, ImmutableArray<MeaningInput> Inputs, Func<ImmutableArray<Signal>, Signal> Text);

/// <summary>An instruction that computes: all texts that its execution uses.</summary>
public interface IHasMeaning : IInstruction
{
    static abstract IEnumerable<Meaning> Meanings { get; }
}
