using System.Numerics;
using Hw.Bits.Numbers;
using Hw.Hdl;
using Hw.NumberCheck;

namespace Hw.NumberBlocks.Tests;

/// <summary>One function as blocks, combinational and pipelined, with the cases it is run on and what its scalar reading gives for each.</summary>
sealed class Block
{
    public const int Stages = 3;

    public NumberFunction Function { get; }
    public Design Whole { get; }
    public Design Piped { get; }
    public long[][] Cases { get; }
    public long[][] Expected { get; }

    public Block(NumberFunction function, int cases)
    {
        Function = function;
        (Whole, Piped) = (Design.Elaborate(() => new FunctionBlock(function)), Design.Elaborate(() => new FunctionBlock(function, Stages)));
        Cases = Chosen(function, cases);
        Expected = Readings.Int(function, Cases);
    }

    /// <summary>The chosen cases of the number check: all of them where they are few; of a row of small elements, mixed rows and some of the single products.</summary>
    static long[][] Chosen(NumberFunction function, int count)
    {
        var all = new CaseSource(function);
        var source = all.IsExhaustive && all.Count <= count ? all : new CaseSource(function, choose: true);
        return [.. Enumerable.Range(0, (int)Math.Min(source.Count, count)).Select(i =>
        {
            var row = new long[function.Takes.Count];
            source.Fill(source.IsExhaustive ? i : i % 8 == 0 ? i * 37 : source.Complete + i, row);
            return row;
        })];
    }

    /// <summary>How the other readings in C#, and the graph of both blocks step by step, differ from the scalar reading.</summary>
    public IEnumerable<string> Differences()
    {
        foreach (var (name, read) in Readings.All)
            if (Differing(name, read(Function, Cases)) is { } difference) yield return difference;
        if (Differing("the interpreter", Interpret(Whole, 0)) is { } whole) yield return whole;
        if (Differing($"the interpreter after {Stages} stages", Interpret(Piped, Stages)) is { } piped) yield return piped;
        if (Differing("the built-in simulator", OnTheBuiltIn.One(Whole, Cases, 0)) is { } builtIn) yield return builtIn;
        if (Differing($"the built-in simulator after {Stages} stages", OnTheBuiltIn.One(Piped, Cases, Stages)) is { } after) yield return after;
        foreach (var bits in (int[])[512, 256, 128])
            if (Differing($"the built-in simulator in lanes, {bits} bits", OnTheBuiltIn.AsLanes(Function, Cases, bits)) is { } lanes) yield return lanes;
    }

    long[][] Interpret(Design design, int latency)
    {
        var (hardware, results) = (new Interpreter(design), new List<long[]>());
        var (takes, gives) = (In(design), Out(design));
        for (var cycle = 0; cycle < Cases.Length + latency; cycle++)
        {
            for (var k = 0; k < takes.Length; k++) hardware[takes[k].Name] = Cases[Math.Min(cycle, Cases.Length - 1)][k];
            if (cycle >= latency) results.Add([.. gives.Select(p => (long)hardware[p.Name])]);
            if (latency > 0) hardware.Step();
        }
        return [.. results];
    }

    public static Port[] In(Design d) => [.. d.Ports.Where(p => p.Direction == Direction.In)];
    public static Port[] Out(Design d) => [.. d.Ports.Where(p => p.Direction == Direction.Out)];

    public string? Differing(string reading, long[][] results)
    {
        var i = Enumerable.Range(0, Cases.Length).FirstOrDefault(i => !Expected[i].AsSpan().SequenceEqual(results[i]), -1);
        return i < 0 ? null : Difference(reading, i, Notation.Wrong(Function, results[i], Expected[i]));
    }

    public string Difference(string reading, int i, string wrong) =>
        $"{Function}: {reading} gives {wrong}; Int gives {Notation.All(Function, Expected[i])} (case {i}: {Notation.Case(Function, Cases[i])})";

    public int InputBits => Function.Takes.Sum(t => t.Format.Width);
    public int OutputBits => Function.Gives.Sum(t => t.Format.Width);

    /// <summary>The operands of case i in hexadecimal, the first on top.</summary>
    public string Stimulus(int i) => Hexadecimal(Function.Takes, Cases[i]);
    public string Answer(int i) => Hexadecimal(Function.Gives, Expected[i]);

    static string Hexadecimal(IReadOnlyList<Operand> operands, long[] row)
    {
        var (word, width) = (BigInteger.Zero, 0);
        foreach (var (k, o) in operands.Index()) (word, width) = ((word << o.Format.Width) | (row[k] & ((1L << o.Format.Width) - 1)), width + o.Format.Width);
        var digits = (width + 3) / 4;
        return word.ToString("x").TrimStart('0').PadLeft(digits, '0');
    }
}
