using System.Runtime.CompilerServices;

namespace Hw.Kernels;

/// <summary>
/// Writes programs. A kernel says what is to be done, in an order in which it could be done one after another; operands are plain places and shapes. The rest
/// follows: registers are found and set behind the scenes, and what the queues have to wait for comes from the data flow.
/// <para>The rule of the waits: an instruction that touches a row which an instruction of another queue touched before, one of them writing, waits for it, unless
/// it is known to be over: through an older instruction of its own queue, or through what the one it waits for knew (vector clocks). One semaphore for each ordered
/// pair of queues is enough: a queue finishes in order, so its k-th signal is what the k-th wait means.</para>
/// <para>A semaphore holds 63. Where so many signals could be on their way because nothing tells the signalling queue how far the other one is, it waits for the other now and then; and a wait
/// that would be one more is for the newest instruction instead, which stands for all before it.</para>
/// </summary>
public sealed partial class ProgramBuilder
{
    const int PerInstruction = 2, Unknown = -1;
    /// <summary>Signals on their way at which a queue asks how far the other is, how far behind that may be, and at which signals become coarser.</summary>
    const int Ask = 40, Behind = 20, Coarse = 48;
    readonly Hazards hazards = new();
    readonly List<Entry> entries = [];
    readonly TxuMachine machine = new(TxuIsa.MaxLanes);
    /// <summary>known[q][p]: the latest instruction of queue p that queue q knows to be over.</summary>
    readonly int[][] known = [.. Enumerable.Range(0, Hazards.Queues).Select(_ => Enumerable.Repeat(Unknown, Hazards.Queues).ToArray())];

    /// <summary>taken[p, q]: the instructions of queue q that wait for queue p, in order; the newest instruction of each queue.</summary>
    readonly List<int>[,] taken = new List<int>[Hazards.Queues, Hazards.Queues];
    readonly int[] newest = new int[Hazards.Queues];

    /// <summary>An instruction, what it waits for and whom it signals, as queues.</summary>
    sealed record Entry(Queue Queue, Func<OperandRegisters, IInstruction> Make, Draft Operands, string Label, SourcePlace Place)
    {
        public List<Queue> Waits { get; } = [];
        public List<Queue> Signals { get; } = [];
        /// <summary>What is known to be over when it is, by queue.</summary>
        public required int[] Knows { get; init; }
    }

    /// <summary>What the instructions written from now on are for.</summary>
    public string Label { get; set; } = "";

