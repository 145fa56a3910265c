using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.TxuCosim;

/// <summary>
/// The golden TXU behind a memory that has an end and answers some addresses with an error: a transfer that touches one traps.
/// Which younger instructions the hardware still begins is its own affair, so lockstep does not compare them.
/// </summary>
sealed class TxuInHarness(TxuJob job) : Machine
{
    readonly TxuMachine txu = new(job.Target.Lanes);

    public override IsaDefinition Isa => txu.Isa;
    public Dram Dram => txu.Dram;

    public TxuInHarness Loaded()
    {
        foreach (var (address, bytes) in job.Memory.Pages) txu.Dram.Write(address, bytes);
        return this;
    }

    public override void Reset() => txu.Reset();

    public override void Check(Decoded instruction)
    {
        txu.Check(instruction);
        if (instruction.Instruction is Ld ld) Touch(ld.Src, ld.Shape, Trap.AxiRead);
        if (instruction.Instruction is St st) Touch(st.Dst, st.Shape, Trap.AxiWrite);
    }

    public override void Execute(Decoded instruction, IEffects effects) => txu.Execute(instruction, effects);

    void Touch(AddressRegister register, ShapeRegister shape, Trap cause)
    {
        foreach (var address in new DramWalk(txu.Effective(register), txu.Shapes[shape.Index]))
            if (Fails(job, address, TxuIsa.RowBytes)) throw new TrapException(cause, $"memory answers 0x{address:X} with an error");
    }

    /// <summary>Some byte of the range is beyond the memory or in the part that fails.</summary>
    public static bool Fails(TxuJob job, long address, int count) =>
        address + count > job.Target.Build.MemoryBytes
        || address < job.Settings.ErrorAddress + job.Settings.ErrorBytes && address + count > job.Settings.ErrorAddress;
}
