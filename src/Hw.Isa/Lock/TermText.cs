using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Hw.Isa;

/// <summary>
/// Terms as text: one after another, each its kind, its numbers, and after a colon its operands, by how many terms back they stand. All graphs of a lock are one sequence, so that what one
/// has written the next need not write again; the graph's end is <c>= n</c>, the result being n terms back.
/// </summary>
static class TermText
{
    const int Wide = 150;

    public sealed class Writer
    {
        readonly Dictionary<Term, int> places = new(ReferenceEqualityComparer.Instance);

        public IEnumerable<string> Write(MeaningGraph graph)
        {
            var line = new StringBuilder();
            foreach (var t in graph.Terms)
            {
                if (places.ContainsKey(t)) continue;
                Add($"{t.Kind}{string.Concat(t.Numbers.Select(n => $" {n}"))}{(t.Operands.IsEmpty ? "" : " :")}{string.Concat(t.Operands.Select(o => $" {places.Count - places[o]}"))}");
                places.Add(t, places.Count);
                if (line.Length < Wide) continue;
                yield return line.ToString();
                line.Clear();
            }
            Add($"= {places.Count - places[graph.Result]}");
            yield return line.ToString();

            void Add(string text) => line.Append(line.Length > 0 ? "; " : "").Append(text);
        }
    }

    public sealed class Reader
    {
        readonly TermTable table = new();
        readonly List<Term> terms = [];

        /// <exception cref="FormatException">The text is no such sequence.</exception>
        public MeaningGraph Read(ImmutableArray<MeaningInput> inputs, IEnumerable<string> lines)
        {
            Term? result = null;
            foreach (var text in lines.SelectMany(l => l.Split("; ")))
            {
                var (head, tail) = text.Split(" :") switch { [var h] => (h, ""), [var h, var t] => (h, t), _ => throw new FormatException($"`{text}` is no term") };
                var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                BigInteger[] numbers = [.. words.Skip(1).Select(w => BigInteger.Parse(w, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];
                Term[] operands = [.. tail.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Back(BigInteger.Parse(w, NumberStyles.None, CultureInfo.InvariantCulture), text))];
                if (words is ["=", _]) result = Back(numbers[0], text);
                else terms.Add(Checked(words.Length > 0 && Enum.TryParse<TermKind>(words[0], out var kind) && Enum.IsDefined(kind) ? kind : throw new FormatException($"`{text}` is no term"), numbers, operands, inputs, text));
            }
            return new(inputs, result ?? throw new FormatException("a graph has no result"));
        }

        Term Back(BigInteger n, string text) => n.Sign > 0 && n <= terms.Count ? terms[^(int)n] : throw new FormatException($"`{text}` goes back further than there are terms");

        /// <summary>A term that <see cref="Term.Evaluate"/> can take without looking.</summary>
        Term Checked(TermKind kind, BigInteger[] numbers, Term[] operands, ImmutableArray<MeaningInput> inputs, string text)
        {
            var (n, o) = kind switch
            {
                TermKind.Constant or TermKind.Input => (1, 0),
                TermKind.Table => (Math.Max(1, numbers.Length), 0),
                TermKind.Add => (0, Math.Max(2, operands.Length)),
                TermKind.Not => (0, 1),
                TermKind.ShiftLeft or TermKind.ShiftRight => (1, 1),
                TermKind.Slice or TermKind.Wrap or TermKind.Fits => (2, 1),
                TermKind.Element => (3, 2),
                TermKind.Concat => (operands.Length, Math.Max(1, operands.Length)),
                TermKind.Mux => (0, 3),
                _ => (0, 2),
            };
            var isGood = numbers.Length == n && operands.Length == o && kind switch
            {
                TermKind.Input => numbers[0].Sign >= 0 && numbers[0] < inputs.Length,
                TermKind.Slice => numbers[1].Sign >= 0 && numbers[0] >= numbers[1] && numbers[0] < Most,
                TermKind.ShiftLeft or TermKind.ShiftRight => numbers[0].Sign >= 0 && numbers[0] < Most,
                TermKind.Wrap => numbers[1].Sign > 0 && numbers[1] < Most,
                TermKind.Element => numbers[0].Sign > 0 && numbers[0] < Most && numbers[2].Sign > 0 && numbers[2] < Most,
                TermKind.Concat => numbers.All(w => w.Sign > 0 && w < Most),
                TermKind.Lookup => operands[0].Kind == TermKind.Table,
                _ => true,
            } && operands.Index().All(x => x.Item.Kind != TermKind.Table || kind == TermKind.Lookup && x.Index == 0);
            return isGood ? table.Make(kind, numbers, operands) : throw new FormatException($"`{text}` is no term");
        }

        const int Most = 1 << 16;
    }
}
