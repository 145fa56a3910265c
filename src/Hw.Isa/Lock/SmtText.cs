using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Hw.Bits;

namespace Hw.Isa;

/// <summary>
/// Two results as one question to a solver of bit vectors (SMT-LIB 2, QF_BV): is there an input for which they differ? Every term is a two's complement number as wide as its interval needs,
/// worked out from its operands', so that nothing is ever cut off. What a text promised to fit is assumed to.
/// </summary>
static class SmtText
{
    const int Widest = 256;

    /// <returns>Null where a number would be too wide to be worth asking.</returns>
    public static string? Of(ImmutableArray<MeaningInput> inputs, Term one, Term other)
    {
        var (text, ranges, names) = (new StringBuilder("(set-logic QF_BV)\n"), new Dictionary<Term, Interval>(), new Dictionary<Term, string>());
        foreach (var (i, input) in inputs.Index())
        {
            var w = Width(input.Range);
            text.Append($"(declare-const i{i} (_ BitVec {w}))\n(assert (bvsle {Number(input.Range.Min, w)} i{i}))\n(assert (bvsle i{i} {Number(input.Range.Max, w)}))\n");
        }
        foreach (var t in MeaningGraph.Ordered([one, other]))
        {
            if (t.Kind == TermKind.Table) continue;
            var known = t.Operands.Select(o => o.Kind == TermKind.Table ? Interval.Bit : ranges[o]).ToArray();
            // the distance of a shift is looked at before it makes a number of that many bits
            if (t.Kind == TermKind.Element || t.Kind == TermKind.ShiftLeftBy && (known[1].Min.Sign < 0 || known[1].Max > Widest) || t.Kind == TermKind.ShiftRightBy && (known[1].Min.Sign < 0 || known[1].Max > 1 << 20)) return null;
            var range = RangeOf(t, known, inputs);
            if (Width(range) > Widest) return null;
            ranges.Add(t, range);
            var name = t.Kind == TermKind.Input ? $"i{t.Int(0)}" : $"t{names.Count}";
            names.Add(t, name);
            if (t.Kind == TermKind.Input) continue;
            var of = new Operation(t, known, [.. t.Operands.Select(o => names.GetValueOrDefault(o, ""))], Width(range)).Text;
            text.Append($"(define-fun {name} () (_ BitVec {Width(range)}) {of})\n");
            if (t.Kind == TermKind.Fits)
            {
                var (w, x) = (Width(known[0]), names[t.Operands[0]]);
                if (t.Numbers[0] > known[0].Min) text.Append($"(assert (bvsle {Number(t.Numbers[0], w)} {x}))\n");
                if (t.Numbers[1] < known[0].Max) text.Append($"(assert (bvsle {x} {Number(t.Numbers[1], w)}))\n");
            }
        }
        var width = Math.Max(Width(ranges[one]), Width(ranges[other]));
        text.Append($"(assert (not (= {Fit(names[one], Width(ranges[one]), width)} {Fit(names[other], Width(ranges[other]), width)})))\n(check-sat)\n(get-value ({string.Join(' ', inputs.Select((_, i) => $"i{i}"))}))\n");
        return text.ToString();
    }

    /// <summary>Bits of a number that may be negative.</summary>
    static int Width(Interval range) => range.IsSigned ? range.Width : range.Width + 1;
    static string Number(BigInteger value, int width) => $"(_ bv{Interval.UInt(width).Wrap(value)} {width})";
    static string Fit(string x, int from, int to) => from == to ? x : from < to ? $"((_ sign_extend {to - from}) {x})" : $"((_ extract {to - 1} 0) {x})";

    static Interval RangeOf(Term t, Interval[] x, ImmutableArray<MeaningInput> inputs) => t.Kind switch
    {
        TermKind.Constant => Interval.Of(t.Numbers[0]),
        TermKind.Input => inputs[t.Int(0)].Range,
        TermKind.Add => x.Aggregate(Ranges.Add),
        TermKind.Subtract => Ranges.Subtract(x[0], x[1]),
        TermKind.Multiply => Ranges.Multiply(x[0], x[1]),
        TermKind.And => Ranges.And(x[0], x[1]),
        TermKind.Or or TermKind.Xor => Ranges.Or(x[0], x[1]),
        TermKind.ShiftLeft => Ranges.ShiftLeft(x[0], Interval.Of(t.Numbers[0])),
        TermKind.ShiftRight => Ranges.ShiftRight(x[0], Interval.Of(t.Numbers[0])),
        TermKind.ShiftLeftBy => Ranges.ShiftLeft(x[0], x[1]),
        TermKind.ShiftRightBy => Ranges.ShiftRight(x[0], x[1]),
        TermKind.Slice => Interval.UInt(t.Int(0) - t.Int(1) + 1),
        TermKind.Wrap => t.Target(0),
        TermKind.Element => t.Target(1),
        TermKind.Fits => new(t.Numbers[0], t.Numbers[1]),
        TermKind.Concat => Interval.UInt(t.Numbers.Sum(n => (int)n)),
        TermKind.Lookup => new(BigInteger.Min(0, t.Operands[0].Numbers.Min()), BigInteger.Max(0, t.Operands[0].Numbers.Max())),
        // a choice that compares what it chooses from is a minimum or a maximum, whose interval is the tighter hull
        TermKind.Mux when t.Operands[0].Kind == TermKind.Less && t.Operands[0].Operands is [var a, var b] && (a, b) == (t.Operands[1], t.Operands[2]) => Ranges.Min(x[1], x[2]),
        TermKind.Mux when t.Operands[0].Kind == TermKind.Less && t.Operands[0].Operands is [var a, var b] && (b, a) == (t.Operands[1], t.Operands[2]) => Ranges.Max(x[1], x[2]),
        TermKind.Mux => x[1].Union(x[2]),
        _ => Interval.Bit,
    };

