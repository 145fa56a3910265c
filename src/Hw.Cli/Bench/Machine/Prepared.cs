using Hw.Golden;
using Hw.TxuCosim;

namespace Hw.Cli.Bench.Machine;

/// <summary>A case made once for all its stall profiles: program, memory, and the golden at its end, which does not depend on them.</summary>
sealed class Prepared(MachineCase of, TxuTarget target)
{
    readonly Lazy<(Work Work, Isa.Machine Golden, Outcome Outcome)> made = new(() =>
    {
        var work = of.Make();
        var golden = target.Job(work.Program.Code, work.Memory).Golden();
        return (work, golden, GoldenEngine.Run(golden, work.Program.Code));
    });

    public MachineCase Case => of;
    public Work Work => made.Value.Work;
    public Isa.Machine Golden => made.Value.Golden;
    public Outcome Outcome => made.Value.Outcome;
}
