using System.Numerics;

namespace Hw.Bits;

/// <summary>Operations derived once from <see cref="IBits{T}"/>, so that every reading has them and they mean the same.</summary>
public static class Derived
{
    extension<T>(T x) where T : struct, IBits<T>
    {
        /// <summary>Bit <paramref name="i"/> as a condition.</summary>
        public T Bit(int i) => T.Slice(x, i, i);
        public T Slice(int hi, int lo) => T.Slice(x, hi, lo);
        public T Wrap(Interval target) => T.Wrap(x, target);
        public T Fits(Interval target, string because) => T.Fits(x, target, because);

        /// <summary>This condition's choice: <paramref name="t"/> where 1, <paramref name="f"/> where 0.</summary>
        public T Mux(T t, T f) => T.Mux(x, t, f);

        public T Min(T y) => T.Min(x, y);
        public T Max(T y) => T.Max(x, y);
        public T Abs() => T.Abs(x);

        public T Join(T low, int lowWidth) => T.Join(x, low, lowWidth);
        public T Lookup(Rom table) => T.Lookup(table, x);
        public T LeadingZeros(int width) => T.LeadingZeros(x, width);
        public T ShiftRightSticky(T n, int max) => T.ShiftRightSticky(x, n, max);
        public T Wide() => T.Wide(x);
        public T Named(string name) => T.Named(x, name);

        public T Outside(Interval target) => T.Outside(x, target);
        public T Saturate(Interval target) => T.Saturate(x, target);

        /// <summary>x / 2^n rounded to nearest, ties to even (IEEE 754 roundTiesToEven).</summary>
        public T RoundShiftRight(int n)
        {
            if (n == 0) return x;
            var floor = x >> n;
            var half = T.Slice(x, n - 1, n - 1);
            var sticky = n == 1 ? T.Constant(0) : T.Slice(x, n - 2, 0) != 0;
            return floor + (half & (sticky | T.Slice(floor, 0, 0)));
        }

        /// <summary>x / 2^n for n in 0 … max, rounded to nearest, ties to even.</summary>
        public T RoundShiftRight(T n, int max)
        {
            // 2x + (2^n − 1, one more where ⌊x / 2^n⌋ is odd) carries into bit n+1 exactly when the remainder rounds up
            var odd = T.Slice(T.ShiftRight(x, n, max), 0, 0);
            return T.ShiftRight((x << 1) + T.ShiftLeft(T.Constant(1), n, max) + (odd - 1), n, max) >> 1;
        }
    }

    /// <summary><see cref="IBits{T}.LeadingZeros"/>: keeps the upper half where it holds a one, else the lower, and notes which.</summary>
    internal static T CountByHalves<T>(T a, int width) where T : struct, IBits<T>
    {
        var half = (int)BitOperations.RoundUpToPowerOf2((uint)width) / 2;
        var (rest, count) = (a, T.Constant(0));
        if (2 * half > width) rest = rest.Join(T.Constant((1L << (2 * half - width)) - 1), 2 * half - width);   // ones below stop the count at width
        for (; half > 0; half /= 2)
        {
            var upper = T.Slice(rest, 2 * half - 1, half);
            var none = (upper == 0).Named($"none{half}");
            rest = none.Mux(T.Slice(rest, half - 1, 0), upper).Named($"rest{half}");
            count = count.Join(none, 1);
        }
        if (BitOperations.IsPow2(width)) count += !rest;
        return count.Fits(new(0, width), "no more zeros than bits");
    }

    /// <summary><see cref="IBits{T}.Normalize"/>: stage k moves 2^k places if these are zeros and the limit has that much left. Once a stage could have moved
    /// and did not, the limit has more than all later stages can take.</summary>
    internal static (T Value, T Places) NormalizeByStages<T>(T a, int width, T limit, T fill) where T : struct, IBits<T>
    {
        var stages = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)width));
        var (free, places) = ((limit >> stages) != 0, T.Constant(0));
        for (var k = stages - 1; k >= 0; k--)
        {
            var step = 1 << k;
            var zeros = (T.Slice(a, width - 1, width - step) == 0).Named($"zeros{step}");
            var move = ((free | limit.Bit(k)) & zeros).Named($"move{step}");
            free = (free | (limit.Bit(k) & !zeros)).Named($"free{step}");
            a = move.Mux(a.Slice(width - 1 - step, 0).Join(fill.Mux((1L << step) - 1, 0), step), a).Named($"up{step}");
            places = places.Join(move, 1);
        }
        return (a, places);
    }

    /// <summary><see cref="IBits{T}.ShiftRightSticky"/>: one stage for each bit of the distance.</summary>
    internal static T ShiftByStages<T>(T a, T n, int max) where T : struct, IBits<T>
    {
        var lost = T.Constant(0);
        for (var k = 0; 1 << k <= max; k++)
        {
            var stage = T.Slice(n, k, k);
            lost |= stage & (T.Slice(a, (1 << k) - 1, 0) != 0);
            a = stage.Mux(a >> (1 << k), a).Named($"down{1 << k}");
        }
        return a | lost;
    }
}
