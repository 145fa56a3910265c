namespace Hw.Kernels;

/// <summary>Two instructions that touch the same row, one of them writing, with nothing that orders them.</summary>
/// <param name="Earlier">Place in the program of the one that comes first in program order.</param>
public sealed record Race(int Earlier, int Later, int Memory, long Row, string Message)
{
    public override string ToString() => Message;
}

/// <summary>
/// Whether a finished program has one meaning whatever the timing: walks it as dispatch does, follows with vector clocks what each queue knows to be over (queue order,
/// semaphores, fences), and asks of every row whether all that must be over is known to be. It sees words only, so it judges any program, whoever wrote it.
/// </summary>
public static class RaceCheck
{
    const int Queues = Hazards.Queues, Control = (int)Queue.CT;

    /// <summary>The races, in the order of their later instruction: at most <paramref name="most"/>.</summary>
    /// <exception cref="InvalidOperationException">The program traps, or waits for a semaphore that nothing earlier signals.</exception>
    public static IReadOnlyList<Race> Of(TxuProgram program, int most = 10) => new Judge(program, most).Run();

    sealed class Judge(TxuProgram program, int most)
    {
        readonly Dispatch dispatch = new(program.Code);
        readonly Hazards hazards = new();
        readonly List<Race> races = [];
        /// <summary>clock[q][p]: the latest instruction of queue p that queue q knows to be over; the last row is what dispatch knows.</summary>
        readonly int[][] clock = [.. Enumerable.Range(0, Queues + 1).Select(_ => Enumerable.Repeat(-1, Queues).ToArray())];
        readonly Queue<int[]>[] tokens = [.. Enumerable.Range(0, TxuIsa.Definition.Shape.Semaphores.Count).Select(_ => new Queue<int[]>())];
        readonly List<(int Pc, int Queue)> entered = [];

        public List<Race> Run()
        {
            var latest = new Conflict[Queues];
            foreach (var d in dispatch.Run())
            {
                if (races.Count >= most) break;
                var (queue, mine) = (d.Instruction.Queue, clock[d.Instruction.Queue]);
                Join(mine, clock[Control]);
                foreach (var s in d.Instruction.Waits)
                    Join(mine, tokens[s].TryDequeue(out var token) ? token : throw new InvalidOperationException($"{At(d.Pc)} waits for semaphore {s}, which nothing earlier in program order signals"));
                if (queue == Control) Settle(d.Instruction.Instruction);
                else
                {
                    hazards.Enter(queue, Footprint.Of(d.Instruction.Instruction, dispatch), latest);
                    foreach (var other in latest)
                        if (other.Order >= 0 && mine[entered[other.Order].Queue] < other.Order && races.Count < most) races.Add(Found(entered[other.Order].Pc, d.Pc, other));
                    mine[queue] = entered.Count;
                    entered.Add((d.Pc, queue));
                }
                foreach (var s in d.Instruction.Signals) tokens[s].Enqueue([.. mine]);
            }
            return races;
        }

        void Settle(IInstruction instruction)
        {
            if (instruction is not (Fence or Setq)) return;
            for (var q = 0; q < Queues; q++)
                if (instruction is Setq || instruction is Fence f && ((int)f.Queues >> q & 1) != 0) Join(clock[Control], clock[q]);
            if (instruction is not Setq set) return;
            tokens[set.Sem].Clear();
            for (var i = 0; i < set.Value; i++) tokens[set.Sem].Enqueue([.. clock[Control]]);
        }

        Race Found(int earlier, int later, Conflict at) => new(earlier, later, at.Memory, at.Row,
            $"{At(later)} touches {TxuIsa.Definition.Shape.Memories[at.Memory].Name} {(at.Memory == TxuIsa.Dram ? $"0x{at.Row * TxuIsa.RowBytes:X}" : $"row {at.Row}")}, as does {At(earlier)}, and nothing orders the two: let the later one wait for the earlier");

        string At(int pc) => $"{program.Code.PlaceOf(pc)}: pc {pc}: {TxuIsa.Definition.Text(program.Code.Words[pc])}{(program.Label(pc) is { Length: > 0 } label ? $" ({label})" : "")}";

        static void Join(int[] into, int[] from)
        {
            for (var q = 0; q < into.Length; q++) into[q] = Math.Max(into[q], from[q]);
        }
    }
}
