using System.Numerics;
using System.Runtime.InteropServices;
using Hw.BuiltIn.Code;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Hw.Hdl;
using Hw.Sim;
using Port = Hw.Sim.Port;

namespace Hw.BuiltIn;

/// <summary>
/// A design running as .NET code. What <see cref="ISimulation"/> promises, and a state that can be looked at, kept, restored and forked.
/// A cycle is: take the inputs if any was written, settle, record, edge; reset then overrules the edge.
/// </summary>
public sealed unsafe partial class BuiltInSimulation : ISimulation
{
    readonly BuiltInDesign design;
    readonly Memories memories;
    readonly Recorder recorder;
    readonly byte* ports;
    readonly uint* stale;
    readonly byte* reset;
    readonly Wires wires;
    readonly Dictionary<string, Port> byName = [];

    /// <summary>The code under way: the design's own, or the one with probes while waves are written.</summary>
    BuiltInDesign running;
    CompiledCode code;
    byte* frame;
    byte none;
    bool disposed;

    internal BuiltInSimulation(BuiltInDesign design, ulong seed)
    {
        (this.design, running, code) = (design, design, design.Code);
        memories = new(design.Flat.Stores);
        recorder = new(design.Design, design.Frame);
        ports = (byte*)NativeMemory.AllocZeroed((nuint)design.Frame.PortBlock + 64);
        stale = (uint*)(ports + (design.Frame.PortBlock + 7) / 8 * 8);
        frame = NewFrame(design);
        wires = new(stale, Settle);
        Ports = [.. design.Design.Ports.Select(p => new Port(p, ports + design.Frame.Port(p.Name), p.Width > 64 ? p.Words * 4 : Frame.NumberBytes(p.Width), wires))];
        foreach (var port in Ports) byName.Add(port.Name, port);
        reset = design.Design.HasReset ? ports + design.Frame.Port(SimDesign.Reset) : null;
        if (design.Options.RandomState) Randomize(seed);
        *stale = 1;
        Settle();
    }

    byte* NewFrame(BuiltInDesign of)
    {
        var made = (byte*)NativeMemory.AlignedAlloc((nuint)of.Frame.Size, 64);
        new Span<byte>(made, of.Frame.Size).Clear();
        of.Frame.Fill(made);
        *(byte**)made = ports;
        memories.Enter(made);
        Awake(made, of);
        return made;
    }

    static void Awake(byte* frame, BuiltInDesign of) => new Span<byte>(frame + of.Frame.Gates, of.Frame.GateBytes).Fill(1);

    public SimDesign Design => design.Design;
    public IReadOnlyList<Port> Ports { get; }
    public ulong Cycle { get; private set; }

    public Port this[string port] => byName.TryGetValue(port, out var found) ? found
        : throw new SimException($"{Design.Top} has no port `{port}`{Names.Nearest(port, byName.Keys)}");

    // The clock --------------------------------------------------------------------------------------------------------

    public void Reset(int cycles = 2)
    {
        if (!Design.HasReset) throw new SimException($"{Design.Top} has no input `{SimDesign.Reset}`");
        var port = this[SimDesign.Reset];
        port.Value = 1;
        Step((ulong)cycles);
        port.Value = 0;
    }

    public void Step(ulong cycles = 1) => Clock(cycles, null, watch: false);

    public StopReason Run(ulong maxCycles, string? stop = null)
    {
        byte* flag = null;
        if (stop is not null)
        {
            var port = this[stop];
            if (port.Width != 1) throw new SimException($"stop port `{stop}` is {port.Width} bits; it must be one bit");
            flag = ports + design.Frame.Port(stop);
        }
        return Clock(maxCycles, flag, watch: true);
    }

    public void Settle()
    {
        Alive();
        if (*stale != 0) code.TakeInputs(frame);
        *stale = 0;
        code.Settle(frame);
    }

    StopReason Clock(ulong cycles, byte* stop, bool watch)
    {
        Alive();
        if (cycles == 0) return StopReason.Cycles;
        if (*stale != 0) code.TakeInputs(frame);
        fixed (byte* never = &none)
        {
            var flag = stop == null ? never : stop;
            var (settle, edge) = (code.Settle, code.Edge);
            for (ulong i = 1; ; i++)
            {
                settle(frame);
                var stopping = (*flag & 1) != 0;
                if (recorder.Mode != RecordMode.None && !InReset) recorder.Sample(ports, Cycle);
                Rise(edge);
                *stale = 1;     // outputs are brought up to date when somebody looks
                if (stopping) return StopReason.StopPort;
                if (watch && recorder.WantsToBeRead) return StopReason.RecordsFull;
                if (i == cycles) return StopReason.Cycles;
            }
        }
    }

    bool InReset => reset != null && *reset != 0;

    void Rise(Work edge)
    {
        if (wave is not null) wave.Sample(Cycle);
        edge(frame);
        if (InReset) ResetCells();
        Cycle++;
        if (*(int*)(frame + running.Frame.Broken) is > 0 and var promise) Broken(promise);
    }

