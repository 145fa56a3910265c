using System.Numerics;
using Hw.Bits;
using Hw.Hdl;

namespace Hw.BuiltIn.Flat;

enum Kind
{
    Constant,
    /// <summary>An input of the top; its detail is the port, or "reset".</summary>
    Input,
    /// <summary>What a <see cref="Cell"/> holds before the edge.</summary>
    State,
    /// <summary>A number that each lane knows; its detail has one per lane.</summary>
    LaneNumber,
    /// <summary>What <see cref="Value.Op"/> says.</summary>
    Operation,
    /// <summary>From lanes to one word, lane 0 lowest; Low bits per lane.</summary>
    Pack,
    /// <summary>From one word to lanes; its detail has the position of each lane's lowest bit, Low is the width.</summary>
    Unpack,
    /// <summary>Lanes of other lane values and single fields, in another order: its detail says from where each run of lanes comes.</summary>
    Arrange,
    /// <summary>A lane value too wide for one lane, as fields side by side. Only while flattening.</summary>
    Parts,
}

/// <summary>Lanes <paramref name="To"/> … of an arrangement: from lane <paramref name="From"/> on of a source, or one field that is no lane.</summary>
readonly record struct Run(int Source, int From, int To, int Count);

/// <summary>How a value is held: in 32 or 64 bits as the number it is, or in memory as 64-bit words, sign- or zero-extended.</summary>
enum Form { I32, I64, Wide }

/// <summary>
/// One value of the flattened design: hierarchy and names are gone, what a port is connected to stands in its place. With
/// <see cref="Lanes"/> above 0 it is a row of values, one for each lane of an array, and every operation on it is lane by lane.
/// </summary>
sealed class Value(Kind kind, Op op, Value[] args, Interval range, Unit unit, int lanes)
{
    public Kind Kind { get; } = kind;
    public Op Op { get; } = op;
    public Value[] Args { get; set; } = args;
    public Interval Range { get; } = range;
    /// <summary>Where it is computed.</summary>
    public Unit Unit { get; set; } = unit;
    public int Lanes { get; } = lanes;
    public int High { get; init; }
    public int Low { get; init; }
    public object? Detail { get; init; }

    public bool IsLanes => Lanes > 0;
    public bool IsConstant => Kind == Kind.Constant;
    public bool IsLeaf => Kind is Kind.Constant or Kind.Input or Kind.State or Kind.LaneNumber;
    public BigInteger Number => Range.Min;
    public bool Is(Op op) => Kind == Kind.Operation && Op == op;
    public bool IsBit => Interval.Bit.Contains(Range);
    public Cell Cell => (Cell)Detail!;

    public Form Form { get; } = FormOf(range);
    public bool IsWide => Form == Form.Wide;
    /// <summary>64-bit words of a wide value.</summary>
    public int Words => (Range.Width + 63) / 64;

    public static Form FormOf(Interval range) => Interval.Int32.Contains(range) ? Form.I32 : Int64.Contains(range) ? Form.I64 : Form.Wide;
    static readonly Interval Int64 = Interval.Int(64);

    public override string ToString() => $"{(Kind == Kind.Operation ? Op : Kind)} of {Unit}, {Range}{(IsLanes ? $", {Lanes} lanes" : "")}";
}

/// <summary>An instance of a module, or one array of instances as lanes: what is evaluated together.</summary>
sealed class Unit(string path, int lanes)
{
    public string Path { get; } = path;
    public int Lanes { get; } = lanes;
    /// <summary>Of lanes: the path of the array's text.</summary>
    public string Array { get; init; } = "";
    public Unit? Parent { get; init; }
    /// <summary>Of lanes: the unit of what is one value for all of them. Both are behind one gate.</summary>
    public Unit? Shared { get; init; }
    public bool HasLanes { get; set; }
    /// <summary>Which of the gates it is behind; −1 where it is always evaluated.</summary>
    public int Gate { get; set; } = -1;
    public override string ToString() => Path.Length == 0 ? "top" : Path;
}

