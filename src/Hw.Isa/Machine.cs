namespace Hw.Isa;

/// <summary>
/// What an ISA gives to an engine: its state, and what one decoded instruction means to it. The engine owns the words, the program
/// counter, the queues, the semaphores, the write log and the traps; the machine owns everything else.
/// </summary>
public abstract class Machine
{
    public abstract IsaDefinition Isa { get; }

    /// <summary>State as after power-on. Memory that the host fills (DRAM) stays.</summary>
    public abstract void Reset();

    /// <summary>What dispatch checks beyond the word itself: ranges, nesting. Changes nothing.</summary>
    /// <exception cref="TrapException">The instruction traps here.</exception>
    public abstract void Check(Decoded instruction);

    /// <summary>The whole effect of one instruction that <see cref="Check"/> let pass.</summary>
    /// <exception cref="ProgramErrorException">It reads something that has no defined value.</exception>
    public abstract void Execute(Decoded instruction, IEffects effects);
}

/// <summary>What an instruction does to the engine around it.</summary>
public interface IEffects
{
    /// <summary>Index of the executing instruction in the program.</summary>
    int Pc { get; }
    /// <summary>The next instruction is the one at <paramref name="pc"/>.</summary>
    void Jump(int pc);
    /// <summary>The program is over.</summary>
    void Halt(int code);
    /// <summary>Everything older in the queues of the mask (bit = queue) has completed.</summary>
    void Fence(uint queues);
    /// <summary>Everything older has completed, then the semaphore has this value.</summary>
    void SetSemaphore(int semaphore, int value);
    /// <summary>One entry of the write log: a unit (row; 32 bytes of DRAM) of a memory of the definition, or several side by side that are written at once.</summary>
    void Write(int memory, long address, ReadOnlySpan<byte> data);
}
