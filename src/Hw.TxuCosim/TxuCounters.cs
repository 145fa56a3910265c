using Hw.Cosim;

namespace Hw.TxuCosim;

/// <summary>The counters of the chip and its harness, by the names of <see cref="RtlEnd.Counters"/>.</summary>
public static class TxuCounters
{
    public const string Executed = "executed", Cycles = "cycles", MatrixRows = "matrix rows", LoadBeats = "load beats", StoreBeats = "store beats",
        LoadWithheld = "load withheld", StoreWithheld = "store withheld";

    /// <summary>Products issued of those the array could have made in these cycles: rows of 32·C, one row a cycle at best.</summary>
    public static double Utilization(this RtlEnd end) => end.Cycles == 0 ? 0 : (double)end.Counters[MatrixRows] / end.Cycles;
}
