using Hw.Bits.Numbers;

namespace Hw.NumberCheck.Manual;

/// <summary>The manual's first page: every format, every function by kind, and the two charts that compare formats.</summary>
static class IndexPage
{
    public static string Write() => $"""
        # Number formats and functions

        Generated from the number library: edit the C#, then `make gen`. What is promised is [the contract](../numerics.md); what these pages measure, they name
        the command for.

        ## Formats

        | format | bits | range | smallest above 0 | epsilon | Inf, NaN |
        |---|---:|---|---|---|---|
        {string.Concat(FormatPage.Formats.Select(Row))}
        ![Relative error of a round trip of each narrow format](pictures/round-trips.svg)

        ## Block formats

        | format | elements | scale | bits for one value | SQNR of a normal signal |
        |---|---|---|---:|---:|
        {string.Concat(BlockFormat.All.Select(Row))}
        ![SQNR of each block format](pictures/sqnr.svg)

        {string.Concat(Promise.Kinds.Select(Kind))}
        """;

    static string Row(NumberFormat format) => format switch
    {
        FloatFormat f => $"| {Link(format)} | {f.Width} | ±{Notation.Value(f, f.Largest)} | {Notation.Value(f, 1)} | 2^-{f.FractionBits} | {(f.HasInf ? "Inf, NaN" : f.HasNaN ? "NaN" : "none")} |\n",
        ScaleFormat => $"| {Link(format)} | {format.Width} | 2^-127 … 2^127 | 2^-127 | | NaN |\n",
        _ => $"| {Link(format)} | {format.Width} | {Notation.Range(format)} | 1 | | none |\n",
    };

    static string Row(BlockFormat b) => $"| [{b.Name}]({FormatPage.Path(b.Name)}) | {b.Block} × {Link(b.Element)} | {Link(b.Scale)} | {BlockPage.BitsPerValue(b)} | {SqnrPlot.Decibel(b):f1} dB |\n";

    static string Link(NumberFormat format) => FormatPage.Link(format);

    static string Kind(string kind) => $"## {kind}\n\n| function | takes | gives | promises | what |\n|---|---|---|---|---|\n" + string.Concat(NumberFunctions.All
        .Where(f => Promise.KindOf(f) == kind).Select(f => $"| [{f.Name}]({FunctionPage.Path(f)}) | {Notation.Formats(f.Takes)} | {Notation.Formats(f.Gives)} | {Promise.InShort(f)} | {f.Summary} |\n")) + "\n";
}
