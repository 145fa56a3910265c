using Hw.Bits;
using Hw.Hdl;

namespace Hw.Cli.Bench.Simulators;

/// <summary>
/// A unit with everything it needs to run alone, in hardware, so that no simulator pays for being driven: a memory of stimulus rows that is played round and
/// round, and a checksum of all outputs of all cycles. The memory is filled through the poke ports before the clock counts.
/// </summary>
sealed class Rig : Module
{
    public const int Rows = 1024;
    readonly string name;
    readonly Module unit;
    readonly Reg at = Register(UpTo(Rows - 1), reset: 0, name: "at"), sum = Register(UInt(32), reset: 0, name: "sum");
    readonly Memory rows;

    public Rig(string name, Func<Module> make)
    {
        this.name = name;
        unit = Instance(make, "unit");
        Places = Pack([.. unit.AllPorts.Where(p => p.Direction == Direction.In)]);
        var row = Row(Words, UInt(32));
        PokeData = Input(row, "poke_data");
        rows = Memory(Rows, row, name: "rows");
    }

    public In PokeValid { get; } = Input(Bit);
    public In PokeAddress { get; } = Input(UpTo(Rows - 1));
    public In PokeData { get; }
    public Out Checksum { get; } = Output(UInt(32));

    /// <summary>Where each input of the unit lies in a stimulus row.</summary>
    public IReadOnlyList<(Port Port, int Low)> Places { get; }

    /// <summary>32-bit words of a stimulus row.</summary>
    public int Words => (Places.Select(p => p.Low + p.Port.Width).DefaultIfEmpty(1).Max() + 31) / 32;

    public override string VerilogName => $"rig_{name}";
    public override string Summary => "A unit between a memory of stimulus rows and a checksum of its outputs.";

    protected override void Build()
    {
        at.Next = (at + 1).Wrap(UpTo(Rows - 1));
        rows.Write(PokeValid, PokeAddress, PokeData);
        var row = rows.Read(at, 1, "row");
        foreach (var (port, low) in Places)
        {
            var bits = row[low + port.Width - 1, low];
            port.Drive(port.Shape.IsRow ? bits : bits.Wrap(port.Shape.Range.IsSigned ? Int(port.Width) : UInt(port.Width)).Fits(port.Shape.Range, "stimulus is made within the range of its port"));
        }
        foreach (var (end, next) in Places.Select(p => p.Low + p.Port.Width).Zip(Places.Skip(1).Select(p => p.Low).Append(Words * 32)))
            if (next > end) Unused(row[next - 1, end], "no input lies here");
        var outputs = Fold([.. unit.AllPorts.Where(p => p.Direction == Direction.Out).SelectMany(Chunks)]);
        sum.Next = Concat(sum[31, 31], sum[30, 0]) ^ outputs;
        Checksum.Drive(sum);
    }

    /// <summary>The wide ones first and each at a word of its own, then the small ones, none across the end of a word: taking a row apart is cheap for everybody.</summary>
    static List<(Port, int)> Pack(IReadOnlyList<Port> inputs)
    {
        var (places, at) = (new List<(Port, int)>(), 0);
        foreach (var port in inputs.OrderByDescending(p => p.Width))
        {
            if (at % 32 + port.Width > 32) at = (at + 31) / 32 * 32;
            places.Add((port, at));
            at += port.Width;
        }
        return places;
    }

    static IEnumerable<Signal> Chunks(Port port)
    {
        for (var low = 0; low < port.Width; low += 32) yield return port[Math.Min(port.Width, low + 32) - 1, low];
    }

    /// <summary>Exclusive or of all of them, as a tree.</summary>
    static Signal Fold(ReadOnlySpan<Signal> words) => words.Length switch
    {
        0 => 0,
        1 => words[0],
        var n => Fold(words[..(n / 2)]) ^ Fold(words[(n / 2)..]),
    };
}