/// <summary>One register or read port as the simulation stores it; of an array, one for each lane, side by side.</summary>
sealed class Cell(string name, Interval range, Unit unit, int lanes)
{
    public string Name { get; } = name;
    public Interval Range { get; } = range;
    public Unit Unit { get; set; } = unit;
    public int Lanes { get; } = lanes;
    /// <summary>In the frame.</summary>
    public int Offset { get; set; } = -1;
    /// <summary>Of one lane.</summary>
    public int Bytes => Lanes == 0 ? Value.FormOf(Range) switch { Form.I32 => 4, Form.I64 => 8, _ => (Range.Width + 63) / 64 * 8 }
        : Code.Frame.NumberBytes(Range.Width);
    public Value Value => field ??= new(Kind.State, Op.Leaf, [], Range, Unit, Lanes) { Detail = this };
    /// <summary>What it becomes while reset is 1.</summary>
    public BigInteger? Reset { get; set; }
    public override string ToString() => Name;
}

/// <summary>A memory: words one after another, in memory of its own.</summary>
sealed class Store(string name, int depth, Interval word, Collision collision, Unit unit)
{
    public string Name { get; } = name;
    public Interval Word { get; } = word;
    public Unit Unit { get; set; } = unit;
    public bool WriteFirst { get; } = collision == Collision.WriteFirst;
    /// <summary>Any address of the address's width is inside.</summary>
    public int Places { get; } = (int)BitOperations.RoundUpToPowerOf2((uint)depth);
    /// <summary>1, 2, 4 or 8, or whole 64-bit words.</summary>
    public int WordBytes { get; } = word.Width <= 32 ? Code.Frame.NumberBytes(word.Width) : (word.Width + 63) / 64 * 8;
    /// <summary>2^PageShift words are the page that snapshots share, about 4 KiB.</summary>
    public int PageShift => BitOperations.Log2((uint)Math.Max(1, 4096 / WordBytes));
    public int Pages => Math.Max(1, Places >> PageShift);
    /// <summary>Which one of the design.</summary>
    public int Index { get; set; }
    public override string ToString() => Name;
}

/// <summary>What happens at the rising edge.</summary>
abstract record Effect
{
    public abstract Unit Unit { get; }
    public abstract IEnumerable<Value> Uses { get; }
}

/// <param name="When">A condition of all lanes, or null for always; the cell holds its value elsewhere.</param>
sealed record Update(Cell Cell, Value? When, Value Next) : Effect
{
    public override Unit Unit => Cell.Unit;
    public override IEnumerable<Value> Uses => When is null ? [Next] : [When, Next];
}

sealed record ReadWord(Cell Cell, Store Store, Value Enable, Value Address) : Effect
{
    public override Unit Unit => Cell.Unit;
    public override IEnumerable<Value> Uses => [Enable, Address];
}

/// <param name="Mask">One bit for each element of <paramref name="Element"/> bits.</param>
/// <param name="Number">Of the memory's writes; a later one wins.</param>
sealed record WriteWord(Store Store, int Number, Value Enable, Value Address, Value Data, Value? Mask, int Element) : Effect
{
    public override Unit Unit => Store.Unit;
    public override IEnumerable<Value> Uses => Mask is null ? [Enable, Address, Data] : [Enable, Address, Data, Mask];
}

/// <summary>What is looked at in every cycle but under reset: a promise of the text.</summary>
sealed record Check(Unit At, Value Kept, Value? Reset, string Message) : Effect
{
    public override Unit Unit => At;
    public override IEnumerable<Value> Uses => Reset is null ? [Kept] : [Kept, Reset];
}

/// <summary>A whole design as values: what drives each output, what each edge does, and where everything that remembers is kept.</summary>
sealed class FlatDesign
{
    public List<Cell> Cells { get; } = [];
    public List<Store> Stores { get; } = [];
    public List<Effect> Effects { get; } = [];
    public Dictionary<string, Value> Inputs { get; } = [];
    public List<(Hw.Hdl.Port Port, Value Value)> Outputs { get; } = [];
    /// <summary>Named values and ports of instances, for waves.</summary>
    public List<(string Path, int Width, int Lanes, IReadOnlyList<(Value Value, int Low)> Fields)> Probes { get; } = [];
    /// <summary>Where an element of the state map is kept: fields of it, each in a lane of a cell.</summary>
    public Dictionary<(object, string), List<(Cell Cell, int Lane, int Low)>> Places { get; } = [];
    public Dictionary<(object, string), Store> Memories { get; } = [];
    /// <summary>What became of each array of instances.</summary>
    public List<string> Arrays { get; } = [];

    public static string Key(IEnumerable<int> lanes) => string.Join(',', lanes);
}
