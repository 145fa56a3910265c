using Hw.Cosim;
using Hw.Isa.Txu;

namespace Hw.TxuCosim;

/// <summary>The counters of the chip, by their names in the instruction set, and of its harness, as <see cref="RtlEnd.Counters"/> has them.</summary>
public static class TxuCounters
{
    public const string LoadWithheld = "load withheld", StoreWithheld = "store withheld";

    public static string Name(this Counter counter) => Counters.All[(int)counter].Name;

    public static ulong Of(this RtlEnd end, Counter counter) => end.Counters[counter.Name()];

    /// <summary>Products issued of those the array could have made in these cycles: rows of 32·C, one row a cycle at best.</summary>
    public static double Utilization(this RtlEnd end) => end.Cycles == 0 ? 0 : (double)end.Of(Counter.MatrixRows) / end.Cycles;
}
