using System.Numerics;
using Hw.Bits.Numbers;
using Hw.BuiltIn;
using Hw.Hdl;

namespace Hw.NumberBlocks.Tests;

/// <summary>Blocks in the built-in simulator: alone, as single values, and as an array of lanes on vectors of each size.</summary>
static class OnTheBuiltIn
{
    const int Lanes = 19;

    /// <summary>The same function side by side, so that the simulator makes lanes of it.</summary>
    sealed class Row : Module
    {
        readonly In[] takes;
        readonly Out[] gives;
        readonly LaneArray<FunctionBlock> blocks;

        public Row(NumberFunction function)
        {
            takes = [.. function.Takes.Select(o => Input(Shape.Row(Lanes, o.Format.Range), Name(o)))];
            gives = [.. function.Gives.Select(o => Output(Shape.Row(Lanes, o.Format.Range), Name(o)))];
            blocks = Instances(Lanes, () => new FunctionBlock(function), "blocks");
        }

        static string Name(Operand o) => $"all_{o.Name.ToLowerInvariant().Replace('-', '_')}";

        protected override void Build()
        {
            blocks.Each(block => { foreach (var (k, port) in block.Takes.Index()) port.Drive(takes[k].Element(block.Index)); });
            foreach (var (k, port) in gives.Index()) port.Drive(blocks.All(block => block.Gives[k]));
        }
    }

    public static long[][] One(Design design, long[][] cases, int latency)
    {
        using var sim = BuiltInDesign.Compile(design).Start();
        var (takes, gives, results) = (Block.In(design), Block.Out(design), new List<long[]>());
        for (var cycle = 0; cycle < cases.Length + latency; cycle++)
        {
            for (var k = 0; k < takes.Length; k++) sim[takes[k].Name].Value = (ulong)cases[Math.Min(cycle, cases.Length - 1)][k];
            if (cycle >= latency) results.Add([.. gives.Select(p => (long)p.Shape.Element.Wrap(sim[p.Name].Value))]);
            if (latency > 0) sim.Step();
        }
        return [.. results];
    }

    public static long[][] AsLanes(NumberFunction function, long[][] cases, int bits)
    {
        var design = Design.Elaborate(() => new Row(function));
        using var sim = BuiltInDesign.Compile(design, new() { VectorBits = bits }).Start();
        var (takes, gives, results) = (Block.In(design), Block.Out(design), new List<long[]>());
        foreach (var chunk in cases.Chunk(Lanes))
        {
            for (var k = 0; k < takes.Length; k++)
                sim[takes[k].Name].Wide = chunk.Index().Aggregate(BigInteger.Zero, (row, c) => row | ((BigInteger)c.Item[k] & Width(takes[k])) << (c.Index * takes[k].Shape.Element.Width));
            foreach (var (i, _) in chunk.Index()) results.Add([.. gives.Select(p => (long)p.Shape.Element.Wrap(sim[p.Name].Wide >> (i * p.Shape.Element.Width)))]);
        }
        return [.. results];
    }

    static BigInteger Width(Port p) => (BigInteger.One << p.Shape.Element.Width) - 1;
}
