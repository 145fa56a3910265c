using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>
/// Runs a program as asynchronous hardware may: a dispatcher that fills the queues, queues that run their heads whenever the semaphores
/// let them, in an order drawn from a seed. Some seeds let one queue run as far ahead as it can, some make it lag. Every other seed has
/// queues without end: a program whose order rests on the queues' depth is not correct.
/// </summary>
static class Interleaving
{
    const int Queues = 4;

    /// <summary>What dispatch hands to a queue: the instruction and the registers as they were then. Or, for the control queue, a semaphore's new value.</summary>
    public sealed record Step(int Pc, Decoded Decoded, Address[] Addresses, Shape[] Shapes, Constants[] Constants)
    {
        public int Queue => Decoded.Queue;
    }

    /// <summary>The program as dispatched: loops unrolled, addresses resolved.</summary>
    public static List<Step> Trace(TxuMachine machine, IsaProgram program)
    {
        var (steps, dispatcher) = (new List<Step>(), new Dispatcher());
        machine.Reset();
        while (!dispatcher.Halted)
        {
            var d = program.Isa.Decode(program.Words[dispatcher.Pc]);
            dispatcher.Next = dispatcher.Pc + 1;
            machine.Check(d);
            if (d.Queue == (int)Queue.CT) machine.Execute(d, dispatcher);
            if (d.Queue != (int)Queue.CT || d.Instruction is Setq)
                steps.Add(new(dispatcher.Pc, d, [.. Enumerable.Range(0, 32).Select(i => new Address { Base = machine.Effective(new(i)) })], [.. machine.Shapes], [.. machine.Constants]));
            Assert.False(d.Instruction is Fence, "the executor knows no FENCE");
            dispatcher.Pc = dispatcher.Next;
        }
        return steps;
    }

    /// <returns>Null when it ran to its end; else why it could not.</returns>
    public static string? Run(TxuMachine machine, IReadOnlyList<Step> trace, int seed)
    {
        machine.Reset();
        var random = new Random(seed);
        var haste = Enumerable.Range(0, Queues + 1).Select(_ => Math.Exp(random.NextDouble() * 10)).ToArray();
        var queues = Enumerable.Range(0, Queues).Select(_ => new Queue<Step>()).ToArray();
        var (tokens, depth) = (new int[32], seed % 2 == 0 ? 8 : int.MaxValue);
        for (var next = 0; ;)
        {
            var able = Enumerable.Range(0, Queues + 1).Where(q => q == Queues ? CanDispatch() : CanRun(queues[q])).ToList();
            if (able.Count == 0) return next == trace.Count && queues.All(q => q.Count == 0) ? null : "deadlock";
            var chosen = able.MaxBy(q => Math.Pow(random.NextDouble(), 1 / haste[q]));
            if (chosen < Queues)
            {
                var step = queues[chosen].Dequeue();
                foreach (var s in step.Decoded.Waits) tokens[s]--;
                step.Addresses.CopyTo(machine.Addresses, 0);
                step.Shapes.CopyTo(machine.Shapes, 0);
                step.Constants.CopyTo(machine.Constants, 0);
                try { machine.Execute(step.Decoded, new Dispatcher()); }
                catch (ProgramErrorException e) { return e.Message; }
                foreach (var s in step.Decoded.Signals) tokens[s]++;
            }
            else if (trace[next++] is { Decoded.Instruction: Setq set }) tokens[set.Sem] = set.Value;
            else queues[trace[next - 1].Queue].Enqueue(trace[next - 1]);

            bool CanDispatch() => next < trace.Count && (trace[next].Queue == (int)Queue.CT ? queues.All(q => q.Count == 0) : queues[trace[next].Queue].Count < depth);
        }

        bool CanRun(Queue<Step> queue) => queue.TryPeek(out var head) && head.Decoded.Waits.GroupBy(s => s).All(g => tokens[g.Key] >= g.Count());
    }

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
