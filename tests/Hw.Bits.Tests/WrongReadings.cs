namespace Hw.Bits.Tests;

/// <summary>One mistake in one primitive; what is not overridden is right.</summary>
interface IMistake
{
    static virtual Int ShiftRight(Int a, int n) => a >> n;
    static virtual Int ShiftRightBy(Int a, Int n) => Int.ShiftRight(a, n, 63);
    static virtual Int Slice(Int a, int hi, int lo) => Int.Slice(a, hi, lo);
    static virtual Int Mux(Int c, Int t, Int f) => Int.Mux(c, t, f);
    static virtual Int Wrap(Int a, Interval target) => Int.Wrap(a, target);
    static virtual Int Saturate(Int a, Interval target) => Int.Saturate(a, target);
    static virtual Int Less(Int a, Int b) => a < b;
    static virtual Int LessOrEqual(Int a, Int b) => a <= b;
    static virtual Int Not(Int c) => !c;
    static virtual Int Add(Int a, Int b) => a + b;
    static virtual Int Multiply(Int a, Int b) => a * b;
    static virtual Int Constant(long value) => value;
    static virtual Int Lookup(Rom table, Int index) => Int.Lookup(table, index);
    static virtual Int Join(Int high, Int low, int lowWidth) => Int.Join(high, low, lowWidth);
    static virtual Int LeadingZeros(Int a, int width) => Int.LeadingZeros(a, width);
    static virtual Int ShiftRightSticky(Int a, Int n, int max) => Int.ShiftRightSticky(a, n, max);
}

struct ShiftRightTowardZero : IMistake { static Int IMistake.ShiftRight(Int a, int n) => new(n > 62 ? 0 : a.Value / (1L << n)); }
struct ShiftRightByIsLogical : IMistake { static Int IMistake.ShiftRightBy(Int a, Int n) => new(a.Value >>> (int)n.Value); }
struct SliceOneTooHigh : IMistake { static Int IMistake.Slice(Int a, int hi, int lo) => Int.Slice(a, hi + 1, lo + 1); }
struct SliceKeepsTheSign : IMistake { static Int IMistake.Slice(Int a, int hi, int lo) => a >> lo; }
struct MuxArmsSwapped : IMistake { static Int IMistake.Mux(Int c, Int t, Int f) => Int.Mux(c, f, t); }
struct WrapForgetsTheSign : IMistake { static Int IMistake.Wrap(Int a, Interval target) => Int.Wrap(a, Interval.UInt(target.Width)); }
struct SaturateWraps : IMistake { static Int IMistake.Saturate(Int a, Interval target) => Int.Wrap(a, target.IsSigned ? Interval.Int(target.Width) : Interval.UInt(target.Width)); }
struct LessIsUnsigned : IMistake { static Int IMistake.Less(Int a, Int b) => new((ulong)a.Value < (ulong)b.Value ? 1 : 0); }
struct LessOrEqualIsLess : IMistake { static Int IMistake.LessOrEqual(Int a, Int b) => a < b; }
struct NotInvertsEveryBit : IMistake { static Int IMistake.Not(Int c) => new(~c.Value); }
struct AddLosesTheCarry : IMistake { static Int IMistake.Add(Int a, Int b) => a ^ b; }
struct MultiplyOfFourBits : IMistake { static Int IMistake.Multiply(Int a, Int b) => Int.Wrap(a * b, Interval.Int(8)) is var p && p.Value == 64 ? new(-64) : p; }
struct LookupNextEntry : IMistake { static Int IMistake.Lookup(Rom table, Int index) => new(table.Entries[(int)(index.Value + 1) % table.Entries.Length]); }
struct JoinSwapped : IMistake { static Int IMistake.Join(Int high, Int low, int lowWidth) => Int.Join(low, high, lowWidth); }
struct LeadingZerosOfNothing : IMistake { static Int IMistake.LeadingZeros(Int a, int width) => a.Value == 0 ? width - 1 : Int.LeadingZeros(a, width); }
struct StickyForgets : IMistake { static Int IMistake.ShiftRightSticky(Int a, Int n, int max) => Int.ShiftRight(a, n, max); }

