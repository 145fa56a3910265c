using Hw.Txu.Control;
using Hw.TxuCosim;

namespace Hw.Cli.Bench;

/// <summary>The register writes that start a job as rows to play, so that starting one is the same in every simulator and costs one call.</summary>
static class DoorbellRows
{
    public static readonly string[] Ports = ["csr_aw_valid", "csr_w_valid", "csr_aw_addr", "csr_w_data", "csr_b_ready"];

    /// <summary>A write is taken in the cycle it is offered and answered in the next.</summary>
    public static uint[] Of(TxuJob job) =>
    [
        .. new (int Address, uint Value)[]
        {
            (Csr.ProgramLow, (uint)job.ProgramAddress), (Csr.ProgramHigh, (uint)(job.ProgramAddress >> 32)), (Csr.Length, (uint)job.Program.Count),
            (Csr.Watchdog, (uint)job.Settings.Watchdog), (Csr.Interrupt, 1), (Csr.Doorbell, 1),
        }.SelectMany(w => new uint[] { 1, 1, (uint)w.Address, w.Value, 1, 0, 0, 0, 0, 1 }),
    ];
}
