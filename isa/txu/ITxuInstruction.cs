namespace Hw.Isa.Txu;

/// <summary>An instruction of the TXU: what dispatch checks, what it does to the machine, and what of it is counted.</summary>
public interface ITxuInstruction : IInstruction
{
    /// <summary>Ranges and nesting; changes nothing.</summary>
    /// <exception cref="TrapException">It traps.</exception>
    void Check(TxuMachine m) { }

    void Execute(TxuMachine m, IEffects effects);

    /// <summary>Adds its events to those of the run, by <see cref="Counter"/>.</summary>
    void Count(TxuMachine m, Span<long> counts) { }
}

/// <summary>An instruction that walks e0 rows of a shape with one extent.</summary>
public interface IVectorInstruction : ITxuInstruction
{
    ShapeRegister Shape { get; }
    int RowsPerStep => 1;

    void ITxuInstruction.Count(TxuMachine m, Span<long> counts) => counts[(int)Counter.VectorRows] += m.Shapes[Shape.Index].E0 * RowsPerStep;
}
