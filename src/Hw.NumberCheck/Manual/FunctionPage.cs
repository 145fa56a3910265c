using Hw.Bits;
using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>The page of one function: what it takes, gives and promises, and what its text was seen to do. Everything but the quotation is computed from the text.</summary>
static class FunctionPage
{
    public static string Path(NumberFunction f) => $"functions/{f.Name}.md";

    /// <summary>How many cases the measurement takes; functions with few inputs are measured on all of them.</summary>
    static int Inputs(NumberFunction f) => f switch
    {
        QuantizeFunction => 1 << 9,
        _ when Promise.IsReal(f) => 1 << 16,
        _ => 1 << 12,
    };

    /// <param name="pictures">Titles and files of the function's plots.</param>
    public static string Write(NumberFunction f, IReadOnlyList<(string Title, string File)> pictures)
    {
        var judge = Judge.For(f);
        var table = f.Takes.Count == 2 ? Tables.Square(f) : Tables.Cases(f, Examples.Specials(f));
        return $"""
            # {f.Name}

            {f.Summary}

            Generated from the text of the function: edit the C#, then `make gen`. [All formats and functions](../index.md)

            | | |
            |---|---|
            | takes | {Operands(f.Takes)} |
            | gives | {Operands(f.Gives)} |
            | promises | {Promise.InShort(f)} |
            | declared as | `{f.GetType().Name}` |

            ## What it promises

            {Promise.Of(f)}
            ## Measured

            {Measured(f, judge)}
            {string.Concat(pictures.Select(p => $"![{p.Title}](../pictures/{p.File})\n\n"))}## Cost

            {Priced(f)}
            ## Special inputs

            {table}
            ## Known answers

            {Tables.Cases(f, Examples.Known(f), Promise.IsReal(f) ? judge : null)}
            """;
    }

    static string Measured(NumberFunction f, Judge judge)
    {
        var verdict = new Trial(f, Inputs(f)).Run();
        var found = verdict.Failure is { } failure ? $"**WRONG**: {failure.Case} gives {failure.Got}, expected {failure.Expected}"
            : judge.Bound > 0 && Promise.IsReal(f) ? $"largest error {verdict.MaxUlp:f3} ulp, mean {verdict.MeanUlp:f3} ulp"
            : "as promised in every case";
        return $"""
            | inputs tried | found | judged by | again with |
            |---:|---|---|---|
            | {verdict.Tried:N0}{(verdict.Exhaustive ? ", all there are" : ", stratified")} | {found} | {judge.Oracle} | `./hw numbers check {f.Name}{(verdict.Exhaustive ? "" : $" --inputs {Inputs(f)}")}` |

            """;
    }

    /// <summary>As hardware, before any synthesis.</summary>
    static string Priced(NumberFunction f)
    {
        var cost = Cost.Of(f);
        var operators = string.Join(", ", cost.Operators.Select(o => o.Count == 1 ? $"{o.Kind}" : $"{o.Count} {o.Kind}"));
        return $"""
            | operators | depth | widest wire | tables |
            |---|---:|---:|---:|
            | {(operators == "" ? "none, only wires" : operators)} | {cost.Depth:f1} ns, {cost.Levels} levels | {cost.Widest.Range.Width} bits | {(cost.RomBits == 0 ? "none" : $"{cost.RomBits:N0} bits")} |

            In one cycle, by the delay model, before synthesis. Their widths, every wire's interval, and pipelines: `./hw numbers cost {f.Name} --wires --stages 4`

            """;
    }

    static string Operands(IReadOnlyList<Operand> operands) => string.Join(", ", operands.GroupBy(o => o.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Select(group =>
        $"{(group.Count() == 1 ? group.First().Name : $"{group.First().Name} … {group.Last().Name}")}: {FormatPage.Link(group.First().Format, "../")}"));
}
