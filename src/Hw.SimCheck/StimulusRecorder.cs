using Hw.BuiltIn;
using Hw.Sim;
using Port = Hw.Sim.Port;

namespace Hw.SimCheck;

/// <summary>
/// A built-in simulation that keeps what came in and what it showed in every cycle, so that other simulators can be given the same:
/// whoever drives it, a program's session or a testbench, need not know.
/// </summary>
public sealed class StimulusRecorder(BuiltInSimulation inner, View view, Stimulus stimulus) : ISimulation
{
    public List<uint[]> Frames { get; } = [];

    void Clock()
    {
        stimulus.Cycles.Add([inner.Design.HasReset ? inner[SimDesign.Reset].Value : 0, .. view.Inputs.Select(p => inner[p.Name].Wide)]);
        Frames.Add(BuiltInRun.Look(inner, view));
        inner.Step();
    }

    public void Step(ulong cycles = 1)
    {
        for (; cycles > 0; cycles--) Clock();
    }

    public void Reset(int cycles = 2)
    {
        inner[SimDesign.Reset].Value = 1;
        Step((ulong)cycles);
        inner[SimDesign.Reset].Value = 0;
    }

    public StopReason Run(ulong maxCycles, string? stop = null)
    {
        for (; maxCycles > 0; maxCycles--)
        {
            var stops = stop is not null && inner[stop].Value == 1;
            Clock();
            if (stops) return StopReason.StopPort;
        }
        return StopReason.Cycles;
    }

    public void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles)
    {
        for (; cycles > 0; cycles--)
        {
            foreach (var port in inputs)
            {
                port.Write(values[..port.Info.Words]);
                values = values[port.Info.Words..];
            }
            Clock();
        }
    }

    public void Capture(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, Port output, Span<uint> seen, int latency = 0)
    {
        var (row, words) = (0, output.Info.Words);
        foreach (var port in inputs) row += port.Info.Words;
        for (var (cycle, rows) = (0, values.Length / row); cycle < rows + latency; cycle++)
        {
            if (cycle < rows) foreach (var port in inputs) { port.Write(values[..port.Info.Words]); values = values[port.Info.Words..]; }
            if (cycle >= latency) output.Read(seen.Slice((cycle - latency) * words, words));
            Clock();
        }
    }

    public SimDesign Design => inner.Design;
    public ulong Cycle => inner.Cycle;
    public IReadOnlyList<Port> Ports => inner.Ports;
    public Port this[string port] => inner[port];
    public void Settle() => inner.Settle();
    public RecordMode Recording { get => inner.Recording; set => inner.Recording = value; }
    public ReadOnlySpan<SimRecord> Records => inner.Records;
    public ReadOnlySpan<uint> Data(in SimRecord row) => inner.Data(row);
    public void FlushRecords() => inner.FlushRecords();
    public void ClearRecords() => inner.ClearRecords();
    public void StartWave(string path) => inner.StartWave(path);
    public void StopWave() => inner.StopWave();
    public bool Finished => inner.Finished;
    public TextWriter Display { get => inner.Display; set => inner.Display = value; }
    public void Dispose() => inner.Dispose();
}
