namespace Hw.Txu.Control;

/// <summary>
/// Instruction fetch through a 2 KiB buffer: four lines of 32 instructions, direct-mapped, the next line fetched ahead. A loop of
/// up to 96 instructions runs from the buffer.
/// </summary>
public sealed class FetchUnit : Module
{
    const int Lines = 4, BeatsPerLine = 16;
    enum Fill { Idle, Request, Receive }

    /// <summary>forget everything: a new program. Held until quiet.</summary>
    public In Restart { get; } = Input(Bit);
    /// <summary>no line is on its way</summary>
    public Out Quiet { get; } = Output(Bit);
    /// <summary>where the program lies, in units of 512 bytes</summary>
    public In Base { get; } = Input(UInt(31));
    /// <summary>lines of the program; nothing beyond is fetched</summary>
    public In LineCount { get; } = Input(UInt(27));
    public In Want { get; } = Input(Bit);
    public In Pc { get; } = Input(UInt(32));
    /// <summary>the instruction at pc, from the second cycle of want at the earliest</summary>
    public Out Valid { get; } = Output(Bit);
    public Out Word { get; } = Output(UInt(128));
    /// <summary>with valid: memory reported an error for its line</summary>
    public Out Error { get; } = Output(Bit);
    public AxiRead Bus { get; } = Source(() => new AxiRead());

    readonly Hw.Hdl.Memory buffer = Memory(Lines * BeatsPerLine, Beat);
    readonly Reg[] present = [.. Slots.Select(l => Register(Bit, reset: 0, name: $"present_{l}"))];
    readonly Reg[] failed = [.. Slots.Select(l => Register(Bit, name: $"failed_{l}"))];
    readonly Reg[] tag = [.. Slots.Select(l => Register(UInt(27), name: $"tag_{l}"))];
    readonly StateReg<Fill> fill = State(Fill.Idle);
    readonly Reg filling = Register(UInt(27));
    readonly Reg beat = Register(UInt(4));
    /// <summary>the line after that of pc, a cycle ago; a line that is to be fetched</summary>
    readonly Reg next = Register(UInt(27)), wanted = Register(UInt(27));
    readonly Reg misses = Register(Bit, reset: 0);
    readonly Reg found = Register(Bit, reset: 0), foundFailed = Register(Bit), upper = Register(Bit);

    static IEnumerable<int> Slots => Enumerable.Range(0, Lines);

    Signal Holds(Signal line) => Any([.. Slots.Select(l => present[l] & (line[1, 0] == l) & (tag[l] == line))]);

    protected override void Build()
    {
        Signal line = Pc[31, 5];
        var hit = Holds(line).Named("hit");
        var ahead = (!Holds(next) & (next < LineCount)).Named("fetches_ahead");
        next.Next = (line + 1).Wrap(UInt(27));

        // a line that failed counts as present, with the error to report
        found.Next = Want & hit & !Restart;
        foundFailed.Next = Any([.. Slots.Select(l => failed[l] & (line[1, 0] == l))]);
        upper.Next = Pc[0];
        var row = buffer.Read(Concat(Pc[4, 1], line[1, 0]), Want);
        Valid.Drive(found & Want);
        Word.Drive(Mux(upper, row[255, 128], row[127, 0]));
        Error.Drive(foundFailed);

        // decided in one cycle, begun in the next
        misses.Next = fill.Is(Fill.Idle) & !misses & !Restart & ((Want & !hit) | (hit & ahead));
        wanted.Next = Mux(hit, next, line);
        var starts = (misses & !Restart).Named("starts");
        var arrives = (fill.Is(Fill.Receive) & Bus.R.Valid).Named("arrives");
        When(fill.Is(Fill.Idle), () => When(starts, () => fill.Next = Fill.Request))
            .ElseWhen(fill.Is(Fill.Request), () => When(Bus.Ar.Ready, () => fill.Next = Fill.Receive))
            .ElseWhen(fill.Is(Fill.Receive), () => When(Bus.R.Valid & Bus.R.Last, () => fill.Next = Fill.Idle));
        When(starts, () => filling.Next = wanted);
        When(starts, () => beat.Next = 0).ElseWhen(arrives, () => beat.Next = (beat + 1).Wrap(UInt(4)));

        foreach (var l in Slots)
        {
            var mine = filling[1, 0] == l;
            When(Restart | (starts & (wanted[1, 0] == l)), () => present[l].Next = 0)
                .ElseWhen(arrives & Bus.R.Last & mine, () => present[l].Next = 1);
            When(starts & (wanted[1, 0] == l), () => { tag[l].Next = wanted; failed[l].Next = 0; })
                .ElseWhen(arrives & mine & (Bus.R.Resp != AxiBus.Okay), () => failed[l].Next = 1);
        }
        buffer.Write(arrives, Concat(beat, filling[1, 0]), Bus.R.Data);

        Quiet.Drive(fill.Is(Fill.Idle) & !misses);
        Bus.Ar.Valid.Drive(fill.Is(Fill.Request));
        Bus.Ar.Addr.Drive(((Base + filling) << 9).Wrap(Geometry.Address));
        Bus.Ar.Len.Drive(BeatsPerLine - 1);
        Bus.R.Ready.Drive(fill.Is(Fill.Receive));
    }
}
