using Hw.BuiltIn;
using Hw.Cosim;
using Hw.Hdl;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.Txu;

namespace Hw.TxuCosim;

/// <summary>
/// The TXU in its harness as a simulation: elaborated and built on first use, then started as often as one likes. The build of
/// Verilator's that writes waves is another one, made when waves are asked for; the built-in simulator writes them from any.
/// </summary>
public sealed class TxuTarget : IDisposable
{
    readonly Lazy<Design> elaborated;
    readonly Lazy<SimDesign> verilog;
    readonly Lock plainGate = new(), wavesGate = new();
    IBuiltDesign? plain;
    CompiledDesign? waves;

    public TxuTarget(int lanes, TxuBuild? build = null)
    {
        (Lanes, Build) = (lanes, build ?? new());
        elaborated = new(Elaborate);
        verilog = new(() => VerilogFolder.Write(elaborated.Value, Channels, Build.Cache));
    }

    public int Lanes { get; }
    public TxuBuild Build { get; }

    /// <summary>The hardware, elaborated and checked.</summary>
    public Design Elaborated => elaborated.Value;

    /// <summary>Ports and channels of the harness, and with Verilator its files.</summary>
    public SimDesign Design => Build.Engine == Engine.Verilator ? verilog.Value : Built().Design;

    /// <summary>A program with its memory, ready for <see cref="Lockstep.Run"/> or to be started alone.</summary>
    /// <param name="memory">What the memory holds before the run; it is not changed.</param>
    /// <param name="replay">The command line that does this again.</param>
    public TxuJob Job(IsaProgram program, Dram? memory = null, TxuSettings? settings = null, string replay = "") =>
        new(this, program, memory ?? new(), settings ?? TxuSettings.Default, replay);

    /// <summary>Builds now what <see cref="Job"/> would build on first use.</summary>
    /// <exception cref="SimException">It cannot be built.</exception>
    public IBuiltDesign Built(bool withWaves = false, CancellationToken token = default)
    {
        if (Build.Engine == Engine.BuiltIn) lock (plainGate) return plain ??= InProcess();
        if (withWaves) lock (wavesGate) return waves ??= ByVerilator(BuildOptions.Debug, token);
        lock (plainGate) return plain ??= ByVerilator(Build.Simulator, token);
    }

    Func<IReadOnlyList<SimPort>, IReadOnlyList<RecordChannel>> Channels => Build.Trace ? TxuChannels.Traced : TxuChannels.In;

    Design Elaborate()
    {
        TxuSystem System() => new(Lanes, Build.Records, Build.MemoryBytes / TxuIsa.RowBytes);
        return Build.Plants.Count > 0 ? Hw.Hdl.Design.Elaborate(System, Build.Plants) : Hw.Hdl.Design.Elaborate(System);
    }

    CompiledDesign ByVerilator(BuildOptions options, CancellationToken token) => new VerilatorBuilder(Build.Cache) { Progress = Build.Progress }.Build(Design, options, token);

    BuiltInDesign InProcess()
    {
        var profile = Build.Simulator.Profile;
        var options = new BuiltInOptions { Assertions = profile != Profile.Fast, RandomState = profile == Profile.Checked };
        var design = BuiltInDesign.Compile(elaborated.Value, options, Channels);
        Build.Progress?.Invoke(FormattableString.Invariant($"built {design.Design.Top} as .NET code in {design.Report.Milliseconds / 1000:F1} s"));
        return design;
    }

    public void Dispose()
    {
        plain?.Dispose();
        waves?.Dispose();
    }
}
