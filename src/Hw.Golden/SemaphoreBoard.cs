using Hw.Isa;

namespace Hw.Golden;

/// <summary>
/// The counting semaphores in program order, and the proof that no other order can overflow one.
/// <para>Rules. A wait takes one from a semaphore that is above zero; program order must always find it so. A semaphore has one
/// signalling and one waiting queue.</para>
/// <para>The worst case of a semaphore is its waiting queue running as late as it can. How late that is, vector clocks say: an
/// instruction knows that another has completed when it is older in its queue, when a fence stood between, or through a signal it
/// waited for. A signal is safe when the signals so far, less the waits its instruction <em>knows</em> to be over, do not pass the maximum.</para>
/// </summary>
sealed class SemaphoreBoard
{
    readonly IsaShape shape;
    readonly int queues, control;
    readonly Line[] lines;
    /// <summary>clock[q][p]: how many instructions of queue p are known to have completed when the last of queue q has.</summary>
    readonly long[][] clock;

    public SemaphoreBoard(IsaShape shape)
    {
        (this.shape, queues, control) = (shape, Enum.GetNames(shape.Queues).Length, shape.ControlQueue);
        lines = [.. Enumerable.Range(0, shape.Semaphores.Count).Select(_ => new Line())];
        clock = [.. Enumerable.Range(0, queues).Select(_ => new long[queues])];
    }

    public int Count(int semaphore) => lines[semaphore].Tokens.Count;

    /// <summary>An instruction enters its queue: it knows what its predecessor there and dispatch know.</summary>
    public void Issue(int queue)
    {
        Join(clock[queue], clock[control]);
        clock[queue][queue]++;
    }

    /// <returns>Null, or why the program is wrong.</returns>
    public string? Wait(int semaphore, int queue, int pc, Func<int, string> place, out bool empty)
    {
        var line = lines[semaphore];
        empty = false;
        if (Own(ref line.Waiter, ref line.WaiterPc, semaphore, queue, pc, "waits for", place) is { } error) return error;
        if (empty = line.Tokens.Count == 0) return null;
        Join(clock[queue], line.Tokens.Dequeue());
        line.Waits.Enqueue(clock[queue][queue]);
        return null;
    }

    /// <inheritdoc cref="Wait"/>
    public string? Signal(int semaphore, int queue, int pc, Func<int, string> place, out bool overflow)
    {
        var line = lines[semaphore];
        overflow = false;
        if (Own(ref line.Signaller, ref line.SignallerPc, semaphore, queue, pc, "signals", place) is { } error) return error;
        line.Tokens.Enqueue([.. clock[queue]]);
        line.Outstanding++;
        while (line.Waits.TryPeek(out var wait) && wait <= clock[queue][line.Waiter])
        {
            line.Waits.Dequeue();
            line.Outstanding--;
        }
        overflow = line.Outstanding > shape.Semaphores.Max;
        return null;
    }

    /// <summary>Dispatch, and so everything after it, knows that the older instructions of these queues have completed.</summary>
    public void Fence(uint mask)
    {
        for (var q = 0; q < queues; q++)
            if ((mask >> q & 1) != 0) Join(clock[control], clock[q]);
    }

    public void Set(int semaphore, int value)
    {
        Fence(uint.MaxValue);
        var line = lines[semaphore];
        line.Waits.Clear();
        line.Tokens.Clear();
        line.Outstanding = value;
        for (var i = 0; i < value; i++) line.Tokens.Enqueue([.. clock[control]]);
    }

    string? Own(ref int owner, ref int ownerPc, int semaphore, int queue, int pc, string verb, Func<int, string> place)
    {
        if (owner < 0) (owner, ownerPc) = (queue, pc);
        if (owner == queue) return null;
        var names = Enum.GetNames(shape.Queues);
        return $"semaphore {semaphore} has two queues: {names[owner]} {verb} it at {place(ownerPc)}, {names[queue]} {verb} it at {place(pc)}. Use one semaphore per pair of queues.";
    }

    static void Join(long[] into, long[] from)
    {
        for (var q = 0; q < into.Length; q++) into[q] = Math.Max(into[q], from[q]);
    }

    sealed class Line
    {
        public int Waiter = -1, WaiterPc, Signaller = -1, SignallerPc;
        /// <summary>What each signal not yet taken knows.</summary>
        public readonly Queue<long[]> Tokens = new();
        /// <summary>Waits not yet known to the signalling queue, as instruction numbers of the waiting queue.</summary>
        public readonly Queue<long> Waits = new();
        public int Outstanding;
    }
}
