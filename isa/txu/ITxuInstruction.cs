namespace Hw.Isa.Txu;

/// <summary>An instruction of the TXU: what dispatch checks, and what it does to the machine.</summary>
public interface ITxuInstruction : IInstruction
{
    /// <summary>Ranges and nesting; changes nothing.</summary>
    /// <exception cref="TrapException">It traps.</exception>
    void Check(TxuMachine m) { }

    void Execute(TxuMachine m, IEffects effects);
}
