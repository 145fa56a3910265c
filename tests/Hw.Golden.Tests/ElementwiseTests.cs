using System.Runtime.Intrinsics;
using Hw.Bits;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Oracles;
using static Hw.Isa.Txu.Registers;

namespace Hw.Golden.Tests;

/// <summary>Every elementwise instruction of the definition against the oracle of its name: its arithmetic in both readings, and its rows as the golden walks them.</summary>
public class ElementwiseTests
{
    const int Patterns = 100_000, Lanes = 8;

    static readonly (InstructionInfo Info, IElementwise Operation)[] all = [.. IElementwise.Among(TxuIsa.Definition)];

    public static TheoryData<string> All => [.. all.Select(e => e.Info.Mnemonic)];

    static IElementwise Named(string mnemonic) => all.Single(e => e.Info.Mnemonic == mnemonic).Operation;

    static Func<uint, uint, uint> Oracle(string mnemonic) => ElementwiseOracle.Of(mnemonic)
        ?? throw new InvalidOperationException($"{mnemonic} has no second opinion. Write it in tests/Oracles/ElementwiseOracle.cs, in plain code that sees neither the definition nor its library: public static uint {mnemonic}(uint a{(Named(mnemonic).Second is null ? "" : ", uint b")})");

    [Theory, MemberData(nameof(All))]
    public void It_is_what_its_oracle_says(string mnemonic) => Assert.Null(Difference(Named(mnemonic), Oracle(mnemonic)));

    /// <summary>That the test above bites.</summary>
    [Fact]
    public void Another_operation_is_seen()
    {
        foreach (var (info, _) in all)
            foreach (var (other, operation) in all)
                if (other != info) Assert.NotNull(Difference(operation, Oracle(info.Mnemonic)));
        Assert.Null(ElementwiseOracle.Of("VNONE"));
    }

    static readonly uint[] corners =
    [
        .. from sign in (uint[])[0, 1]
           from exponent in (uint[])[0, 1, 2, 126, 127, 128, 253, 254, 255]
           from fraction in (uint[])[0, 1, 0x400000, 0x7FFFFF]
           select sign << 31 | exponent << 23 | fraction,
    ];

    static IEnumerable<(uint A, uint B)> Pairs()
    {
        foreach (var a in corners) foreach (var b in corners) yield return (a, b);
        var random = new Random(3);
        uint Any() => (uint)random.NextInt64(1L << 32);
        for (var n = 0; n < Patterns; n++) yield return random.Next(4) switch { 0 => (Any(), corners[random.Next(corners.Length)]), 1 => Any() is var a ? (a, a ^ (uint)random.Next(4)) : default, _ => (Any(), Any()) };
    }

    /// <summary>The first pair of which one reading says something else.</summary>
    static string? Difference(IElementwise operation, Func<uint, uint, uint> oracle)
    {
        foreach (var chunk in Pairs().Chunk(Lanes))
        {
            Lanes<long> Of(Func<(uint A, uint B), uint> which) => new(Vector512.Create([.. Enumerable.Range(0, Lanes).Select(i => (long)which(chunk[i % chunk.Length]))]));
            var lanes = operation.Of(Of(p => p.A), Of(p => p.B));
            foreach (var (i, (a, b)) in chunk.Index())
            {
                var (want, number, lane) = (oracle(a, b), operation.Of<Int>(a, b).Value, lanes.Value[i]);
                if (number != want || lane != want) return $"0x{a:X8}, 0x{b:X8}: the oracle says 0x{want:X8}, the text as number 0x{number:X8}, as lane 0x{lane:X8}";
            }
        }
        return null;
    }

    [Theory, MemberData(nameof(All))]
    public void It_walks_its_rows(string mnemonic)
    {
        var (info, sample) = all.Single(e => e.Info.Mnemonic == mnemonic);
        var oracle = Oracle(mnemonic);
        foreach (var lanes in (int[])[4, 8, 17, 32])
        {
            var random = new Random(lanes);
            var twin = new Twin(lanes, random, spice: 20);
            for (var n = 0; n < 40; n++)
            {
                E Pick<E>() where E : struct, Enum => Enum.GetValues<E>() is var members ? members[random.Next(members.Length)] : default;
                var (to, from, with, count) = (Pick<Target>(), Pick<Source>(), Pick<Other>(), twin.Count());
                var (dst, a, b) = (twin.Target($"{to}", count), twin.Source($"{from}", count), sample.Second is null ? default : twin.Source($"{with}", count));
                var m = twin.Machine;
                (m.Addresses[1].Base, m.Addresses[2].Base, m.Addresses[3].Base, m.Shapes[0]) = (dst.First, a.First, b.First, new(count, 1, 1, (int)dst.Stride, (int)a.Stride, (int)b.Stride));
                var word = TxuIsa.Definition.Encode(info, [.. info.Operands.Select(o => o.Name switch
                {
                    nameof(Vclip.Dst) => 1, nameof(Vclip.A) => 2, nameof(Vclip.B) => 3, nameof(Vclip.To) => (long)to, nameof(Vclip.From) => (long)from, nameof(Vclip.With) => (long)with, _ => 0,
                })]);
                twin.Run((ITxuInstruction)TxuIsa.Definition.Decode(word).Instruction, () => twin.Rows.Elementwise(oracle, count, dst, a, sample.Second is null ? null : b));
            }
        }
    }
}
