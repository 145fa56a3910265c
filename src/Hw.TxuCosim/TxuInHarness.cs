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
    public IReadOnlyList<long> Counts => txu.Counts;

    public TxuInHarness Loaded()
    {
        foreach (var (address, bytes) in job.Memory.Pages) txu.Dram.Write(address, bytes);
        return this;
    }

    public override void Reset() => txu.Reset();

    public override void Check(Decoded instruction)
    {
        txu.Check(instruction);
        switch (instruction.Instruction)
        {
            case Ld ld: Touch(ld.Src, ld.Shape, 1, Trap.AxiRead); break;
            case Ldt ldt: Touch(ldt.Src, ldt.Shape, Pieces(ldt.Size), Trap.AxiRead); break;
            case St st: Touch(st.Dst, st.Shape, 1, Trap.AxiWrite); break;
            case Stt stt: Touch(stt.Dst, stt.Shape, Pieces(stt.Size), Trap.AxiWrite); break;
        }
    }

    public override void Execute(Decoded instruction, IEffects effects) => txu.Execute(instruction, effects);

    /// <summary>32-byte pieces of a tile's memory row.</summary>
    static int Pieces(ElementSize size) => size == ElementSize.B16 ? 2 : 1;

    void Touch(AddressRegister register, ShapeRegister shape, int pieces, Trap cause)
    {
        foreach (var address in new DramWalk(txu.Effective(register), txu.Shapes[shape.Index]))
            if (Fails(job, address, pieces * TxuIsa.RowBytes)) throw new TrapException(cause, $"memory answers 0x{address:X} with an error");
    }

    /// <summary>Some byte of the range is beyond the memory or in the part that fails.</summary>
    public static bool Fails(TxuJob job, long address, int count) =>
        address + count > job.Target.Build.MemoryBytes
        || address < job.Settings.ErrorAddress + job.Settings.ErrorBytes && address + count > job.Settings.ErrorAddress;
}
