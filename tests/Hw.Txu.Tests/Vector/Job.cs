using System.Numerics;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Txu.Control;
using Field = Hw.Hdl.Field;

namespace Hw.Txu.Tests.Vector;

/// <summary>An instruction with the registers it names, resolved as dispatch does: what the golden executes and what the unit is given.</summary>
public sealed record Job(ITxuInstruction? Instruction, long Dst, long A, long B, int Query, int Key, Shape Shape, Constants C)
{
    public void Prepare(TxuMachine m)
    {
        (m.Addresses[1].Base, m.Addresses[2].Base, m.Addresses[3].Base, m.Addresses[4].Base) = (Dst, A, Instruction is Smx ? Query : B, Key);
        (m.Shapes[5], m.Constants[6]) = (Shape, C);
    }

    /// <summary>The command's word.</summary>
    public BigInteger Command(int order)
    {
        var f = VectorCommand.Fields;
        var fields = new List<(Field Field, long Value)>
        {
            (f.Order, order), (f.Target, Dst), (f.A, A), (f.B, B), (f.Rows, Shape.E0), (f.TargetStride, Shape.St0), (f.AStride, Shape.St1), (f.BStride, Shape.St2),
            (f.Scale, C.Scale), (f.Bias, C.Bias), (f.Keys, C.KeyCount), (f.Window, C.Window), (f.Query, Query), (f.Key, Key),
        };
        void Kind(VectorKind kind, params (Field Field, long Value)[] more) => fields.AddRange([(f.Kind, (long)kind), .. more]);
        switch (Instruction)
        {
            case null: fields.Add((f.Nop, 1)); break;
            case Vq i: Kind(VectorKind.VQ, (f.Type, (long)i.Type), (f.Flag, Bit(i.Scaled)), (f.Multiplier, i.Scale), (f.Shift, i.Shift)); break;
            case Vdq i: Kind(VectorKind.VDQ, (f.Type, (long)i.Type), (f.Flag, Bit(i.Scaled))); break;
            case Vbin i: Kind(VectorKind.VBIN, (f.Fn, (long)i.Op), (f.To, (long)i.To), (f.From, (long)i.From), (f.With, (long)i.With)); break;
            case Vact i: Kind(VectorKind.VACT, (f.Fn, (long)i.Fn), (f.To, (long)i.To), (f.From, (long)i.From), (f.Flag, Bit(i.Affine))); break;
            case Vglu i: Kind(VectorKind.VGLU, (f.To, (long)i.To), (f.From, (long)i.From), (f.With, (long)i.With)); break;
            case Vred i: Kind(VectorKind.VRED, (f.Fn, (long)i.Fn), (f.From, (long)i.From), (f.Flag, Bit(i.First)), (f.State, i.State.Index)); break;
            case Vnrm i: Kind(VectorKind.VNRM, (f.To, (long)i.To), (f.From, (long)i.From), (f.State, i.State.Index)); break;
            case Vrope i: Kind(VectorKind.VROPE, (f.To, (long)i.To), (f.From, (long)i.From), (f.With, (long)i.Angles)); break;
            case Smx i: Kind(VectorKind.SMX, (f.Type, (long)i.Type), (f.Flag, Bit(i.First)), (f.Causal, Bit(i.Causal)), (f.Same, Bit(i.Same)), (f.State, i.M.Index)); break;
            case Smxf i: Kind(VectorKind.SMXF, (f.To, (long)i.To), (f.State, i.L.Index)); break;
            case IElementwise i:
                Kind(i.Second is null ? VectorKind.UNARY : VectorKind.BINARY, (f.Fn, 1 + IElementwise.Among(TxuIsa.Definition).Select(e => e.Info.Type).ToList().IndexOf(i.GetType())),
                    (f.To, (long)i.To), (f.From, (long)i.From), (f.With, (long)(i.Second?.With ?? 0)));
                break;
            default: throw new InvalidOperationException($"{Instruction.GetType().Name} is no instruction of the vector queue");
        }
        return fields.Aggregate(BigInteger.Zero, (word, x) => word | (BigInteger)x.Value << x.Field.Low);
        static long Bit(bool b) => b ? 1 : 0;
    }
}

/// <summary>A row that is written: the memory as the instruction set numbers it, the row, its bytes.</summary>
public readonly record struct Written(int Order, int Memory, long Row, string Data)
{
    public static Written Of(int order, int memory, long row, ReadOnlySpan<byte> data) => new(order, memory, row, Convert.ToHexString(data));
}

/// <summary>The golden's write log of a list of jobs.</summary>
sealed class Log : IEffects
{
    readonly List<Written> writes = [];
    int order;

    /// <summary>Executes the jobs that neither trap nor are program errors, and gives them with what they write.</summary>
    public static (List<Job> Jobs, List<Written> Writes) Of(TxuMachine m, IEnumerable<Job> jobs)
    {
        var (log, done) = (new Log(), new List<Job>());
        foreach (var job in jobs)
        {
            job.Prepare(m);
            var before = log.writes.Count;
            try
            {
                job.Instruction?.Check(m);
                job.Instruction?.Execute(m, log);
            }
            catch (Exception e) when (e is TrapException or ProgramErrorException)
            {
                if (log.writes.Count > before) throw new InvalidOperationException("a refused instruction has written", e);
                continue;
            }
            done.Add(job);
            log.order++;
        }
        return (done, log.writes);
    }

    public int Pc => order;
    public void Write(int memory, long address, ReadOnlySpan<byte> data) => writes.Add(Written.Of(order, memory, address, data));
    public void Jump(int pc) => throw new NotSupportedException();
    public void Halt(int code) => throw new NotSupportedException();
    public void Fence(uint queues) => throw new NotSupportedException();
    public void SetSemaphore(int semaphore, int value) => throw new NotSupportedException();
}
