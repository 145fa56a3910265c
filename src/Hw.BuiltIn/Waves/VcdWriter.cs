using System.Runtime.InteropServices;
using System.Text;
using Hw.Sim;

namespace Hw.BuiltIn;

/// <summary>
/// Waves as a value change dump (IEEE 1800-2017 §21.7). Cycle n is sampled at time 2n, just before its rising edge, which the clock
/// shows at 2n + 1: at even times every value is what Verilator's files of this design show there. The first sample writes all values,
/// each later one those that changed. A file is complete once the writer is disposed.
/// </summary>
public sealed class VcdWriter : IDisposable
{
    const int BufferBytes = 1 << 16, LongestTime = 24;
    const string Version = "hw built-in simulator";

    /// <summary>The eight characters of a byte, the highest bit first, as they lie in memory.</summary>
    static readonly ulong[] digits = [
        .. Enumerable.Range(0, 256).Select(b => Enumerable.Range(0, 8).Aggregate(0ul, (text, i) => text | (ulong)('0' + (b >> (7 - i) & 1)) << 8 * i)),
    ];

    readonly Signal[] signals;
    readonly uint[] seen, now;
    readonly byte[]? clock;
    readonly FileStream file;
    readonly byte[] buffer;
    int filled;
    ulong? last;

    /// <param name="top">Name of the top module: the scope that the paths of the probes start in.</param>
    /// <param name="hasClock">Shows `clock`, low at even times and high at odd ones.</param>
    public VcdWriter(string path, string top, IReadOnlyList<Probe> probes, bool hasClock)
    {
        (signals, var words) = (new Signal[probes.Count], 0);
        for (var i = 0; i < signals.Length; i++)
        {
            signals[i] = new(probes[i], VcdHeader.Id(i), words);
            words += signals[i].Count;
        }
        clock = hasClock ? VcdHeader.Id(signals.Length) : null;
        (seen, now) = (new uint[words], new uint[signals.Select(s => s.Count).DefaultIfEmpty().Max()]);
        buffer = new byte[Math.Max(BufferBytes, 2 * 32 * now.Length + LongestTime)];
        var header = VcdHeader.Of(Version, top, signals.Select((s, i) => (probes[i].Path, s.Width, s.Id)), clock);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(Encoding.ASCII.GetBytes(header));
    }

    /// <summary>The values just before the rising edge of this cycle.</summary>
    /// <exception cref="SimException">The cycle is not later than the last one.</exception>
    public void Sample(ulong cycle)
    {
        if (cycle <= last) throw new SimException($"a wave file goes forward only: cycle {cycle:N0} comes after cycle {last:N0}; stop the waves before a state is restored");
        var first = last is null;
        Time(cycle * 2);
        if (first) Text("$dumpvars\n");
        if (clock is not null) Bit(0, clock);
        foreach (ref readonly var signal in signals.AsSpan()) Sample(signal, first);
        if (first) Text("$end\n");
        if (clock is not null)
        {
            Time(cycle * 2 + 1);
            Bit(1, clock);
        }
        last = cycle;
    }

    /// <summary>Ends the file, with the last cycle at its full length.</summary>
    public void Dispose()
    {
        if (file.SafeFileHandle.IsClosed) return;
        try
        {
            if (last is { } cycle) Time(cycle * 2 + 2);
            Flush();
        }
        finally { file.Dispose(); }
    }

    void Sample(in Signal signal, bool always)
    {
        signal.Words(now);
        now[signal.Count - 1] &= signal.Mask;
        var value = now.AsSpan(0, signal.Count);
        var before = seen.AsSpan(signal.Offset, signal.Count);
        if (!always && value[0] == before[0] && value.SequenceEqual(before)) return;
        value.CopyTo(before);
        if (signal.Width == 1) Bit(value[0], signal.Id);
        else Vector(value, signal.Id);
    }

    void Bit(uint value, byte[] id)
    {
        Room(LongestTime);
        buffer[filled++] = (byte)('0' + value);
        End(id);
    }

    /// <summary>From the highest 1 on: what is left out on the left counts as 0.</summary>
    void Vector(ReadOnlySpan<uint> value, byte[] id)
    {
        Room(value.Length * 32 + LongestTime);
        buffer[filled++] = (byte)'b';
        var bytes = MemoryMarshal.AsBytes(value);
        var first = bytes.LastIndexOfAnyExcept((byte)0);
        if (first < 0) buffer[filled++] = (byte)'0';
        else
        {
            var top = System.Numerics.BitOperations.Log2(bytes[first]) + 1;
            Digits(digits[bytes[first]] >> 8 * (8 - top), top);
            for (var i = first - 1; i >= 0; i--) Digits(digits[bytes[i]], 8);
        }
        buffer[filled++] = (byte)' ';
        End(id);
    }

    void Digits(ulong text, int count)
    {
        MemoryMarshal.Write(buffer.AsSpan(filled), text);
        filled += count;
    }

    void End(byte[] id)
    {
        id.CopyTo(buffer, filled);
        filled += id.Length;
        buffer[filled++] = (byte)'\n';
    }

    void Time(ulong time) => Text($"#{time}\n");

    void Text(string text)
    {
        Room(LongestTime);
        filled += Encoding.ASCII.GetBytes(text, buffer.AsSpan(filled));
    }

    void Room(int bytes)
    {
        if (buffer.Length - filled < bytes) Flush();
    }

    void Flush()
    {
        file.Write(buffer, 0, filled);
        filled = 0;
    }

    /// <param name="offset">Of its words among those seen last.</param>
    readonly struct Signal(Probe probe, byte[] id, int offset)
    {
        public readonly Func<uint[], int> Words = probe.Words;
        public readonly byte[] Id = id;
        public readonly int Width = probe.Width, Offset = offset, Count = (probe.Width + 31) / 32;
        public readonly uint Mask = probe.Width % 32 == 0 ? uint.MaxValue : (1u << probe.Width % 32) - 1;
    }
}