    /// <summary>One term's formula.</summary>
    sealed record Operation(Term Term, Interval[] Ranges, string[] Names, int Result)
    {
        string X(int i, int width) => Fit(Names[i], Width(Ranges[i]), width);
        int Both => Math.Max(Width(Ranges[0]), Width(Ranges[1]));

        string Wide(string op, int width) => Fit($"({op} {X(0, width)} {X(1, width)})", width, Result);
        string Truth(string formula) => $"(ite {formula} {Number(1, Result)} {Number(0, Result)})";

        /// <summary>Bits high … low as a number that is not negative.</summary>
        string Bits(string x, int high, int low) => Fit($"(concat #b0 ((_ extract {high} {low}) {x}))", high - low + 2, Result);

        public string Text => Term.Kind switch
        {
            TermKind.Constant => Number(Term.Numbers[0], Result),
            TermKind.Add => Enumerable.Range(1, Names.Length - 1).Aggregate(X(0, Result), Sum),
            TermKind.Subtract => Wide("bvsub", Math.Max(Result, Both)),
            TermKind.Multiply => Wide("bvmul", Math.Max(Result, Both)),
            TermKind.And => Wide("bvand", Math.Max(Result, Both)),
            TermKind.Or => Wide("bvor", Math.Max(Result, Both)),
            TermKind.Xor => Wide("bvxor", Math.Max(Result, Both)),
            TermKind.Not => $"(bvsub {Number(1, Result)} {X(0, Result)})",
            TermKind.Equal => Truth($"(= {X(0, Both)} {X(1, Both)})"),
            TermKind.NotEqual => Truth($"(not (= {X(0, Both)} {X(1, Both)}))"),
            TermKind.Less => Truth($"(bvslt {X(0, Both)} {X(1, Both)})"),
            TermKind.LessOrEqual => Truth($"(bvsle {X(0, Both)} {X(1, Both)})"),
            TermKind.ShiftLeft => $"(bvshl {X(0, Result)} {Number(Term.Int(0), Result)})",
            TermKind.ShiftLeftBy => Shift("bvshl", Math.Max(Result, Width(Ranges[1]))),
            TermKind.ShiftRight => Fit($"(bvashr {X(0, Long)} {Number(Term.Int(0), Long)})", Long, Result),
            TermKind.ShiftRightBy => Shift("bvashr", Both),
            TermKind.Slice => Bits(X(0, Math.Max(Width(Ranges[0]), Term.Int(0) + 1)), Term.Int(0), Term.Int(1)),
            TermKind.Wrap => Term.Numbers[0].IsZero ? Bits(X(0, Math.Max(Width(Ranges[0]), Term.Int(1))), Term.Int(1) - 1, 0) : X(0, Result),
            TermKind.Fits => X(0, Result),
            TermKind.Concat => Fit($"(concat #b0 {Parts})", 1 + Term.Numbers.Sum(n => (int)n), Result),
            TermKind.Mux => $"(ite (= {Names[0]} {Number(0, Width(Ranges[0]))}) {X(2, Result)} {X(1, Result)})",
            TermKind.Lookup => Entries,
            _ => throw new InvalidOperationException($"{Term.Kind} is not asked about"),
        };

        string Sum(string sum, int i) => $"(bvadd {sum} {X(i, Result)})";
        int Long => Math.Max(Width(Ranges[0]), Interval.Of(Term.Int(0)).Width + 1);
        string Shift(string op, int width) => Fit($"({op} {X(0, width)} {X(1, width)})", width, Result);

        /// <summary>The last part is the highest.</summary>
        string Parts
        {
            get
            {
                var parts = Enumerable.Range(0, Names.Length).Reverse().Select(i => $"((_ extract {Term.Int(i) - 1} 0) {X(i, Math.Max(Width(Ranges[i]), Term.Int(i)))})").ToList();
                return parts.Count == 1 ? parts[0] : $"(concat {string.Join(' ', parts)})";
            }
        }

        string Entries
        {
            get
            {
                var (text, closing, w) = (new StringBuilder(), 0, Width(Ranges[1]));
                foreach (var (i, entry) in Term.Operands[0].Numbers.Index())
                {
                    if (!Ranges[1].Contains(i)) continue;
                    text.Append($"(ite (= {Names[1]} {Number(i, w)}) {Number(entry, Result)} ");
                    closing++;
                }
                return $"{text}{Number(0, Result)}{new string(')', closing)}";
            }
        }
    }
}
