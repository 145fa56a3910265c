using System.Globalization;
using Hw.Isa.Txu;
using Hw.Cosim;

namespace Hw.Cli.Tracing;

/// <summary>
/// What a run made of the machine, from its counters: the array's share, the bus' share, the roof that the memory's bandwidth puts over them, and how each unit
/// spent its cycles.
/// </summary>
sealed record Roofline(int Lanes, IReadOnlyDictionary<string, ulong> Counters)
{
    public const int BytesPerBeat = TxuIsa.RowBytes;
    const int Cells = 24;
    const double Much = 0.9;
    static readonly (string Queue, Counter First)[] units = [("LD", Counter.LdInstructions), ("ST", Counter.StInstructions), ("MM", Counter.MmInstructions), ("VX", Counter.VxInstructions)];

    public double Cycles => Math.Max(1, Of(Counter.Cycles));
    public double PeakMacs => (double)Bits.Dot32.Depth * Lanes;
    /// <summary>Useful products of those the array could have made.</summary>
    public double Utilization => Of(Counter.UsefulMacs) / (PeakMacs * Cycles);
    /// <summary>The part of the cycles in which a moving row was issued, useful lanes or not.</summary>
    public double Issue => Of(Counter.MatrixRows) / Cycles;
    public double Bytes => Of(Counter.BytesLoaded) + Of(Counter.BytesStored);
    /// <summary>Useful products per byte moved.</summary>
    public double Intensity => Of(Counter.UsefulMacs) / Math.Max(1, Bytes);
    /// <summary>Of the array, at this intensity, if the busier direction of the bus never paused.</summary>
    public double Roof => Math.Min(1, Of(Counter.UsefulMacs) / PeakMacs / Math.Max(1, Math.Max(Of(Counter.BytesLoaded), Of(Counter.BytesStored)) / BytesPerBeat));
    public double LoadBus => Of(Counter.BytesLoaded) / BytesPerBeat / Cycles;
    public double StoreBus => Of(Counter.BytesStored) / BytesPerBeat / Cycles;

    double Of(Counter counter) => Counters.TryGetValue(Isa.Txu.Counters.All[(int)counter].Name, out var value) ? value : 0;
    (double Busy, double Waits, double Blocked) Shares(Counter first) => (Of(first + 1) / Cycles, Of(first + 2) / Cycles, Of(first + 3) / Cycles);

    /// <summary>The one sentence.</summary>
    public string Bound
    {
        get
        {
            if (Of(Counter.UsefulMacs) == 0) return "no products: the array has no part in this program";
            if (Issue >= Much) return Text($"the array: a row is issued in {Issue:P1} of the cycles{(Utilization < 0.97 * Issue ? Text($", of whose products {Utilization / Issue:P1} are useful (padding)") : "")}");
            if (Math.Max(LoadBus, StoreBus) >= Much) return Text($"the memory's bandwidth: the {(LoadBus >= StoreBus ? "load" : "store")} bus moves a beat in {Math.Max(LoadBus, StoreBus):P1} of the cycles");
            var (busy, waits, blocked) = Shares(Counter.MmInstructions);
            var (busiest, share) = units.Where(u => u.Queue != "MM").Select(u => (u.Queue, Shares(u.First).Busy)).MaxBy(u => u.Busy);
            if (blocked >= Math.Max(waits, 1 - busy - waits)) return Text($"banks: MM could issue and its bank was taken in {blocked:P1} of the cycles");
            return waits >= 1 - busy - waits ? Text($"order: MM waits for a semaphore in {waits:P1} of the cycles; the busiest other unit is {busiest}, {share:P1}")
                : Text($"an empty queue: MM has nothing to do and nothing to wait for in {Math.Max(0, 1 - busy - waits):P1} of the cycles (dispatch, the beginning and the end)");
        }
    }

    public IEnumerable<string> Lines()
    {
        yield return Text($"  {"cycles",-22}{Cycles,16:N0}");
        yield return Text($"  {"array, useful",-22}{Utilization,16:P1}  {Bar((Utilization, '█'))}  {Of(Counter.UsefulMacs):N0} MACs of {PeakMacs * Cycles:N0}");
        yield return Text($"  {"array, issuing",-22}{Issue,16:P1}  {Bar((Issue, '█'))}");
        yield return Text($"  {"intensity",-22}{Intensity,16:F1}  MACs a byte; {Of(Counter.BytesLoaded):N0} bytes loaded, {Of(Counter.BytesStored):N0} stored");
        yield return Text($"  {"roof",-22}{Roof,16:P1}  {Bar((Roof, '▒'))}  what {BytesPerBeat} bytes a cycle and direction allow");
        yield return Text($"  {"load bus",-22}{LoadBus,16:P1}  {Bar((LoadBus, '█'))}");
        yield return Text($"  {"store bus",-22}{StoreBus,16:P1}  {Bar((StoreBus, '█'))}");
        foreach (var (queue, first) in units)
        {
            var (busy, waits, blocked) = Shares(first);
            yield return Text($"  {queue,-4}{Of(first),12:N0} instr. {busy,9:P1}  {Bar((busy - blocked, '█'), (blocked, '▓'), (waits, '░'))}  busy {busy:P1} (blocked {blocked:P1}), waits {waits:P1}");
        }
        yield return "  bars: █ busy, ▓ blocked by a bank or the bus, ░ the queue's head waits for a semaphore, which it may do while an older instruction is busy";
        yield return $"bound by {Bound}";
    }

    static string Bar(params (double Share, char Mark)[] parts)
    {
        var text = "";
        var sum = 0.0;
        foreach (var (share, mark) in parts)
        {
            sum += Math.Max(0, share);
            text = text.PadRight(Math.Clamp((int)Math.Round(sum * Cells), text.Length, Math.Max(Cells, text.Length)), mark);
        }
        return text.PadRight(Cells, '·');
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
