"""Derives the constants of the real-valued functions and prints src/Hw.Bits/Numbers/Functions/Tables.cs.

    python3 tools/numbers/tables.py > src/Hw.Bits/Numbers/Functions/Tables.cs

Every table holds one quadratic per segment, a + b*t +- c*t^2 for t in [0, 1), evaluated as Quadratic.cs does, in
integers and with its truncations. Coefficients are chosen together: c and b are tried around the polynomial through
the Chebyshev nodes, a then centres what is left of the error. Standard library only; the same output everywhere.
"""
from decimal import Decimal as D, getcontext
from math import isqrt

getcontext().prec = 50
OUT, SLOPE, CURVE, TOP = 29, 27, 25, 16     # a, b, c are multiples of 2^-29, 2^-27, 2^-25; c is multiplied by 16 bits of t
EXTRA = 20                                  # binary places of a reference value below OUT
NODES = (D(1) / 2 - D(3).sqrt() / 4, D(1) / 2, D(1) / 2 + D(3).sqrt() / 4)
LN2 = D(2).ln()
PI = D("3.14159265358979323846264338327950288419716939937510582")


def evaluate(b, c, sign, t, width):
    """What Quadratic.cs adds to a."""
    top = t >> (width - TOP)
    slope = (b << OUT - SLOPE) + sign * (c * top >> TOP - (OUT - CURVE))
    return slope * t >> width


def fit(f, sign, width, least):
    """(error, a, b, c) for f on [0, 1), a at least that much; sign +1: a + b t + c t^2, -1: a - (b t - c t^2)."""
    x, y = NODES, [f(t) for t in NODES]
    curve = ((y[2] - y[1]) / (x[2] - x[1]) - (y[1] - y[0]) / (x[1] - x[0])) / (x[2] - x[0])
    last, steps = (1 << width) - 1, 128
    points = [last * i // steps for i in range(steps + 1)]
    wanted = [int(f(D(t) / (1 << width)) * (1 << OUT + EXTRA)) - (1 << OUT + EXTRA) for t in points]
    best = None
    for c in [int(curve * (1 << CURVE)) + i for i in range(-1, 3)]:
        line = (y[2] - y[0]) / (x[2] - x[0]) - curve_part(c, x)
        middle = int(sign * line * (1 << SLOPE))
        for b in range(middle - 2, middle + 4):
            errors = [w - (sign * evaluate(b, c, sign, t, width) << EXTRA) for t, w in zip(points, wanted)]
            low, high = min(errors), max(errors)
            a = max(least, min((low + high + (1 << EXTRA)) >> 1 + EXTRA, (1 << OUT) - 1))
            worst = max(high - (a << EXTRA), (a << EXTRA) - low)
            if best is None or worst < best[0]:
                best = worst, a, b, c
    return best


def curve_part(c, x):
    """The slope of c t^2 between the outer nodes."""
    return D(c) / (1 << CURVE) * (x[2] + x[0])


def table(segments, sign, width, curve_bits, least):
    """One packed entry a | b | c per segment, and the worst error in units of 2^-23."""
    entries, worst, end = [], 0, None
    for i, f in enumerate(segments):
        error, a, b, c = fit(f, sign, width, least if i == 0 else 0)
        slope_bits = 63 - OUT - curve_bits
        assert 0 <= a < 1 << OUT and 0 <= b < 1 << slope_bits and 0 <= c < 1 << curve_bits, (i, a, b, c)
        assert 0 <= b + sign * (c << SLOPE - CURVE) < 1 << slope_bits, "the slope at the end of a segment is not as long as b"
        rest = evaluate(b, c, sign, (1 << width) - 1, width)
        assert 0 <= a + sign * rest < 1 << OUT, "a segment leaves [1, 2)"
        assert sign < 0 or end is None or a >= end, f"segment {i} starts below the end of the one before"
        end, worst = a + sign * rest, max(worst, error)
        entries.append(a << slope_bits + curve_bits | b << curve_bits | c)
    return entries, D(worst) / (1 << OUT + EXTRA - 23)


def exp2(i):
    return lambda t: 2 ** ((i + t) / 64)


def rcp(i):
    return lambda t: 2 / (1 + (i + t) / 128)


def rsqrt(i):
    octave, i = divmod(i, 64)
    return lambda t: 2 / ((1 + (i + t) / 64) * (1 + octave)).sqrt()


def tanh_terms():
    """tanh x / x = 1 - c3 u + c5 u^2 for u = x^2 below 1/64, through 0 and the two other zeros of a Chebyshev error."""
    def g(u):
        x = u.sqrt()
        e = (-2 * x).exp()
        return (1 - (1 - e) / (1 + e) / x) / u
    h, half = D(1) / 64, D(3).sqrt() / 2
    u = [h * half / (1 + half), h * 2 * half / (1 + half)]
    c5 = (g(u[0]) - g(u[1])) / (u[1] - u[0])
    return g(u[0]) + c5 * u[0], c5


def nearest(x, places):
    return int((x * (1 << places)).to_integral_value())


def rom(name, summary, entries, error):
    yield f"    /// <summary>{summary} Worst error before rounding: {error:.3f} units of 2^-23.</summary>"
    yield f'    public static readonly Rom {name} = new("{name.lower()}_table", ['
    for i in range(0, len(entries), 6):
        yield "        " + ", ".join(f"0x{e:016X}" for e in entries[i:i + 6]) + ","
    yield "    ]);"


def constant(name, value, places, summary):
    yield f"    /// <summary>{summary}, a multiple of 2^-{places}.</summary>"
    yield f"    public const long {name} = {nearest(value, places):_};"


def main():
    log2e, root = 1 / LN2, 2 * (2 / PI).sqrt()
    c3, c5 = tanh_terms()
    least = (1 << OUT) - 31     # 2/1 lies just outside [1, 2); what stands for it must round to it
    print("// Written by tools/numbers/tables.py, which says how; never edited.")
    print("namespace Hw.Bits.Numbers;\n")
    print("/// <summary>The constants of the real-valued functions. An entry of a table packs a | b | c, see <see cref=\"Quadratic\"/>.</summary>")
    print("static class Tables\n{")
    blocks = [
        constant("Log2E", log2e, 36, "log2 e"),
        constant("GeluLinear", root * log2e, 33, "2·√(2/π)·log2 e"),
        constant("GeluCubic", root * log2e * D("0.044715"), 40, "2·√(2/π)·log2 e·0.044715"),
        constant("TanhCubic", c3, 24, "c in tanh x = x·(1 − c·x² + d·x⁴), |x| below 1/8"),
        constant("TanhQuintic", c5, 14, "d in the same"),
        rom("Exp2", "2^t on [0, 1) in 64 segments.", *table([exp2(i) for i in range(64)], 1, 25, 12, 0)),
        rom("Rcp", "2/t on [1, 2) in 128 segments.", *table([rcp(i) for i in range(128)], -1, 22, 12, least)),
        rom("Rsqrt", "2/√t on [1, 4), 64 segments to the octave.", *table([rsqrt(i) for i in range(128)], -1, 17, 13, least)),
    ]
    print("\n\n".join("\n".join(block) for block in blocks))
    print("}")


main()
