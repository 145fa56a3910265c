using System.Numerics;

namespace Hw.Bits.Tests;

/// <summary>
/// One operation of the algebra: how a text writes it, and the integer it means. <see cref="Apply{T}"/> is read by every
/// reading; <see cref="Meaning"/> is written with BigInteger alone and owes nothing to the algebra.
/// </summary>
public abstract class Law
{
    public virtual string Name => GetType().Name;
    public virtual int Arity => 2;
    public abstract T Apply<T>(T[] x) where T : struct, IBits<T>;
    public abstract BigInteger Meaning(BigInteger[] x);

    /// <summary>Whether the operation is defined for operands of these intervals.</summary>
    public virtual bool Takes(Interval[] operands) => true;

    /// <summary>The interval of the hardware reading is the hull of the results, not just around it.</summary>
    public virtual bool IsTight => false;

    public sealed override string ToString() => Name;
}

/// <summary>Every law, with the parameters that matter at the widths tested.</summary>
public static class Laws
{
    static readonly Interval[] Targets = [Interval.Int(1), Interval.Int(3), Interval.Int(5), Interval.UInt(1), Interval.UInt(2), Interval.UInt(4), Interval.Int32];
    static readonly Rom[] Tables = [new("one", [5]), new("primes", [2, 3, 5, 7, 11]), new("signed", [.. Enumerable.Range(0, 64).Select(i => (i - 30L) * i * i)])];
    static readonly Interval[] Ranges = [.. Targets, new(-3, 5), new(2, 4), new(-6, -2)];

    public static readonly IReadOnlyList<Law> All =
    [
        new Add(), new Subtract(), new Multiply(), new Negate(), new And(), new Or(), new Xor(), new Not(),
        new Equal(), new NotEqual(), new Less(), new LessOrEqual(), new Greater(), new GreaterOrEqual(),
        new Min(), new Max(), new Abs(), new Mux(), new ShiftLeftBy(), new ShiftRightBy(), new RoundShiftRightBy(), new Dot(),
        .. new[] { 0, 1, 3, 7 }.SelectMany(n => new Law[] { new ShiftLeft(n), new ShiftRight(n), new RoundShiftRight(n) }),
        .. new[] { (0, 0), (1, 0), (3, 0), (3, 1), (2, 2), (4, 2), (5, 4), (40, 35), (70, 66) }.Select(s => new Slice(s.Item1, s.Item2)),
        .. new[] { 0, 1, 3, 5 }.Select(i => new Bit(i)),
        .. Targets.Select(t => new Wrap(t)),
        .. Tables.Select(t => new Lookup(t)), .. new[] { 1, 2, 6 }.Select(n => new Join(n)), new Names(), new ShiftRightSticky(),
        .. new[] { 1, 2, 3, 4, 5, 7, 8, 23, 27, 31 }.Select(n => new LeadingZeros(n)),
        .. Ranges.SelectMany(t => new Law[] { new Outside(t), new Saturate(t), new AddSaturate(t), new Fits(t) }),
    ];

    public static Law Named(string name) => All.Single(l => l.Name == name);
}

sealed class Add : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] + x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] + x[1];
}

sealed class Subtract : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] - x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] - x[1];
}

sealed class Multiply : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] * x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] * x[1];
}

sealed class Negate : Law
{
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => -x[0];
    public override BigInteger Meaning(BigInteger[] x) => -x[0];
}

sealed class And : Law
{
    public override T Apply<T>(T[] x) => x[0] & x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] & x[1];
}

sealed class Or : Law
{
    public override T Apply<T>(T[] x) => x[0] | x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] | x[1];
}

sealed class Xor : Law
{
    public override T Apply<T>(T[] x) => x[0] ^ x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] ^ x[1];
}

sealed class Not : Law
{
    public override int Arity => 1;
    public override bool Takes(Interval[] o) => o[0] == Interval.Bit;
    public override T Apply<T>(T[] x) => !x[0];
    public override BigInteger Meaning(BigInteger[] x) => x[0].IsZero ? 1 : 0;
}

sealed class Equal : Law
{
    public override T Apply<T>(T[] x) => x[0] == x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] == x[1] ? 1 : 0;
}

sealed class NotEqual : Law
{
    public override T Apply<T>(T[] x) => x[0] != x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] != x[1] ? 1 : 0;
}

sealed class Less : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] < x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] < x[1] ? 1 : 0;
}

sealed class LessOrEqual : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] <= x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] <= x[1] ? 1 : 0;
}

