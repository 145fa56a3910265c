using Hw.Txu.Control;

namespace Hw.Txu.Dma;

/// <summary>
/// Walks a transfer's three extents through memory, i0 fastest: start + 32·(i0·st0 + i1·st1 + i2·st2) modulo 2^40. A contiguous
/// innermost extent leaves as one transfer, any other unit by unit.
/// </summary>
public sealed class TransferWalker : Module
{
    public const int MaxBeats = (1 << 13) - 1;
    static readonly Interval Units = Interval.UInt(35);

    public DataStream Command { get; } = Sink(() => new DataStream(TransferCommand.Fields.Word));
    public AxiTransfer Transfers { get; } = Source(() => new AxiTransfer(MaxBeats));

    readonly Reg i0 = Register(Extent, reset: 0), i1 = Register(Extent, reset: 0), i2 = Register(Extent, reset: 0);
    /// <summary>each index times its stride, in units of 32 bytes</summary>
    readonly Reg offset0 = Register(Units, reset: 0), offset1 = Register(Units, reset: 0), offset2 = Register(Units, reset: 0);

    protected override void Build()
    {
        var f = TransferCommand.Fields;
        var command = Command.Data;
        var contiguous = ((f.S0.Of(command) == 1) | (f.E0.Of(command) == 1)).Named("contiguous");
        var units = (f.Address.Of(command) >> 5) + offset0 + offset1 + offset2;

        Transfers.Valid.Drive(Command.Valid);
        Transfers.Addr.Drive((units << 5).Wrap(Geometry.Address));
        Transfers.Beats.Drive(Mux(contiguous, f.E0.Of(command), 1).Fits(new(1, MaxBeats), "an extent is at least 1"));
        Unused(Concat(command[f.Address.Low - 1, 0], f.Unit.Of(command), f.Space.Of(command), f.Total.Of(command)), "what the two ends of the transfer need, not its addresses");
        Unused(f.Address.Of(command)[4, 0], "dispatch checked that the address is a multiple of 32");

        var end0 = (contiguous | (i0 + 1 == f.E0.Of(command))).Named("end_0");
        var end1 = (i1 + 1 == f.E1.Of(command)).Named("end_1");
        var end2 = (i2 + 1 == f.E2.Of(command)).Named("end_2");
        Command.Ready.Drive(Transfers.Ready & end0 & end1 & end2);
        When(Transfers.Fires, () =>
            When(!end0, () => Advance(i0, offset0, f.S0.Of(command)))
                .Otherwise(() =>
                {
                    Restart(i0, offset0);
                    When(!end1, () => Advance(i1, offset1, f.S1.Of(command)))
                        .Otherwise(() =>
                        {
                            Restart(i1, offset1);
                            When(!end2, () => Advance(i2, offset2, f.S2.Of(command))).Otherwise(() => Restart(i2, offset2));
                        });
                }));
    }

    static void Advance(Reg index, Reg offset, Signal stride)
    {
        index.Next = (index + 1).Wrap(Extent);
        offset.Next = (offset + stride).Wrap(Units);
    }

    static void Restart(Reg index, Reg offset)
    {
        index.Next = 0;
        offset.Next = 0;
    }
}
