namespace Hw.Kernels;

/// <summary>One dispatched instruction: its dynamic number among all of them, its place in the program, its word.</summary>
readonly record struct Dispatched(long Order, int Pc, Decoded Instruction)
{
    public Queue Queue => (Queue)Instruction.Queue;
}

/// <summary>
/// A program as dispatch sees it: loops run, registers set, operands checked, no data touched. What programs decide they decide from registers alone, so this is
/// the same for any contents of memory, and quick.
/// </summary>
sealed class Dispatch : IEffects, IOperands
{
    readonly TxuMachine machine = new(TxuIsa.MaxLanes);
    readonly IsaProgram program;
    readonly Decoded?[] decoded;
    int pc, next;
    bool halted;

    public Dispatch(IsaProgram program)
    {
        (this.program, decoded) = (program, new Decoded?[program.Count]);
        machine.Reset();
    }

    /// <summary>The instructions in program order; while one is looked at, the registers hold what they hold when it is dispatched.</summary>
    /// <exception cref="InvalidOperationException">The program traps, or runs past its end.</exception>
    public IEnumerable<Dispatched> Run()
    {
        for (var order = 0L; !halted; order++)
        {
            if (pc >= program.Count) throw new InvalidOperationException($"pc {pc}: the program has {program.Count} instructions and no HALT before its end");
            var d = decoded[pc] ??= program.Isa.Decode(program.Words[pc]);
            try { machine.Check(d); }
            catch (TrapException e) { throw new InvalidOperationException($"{program.PlaceOf(pc)}: pc {pc}: {d}: {e.Message}", e); }
            next = pc + 1;
            if (d.Queue == (int)Queue.CT && d.Instruction is not (Fence or Setq)) machine.Execute(d, this);
            yield return new(order, pc, d);
            pc = next;
        }
    }

    public long Of(AddressRegister register) => machine.Effective(register);
    public Shape Of(ShapeRegister register) => machine.Shapes[register.Index];

    int IEffects.Pc => pc;
    void IEffects.Jump(int to) => next = to;
    void IEffects.Halt(int code) => halted = true;
    void IEffects.Fence(uint queues) { }
    void IEffects.SetSemaphore(int semaphore, int value) { }
    void IEffects.Write(int memory, long address, ReadOnlySpan<byte> data) { }
}
