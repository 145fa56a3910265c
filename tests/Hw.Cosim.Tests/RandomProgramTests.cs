using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.TxuCosim;

namespace Hw.Cosim.Tests;

/// <summary>The random programs themselves, before any chip runs them: they are programs, use every instruction, and mean the same in whatever order the queues run.</summary>
public class RandomProgramTests
{
    [Fact]
    public void They_use_every_instruction_and_end_as_programs_do()
    {
        var used = new HashSet<string>();
        for (var seed = 0; seed < 120; seed++)
        {
            var (machine, log) = (Machine(seed, seed % 2 == 0 ? 4 : 32), new WriteLog());
            var outcome = GoldenEngine.Run(machine, Chips.Assemble(new RandomProgram(new Random(seed)).Text), log);
            Assert.True(outcome is { Ending: Ending.Halted } or { Ending: Ending.Trapped, Cause: Trap.IllegalOpcode or Trap.ReservedBits or Trap.RunOff }, $"seed {seed}: {outcome.Message}");
            used.UnionWith(log.Entries.Select(e => e.Instruction.Instruction.Info.Mnemonic));
        }
        Assert.Empty(TxuIsa.Definition.Instructions.Select(i => i.Mnemonic).Except(used));
    }

    [Fact]
    public void They_mean_the_same_in_every_order()
    {
        for (var seed = 0; seed < 60; seed++) Assert.Null(Difference(seed, new RandomProgram(new Random(seed)).Text));
    }

    /// <summary>The proof that the test above bites: without its waits, or without its fences, some program means something else.</summary>
    [Theory]
    [InlineData(" wait(")]
    [InlineData("FENCE")]
    public void Missing_order_is_seen(string what)
    {
        var seen = Enumerable.Range(0, 60).Count(seed => Difference(seed, string.Join('\n', new RandomProgram(new Random(seed)).Text.Split('\n').Select(line =>
            what == "FENCE" && line.StartsWith(what) ? "FENCE 0" : line.Split(what)[0]))) is not null);
        Assert.InRange(seen, 5, 60);
    }

    /// <summary>A program that is to use an elementwise instruction does.</summary>
    [Fact]
    public void They_use_what_they_are_to_use()
    {
        foreach (var (info, _) in IElementwise.Among(TxuIsa.Definition))
            for (var seed = 0; seed < 60; seed++) Assert.Contains($"\n{info.Mnemonic} ", new RandomProgram(new Random(seed), info).Text);
    }

    static TxuMachine Machine(int seed, int lanes)
    {
        var machine = new TxuMachine(lanes);
        foreach (var (address, bytes) in RandomProgram.Image(seed).Pages) machine.Dram.Write(address, bytes);
        return machine;
    }

    sealed record Step(Decoded Decoded, Address[] Addresses, Shape[] Shapes, Constants[] Constants);

    /// <summary>Runs it in program order, and once as queues of any depth and speed might; what they leave behind must be equal.</summary>
    static string? Difference(int seed, string text)
    {
        var (program, steps, machine, dispatcher) = (Chips.Assemble(text), new List<Step>(), Machine(seed, 4), new Dispatcher());
        machine.Reset();
        while (!dispatcher.Halted && program.Isa.TryDecode(dispatcher.Pc < program.Count ? program.Words[dispatcher.Pc] : 0, out var d, out _))
        {
            dispatcher.Next = dispatcher.Pc + 1;
            machine.Check(d);
            steps.Add(new(d, [.. Enumerable.Range(0, 32).Select(i => new Address { Base = machine.Effective(new(i)) })], [.. machine.Shapes], [.. machine.Constants]));
            machine.Execute(d, dispatcher);
            dispatcher.Pc = dispatcher.Next;
        }

        var other = Machine(seed, 4);
        other.Reset();
        var (random, queues, tokens, next) = (new Random(seed), Enumerable.Range(0, 4).Select(_ => new Queue<Step>()).ToArray(), new int[32], 0);
        var haste = Enumerable.Range(0, 5).Select(_ => Math.Exp(random.NextDouble() * 8)).ToArray();
        while (true)
        {
            var able = Enumerable.Range(0, 5).Where(q => q < 4 ? queues[q].TryPeek(out var head) && head.Decoded.Waits.All(s => tokens[s] > 0) : next < steps.Count && IsFenced(steps[next])).ToList();
            if (able.Count == 0) break;
            var chosen = able.MaxBy(q => Math.Pow(random.NextDouble(), 1 / haste[q]));
            if (chosen == 4)
            {
                if (steps[next++] is var dispatched && dispatched.Decoded.Queue != (int)Queue.CT) queues[dispatched.Decoded.Queue].Enqueue(dispatched);
                else if (dispatched.Decoded.Instruction is Setq set) tokens[set.Sem] = set.Value;
                continue;
            }
            var step = queues[chosen].Dequeue();
            foreach (var s in step.Decoded.Waits) tokens[s]--;
            step.Addresses.CopyTo(other.Addresses, 0);
            step.Shapes.CopyTo(other.Shapes, 0);
            step.Constants.CopyTo(other.Constants, 0);
            try { other.Execute(step.Decoded, new Dispatcher()); }
            catch (ProgramErrorException e) { return $"seed {seed}: {e.Message}"; }
            foreach (var s in step.Decoded.Signals) tokens[s]++;
        }
        if (next < steps.Count || queues.Any(q => q.Count > 0)) return $"seed {seed}: the queues wait for ever";
        return Rows(machine).Zip(Rows(other)).FirstOrDefault(p => p.First != p.Second) is { First: { } a, Second: var b } ? $"seed {seed}: {a} is {b} in another order" : null;

        bool IsFenced(Step step) => Enumerable.Range(0, 4).All(q => ((step.Decoded.Instruction switch { Fence fence => (int)fence.Queues, Setq => ~0, _ => 0 }) >> q & 1) == 0 || queues[q].Count == 0);
    }

    static IEnumerable<string> Rows(TxuMachine m) =>
    [
        .. Of("SPAD", m.Spad.Rows, m.Spad.IsWritten, r => m.Spad.Bytes(r)), .. Of("ACC", m.Acc.Rows, m.Acc.IsWritten, r => m.Acc.Bytes(r)), .. Of("STATE", m.State.Rows, m.State.IsWritten, r => m.State.Bytes(r)),
        .. m.Dram.Pages.Select(p => $"DRAM {p.Address} {Convert.ToHexString(p.Bytes)}"),
    ];

    delegate ReadOnlySpan<byte> Bytes(long row);
    static IEnumerable<string> Of(string name, int rows, Predicate<long> isWritten, Bytes bytes) => Enumerable.Range(0, rows).Select(r => isWritten(r) ? $"{name} {r} {Convert.ToHexString(bytes(r))}" : $"{name} {r}");

    sealed class Dispatcher : IEffects
    {
        public int Pc { get; set; }
        public int Next { get; set; }
        public bool Halted { get; private set; }
        public void Jump(int pc) => Next = pc;
        public void Halt(int code) => Halted = true;
        public void Fence(uint queues) { }
        public void SetSemaphore(int semaphore, int value) { }
        public void Write(int memory, long address, ReadOnlySpan<byte> data) { }
    }
}