    /// <summary>Ends the program.</summary>
    public TxuProgram Halt(int code = 0, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new Emission(entries).Program(code, new(file, line));

    void Add(Queue queue, Func<OperandRegisters, IInstruction> make, string file, int line)
    {
        var (operands, mine, order) = (new Draft(), known[(int)queue], entries.Count);
        var place = new SourcePlace(file, line);
        var instruction = make(operands);
        try { operands.Check(instruction, machine); }
        catch (Exception e) when (e is IsaException or TrapException) { throw new IsaException($"{place}: error: {Label}: {e.Message}"); }
        Span<Conflict> latest = stackalloc Conflict[Hazards.Queues];
        hazards.Enter((int)queue, Footprint.Of(instruction, operands), latest);

        var needed = new List<int>();
        for (var q = 0; q < Hazards.Queues; q++)
        {
            if (latest[q].Order > mine[q]) needed.Add(latest[q].Order);
            if (OnTheirWay((int)queue, q, mine[q]) > Ask) needed.Add(taken[(int)queue, q][^Behind]);
        }
        needed.RemoveAll(order => needed.Exists(other => other != order && entries[other].Knows[(int)entries[order].Queue] >= order));
        var waits = new List<Queue>();
        foreach (var exact in needed)
        {
            var from = (int)entries[exact].Queue;
            var other = OnTheirWay(from, (int)queue, entries[exact].Knows[(int)queue]) > Coarse ? newest[from] : exact;
            (taken[from, (int)queue] ??= []).Add(order);
            entries[other].Signals.Add(queue);
            waits.Add(entries[other].Queue);
            for (var q = 0; q < Hazards.Queues; q++) mine[q] = Math.Max(mine[q], entries[other].Knows[q]);
        }
        mine[(int)queue] = newest[(int)queue] = order;
        var entry = new Entry(queue, make, operands, Label, place) { Knows = [.. mine] };
        entry.Waits.AddRange(waits);
        entries.Add(entry);
    }

    /// <summary>Signals from one queue to another that may not be taken yet when the one knows the other's instructions up to <paramref name="upTo"/> to be over.</summary>
    int OnTheirWay(int from, int to, int upTo)
    {
        if (taken[from, to] is not { } waits) return 0;
        var over = waits.BinarySearch(upTo);
        return waits.Count - (over >= 0 ? over + 1 : ~over);
    }

    /// <summary>Entries to instructions: registers, semaphores by number, NOPs for the waits and signals that an instruction has no room for.</summary>
    sealed class Emission : OperandRegisters
    {
        readonly List<Entry> entries;
        readonly IsaProgram program = new(TxuIsa.Definition);
        readonly List<string> labels = [];
        readonly List<Semaphore> semaphores = [];
        readonly RegisterFile<long> addresses = new(32);
        readonly RegisterFile<Shape> shapes = new(16);
        readonly RegisterFile<Constants> constants = new(16);
        int at;

        public Emission(List<Entry> entries)
        {
            this.entries = entries;
            for (var i = 0; i < entries.Count; i++)
            {
                foreach (var a in entries[i].Operands.Addresses) addresses.Expect(a, i);
                foreach (var s in entries[i].Operands.Shapes) shapes.Expect(s, i);
                foreach (var c in entries[i].Operands.Constants) constants.Expect(c, i);
            }
        }

        public TxuProgram Program(int code, SourcePlace end)
        {
            foreach (var e in entries)
            {
                var instruction = e.Make(this);
                var (waits, signals) = (e.Waits.Select(from => Between(from, e.Queue)).ToArray(), e.Signals.Select(to => Between(e.Queue, to)).ToArray());
                var early = Math.Max(0, waits.Length - PerInstruction);
                foreach (var part in waits.Take(early).Chunk(PerInstruction)) Emit(new Nop(e.Queue), part, [], e.Label, e.Place);
                Emit(instruction, waits.AsSpan(early), signals.AsSpan(0, Math.Min(PerInstruction, signals.Length)), e.Label, e.Place);
                foreach (var part in signals.Skip(PerInstruction).Chunk(PerInstruction)) Emit(new Nop(e.Queue), [], part, e.Label, e.Place);
                at++;
            }
            Emit(new Halt(code), [], [], "", end);
            return new(program, labels, semaphores);
        }

        public override AddressRegister this[long address]
        {
            get
            {
                var register = new AddressRegister(addresses.Find(address, at, out var set));
                if (set) Control(new Seta(register, address));
                return register;
            }
        }

        public override ShapeRegister this[Shape s]
        {
            get
            {
                var register = new ShapeRegister(shapes.Find(s, at, out var set));
                if (set) Control(new Sets(register, s.E0, s.E1, s.E2, s.St0, s.St1, s.St2));
                return register;
            }
        }

        public override ConstantRegister this[Constants c]
        {
            get
            {
                var register = new ConstantRegister(constants.Find(c, at, out var set));
                if (set) Control(new Setc(register, c.Scale, c.Bias, c.KeyCount, c.Window));
                return register;
            }
        }

        int Between(Queue from, Queue to)
        {
            var at = semaphores.FindIndex(s => s.From == from && s.To == to);
            if (at < 0) semaphores.Add(new(at = semaphores.Count, from, to));
            return at;
        }

        void Control(IInstruction instruction) => Emit(instruction, [], [], "", entries[at].Place);

        void Emit(IInstruction one, ReadOnlySpan<int> waits, ReadOnlySpan<int> signals, string label, SourcePlace place)
        {
            program.Add(one, waits, signals, place.File, place.Line);
            labels.Add(label);
        }
    }
}
