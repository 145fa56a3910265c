using Hw.BuiltIn.Flat;
using Hw.BuiltIn.Plan;
using Hw.Hdl;
using Hw.Sim;

namespace Hw.BuiltIn.Code;

/// <summary>
/// Where everything of a running simulation lies, from one base address: pointers to the ports and the memories, cells, gates,
/// inputs, kept values, tables, and scratch.
/// </summary>
sealed class Frame
{
    const int VectorBytes = 64;
    /// <summary>Loads of whole words and vectors may reach beyond the value.</summary>
    const int Slack = 512;

    readonly Dictionary<Value, int> slots = [];
    readonly Dictionary<string, int> ports = [];
    readonly List<(int Offset, Action<IntPtr> Fill)> constants = [];
    readonly Dictionary<object, int> pooled = [];
    int end;

    public Frame(FlatDesign flat, Timetable timetable, IEnumerable<SimPort> simPorts)
    {
        foreach (var port in simPorts)
        {
            var bytes = port.Width > 64 ? (port.Width + 63) / 64 * 8 : NumberBytes(port.Width);
            PortBlock = (PortBlock + 7) / 8 * 8;
            ports[port.Name] = PortBlock;
            PortBlock += bytes;
        }
        Take(8 + flat.Stores.Count * 16, 8);
        Cells = Take(0, VectorBytes);
        foreach (var cell in flat.Cells) cell.Offset = Take(Bytes(cell.Bytes, cell.Lanes), Alignment(cell.Bytes, cell.Lanes, Value.FormOf(cell.Range)));
        CellsEnd = end;
        Gates = Take((timetable.GateCount + 7) / 8 * 8, VectorBytes);
        NextGates = Take((timetable.GateCount + 7) / 8 * 8, 8);
        GateBytes = NextGates - Gates;
        Broken = Take(4, 4);
        foreach (var input in flat.Inputs.Values) Slot(input);
        foreach (var v in timetable.Kept) Slot(v);
    }

    /// <summary>What a snapshot keeps.</summary>
    public int Cells { get; }
    public int CellsEnd { get; }
    /// <summary>A byte for each gate: open in this cycle, and in the next one.</summary>
    public int Gates { get; }
    public int NextGates { get; }
    public int GateBytes { get; }
    /// <summary>The promise that was broken in this cycle, from 1; 0 for none.</summary>
    public int Broken { get; }
    /// <summary>Bytes of the ports, which have a block of their own that stays where it is.</summary>
    public int PortBlock { get; }
    public int Size => (end + Slack + VectorBytes - 1) / VectorBytes * VectorBytes;

    /// <summary>The fewest of 1, 2, 4 and 8 bytes that hold so many bits, at most 64.</summary>
    public static int NumberBytes(int width) => width <= 8 ? 1 : width <= 16 ? 2 : width <= 32 ? 4 : 8;
    static int Bytes(int bytes, int lanes) => lanes == 0 ? bytes : (lanes + VectorBytes - 1) / VectorBytes * VectorBytes * bytes;
    static int Alignment(int bytes, int lanes, Form form) => lanes > 0 || form == Form.Wide && bytes >= 32 ? VectorBytes : Math.Min(bytes, 8);

    /// <summary>Bytes of one lane of a kept value.</summary>
    public static int LaneBytes(Value v) => v.Kind == Kind.Pack ? PackedBytes(v) : v.IsWide ? 8 : BytesOf(v.Range);

    /// <summary>Bytes in which lanes of this range are kept.</summary>
    public static int BytesOf(Hw.Bits.Interval range) => NumberBytes(range.Width);
    public static int BytesOf(Value v) => v.Kind == Kind.State ? v.Cell.Bytes : LaneBytes(v);

    /// <summary>Of a packed word: bytes of each lane where lanes are whole bytes of a kind a store can write; else 0.</summary>
    public static int PackedBytes(Value pack) => pack.Args.Length == 1 && pack.Low is 8 or 16 or 32 or 64 ? pack.Low / 8 : 0;

    public int Port(string name) => ports[name];
    public int Of(Value v) => v.Kind == Kind.State ? v.Cell.Offset : slots[v];
    public static int Pointer(Store store) => 8 + store.Index * 16;
    public static int Dirty(Store store) => 16 + store.Index * 16;

    int Slot(Value v)
    {
        if (slots.TryGetValue(v, out var at)) return at;
        var bytes = v.IsLanes ? Bytes(LaneBytes(v), v.Lanes) : v.Kind == Kind.Pack ? Math.Max(v.Words * 8, Bytes(8, v.High)) : v.Form switch { Form.I32 => 4, Form.I64 => 8, _ => v.Words * 8 };
        return slots[v] = Take(bytes, v.IsLanes || v.Kind == Kind.Pack || v.IsWide ? VectorBytes : bytes);
    }

    public int Take(int bytes, int alignment)
    {
        end = (end + alignment - 1) / alignment * alignment;
        var at = end;
        end += bytes;
        return at;
    }

    /// <summary>Room for a constant, filled once in every frame.</summary>
    public int Constant(object identity, int bytes, Action<IntPtr> fill)
    {
        if (pooled.TryGetValue(identity, out var at)) return at;
        at = pooled[identity] = Take(bytes, VectorBytes);
        constants.Add((at, fill));
        return at;
    }

    public unsafe void Fill(byte* frame)
    {
        foreach (var (offset, fill) in constants) fill((IntPtr)(frame + offset));
    }
}