    void Broken(int promise)
    {
        *(int*)(frame + running.Frame.Broken) = 0;
        *stale = 1;
        throw new SimAssertException($"{Design.Top}, cycle {Cycle:N0}: {running.Target.Promises[promise - 1]}", Cycle);
    }

    void ResetCells()
    {
        foreach (var cell in running.Flat.Cells)
            if (cell.Reset is { } value)
                for (var lane = 0; lane < Math.Max(1, cell.Lanes); lane++) Put(cell, lane, value);
        Awake(frame, running);
    }

    public void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles) => Play(inputs, values, cycles, [], []);

    public void Capture(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, Port output, Span<uint> seen, int latency = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(latency);
        int width = RowWords(inputs), words = output.Info.Words, rows = width == 0 ? seen.Length / words : values.Length / width;
        if (seen.Length != rows * words) throw new SimException($"capturing {rows} values of `{output.Name}` needs {rows * words} words, the span holds {seen.Length}");
        if (rows == 0) return;
        var all = new uint[(rows + latency) * words];
        Play(inputs, values, rows, [output], all.AsSpan(0, seen.Length));
        Play([], [], latency, [output], all.AsSpan(seen.Length));
        all.AsSpan(latency * words).CopyTo(seen);
    }

    void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles, ReadOnlySpan<Port> outputs, Span<uint> seen)
    {
        Alive();
        ArgumentOutOfRangeException.ThrowIfNegative(cycles);
        foreach (var port in inputs) if (port.Info.Direction != PortDirection.Input) throw new SimException($"port `{port.Name}` is an output of the design: it can be read, not written");
        foreach (var port in (ReadOnlySpan<Port>)[.. inputs, .. outputs]) if (this[port.Name] != port) throw new SimException($"port `{port.Name}` belongs to another simulation");
        var row = RowWords(inputs);
        if (values.Length != row * cycles) throw new SimException($"{cycles} cycles of {row} words need {row * cycles} values, not {values.Length}");
        for (var i = 0; i < cycles; i++)
        {
            var at = i * row;
            foreach (var port in inputs)
            {
                Drive(port.Info, values.Slice(at, port.Info.Words));
                at += port.Info.Words;
            }
            if (row > 0) *stale = 1;
            Settle();
            foreach (var port in outputs)
            {
                port.Read(seen);
                seen = seen[port.Info.Words..];
            }
            if (recorder.Mode != RecordMode.None && !InReset) recorder.Sample(ports, Cycle);
            Rise(code.Edge);
        }
        *stale = 1;
    }

    void Drive(SimPort port, ReadOnlySpan<uint> words)
    {
        var to = ports + design.Frame.Port(port.Name);
        var top = uint.MaxValue >> (31 - (port.Width - 1) % 32);
        if (port.Width > 64)
        {
            words.CopyTo(new Span<uint>(to, port.Words));
            ((uint*)to)[port.Words - 1] &= top;
            return;
        }
        var value = port.Words == 1 ? words[0] & top : words[0] | (ulong)(words[1] & top) << 32;
        switch (Frame.NumberBytes(port.Width))
        {
            case 1: *to = (byte)value; break;
            case 2: *(ushort*)to = (ushort)value; break;
            case 4: *(uint*)to = (uint)value; break;
            default: *(ulong*)to = value; break;
        }
    }

    static int RowWords(ReadOnlySpan<Port> ports)
    {
        var words = 0;
        foreach (var port in ports) words += port.Info.Words;
        return words;
    }

    // Records ----------------------------------------------------------------------------------------------------------

    public RecordMode Recording
    {
        get => recorder.Mode;
        set
        {
            if (recorder.Mode == RecordMode.Hashes && value != RecordMode.Hashes) FlushRecords();
            recorder.Mode = value;
        }
    }

    public ReadOnlySpan<SimRecord> Records => recorder.Records;

    public ReadOnlySpan<uint> Data(in SimRecord row) => row.Kind == RecordKind.Row ? recorder.Data(row.Offset, Design.Channels[row.Channel].Words(Design))
        : throw new SimException($"only a {nameof(RecordKind.Row)} record has data, this one is {row.Kind}; record with {nameof(RecordMode)}.{nameof(RecordMode.Full)}");

    public void FlushRecords() => recorder.Flush();
    public void ClearRecords() => recorder.Clear();

    /// <summary>Designs of ours do not end themselves and print nothing.</summary>
    public bool Finished => false;
    public TextWriter Display { get; set; } = Console.Out;

    void Alive() => ObjectDisposedException.ThrowIf(disposed, this);

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        GC.SuppressFinalize(this);
        wave?.Dispose();
        wires?.Close();
        memories?.Dispose();
        NativeMemory.AlignedFree(frame);
        NativeMemory.Free(ports);
    }

    /// <summary>A forgotten simulation is megabytes of native memory; its ports keep it reachable, so none is used afterwards.</summary>
    ~BuiltInSimulation() => Dispose();
}
