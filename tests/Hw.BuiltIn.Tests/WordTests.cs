using System.Numerics;
using Hw.Bits;
using Hw.Hdl;

namespace Hw.BuiltIn.Tests;

/// <summary>Words around the size of a machine word, where a number becomes an address.</summary>
public class WordTests
{
    /// <summary>Exactly 64 bits of a longer word are a word themselves; what they are made of is needed as one.</summary>
    sealed class LowHalf : Module
    {
        public In A { get; } = Input(UInt(100));
        public In B { get; } = Input(UInt(100));
        public In Address { get; } = Input(UInt(2));
        public Out Kept { get; } = Output(UInt(64));
        readonly Memory words = Memory(4, UInt(64));

        protected override void Build()
        {
            words.Write(1, Address, (A & B)[63, 0]);
            Kept.Drive(words.Read(Address, 1));
            Unused(Concat(A[99, 64], B[99, 64]), "only the low half is kept");
        }
    }

    [Fact]
    public void The_low_64_bits_of_a_longer_word_are_a_word()
    {
        using var sim = BuiltInDesign.Compile(Design.Elaborate(() => new LowHalf())).Start();
        var (a, b) = ((BigInteger)ulong.MaxValue << 30 | 5, (BigInteger.One << 99) - 7);
        (sim["a"].Wide, sim["b"].Wide) = (a, b);
        sim.Step(2);
        Assert.Equal((ulong)(a & b & ulong.MaxValue), sim["kept"].Value);
    }
}
