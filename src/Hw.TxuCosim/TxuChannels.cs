using Hw.Cosim;
using Hw.Isa.Txu;
using Hw.Sim;

namespace Hw.TxuCosim;

/// <summary>The retire-and-write port of the harness as record channels: <c>records_load_…</c>, <c>records_load_retire_…</c> and so on.</summary>
static class TxuChannels
{
    const string Prefix = "records_", Valid = "_valid", Dispatch = "dispatch", Begin = "_begin";

    /// <summary>Every record that lockstep compares: with data it is a write, without a retirement.</summary>
    public static IReadOnlyList<RecordChannel> In(IReadOnlyList<SimPort> ports) =>
        [.. Traced(ports).Where(c => c.Name != Dispatch && !c.Name.EndsWith(Begin, StringComparison.Ordinal))];

    /// <summary>With what is dispatched and what begins, which only a trace wants to know.</summary>
    public static IReadOnlyList<RecordChannel> Traced(IReadOnlyList<SimPort> ports) =>
    [
        .. from port in ports
           where port.Name.StartsWith(Prefix, StringComparison.Ordinal) && port.Name.EndsWith(Valid, StringComparison.Ordinal)
           let stem = port.Name[..^Valid.Length]
           let name = stem[Prefix.Length..]
           select ports.Any(p => p.Name == stem + "_data")
               ? RecordChannel.Write(name, port.Name, stem + "_order", stem + "_address", stem + "_data")
               : RecordChannel.Retire(name, port.Name, stem + "_order"),
    ];

    public static IReadOnlyDictionary<string, WriteView> Views { get; } = new Dictionary<string, WriteView>
    {
        ["load"] = new(TxuIsa.Spad, 1, "byte"),
        ["load_acc"] = new(TxuIsa.Acc, TxuIsa.AccSlotBytes, "lane"),
        ["vector"] = new(TxuIsa.Spad, 1, "lane"),
        ["vector_pair"] = new(TxuIsa.Spad, 2, "lane"),
        ["vector_acc"] = new(TxuIsa.Acc, TxuIsa.AccSlotBytes, "lane"),
        ["vector_state"] = new(TxuIsa.State, TxuIsa.AccSlotBytes, "lane"),
        ["matrix"] = new(TxuIsa.Acc, TxuIsa.AccSlotBytes, "lane"),
        ["store"] = new(TxuIsa.Dram, 1, "byte", ByteAddressed: true),
    };
}
