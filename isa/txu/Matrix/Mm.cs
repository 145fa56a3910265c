using Hw.Bits;

namespace Hw.Isa.Txu;

/// <summary>Type pair of MM.</summary>
public enum MmType { INT8 }

/// <summary>
/// ACC[acc + r] (+)= Σ over K chunks of moving row · stationary chunk: e0 moving rows, e1 chunks, each chunk 32 SPAD rows. Lane t takes
/// byte t of the stationary rows. Every chunk is one saturating step of the accumulator, and one write of the ACC row.
/// </summary>
[Instruction("MM", Opcode = 0x20, Format = TxuIsa.Unit, Queue = nameof(Queue.MM), Since = "0.1")]
public readonly record struct Mm(
    [Field(48, 44)] AddressRegister Acc, [Field(53, 49)] AddressRegister Moving, [Field(58, 54)] AddressRegister Stationary, [Field(62, 59)] ShapeRegister Shape,
    [Field(36)] bool Accumulate = false, [Field(35, 32)] MmType Type = MmType.INT8) : ITxuInstruction
{
    public void Check(TxuMachine m)
    {
        var s = m.Shapes[Shape.Index];
        if (s.E2 != 1) throw new TrapException(Trap.BadRange, $"MM walks rows and chunks; e2 is {s.E2}, it must be 1");
        var (acc, moving, stationary) = (m.Effective(Acc), m.Effective(Moving), m.Effective(Stationary));
        TxuMachine.Range("moving: SPAD", moving, moving + (s.E0 - 1L) * s.St0 + (s.E1 - 1L) * s.St1, TxuIsa.SpadRows);
        TxuMachine.Range("stationary: SPAD", stationary, stationary + (s.E1 - 1L) * s.St2 + Dot32.Depth - 1, TxuIsa.SpadRows);
        TxuMachine.Range("ACC", acc, acc + s.E0 - 1, TxuIsa.AccRows);
    }

    public void Execute(TxuMachine m, IEffects effects)
    {
        var (acc, moving, stationary, s) = (m.Effective(Acc), m.Effective(Moving), m.Effective(Stationary), m.Shapes[Shape.Index]);
        var chunk = new StationaryChunk(m.Lanes);
        for (var k = 0; k < s.E1; k++, moving += s.St1, stationary += s.St2)
        {
            chunk.Load(m.Spad, stationary);
            for (var r = 0; r < s.E0; r++)
            {
                var fresh = k == 0 && !Accumulate;
                if (!fresh) _ = m.Acc.Read(acc + r);
                chunk.Step(m.Spad.Read(moving + (long)r * s.St0), m.Acc.Write(acc + r), fresh);
                effects.Write(TxuIsa.Acc, acc + r, m.Acc.Bytes(acc + r));
            }
        }
    }
}
