using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Hw.Hdl;
using Hw.Sim;

namespace Hw.BuiltIn;

/// <summary>Waves: while they are written the simulation runs in the variant of its design in which every named value has a place.</summary>
public sealed unsafe partial class BuiltInSimulation
{
    VcdWriter? wave;

    /// <summary>Every named value of the design with how to read it now: ports of the top and of instances, registers, values that texts name. Only while waves are written, or with <see cref="BuiltInOptions.Probes"/>.</summary>
    public IReadOnlyList<Probe> Probes => [.. TopPorts(), .. Registers(), .. Named()];

    /// <summary>Writes a VCD file from now on.</summary>
    public void StartWave(string path)
    {
        Alive();
        StopWave();
        Switch(design.WithProbes());
        try { wave = new(path, Design.Top, Probes, Design.HasClock); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Switch(design);
            throw new SimException($"cannot write the wave file {path}: {e.Message}", e);
        }
    }

    public void StopWave()
    {
        wave?.Dispose();
        wave = null;
        Switch(design);
    }

    /// <summary>Goes on in another variant of the design, in the same state. A register that was never written may hold a zero outside its interval: so it does in the variant, too.</summary>
    void Switch(BuiltInDesign to)
    {
        if (running == to) return;
        var state = State.Where(e => e.Kind != StateKind.Memory).Select(e => Read(e)).ToList();
        System.Runtime.InteropServices.NativeMemory.AlignedFree(frame);
        (running, code) = (to, to.Code);
        frame = NewFrame(to);
        foreach (var (element, value) in State.Where(e => e.Kind != StateKind.Memory).Zip(state))
            if (element.Shape.Range.Contains(value)) Write(element, value);
    }

    IEnumerable<Probe> TopPorts() => Design.Ports.Where(p => p.Name != SimDesign.Clock).Select(p => new Probe(p.Name, p.Width, words => PortWords(p, words)));

    int PortWords(SimPort port, uint[] words)
    {
        var from = ports + design.Frame.Port(port.Name);
        for (var i = 0; i < port.Words; i++) words[i] = 0;
        var bytes = port.Width > 64 ? port.Words * 4 : Code.Frame.NumberBytes(port.Width);
        new ReadOnlySpan<byte>(from, bytes).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(words.AsSpan()));
        return port.Words;
    }

    IEnumerable<Probe> Registers() => State.Where(e => e.Kind != StateKind.Memory).Select(e =>
        Fields(e.Path, e.Width, [.. running.Flat.Places[(e.Identity, FlatDesign.Key(e.Lanes))].Select(f => (f.Cell.Value, f.Low))], running.Flat.Places[(e.Identity, FlatDesign.Key(e.Lanes))][0].Lane));

    IEnumerable<Probe> Named() => running.Flat.Probes.SelectMany(p => p.Lanes == 0 ? [Fields(p.Path, p.Width, p.Fields, 0)]
        : Enumerable.Range(0, p.Lanes).Select(lane => Fields(p.Path.Replace("[*]", $"[{lane}]", StringComparison.Ordinal), p.Width, p.Fields, lane)));

    Probe Fields(string path, int width, IReadOnlyList<(Value Value, int Low)> fields, int lane) => new(path, width, words =>
    {
        var count = (width + 31) / 32;
        var all = stackalloc ulong[(width + 127) / 64];
        new Span<ulong>(all, (width + 127) / 64).Clear();
        foreach (var (v, low) in fields)
        {
            var bits = Math.Min(width - low, v.Form == Form.Wide ? v.Words * 64 : 64);
            if (v.IsWide && !v.IsLanes && !v.IsConstant) Words.Insert((byte*)all, low, bits, frame + running.Frame.Of(v));
            else
            {
                var number = v.IsConstant ? (long)(ulong)(v.Number & ulong.MaxValue) : NumberOf(v, lane);
                Words.Insert((byte*)all, low, fields.Count == 1 ? bits : Math.Min(bits, v.Range.Width), (byte*)&number);
                // a negative number in a port of more than 64 bits
                for (var i = 1; fields.Count == 1 && number < 0 && v.Range.IsSigned && i < (width + 63) / 64; i++) all[i] = ulong.MaxValue;
            }
        }
        for (var i = 0; i < count; i++) words[i] = (uint)(all[i / 2] >> (i % 2 * 32));
        if (width % 32 != 0) words[count - 1] &= uint.MaxValue >> (32 - width % 32);
        return count;
    });

    long NumberOf(Value v, int lane)
    {
        if (v.Kind == Kind.LaneNumber) return ((long[])v.Detail!)[lane];
        var at = frame + running.Frame.Of(v);
        if (!v.IsLanes) return v.Form == Form.I32 ? *(int*)at : *(long*)at;
        return (v.Kind == Kind.State ? v.Cell.Bytes : Code.Frame.LaneBytes(v)) switch
        {
            1 => v.Range.IsSigned ? ((sbyte*)at)[lane] : at[lane],
            2 => v.Range.IsSigned ? ((short*)at)[lane] : ((ushort*)at)[lane],
            4 => v.Range.IsSigned ? ((int*)at)[lane] : ((uint*)at)[lane],
            _ => ((long*)at)[lane],
        };
    }
}
