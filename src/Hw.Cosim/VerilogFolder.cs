using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.Sim;

namespace Hw.Cosim;

/// <summary>From a design in C# to what a simulator compiles: its Verilog in a folder of the build cache, and its ports.</summary>
public static class VerilogFolder
{
    const int Capacity = 64;

    /// <param name="channels">What to record, by the names of the ports.</param>
    /// <param name="cache">Root of the build cache; its default when null.</param>
    public static SimDesign Write(Design design, Func<IReadOnlyList<SimPort>, IReadOnlyList<RecordChannel>>? channels = null, string? cache = null)
    {
        var files = VerilogWriter.Write(design);
        var folders = new BuildCache(Path.Combine(cache ?? BuildCache.DefaultRoot, "rtl"), Capacity);
        var (folder, _) = folders.Get(BuildCache.Key(files.SelectMany(f => new[] { f.File, f.Text })), async into =>
        {
            foreach (var (file, text) in files) await File.WriteAllTextAsync(Path.Combine(into, file), text).ConfigureAwait(false);
        }).GetAwaiter().GetResult();
        var ports = Ports(design);
        return new(design.Name, [.. files.Where(f => f.File.EndsWith(".sv", StringComparison.Ordinal)).Select(f => Path.Combine(folder, f.File))], ports, channels?.Invoke(ports) ?? []);
    }

    /// <summary>The ports of its top, clock and reset included, as simulators know them.</summary>
    public static IReadOnlyList<SimPort> Ports(Design design) =>
    [
        .. design.HasClock ? [SimPort.In(SimDesign.Clock)] : Array.Empty<SimPort>(),
        .. design.HasReset ? [SimPort.In(SimDesign.Reset)] : Array.Empty<SimPort>(),
        .. design.Ports.Select(p => new SimPort(p.Name, p.Width, p.Direction == Direction.In ? PortDirection.Input : PortDirection.Output)),
    ];
}
