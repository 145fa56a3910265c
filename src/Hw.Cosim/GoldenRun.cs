using System.Runtime.InteropServices;
using System.Threading.Channels;
using Hw.Golden;
using Hw.Isa;
using Hw.Sim;

namespace Hw.Cosim;

/// <summary>
/// The golden on a thread of its own, a bounded number of instructions ahead of whoever reads: each instruction's writes as hashes,
/// then the outcome. Disposing stops it.
/// </summary>
sealed class GoldenRun : IDisposable
{
    const int BlockSize = 512, BlocksAhead = 32;

    readonly Channel<Expected[]> blocks = Channel.CreateBounded<Expected[]>(new BoundedChannelOptions(BlocksAhead) { SingleReader = true, SingleWriter = true });
    readonly CancellationTokenSource stop;
    readonly Task<Outcome> task;
    readonly Machine machine;

    public GoldenRun(ILockstepTarget target, long limit, CancellationToken token)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        machine = target.Golden();
        task = Task.Factory.StartNew(() => Run(target, limit), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The next instructions of the program, in order; null after the last.</summary>
    public Expected[]? Next()
    {
        while (true)
        {
            if (blocks.Reader.TryRead(out var block)) return block;
            if (!blocks.Reader.WaitToReadAsync(stop.Token).AsTask().GetAwaiter().GetResult()) return null;
        }
    }

    /// <summary>How it ended; waits for that. Only when <see cref="Next"/> has said null.</summary>
    public Outcome Outcome => task.GetAwaiter().GetResult();

    /// <summary>The machine at its end.</summary>
    public Machine Machine => machine;

    Outcome Run(ILockstepTarget target, long limit)
    {
        var summaries = new Summaries();
        var block = new List<Expected>(BlockSize);
        try
        {
            var engine = new GoldenEngine(machine, target.Program, summaries);
            while (engine.Executed < limit)
            {
                if (target.FetchFault(engine.Pc) is var fault && fault != Trap.None)
                    return new(Ending.Trapped, fault, engine.Pc, engine.Executed, 0, $"pc {engine.Pc}: trap {fault}: memory answers its fetch with an error");
                var before = engine.Executed;
                var goesOn = engine.Step();
                if (engine.Executed > before) block.Add(summaries.Take());
                if (!goesOn) break;
                if (block.Count == BlockSize) Send();
            }
            return engine.Outcome ?? engine.Run(limit);
        }
        finally
        {
            if (block.Count > 0 && !stop.IsCancellationRequested) Send();
            blocks.Writer.TryComplete();
        }

        void Send()
        {
            blocks.Writer.WriteAsync([.. block], stop.Token).AsTask().GetAwaiter().GetResult();
            block.Clear();
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        try { task.Wait(); }
        catch (AggregateException) { }   // whoever reads the outcome hears of it
        stop.Dispose();
    }

    /// <summary>Hashes the writes of one instruction, by memory.</summary>
    sealed class Summaries : IWriteSink
    {
        readonly List<Summary> written = [];
        Retired instruction;

        public void Begin(in Retired retired)
        {
            instruction = retired;
            written.Clear();
        }

        public void Write(int memory, long address, ReadOnlySpan<byte> data)
        {
            if (data.Length % 4 != 0) data = Padded(data);
            var words = MemoryMarshal.Cast<byte, uint>(data);
            foreach (ref var s in CollectionsMarshal.AsSpan(written))
                if (s.Memory == memory)
                {
                    s = s with { Hash = WriteHash.Add(s.Hash, (ulong)address, words), Count = s.Count + 1 };
                    return;
                }
            written.Add(new(memory, WriteHash.Add(WriteHash.Start, (ulong)address, words), 1));
        }

        public void End() { }

        static byte[] Padded(ReadOnlySpan<byte> data)
        {
            var padded = new byte[(data.Length + 3) / 4 * 4];
            data.CopyTo(padded);
            return padded;
        }

        public Expected Take() => new(instruction.Pc, instruction.Queue, written.Count > 0 ? written[0] : default, written.Count > 1 ? [.. written.Skip(1)] : null);
    }
}
