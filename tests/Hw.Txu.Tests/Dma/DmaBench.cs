using System.Collections.Concurrent;
using System.Numerics;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Ip;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.Txu.Control;
using Field = Hw.Hdl.Field;
using Port = Hw.Sim.Port;
using Shape = Hw.Isa.Txu.Shape;

namespace Hw.Txu.Tests.Dma;

/// <summary>One transfer, or with no instruction a NOP of the queue.</summary>
public sealed record Transfer(bool IsLoad, ITxuInstruction? Instruction, long Memory, long Row, Shape Shape)
{
    public static Transfer Ld(long memory, long row, Shape shape, Space space = Space.SPAD) => new(true, new Ld(new(0), new(1), new(0), space), memory, row, shape);
    public static Transfer Ldt(long memory, long row, Shape shape, ElementSize size) => new(true, new Ldt(new(0), new(1), new(0), size), memory, row, shape);
    public static Transfer St(long memory, long row, Shape shape, Space space = Space.SPAD) => new(false, new St(new(0), new(1), new(0), space), memory, row, shape);
    public static Transfer Stt(long memory, long row, Shape shape, ElementSize size) => new(false, new Stt(new(0), new(1), new(0), size), memory, row, shape);

    public Space Space => Instruction switch { Ld l => l.Space, St s => s.Space, _ => Space.SPAD };
    public ElementSize? Size => Instruction switch { Ldt l => l.Size, Stt s => s.Size, _ => null };
}

public readonly record struct Write(string Memory, long Order, long Address, BigInteger Data);

/// <summary>Orders of the instructions that began, and in how many cycles an engine was what.</summary>
public sealed class Activity
{
    public List<long> Begun { get; } = [];
    public int Busy { get; set; }
    public int Waits { get; set; }
    public int Blocked { get; set; }
}

/// <summary>How a <see cref="DmaBench"/> behaves in a run.</summary>
public sealed record DmaSettings(int Lanes = 4, int Latency = 20, StallProfile Stalls = StallProfile.P0, int Seed = 1, double Free = 1, int ErrorWord = 0, int ErrorWords = 0);

/// <summary>A <see cref="DmaRig"/> under way beside the golden machine: what both write, instruction by instruction, and how instructions end.</summary>
public sealed class DmaBench : IDisposable
{
    public const int Words = 1 << 14;
    static readonly ConcurrentDictionary<(int Lanes, string Plant), BuiltInDesign> designs = [];

    static readonly string[] engines = ["load", "store"], memories = ["spad_write", "acc_write", "dram_write"];

    readonly DmaSettings settings;
    readonly BuiltInSimulation sim;
    readonly Random random;
    readonly Port[] free;
    readonly Dictionary<string, Port> ports;

    public DmaBench(DmaSettings settings, Plant? plant = null)
    {
        (this.settings, random, Machine) = (settings, new(settings.Seed), new(settings.Lanes));
        sim = designs.GetOrAdd((settings.Lanes, plant?.Name ?? ""), _ => BuiltInDesign.Compile(
            plant is null ? Design.Elaborate(() => new DmaRig(settings.Lanes, Words)) : Design.Elaborate(() => new DmaRig(settings.Lanes, Words), [plant]),
            new() { Assertions = true, RandomState = true })).Start((ulong)settings.Seed);
        ports = sim.Ports.ToDictionary(p => p.Name);
        if (plant is not null) ports["plant_select"].Value = 1;
        free = [ports["spad_write_free"], ports["acc_write_free"], ports["spad_read_free"], ports["acc_read_free"], ports["semaphores_free"]];
        Restarted();
        for (var word = 0; word < Words; word++)
        {
            var bytes = new byte[AxiBus.BeatBytes];
            random.NextBytes(bytes);
            Machine.Dram.Write(word * AxiBus.BeatBytes, bytes);
            (ports["poke_valid"].Value, ports["poke_address"].Value, ports["poke_data"].Wide) = (1, (ulong)word, new(bytes, isUnsigned: true));
            sim.Step();
        }
        ports["poke_valid"].Value = 0;
    }

    public TxuMachine Machine { get; }
    public long Cycles { get; private set; }
    public List<Write> Writes { get; } = [];
    /// <summary>By order: whether memory reported an error.</summary>
    public List<(long Order, bool Error)> LoadsEnded { get; } = [];
    public List<(long Order, bool Error)> StoresEnded { get; } = [];
    public Activity LoadActivity { get; private set; } = new();
    public Activity StoreActivity { get; private set; } = new();
    public ulong this[string port] => ports[port].Value;

    /// <summary>After a reset of chip and memory: all but what lies in memories is as after power-up.</summary>
    public DmaBench Restarted()
    {
        foreach (var port in ports.Values.Where(p => p.Info.Direction == PortDirection.Input && p.Name != "plant_select")) port.Wide = 0;
        (ports["settings_latency"].Value, ports["settings_stalls"].Value, ports["seed"].Value) = ((ulong)settings.Latency, (ulong)settings.Stalls, (ulong)settings.Seed);
        (ports["settings_error_base"].Value, ports["settings_error_words"].Value) = ((ulong)settings.ErrorWord, (ulong)settings.ErrorWords);
        sim.Reset();
        Writes.Clear();
        LoadsEnded.Clear();
        StoresEnded.Clear();
        (LoadActivity, StoreActivity) = (new(), new());
        Cycles = 0;
        return this;
    }

