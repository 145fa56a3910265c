using System.Numerics;

namespace Hw.Bits.Tests;

sealed class ShiftLeft(int n) : Law
{
    public override string Name => $"{nameof(ShiftLeft)}({n})";
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] << n;
    public override BigInteger Meaning(BigInteger[] x) => x[0] * BigInteger.Pow(2, n);
}

sealed class ShiftRight(int n) : Law
{
    public override string Name => $"{nameof(ShiftRight)}({n})";
    public override int Arity => 1;
    public override bool IsTight => true;
    public override T Apply<T>(T[] x) => x[0] >> n;
    public override BigInteger Meaning(BigInteger[] x) => Rational.Floor(x[0], BigInteger.Pow(2, n));
}

sealed class ShiftLeftBy : Law
{
    public override bool IsTight => true;
    public override bool Takes(Interval[] o) => o[1].Min >= 0 && o[1].Max <= 15;
    public override T Apply<T>(T[] x) => T.ShiftLeft(x[0], x[1], 15);
    public override BigInteger Meaning(BigInteger[] x) => x[0] * BigInteger.Pow(2, (int)x[1]);
}

sealed class ShiftRightBy : Law
{
    public override bool IsTight => true;
    public override bool Takes(Interval[] o) => o[1].Min >= 0 && o[1].Max <= 15;
    public override T Apply<T>(T[] x) => T.ShiftRight(x[0], x[1], 15);
    public override BigInteger Meaning(BigInteger[] x) => Rational.Floor(x[0], BigInteger.Pow(2, (int)x[1]));
}

class RoundShiftRight(int n) : Law
{
    protected int N => n;
    public override string Name => $"{nameof(RoundShiftRight)}({n})";
    public override int Arity => 1;
    public override T Apply<T>(T[] x) => x[0].RoundShiftRight(n);
    public override BigInteger Meaning(BigInteger[] x) => Rational.RoundEven(x[0], BigInteger.Pow(2, n));
}

sealed class RoundShiftRightBy : Law
{
    public override bool Takes(Interval[] o) => o[1].Min >= 0 && o[1].Max <= 15;
    public override T Apply<T>(T[] x) => x[0].RoundShiftRight(x[1], 15);
    public override BigInteger Meaning(BigInteger[] x) => Rational.RoundEven(x[0], BigInteger.Pow(2, (int)x[1]));
}
