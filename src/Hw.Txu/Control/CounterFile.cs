using System.Numerics;

namespace Hw.Txu.Control;

/// <summary>The counters of <see cref="Counters"/>, from what the units do in each cycle: a word of two 32-bit halves for each, low half first.</summary>
public sealed class CounterFile(int lanes) : Module
{
    public override string VerilogName => $"counter_file_{lanes}";
    /// <summary>Words that can be read.</summary>
    public static readonly int Words = 2 * Counters.All.Length;
    static readonly Interval Address = Interval.UInt(BitOperations.Log2((uint)Words - 1) + 1);

    public In Clear { get; } = Input(Bit);
    public In Running { get; } = Input(Bit);
    public In Executes { get; } = Input(Bit);
    public UnitActivity Load { get; } = Monitor(() => new UnitActivity());
    public UnitActivity Store { get; } = Monitor(() => new UnitActivity());
    public UnitActivity Matrix { get; } = Monitor(() => new UnitActivity());
    public UnitActivity Vector { get; } = Monitor(() => new UnitActivity());
    /// <summary>an instruction of LD, ST, MM, VX retires</summary>
    public In Retires { get; } = Input(Row(4, Bit));
    public In LoadBeat { get; } = Input(Bit);
    public In StoreBeat { get; } = Input(Bit);
    public In MatrixRow { get; } = Input(Bit);
    public In LiveProducts { get; } = Input(UpTo(Dot32.Depth * lanes));
    public In VectorRows { get; } = Input(UInt(14));
    public In Read { get; } = Input(Address);
    public Out Value { get; } = Output(UInt(32));

    readonly Dictionary<Counter, EventCounter> counters = Enum.GetValues<Counter>().ToDictionary(c => c,
        c => Instance(() => new EventCounter(c switch { Counter.UsefulMacs => Dot32.Depth * lanes, Counter.VectorRows => (1 << 14) - 1, Counter.BytesLoaded or Counter.BytesStored => TxuIsa.RowBytes, _ => 1 }), Title(c) + "_count"));

    static string Title(Counter counter) => Counters.All[(int)counter].Name.Replace(' ', '_').ToLowerInvariant();

    protected override void Build()
    {
        var retires = Retires.Elements;
        var events = new Dictionary<Counter, Signal>
        {
            [Counter.Cycles] = Running, [Counter.Instructions] = Executes,
            [Counter.BytesLoaded] = LoadBeat * TxuIsa.RowBytes, [Counter.BytesStored] = StoreBeat * TxuIsa.RowBytes,
            [Counter.MatrixRows] = MatrixRow, [Counter.UsefulMacs] = LiveProducts, [Counter.VectorRows] = VectorRows,
        };
        foreach (var (i, (first, unit)) in new[] { (Counter.LdInstructions, Load), (Counter.StInstructions, Store), (Counter.MmInstructions, Matrix), (Counter.VxInstructions, Vector) }.Index())
        {
            (events[first], events[first + 1], events[first + 2], events[first + 3]) = (retires[i], unit.Busy, unit.Waits, unit.Blocked);
            Unused(Concat(unit.Begins, unit.Order), "for traces");
        }
        foreach (var (counter, module) in counters)
        {
            module.Clear.Drive(Clear);
            module.Events.Drive(Delay(events[counter], 1, $"{Title(counter)}_events", reset: 0));     // what happens is known late in a cycle
        }
        var words = Pack(counters.Values.SelectMany(c => new[] { c.Low.Value, c.High.Value }).Concat(Enumerable.Repeat((Signal)0, (1 << Address.Width) - Words)), UInt(32)).Named("words");
        Value.Drive(Signal.Element(words, Read, UInt(32)));
    }
}