sealed class Greater : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] > x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] > x[1] ? 1 : 0;
}

sealed class GreaterOrEqual : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] >= x[1];
    public override BigInteger Meaning(BigInteger[] x) => x[0] >= x[1] ? 1 : 0;
}

sealed class Min : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0].Min(x[1]);
    public override BigInteger Meaning(BigInteger[] x) => BigInteger.Min(x[0], x[1]);
}

sealed class Max : Law
{
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0].Max(x[1]);
    public override BigInteger Meaning(BigInteger[] x) => BigInteger.Max(x[0], x[1]);
}

sealed class Abs : Law
{
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0].Abs();
    public override BigInteger Meaning(BigInteger[] x) => BigInteger.Abs(x[0]);
}

sealed class Mux : Law
{
    public override int Arity => 3;
    public override bool IsTight => true;
    public override bool Takes(Interval[] o) => o[0] == Interval.Bit;
    public override T Apply<T>(T[] x) => x[0].Mux(x[1], x[2]);
    public override BigInteger Meaning(BigInteger[] x) => x[0].IsZero ? x[2] : x[1];
}

sealed class Slice(int hi, int lo) : Law
{
    public override string Name => $"{nameof(Slice)}[{hi}:{lo}]";
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0].Slice(hi, lo);
    public override BigInteger Meaning(BigInteger[] x) => Rational.Modulo(Rational.Floor(x[0], BigInteger.Pow(2, lo)), BigInteger.Pow(2, hi - lo + 1));
}

sealed class Bit(int i) : Law
{
    public override string Name => $"{nameof(Bit)}({i})";
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0].Bit(i);
    public override BigInteger Meaning(BigInteger[] x) => Rational.Modulo(Rational.Floor(x[0], BigInteger.Pow(2, i)), 2);
}

sealed class Wrap(Interval target) : Law
{
    public override string Name => $"{nameof(Wrap)}({target})";
    public override int Arity => 1;
    public override T Apply<T>(T[] x) => x[0].Wrap(target);
    public override BigInteger Meaning(BigInteger[] x) => target.Min + Rational.Modulo(x[0] - target.Min, target.Max - target.Min + 1);
}

sealed class Outside(Interval target) : Law
{
    public override string Name => $"{nameof(Outside)}({target})";
    public override int Arity => 1;
    public override T Apply<T>(T[] x) => x[0].Outside(target);
    public override BigInteger Meaning(BigInteger[] x) => x[0] < target.Min || x[0] > target.Max ? 1 : 0;
}

sealed class Saturate(Interval target) : Law
{
    public override string Name => $"{nameof(Saturate)}({target})";
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0].Saturate(target);
    public override BigInteger Meaning(BigInteger[] x) => BigInteger.Max(target.Min, BigInteger.Min(target.Max, x[0]));
}

sealed class AddSaturate(Interval target) : Law
{
    public override string Name => $"{nameof(AddSaturate)}({target})";
    public override bool IsTight => true;
    public override bool Takes(Interval[] o) => target.Contains(o[0]) && target.Contains(o[1]);
    public override T Apply<T>(T[] x) => T.AddSaturate(x[0], x[1], target);
    public override BigInteger Meaning(BigInteger[] x) => BigInteger.Max(target.Min, BigInteger.Min(target.Max, x[0] + x[1]));
}

sealed class Fits(Interval target) : Law
{
    public override string Name => $"{nameof(Fits)}({target})";
    public override int Arity => 1;
    public override bool Takes(Interval[] o) => target.Contains(o[0]);
    public override T Apply<T>(T[] x) => x[0].Fits(target, "the operand is in it");
    public override BigInteger Meaning(BigInteger[] x) => x[0];
}

sealed class Dot : Law
{
    public override T Apply<T>(T[] x) => T.Dot([x[0], x[1], x[0]], [x[1], x[1], T.Constant(-3)]);
    public override BigInteger Meaning(BigInteger[] x) => x[0] * x[1] + x[1] * x[1] - 3 * x[0];
}

/// <summary>Division as a textbook states it, so that no shift or mask of the host decides what a law means.</summary>
static class Rational
{
    public static BigInteger Floor(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    public static BigInteger Modulo(BigInteger a, BigInteger b) => a - b * Floor(a, b);

    public static BigInteger RoundEven(BigInteger a, BigInteger b)
    {
        var floor = Floor(a, b);
        var twice = (a - floor * b) * 2;
        return twice > b || twice == b && !floor.IsEven ? floor + 1 : floor;
    }
}