    /// <summary>What the golden machine writes.</summary>
    public List<Write> Golden(IEnumerable<Transfer> transfers)
    {
        var effects = new Log();
        foreach (var (order, t) in transfers.Index())
        {
            effects.Order = order;
            if (t.Instruction is null) continue;
            var (dst, src) = t.IsLoad ? (t.Row, t.Memory) : (t.Memory, t.Row);
            (Machine.Addresses[0].Base, Machine.Addresses[1].Base, Machine.Shapes[0]) = t.IsLoad ? (dst, src, t.Shape) : (src, dst, t.Shape);
            t.Instruction.Check(Machine);
            t.Instruction.Execute(Machine, effects);
        }
        return effects.Writes;
    }

    /// <summary>Gives both engines their transfers and runs until all have ended, or for so many cycles.</summary>
    public void Run(IReadOnlyList<Transfer> transfers, long? stopAfter = null)
    {
        var queues = engines.Select(name => new Queue<BigInteger>(transfers.Index().Where(t => t.Item.IsLoad == (name == engines[0])).Select(t => Command(t.Item, t.Index)))).ToArray();
        var (patience, events, lastEvent) = (4000 + 4 * settings.Latency, 0, 0L);
        for (; LoadsEnded.Count + StoresEnded.Count < transfers.Count && Cycles != stopAfter; Step(queues))
        {
            Assert.Equal((AxiRule.None, AxiRule.None), ((AxiRule)this["load_violation"], (AxiRule)this["store_violation"]));
            if (Writes.Count + LoadsEnded.Count + StoresEnded.Count is var now && now != events) (events, lastEvent) = (now, Cycles);
            Assert.True(Cycles < lastEvent + patience, $"hangs: {LoadsEnded.Count} loads and {StoresEnded.Count} stores of {transfers.Count} ended");
        }
    }

    void Step(Queue<BigInteger>[] queues)
    {
        foreach (var port in free) port.Value = random.NextDouble() < settings.Free ? 1u : 0u;
        foreach (var (queue, name) in queues.Zip(engines))
        {
            ports[$"{name}_valid"].Value = queue.Count > 0 ? 1u : 0u;
            if (queue.Count > 0) ports[$"{name}_data"].Wide = queue.Peek();
        }
        foreach (var (queue, name) in queues.Zip(engines))
            if (queue.Count > 0 && this[$"{name}_ready"] == 1) queue.Dequeue();
        foreach (var name in memories)
            if (this[$"{name}_valid"] == 1) Writes.Add(new(name, (long)this[$"{name}_order"], (long)this[$"{name}_address"], ports[$"{name}_data"].Wide));
        if (this["load_retire"] == 1) LoadsEnded.Add(((long)this["load_retire_order"], this["load_error"] == 1));
        if (this["store_retire"] == 1) StoresEnded.Add(((long)this["store_retire_order"], this["store_error"] == 1));
        Note("load", LoadActivity);
        Note("store", StoreActivity);
        sim.Step();
        Cycles++;
    }

    void Note(string engine, Activity activity)
    {
        bool Is(string what) => this[$"{engine}_activity_{what}"] == 1;
        if (Is("begins")) activity.Begun.Add((long)this[$"{engine}_activity_order"]);
        if (Is("busy")) activity.Busy++;
        if (Is("waits")) activity.Waits++;
        if (Is("blocked")) activity.Blocked++;
    }

    public BigInteger Peek(int word)
    {
        ports["peek_address"].Value = (ulong)word;
        sim.Step();
        return ports["peek_data"].Wide;
    }

    BigInteger Command(Transfer t, int order)
    {
        var f = TransferCommand.Fields;
        var word = BigInteger.Zero;
        void Put(Field field, long value) => word |= (new BigInteger(value) & field.Range.Max) << field.Low;
        Put(f.Order, order);
        Put(f.Nop, t.Instruction is null ? 1 : 0);
        foreach (var semaphore in (Field[])[f.Wait0, f.Wait1, f.Signal0, f.Signal1]) Put(semaphore, random.Next(4) == 0 ? 32 + random.Next(32) : 0);
        Put(f.Address, t.Memory);
        Put(f.Unit, t.Space == Space.ACC ? t.Row * Geometry.UnitsPerAccRow : t.Row);
        Put(f.Space, (int)t.Space);
        Put(f.Transposes, t.Size is null ? 0 : 1);
        Put(f.Wide, t.Size == ElementSize.B16 ? 1 : 0);
        foreach (var (field, value) in ((Field, long)[])[(f.E0, t.Shape.E0), (f.E1, t.Shape.E1), (f.E2, t.Shape.E2), (f.S0, t.Shape.St0), (f.S1, t.Shape.St1), (f.S2, t.Shape.St2)]) Put(field, value);
        Put(f.Total, t.Size is null ? t.Shape.Count : (long)t.Shape.E1 * t.Shape.E2);
        return word;
    }

    public void Dispose() => sim.Dispose();

    sealed class Log : IEffects
    {
        public long Order;
        public readonly List<Write> Writes = [];
        public int Pc => 0;
        public void Jump(int pc) => throw new InvalidOperationException();
        public void Halt(int code) => throw new InvalidOperationException();
        public void Fence(uint queues) => throw new InvalidOperationException();
        public void SetSemaphore(int semaphore, int value) => throw new InvalidOperationException();
        public void Write(int memory, long address, ReadOnlySpan<byte> data) =>
            Writes.Add(new(memory == TxuIsa.Spad ? "spad_write" : memory == TxuIsa.Acc ? "acc_write" : "dram_write", Order, address, new(data, isUnsigned: true)));
    }
}
