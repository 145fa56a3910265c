using Hw.BuiltIn;
using Hw.Cosim;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;

namespace Hw.TxuCosim;

/// <summary>
/// A chip beside a memory that holds an image, for many programs: each starts from the same state, so that it does the same in whatever company. The built-in simulator goes
/// back to that state and writes the program into memory; any other is started again.
/// </summary>
sealed class LoadedChip : IDisposable
{
    readonly TxuTarget target;
    readonly Dram image;
    readonly BuiltInSimulation? simulation;
    readonly Snapshot? loaded;

    public LoadedChip(TxuTarget target, Dram image)
    {
        (this.target, this.image) = (target, image);
        if (target.Built().Start() is not BuiltInSimulation started) return;
        simulation = started;
        var any = target.Job(Assembler.Assemble(TxuIsa.Definition, "HALT"), image);
        using var session = new TxuSession(any, started, any.Rows(image), borrowed: true);
        loaded = started.Save();
    }

    public Verdict Run(IsaProgram program, TxuSettings settings, string replay, CancellationToken token)
    {
        var job = target.Job(program, image, settings, replay);
        return Lockstep.Run(simulation is null ? job : new FromLoaded(this, job), token: token);
    }

    public void Dispose() => simulation?.Dispose();

    sealed class FromLoaded(LoadedChip chip, TxuJob job) : ILockstepTarget
    {
        public string Title => job.Title;
        public string Replay => job.Replay;
        public IsaProgram Program => job.Program;
        public IReadOnlyDictionary<string, WriteView> Views => job.Views;
        public Machine Golden() => job.Golden();
        public Trap FetchFault(int pc) => job.FetchFault(pc);

        public ILockstepSession Start(bool waves, CancellationToken token)
        {
            var simulation = chip.simulation!;
            simulation.Recording = RecordMode.None;
            simulation.ClearRecords();
            simulation.Restore(chip.loaded!);
            return new TxuSession(job, simulation, job.ProgramRows(), borrowed: true);
        }
    }
}
