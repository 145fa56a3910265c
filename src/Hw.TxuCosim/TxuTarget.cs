using Hw.Cosim;
using Hw.Hdl;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.Txu;

namespace Hw.TxuCosim;

/// <summary>
/// The TXU in its harness as a simulation: elaborated and built on first use, then started as often as one likes. The build that
/// writes waves is another one, made when waves are asked for.
/// </summary>
public sealed class TxuTarget : IDisposable
{
    readonly Lazy<SimDesign> design;
    readonly Lock plainGate = new(), wavesGate = new();
    CompiledDesign? plain, waves;

    public TxuTarget(int lanes, TxuBuild? build = null)
    {
        (Lanes, Build) = (lanes, build ?? new());
        design = new(Elaborate);
    }

    public int Lanes { get; }
    public TxuBuild Build { get; }

    /// <summary>Files, ports and channels of the harness.</summary>
    public SimDesign Design => design.Value;

    /// <summary>A program with its memory, ready for <see cref="Lockstep.Run"/> or to be started alone.</summary>
    /// <param name="memory">What the memory holds before the run; it is not changed.</param>
    /// <param name="replay">The command line that does this again.</param>
    public TxuJob Job(IsaProgram program, Dram? memory = null, TxuSettings? settings = null, string replay = "") =>
        new(this, program, memory ?? new(), settings ?? TxuSettings.Default, replay);

    /// <summary>Builds now what <see cref="Job"/> would build on first use.</summary>
    /// <exception cref="SimException">It cannot be built.</exception>
    public CompiledDesign Compiled(bool withWaves = false, CancellationToken token = default)
    {
        if (withWaves) lock (wavesGate) return waves ??= Compile(BuildOptions.Debug, token);
        lock (plainGate) return plain ??= Compile(Build.Simulator, token);
    }

    SimDesign Elaborate()
    {
        TxuSystem Make() => new(Lanes, Build.Records, Build.MemoryBytes / TxuIsa.RowBytes);
        var elaborated = Build.Plants ? Hw.Hdl.Design.Elaborate(Make, TxuPlants.All) : Hw.Hdl.Design.Elaborate(Make);
        return VerilogFolder.Write(elaborated, TxuChannels.In, Build.Cache);
    }

    CompiledDesign Compile(BuildOptions options, CancellationToken token) => new VerilatorBuilder(Build.Cache) { Progress = Build.Progress }.Build(Design, options, token);

    public void Dispose()
    {
        plain?.Dispose();
        waves?.Dispose();
    }
}