#pragma warning disable CS0660, CS0661
/// <summary>The scalar reading with one mistake built in: what the tests must notice.</summary>
readonly record struct Wrong<M>(Int Value) : IBits<Wrong<M>> where M : struct, IMistake
#pragma warning restore
{
    public static Wrong<M> Constant(long value) => new(M.Constant(value));
    public static Wrong<M> operator +(Wrong<M> a, Wrong<M> b) => new(M.Add(a.Value, b.Value));
    public static Wrong<M> operator -(Wrong<M> a, Wrong<M> b) => new(a.Value - b.Value);
    public static Wrong<M> operator *(Wrong<M> a, Wrong<M> b) => new(M.Multiply(a.Value, b.Value));
    public static Wrong<M> operator &(Wrong<M> a, Wrong<M> b) => new(a.Value & b.Value);
    public static Wrong<M> operator |(Wrong<M> a, Wrong<M> b) => new(a.Value | b.Value);
    public static Wrong<M> operator ^(Wrong<M> a, Wrong<M> b) => new(a.Value ^ b.Value);
    public static Wrong<M> operator !(Wrong<M> c) => new(M.Not(c.Value));
    static Wrong<M> IBits<Wrong<M>>.operator ==(Wrong<M> a, Wrong<M> b) => new(new Int(a.Value.Value == b.Value.Value ? 1 : 0));
    static Wrong<M> IBits<Wrong<M>>.operator !=(Wrong<M> a, Wrong<M> b) => new(new Int(a.Value.Value != b.Value.Value ? 1 : 0));
    public static Wrong<M> operator <(Wrong<M> a, Wrong<M> b) => new(M.Less(a.Value, b.Value));
    public static Wrong<M> operator <=(Wrong<M> a, Wrong<M> b) => new(M.LessOrEqual(a.Value, b.Value));
    public static Wrong<M> operator >(Wrong<M> a, Wrong<M> b) => b < a;
    public static Wrong<M> operator >=(Wrong<M> a, Wrong<M> b) => b <= a;
    public static Wrong<M> operator <<(Wrong<M> a, int n) => new(a.Value << n);
    public static Wrong<M> operator >>(Wrong<M> a, int n) => new(M.ShiftRight(a.Value, n));
    public static Wrong<M> ShiftLeft(Wrong<M> a, Wrong<M> n, int max) => new(Int.ShiftLeft(a.Value, n.Value, max));
    public static Wrong<M> ShiftRight(Wrong<M> a, Wrong<M> n, int max) => new(M.ShiftRightBy(a.Value, n.Value));
    public static Wrong<M> Slice(Wrong<M> a, int hi, int lo) => new(M.Slice(a.Value, hi, lo));
    public static Wrong<M> Mux(Wrong<M> c, Wrong<M> t, Wrong<M> f) => new(M.Mux(c.Value, t.Value, f.Value));
    public static Wrong<M> Wrap(Wrong<M> a, Interval target) => new(M.Wrap(a.Value, target));
    public static Wrong<M> Saturate(Wrong<M> a, Interval target) => new(M.Saturate(a.Value, target));
    public static Wrong<M> Lookup(Rom table, Wrong<M> index) => new(M.Lookup(table, index.Value));
    public static Wrong<M> Join(Wrong<M> high, Wrong<M> low, int lowWidth) => new(M.Join(high.Value, low.Value, lowWidth));
    public static Wrong<M> LeadingZeros(Wrong<M> a, int width) => new(M.LeadingZeros(a.Value, width));
    public static Wrong<M> ShiftRightSticky(Wrong<M> a, Wrong<M> n, int max) => new(M.ShiftRightSticky(a.Value, n.Value, max));
    public static Wrong<M> Wide(Wrong<M> a) => a;
    public static Wrong<M> Fits(Wrong<M> a, Interval target, string because) => new(Int.Fits(a.Value, target, because));
}

/// <summary>Ties away from zero instead of to even: a mistake in a derived text.</summary>
sealed class RoundTiesAway(int n) : RoundShiftRight(n)
{
    public override string Name => nameof(RoundTiesAway);
    public override T Apply<T>(T[] x) => (x[0] + (1L << (N - 1)) - (x[0] < 0)) >> N;
}

/// <summary>The tests can fail: every planted mistake is found, by the law whose primitive it breaks.</summary>
public class WrongReadingTests
{
    static Scalar<Wrong<M>> Reading<M>() where M : struct, IMistake => new Scalar<Wrong<M>>(x => x.Value.Value);

    public static TheoryData<string, IReading, string> Mistakes() => new()
    {
        { nameof(ShiftRightTowardZero), Reading<ShiftRightTowardZero>(), "ShiftRight(1)" },
        { nameof(ShiftRightByIsLogical), Reading<ShiftRightByIsLogical>(), "ShiftRightBy" },
        { nameof(SliceOneTooHigh), Reading<SliceOneTooHigh>(), "Slice[1:0]" },
        { nameof(SliceKeepsTheSign), Reading<SliceKeepsTheSign>(), "Slice[3:1]" },
        { nameof(MuxArmsSwapped), Reading<MuxArmsSwapped>(), "Mux" },
        { nameof(WrapForgetsTheSign), Reading<WrapForgetsTheSign>(), "Wrap(Int(3))" },
        { nameof(SaturateWraps), Reading<SaturateWraps>(), "Saturate(Int(3))" },
        { nameof(LessIsUnsigned), Reading<LessIsUnsigned>(), "Less" },
        { nameof(LessOrEqualIsLess), Reading<LessOrEqualIsLess>(), "LessOrEqual" },
        { nameof(NotInvertsEveryBit), Reading<NotInvertsEveryBit>(), "Not" },
        { nameof(AddLosesTheCarry), Reading<AddLosesTheCarry>(), "Add" },
        { nameof(MultiplyOfFourBits), Reading<MultiplyOfFourBits>(), "Multiply" },
        { nameof(LookupNextEntry), Reading<LookupNextEntry>(), "Lookup(primes)" },
        { nameof(JoinSwapped), Reading<JoinSwapped>(), "Join(2)" },
        { nameof(LeadingZerosOfNothing), Reading<LeadingZerosOfNothing>(), "LeadingZeros(4)" },
        { nameof(StickyForgets), Reading<StickyForgets>(), "ShiftRightSticky" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Every_mistake_is_found(string mistake, IReading reading, string law)
    {
        Assert.Equal(mistake, reading.Name);
        Assert.StartsWith($"{mistake}: {law}(", Harness.Exhaustive(reading, Laws.Named(law)));
    }

    [Fact]
    public void Ties_away_from_zero_are_found() => Assert.StartsWith("Int: RoundTiesAway(", Harness.Exhaustive(Harness.Readings[0], new RoundTiesAway(1)));

    [Fact]
    public void A_wire_that_is_too_wide_is_found() => Assert.Contains("its wire is", Harness.Exhaustive(new Hardware(), new LooseSum()));

    sealed class LooseSum : Law
    {
        public override bool IsTight => true;
        public override T Apply<T>(T[] x) => x[0] + x[1] + x[0] - x[0];
        public override System.Numerics.BigInteger Meaning(System.Numerics.BigInteger[] x) => x[0] + x[1];
    }
}
