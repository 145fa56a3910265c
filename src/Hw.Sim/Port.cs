using System.Numerics;
using System.Runtime.InteropServices;

namespace Hw.Sim;

/// <summary>
/// What the ports of one simulation share: a flag in native memory saying that an input was written since the last settling, and how
/// to settle. A simulator makes one, hands it to its ports, and closes it before it frees their memory.
/// </summary>
public sealed unsafe class Wires(uint* stale, Action settle)
{
    uint* _stale = stale;

    public void Close() => _stale = null;

    internal void Written() => *Open() = 1;

    internal void Settle()
    {
        if (*Open() != 0) settle();
    }

    uint* Open() => _stale != null ? _stale : throw new ObjectDisposedException("simulation", "the port's simulation has been disposed");
}

/// <summary>
/// One port of a running design, over the simulator's own memory: little-endian, in 1, 2, 4 or 8 bytes up to 64 bits, in 32-bit words
/// beyond. Written values are cut to the port's width; a port wider than 64 bits is read through <see cref="Wide"/> or <see cref="Read"/>.
/// </summary>
public sealed unsafe class Port
{
    readonly void* _memory;
    readonly int _bytes;
    readonly ulong _mask;
    readonly Wires _wires;

    public Port(SimPort port, void* memory, int bytes, Wires wires)
    {
        (Info, _bytes, _wires) = (port, bytes, wires);
        _memory = memory;
        int top = port.Width <= 64 ? port.Width : (port.Width - 1) % 32 + 1;
        _mask = top == 64 ? ulong.MaxValue : (1ul << top) - 1;
    }

    public SimPort Info { get; }
    public string Name => Info.Name;
    public int Width => Info.Width;

    /// <summary>The port as a number of at most 64 bits.</summary>
    public ulong Value
    {
        get
        {
            _wires.Settle();
            return _bytes switch
            {
                1 => *(byte*)_memory,
                2 => *(ushort*)_memory,
                4 => *(uint*)_memory,
                8 when Width <= 64 => *(ulong*)_memory,
                _ => throw new SimException($"port `{Name}` is {Width} bits, more than a ulong holds: use .Wide or .Read(words)"),
            };
        }
        set
        {
            MustBeInput();
            _wires.Written();
            switch (_bytes)
            {
                case 1: *(byte*)_memory = (byte)(value & _mask); break;
                case 2: *(ushort*)_memory = (ushort)(value & _mask); break;
                case 4: *(uint*)_memory = (uint)(value & _mask); break;
                case 8 when Width <= 64: *(ulong*)_memory = value & _mask; break;
                default: Write([(uint)value, (uint)(value >> 32)]); break;
            }
        }
    }

    /// <summary>The port as an unsigned number of any size; negative numbers are written as two's complement.</summary>
    public BigInteger Wide
    {
        get
        {
            Span<uint> words = stackalloc uint[Math.Min(Info.Words, 1024)];
            if (Info.Words > 1024) words = new uint[Info.Words];
            Read(words);
            return new BigInteger(MemoryMarshal.AsBytes(words), isUnsigned: true);
        }
        set
        {
            byte[] bytes = (value & ((BigInteger.One << Width) - 1)).ToByteArray(isUnsigned: true);
            var words = new uint[Info.Words];
            bytes.CopyTo(MemoryMarshal.AsBytes(words.AsSpan()));
            Write(words);
        }
    }

    /// <summary>Copies the port's 32-bit words, little end first.</summary>
    public void Read(Span<uint> words)
    {
        _wires.Settle();
        if (words.Length < Info.Words) throw new SimException($"port `{Name}` is {Info.Words} words, the span holds {words.Length}");
        if (Width > 64) new ReadOnlySpan<uint>(_memory, Info.Words).CopyTo(words);
        else
        {
            ulong value = Value;
            words[0] = (uint)value;
            if (Info.Words > 1) words[1] = (uint)(value >> 32);
        }
    }

    /// <summary>Drives 32-bit words, little end first; missing ones are 0, bits beyond the width are cut.</summary>
    public void Write(ReadOnlySpan<uint> words)
    {
        MustBeInput();
        if (words.Length > Info.Words && words[Info.Words..].ContainsAnyExcept(0u))
            throw new SimException($"port `{Name}` is {Info.Words} words, the value has {words.Length}");
        if (Width <= 64)
        {
            Value = (words.Length > 1 ? (ulong)words[1] << 32 : 0) | (words.Length > 0 ? words[0] : 0);
            return;
        }
        _wires.Written();
        var memory = new Span<uint>(_memory, Info.Words);
        int n = Math.Min(words.Length, Info.Words);
        words[..n].CopyTo(memory);
        memory[n..].Clear();
        memory[^1] &= (uint)_mask;
    }

    internal Lane Lane => new() { Memory = _memory, Bytes = (uint)_bytes, Words = (uint)Info.Words, Mask = _mask };
    internal byte* Bit => (byte*)_memory;
    internal bool BelongsTo(Wires wires) => ReferenceEquals(_wires, wires);

    internal void MustBeInput()
    {
        if (Info.Direction != PortDirection.Input) throw new SimException($"port `{Name}` is an output of the design: it can be read, not written");
    }

    public override string ToString() => $"{Name}=0x{Wide:X}";
}
