using System.Runtime.InteropServices;

namespace Hw.Kernels;

/// <summary>The latest instruction of a queue that another one has to come after, and a row that both touch.</summary>
readonly record struct Conflict(int Order, int Memory, long Row);

/// <summary>
/// Who touched each row last: its writer, and the last reader of each queue. Two instructions of different queues that touch a row, one of them writing, must
/// be ordered; that the latest one of a queue is over says the same of all before it there.
/// </summary>
sealed class Hazards
{
    public const int Queues = 4;
    const int None = -1;
    readonly List<int> queueOf = [];
    readonly Last[][] chip = [new Last[TxuIsa.SpadRows], new Last[TxuIsa.AccRows], [], new Last[TxuIsa.StateVectors]];
    readonly Dictionary<long, Last> dram = [];

    public Hazards()
    {
        foreach (var rows in chip) rows.AsSpan().Fill(Last.Nobody);
    }

    /// <summary>Enters the next instruction, in program order.</summary>
    /// <param name="latest">By queue: the latest instruction of another queue that must be over before this one touches what it touches; order −1: none.</param>
    public void Enter(int queue, IEnumerable<Access> accesses, Span<Conflict> latest)
    {
        latest.Fill(new(None, 0, 0));
        var order = queueOf.Count;
        queueOf.Add(queue);
        foreach (var a in accesses)
            for (var j = 0; j < a.Count1; j++)
                for (var i = 0; i < a.Count0; i++)
                    for (var w = 0; w < a.Width; w++)
                    {
                        var row = a.Start + i * a.Stride0 + j * a.Stride1 + w;
                        ref var last = ref At(a.Memory, row);
                        After(last.Writer, a.Memory, row, latest);
                        if (!a.Writes) { last.Reader(queue) = order; continue; }
                        for (var q = 0; q < Queues; q++)
                        {
                            After(last.Reader(q), a.Memory, row, latest);
                            last.Reader(q) = None;
                        }
                        last.Writer = order;
                    }

        void After(int other, int memory, long row, Span<Conflict> latest)
        {
            if (other != None && other != order && queueOf[other] is var q && q != queue && latest[q].Order < other) latest[q] = new(other, memory, row);
        }
    }

    ref Last At(int memory, long row)
    {
        if (memory != TxuIsa.Dram) return ref chip[memory][row];
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(dram, row, out var there);
        if (!there) last = Last.Nobody;
        return ref last;
    }

    struct Last
    {
        public static readonly Last Nobody = new() { Writer = None, ld = None, st = None, mm = None, vx = None };
        public int Writer;
        int ld, st, mm, vx;

        [System.Diagnostics.CodeAnalysis.UnscopedRef]
        public ref int Reader(int queue)
        {
            switch ((Queue)queue)
            {
                case Queue.LD: return ref ld;
                case Queue.ST: return ref st;
                case Queue.MM: return ref mm;
                default: return ref vx;
            }
        }
    }
}
