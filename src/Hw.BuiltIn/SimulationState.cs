using System.Numerics;
using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Runtime;
using Hw.Hdl;
using Hw.Sim;

namespace Hw.BuiltIn;

/// <summary>What a simulation remembers: looked at and set element by element, kept and restored as a whole.</summary>
public sealed unsafe partial class BuiltInSimulation
{
    /// <summary>Everything that remembers, in the order of <see cref="StateMap"/>.</summary>
    public IReadOnlyList<StateElement> State => design.State;

    /// <summary>Value of a register or read port; negative where its range is.</summary>
    public BigInteger Read(StateElement element)
    {
        var bits = BigInteger.Zero;
        var fields = running.Flat.Places[(element.Identity, FlatDesign.Key(element.Lanes))];
        foreach (var (cell, lane, low) in fields) bits += Get(cell, lane) << low;
        return bits;
    }

    /// <summary>Sets it now. The value is within the element's range.</summary>
    public void Write(StateElement element, BigInteger value)
    {
        MustHold(element, value);
        foreach (var (cell, lane, low) in running.Flat.Places[(element.Identity, FlatDesign.Key(element.Lanes))])
            Put(cell, lane, cell.Range.Width == element.Width ? value : (value >> low) & Hw.Bits.Interval.UInt(cell.Range.Width).Max);
        Changed();
    }

    /// <summary>A word of a memory.</summary>
    public BigInteger Read(StateElement memory, int address)
    {
        var store = Word(memory, address, out var at);
        return store.WordBytes switch
        {
            1 => store.Word.IsSigned ? *(sbyte*)at : *at,
            2 => store.Word.IsSigned ? *(short*)at : *(ushort*)at,
            4 => store.Word.IsSigned ? *(int*)at : *(uint*)at,
            var bytes => Words.Number(at, bytes / 8, store.Word.IsSigned),
        };
    }

    public void Write(StateElement memory, int address, BigInteger value)
    {
        MustHold(memory, value);
        var store = Word(memory, address, out var at);
        Put(at, store.WordBytes, value);
        memories.Touch(store, address);
        Changed();
    }

    Store Word(StateElement memory, int address, out byte* at)
    {
        if (memory.Kind != StateKind.Memory) throw new SimException($"`{memory.Path}` is no memory: it has no addresses");
        if ((uint)address >= (uint)memory.Depth) throw new SimException($"`{memory.Path}` has words 0 … {memory.Depth - 1}, not {address}");
        var store = design.Flat.Memories[(memory.Identity, FlatDesign.Key(memory.Lanes))];
        at = memories.Word(store, address);
        return store;
    }

    void Randomize(ulong seed)
    {
        foreach (var (i, e) in State.Index())
        {
            if (e.Kind != StateKind.Memory) { Write(e, InitialState.Of(e, i, 0, seed)); continue; }
            var store = Word(e, 0, out _);
            var plain = store.WordBytes >= 8 && !e.Shape.Range.IsSigned && e.Shape.Element.IsFull;
            for (var a = 0; a < e.Depth; a++)
            {
                if (!plain) { Write(e, a, InitialState.Of(e, i, a, seed)); continue; }
                InitialState.Fill(new Span<ulong>(memories.Word(store, a), store.WordBytes / 8), e.Width, i, a, seed);
                memories.Touch(store, a);
            }
        }
    }

    static void MustHold(StateElement element, BigInteger value)
    {
        if (!element.Shape.Range.Contains(value)) throw new SimException($"`{element.Path}` holds {element.Shape.Range.Describe()}, not {value}");
    }

    BigInteger Get(Cell cell, int lane)
    {
        var at = frame + cell.Offset + (long)lane * cell.Bytes;
        return cell.Bytes switch
        {
            1 => cell.Range.IsSigned ? *(sbyte*)at : *at,
            2 => cell.Range.IsSigned ? *(short*)at : *(ushort*)at,
            4 => cell.Range.IsSigned ? *(int*)at : *(uint*)at,
            var bytes => Words.Number(at, bytes / 8, cell.Range.IsSigned),
        };
    }

    void Put(Cell cell, int lane, BigInteger value) => Put(frame + cell.Offset + (long)lane * cell.Bytes, cell.Bytes, value);

    static void Put(byte* at, int bytes, BigInteger value)
    {
        switch (bytes)
        {
            case 1: *at = (byte)(value & 0xFF); break;
            case 2: *(ushort*)at = (ushort)(value & 0xFFFF); break;
            case 4: *(uint*)at = (uint)(value & 0xFFFFFFFF); break;
            default: Words.Put(at, bytes / 8, value); break;
        }
    }

    /// <summary>Somebody changed the state from outside: everything is evaluated again.</summary>
    void Changed()
    {
        Awake(frame, running);
        *stale = 1;
    }

    public Snapshot Save()
    {
        Alive();
        var layout = running.Frame;
        return new(design, running, Cycle, new Span<byte>(frame + layout.Cells, layout.CellsEnd - layout.Cells).ToArray(), new Span<byte>(ports, layout.PortBlock).ToArray(), memories.Save());
    }

    public void Restore(Snapshot snapshot)
    {
        Alive();
        if (snapshot.Of != design) throw new SimException($"the snapshot is of {snapshot.Of.Design.Top}, compiled at another time; restore it into a simulation started from the same {nameof(BuiltInDesign)}");
        var now = running;
        Switch(snapshot.Layout);
        snapshot.Cells.CopyTo(new Span<byte>(frame + running.Frame.Cells, snapshot.Cells.Length));
        snapshot.Ports.CopyTo(new Span<byte>(ports, snapshot.Ports.Length));
        memories.Restore(snapshot.Pages);
        Cycle = snapshot.Cycle;
        Changed();
        Switch(now);
    }

    /// <summary>An independent simulation in the same state.</summary>
    public BuiltInSimulation Fork()
    {
        var other = design.Start();
        other.Restore(Save());
        return other;
    }
}
