using System.Collections.Immutable;
using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>Meanings of FP32 patterns, said shortly.</summary>
static class Texts
{
    /// <param name="inputs">Their names, with spaces between them.</param>
    public static Meaning Of(string name, string inputs, Func<ImmutableArray<Signal>, Signal> text) =>
        new(name, [.. inputs.Split(' ').Select(input => new MeaningInput(input, Interval.UInt32))], text);

    /// <summary>One for each member of an enum.</summary>
    public static IEnumerable<Meaning> Each<E>(string inputs, Func<E, ImmutableArray<Signal>, Signal> text) where E : struct, Enum =>
        Enum.GetValues<E>().Select(e => Of($"{e}", inputs, x => text(e, x)));
}
