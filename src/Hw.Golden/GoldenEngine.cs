using Hw.Isa;

namespace Hw.Golden;

/// <summary>
/// Runs a program of any ISA in program order, one instruction at a time: fetch, decode, the machine's checks, waits, execution, signals.
/// That order is a legal one of the asynchronous hardware, and for a correct program its result is that of every other.
/// </summary>
public sealed class GoldenEngine : IEffects
{
    public const long DefaultLimit = 1_000_000_000;
    readonly Machine machine;
    readonly IsaProgram program;
    readonly IWriteSink? sink;
    /// <summary>Null where the ISA has none.</summary>
    readonly SemaphoreBoard? semaphores;
    readonly Decoded?[] decoded;
    int pc, next;
    int? haltCode;

    /// <param name="entry">Index of the first instruction.</param>
    /// <exception cref="IsaException">Program and machine are of different instruction sets.</exception>
    public GoldenEngine(Machine machine, IsaProgram program, IWriteSink? sink = null, int entry = 0)
    {
        var (ours, its) = (machine.Isa, program.Isa);
        if (ours != its && IsaMismatch.Between(("the program", $"{its.Name} {its.Version}", its.Hash), ("the golden model", $"{ours.Name} {ours.Version}", ours.Hash), "Assemble the program again from its source") is { } mismatch)
            throw new IsaException(mismatch);
        (this.machine, this.program, this.sink) = (machine, program, sink);
        (semaphores, decoded, pc) = (machine.Isa.Shape.Semaphores.Count > 0 ? new(machine.Isa.Shape) : null, new Decoded?[program.Count], entry);
        machine.Reset();
    }

    public int Pc => pc;
    public long Executed { get; private set; }
    /// <summary>Null while the program runs.</summary>
    public Outcome? Outcome { get; private set; }
    public int Semaphore(int index) => Semaphores.Count(index);
    SemaphoreBoard Semaphores => semaphores ?? throw new InvalidOperationException($"{machine.Isa.Name} has no semaphores");

    /// <summary>Resets the machine and runs a program to its end.</summary>
    public static Outcome Run(Machine machine, IsaProgram program, IWriteSink? sink = null, long limit = DefaultLimit, int entry = 0) =>
        new GoldenEngine(machine, program, sink, entry).Run(limit);

    /// <summary>Runs on until the program ends or the machine has executed <paramref name="limit"/> instructions in all.</summary>
    public Outcome Run(long limit = DefaultLimit)
    {
        while (Executed < limit && Step()) { }
        return Outcome ?? new(Ending.Limit, Trap.None, pc, Executed, 0, $"{At(pc)}: still running after {Executed:N0} instructions");
    }

    /// <summary>Executes one instruction.</summary>
    /// <returns>False when the program has ended.</returns>
    public bool Step()
    {
        if (Outcome is not null) return false;
        if ((uint)pc >= (uint)program.Count) return Stop(Trap.RunOff, $"outside the program's {program.Count} instructions: nothing ended it before its end (add what does), or it jumped away");
        if (decoded[pc] is not { } d)
        {
            if (!machine.Isa.TryDecode(program.Words[pc], out d, out var refusal)) return Stop(refusal.Cause, refusal.Message);
            decoded[pc] = d;
        }
        try { return Execute(d); }
        catch (TrapException e) { return Stop(e.Cause, e.Message); }
        catch (ProgramErrorException e) { return Wrong(Trap.None, e.Message); }
    }

    bool Execute(Decoded d)
    {
        machine.Check(d);
        if (semaphores is not null && !Waits(semaphores, d)) return false;
        next = pc + 1;
        if (sink is null) machine.Execute(d, this);
        else
        {
            sink.Begin(new(Executed, pc, d.Queue, d));
            machine.Execute(d, this);
            sink.End();
        }
        if (semaphores is not null && !Signals(semaphores, d)) return false;
        Executed++;
        if (haltCode is { } code)
        {
            Outcome = new(Ending.Halted, Trap.None, pc, Executed, code, $"halted with code {code} after {Executed:N0} instructions");
            return false;
        }
        pc = next;
        return true;
    }

    bool Waits(SemaphoreBoard board, Decoded d)
    {
        board.Issue(d.Queue);
        foreach (var s in d.Waits)
        {
            if (board.Wait(s, d.Queue, pc, Place, out var empty) is { } error) return Wrong(Trap.None, error);
            if (empty) return Stop(Trap.Deadlock, $"waits for semaphore {s}, which is 0 and which nothing earlier in program order signals");
        }
        return true;
    }

    bool Signals(SemaphoreBoard board, Decoded d)
    {
        foreach (var s in d.Signals)
        {
            if (board.Signal(s, d.Queue, pc, Place, out var overflow) is { } error) return Wrong(Trap.None, error);
            if (overflow) return Wrong(Trap.SemaphoreOverflow, $"semaphore {s} can pass {machine.Isa.Shape.Semaphores.Max}: nothing makes this signal wait for the waiting queue");
        }
        return true;
    }

    bool Stop(Trap cause, string why) => End(Ending.Trapped, cause, $"trap {cause}", why);
    bool Wrong(Trap cause, string why) => End(Ending.ProgramError, cause, cause == Trap.None ? "program error" : $"program error {cause}", why);

    bool End(Ending ending, Trap cause, string name, string why)
    {
        Outcome = new(ending, cause, pc, Executed, 0, $"{At(pc)}: {name}: {why}");
        return false;
    }

    string Place(int at) => program.PlaceOf(at) is { IsKnown: true } place ? place.ToString() : $"pc {at}";
    string At(int at) => (uint)at < (uint)program.Count ? $"{Place(at)}: pc {at}: {machine.Isa.Text(program.Words[at])}"
        : program.PlaceOf(program.Count - 1) is { IsKnown: true } last ? $"{last}: pc {at}" : $"pc {at}";

    int IEffects.Pc => pc;
    void IEffects.Jump(int to) => next = to;
    void IEffects.Halt(int code) => haltCode = code;
    void IEffects.Fence(uint queues) => semaphores?.Fence(queues);
    void IEffects.SetSemaphore(int semaphore, int value) => Semaphores.Set(semaphore, value);
    void IEffects.Write(int memory, long address, ReadOnlySpan<byte> data) => sink?.Write(memory, address, data);
}
