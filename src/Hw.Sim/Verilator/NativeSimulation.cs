using System.Runtime.InteropServices;
using System.Text;

namespace Hw.Sim;

/// <summary>
/// A compiled design running in this process. Everything that clocks is one native call; between calls C# looks at the shared
/// <see cref="Status"/> block and at port memory directly.
/// </summary>
sealed unsafe class NativeSimulation : ISimulation
{
    static readonly Lock Construction = new();   // Verilated's own tables are not safe while a model is being built

    readonly LoadedLibrary _library;
    readonly NativeApi* _api;
    readonly Status* _sim;
    readonly Wires _wires;
    readonly Dictionary<string, Port> _byName = [];
    readonly int[] _rowWords;
    bool _disposed, _dead;

    public NativeSimulation(SimDesign design, LoadedLibrary library, int seed)
    {
        Design = design;
        _rowWords = [.. design.Channels.Select(c => c.Words(design))];
        _library = library;
        bool held = false;
        library.DangerousAddRef(ref held);
        try
        {
            _api = ((delegate* unmanaged[Cdecl]<NativeApi*>)NativeLibrary.GetExport(library.DangerousGetHandle(), "hw_sim_api"))();
            if (_api->Size != (ulong)sizeof(NativeApi)) throw new SimException($"the compiled {design.Top} speaks another version of the native interface; empty the build cache");
            var places = stackalloc Place[design.Ports.Count];
            lock (Construction)
            {
                _sim = _api->Create(seed, places);
                if (_sim == null) throw new SimException($"out of memory starting {design.Top}");
                _wires = new Wires(&_sim->Stale, Settle);
                Ports = design.Ports.Select((port, i) => new Port(port, places[i].Memory, (int)places[i].Bytes, _wires)).ToArray();
                foreach (var port in Ports) _byName.Add(port.Name, port);
                Settle();
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SimDesign Design { get; }
    public IReadOnlyList<Port> Ports { get; }
    public ulong Cycle => Sim->Cycle;
    public bool Finished { get; private set; }
    public TextWriter Display { get; set; } = Console.Out;

    public Port this[string port] => _byName.TryGetValue(port, out var found) ? found
        : throw new SimException($"{Design.Top} has no port `{port}`{Names.Nearest(port, _byName.Keys)}");

    public void Reset(int cycles = 2)
    {
        if (!Design.HasReset) throw new SimException($"{Design.Top} has no input `{SimDesign.Reset}`");
        var reset = this[SimDesign.Reset];
        reset.Value = 1;
        Step((ulong)cycles);
        reset.Value = 0;
    }

    public void Step(ulong cycles = 1) => After(_api->Run(Sim, cycles, null, 0));

    public void Settle() => After(_api->Settle(Sim));

    public StopReason Run(ulong maxCycles, string? stop = null)
    {
        byte* flag = null;
        if (stop is not null)
        {
            var port = this[stop];
            if (port.Width != 1) throw new SimException($"stop port `{stop}` is {port.Width} bits; it must be one bit");
            flag = port.Bit;
        }
        return (StopReason)After(_api->Run(Sim, maxCycles, flag, 1));
    }

    public void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles) => Play(inputs, values, cycles, [], []);

    public void Capture(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, Port output, Span<uint> seen, int latency = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(latency);
        int width = RowWords(inputs), rows = width == 0 ? seen.Length / output.Info.Words : values.Length / width;
        if (seen.Length != rows * output.Info.Words)
            throw new SimException($"capturing {rows} values of `{output.Name}` needs {rows * output.Info.Words} words, the span holds {seen.Length}");
        if (rows == 0) return;
        if (latency == 0) { Play(inputs, values, rows, [output], seen); return; }

        var all = new uint[(rows + latency) * output.Info.Words];
        Play(inputs, values, rows, [output], all.AsSpan(0, seen.Length));
        Play([], [], latency, [output], all.AsSpan(seen.Length));
        all.AsSpan(latency * output.Info.Words).CopyTo(seen);
    }

    void Play(ReadOnlySpan<Port> inputs, ReadOnlySpan<uint> values, int cycles, ReadOnlySpan<Port> outputs, Span<uint> seen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cycles);
        foreach (var port in inputs) port.MustBeInput();
        if (values.Length != RowWords(inputs) * cycles)
            throw new SimException($"{cycles} cycles of {RowWords(inputs)} words need {RowWords(inputs) * cycles} values, not {values.Length}");
        Span<Lane> lanes = stackalloc Lane[inputs.Length + outputs.Length];
        for (int i = 0; i < lanes.Length; i++)
        {
            var port = i < inputs.Length ? inputs[i] : outputs[i - inputs.Length];
            if (!port.BelongsTo(_wires)) throw new SimException($"port `{port.Name}` belongs to another simulation");
            lanes[i] = port.Lane;
        }
        fixed (Lane* lane = lanes)
        fixed (uint* value = values)
        fixed (uint* see = seen)
            After(_api->Play(Sim, (ulong)cycles, lane, (ulong)inputs.Length, value, lane + inputs.Length, (ulong)outputs.Length, see));
    }

    static int RowWords(ReadOnlySpan<Port> ports)
    {
        int words = 0;
        foreach (var port in ports) words += port.Info.Words;
        return words;
    }

    public RecordMode Recording
    {
        get => Sim->Mode;
        set
        {
            if (Sim->Mode == RecordMode.Hashes && value != RecordMode.Hashes) FlushRecords();
            Sim->Mode = value;
        }
    }

    public ReadOnlySpan<SimRecord> Records => new(Sim->Records, checked((int)_sim->RecordCount));

    public ReadOnlySpan<uint> Data(in SimRecord row) => row.Kind == RecordKind.Row
        ? new(Sim->Data + row.Offset, _rowWords[row.Channel])
        : throw new SimException($"only a {nameof(RecordKind.Row)} record has data, this one is {row.Kind}; record with {nameof(RecordMode)}.{nameof(RecordMode.Full)}");

    public void FlushRecords() => After(_api->Flush(Sim));

    public void ClearRecords() => (Sim->RecordCount, _sim->DataCount) = (0, 0);

    public void StartWave(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        switch (Wave(path))
        {
            case Reason.Dead: throw new SimException($"{Design.Top} was built without waves; build it with {nameof(Profile)}.{nameof(Profile.Debug)}");
            case Reason.StopPort: throw new SimException($"cannot write the wave file {path}");
        }
    }

    public void StopWave() => Wave(null);

    Reason Wave(string? path)
    {
        fixed (byte* text = path is null ? null : Encoding.UTF8.GetBytes(Path.GetFullPath(path) + "\0"))
            return _api->Wave(Sim, text);
    }

    Status* Sim
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_dead) throw new SimException($"{Design.Top} died of a fatal error at cycle {_sim->Cycle:N0}; start a new simulation");
            return _sim;
        }
    }

    /// <summary>Passes on what the design printed, and turns its verdict into an exception.</summary>
    Reason After(Reason reason)
    {
        Finished = reason == Reason.Finished;
        if (_sim->TextLength == 0 && reason < Reason.Finished) return reason;
        string text = Encoding.UTF8.GetString(_sim->Text, (int)_sim->TextLength);
        _sim->TextLength = 0;
        _api->Acknowledge(_sim);
        if (reason < Reason.Failed)
        {
            Display.Write(text);
            return reason;
        }
        _dead = reason == Reason.Dead;
        int error = Math.Max(0, text.LastIndexOf('\n', Math.Max(0, text.IndexOf("%Error", StringComparison.Ordinal))) + 1);
        Display.Write(text[..error]);
        throw new SimAssertException($"{Design.Top}, cycle {_sim->Cycle:N0}: {text[error..].TrimEnd()}", _sim->Cycle);
    }

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        GC.SuppressFinalize(this);
        _wires?.Close();
        if (_sim != null) lock (Construction) _api->Destroy(_sim);
        _library.DangerousRelease();
    }

    /// <summary>A forgotten simulation is megabytes of native memory; its ports keep it reachable, so none is used afterwards.</summary>
    ~NativeSimulation() => Dispose();
}
