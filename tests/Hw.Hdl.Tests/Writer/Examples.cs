namespace Hw.Hdl.Tests.Writer;

/// <summary>Counts events up to a limit, then says so until it is cleared.</summary>
public sealed class EventCounter : Module
{
    enum Phase { Idle, Counting, Full }

    /// <summary>an event happened</summary>
    public In Happened { get; } = Input(Bit);
    public In Clear { get; } = Input(Bit);
    /// <summary>events since the last clear</summary>
    public Out Count { get; } = Output(UpTo(99));
    public Out IsFull { get; } = Output(Bit);

    readonly Reg count = Register(UpTo(99), 0, "events");
    readonly StateReg<Phase> phase = State(Phase.Idle);

    protected override void Build()
    {
        When(Clear, () => count.Next = 0)
            .ElseWhen(Happened & (count < 99), () => count.Next = (count + 1).Fits(UpTo(99), "count is below 99"));
        When(phase.Is(Phase.Idle), () => When(Happened, () => phase.Next = Phase.Counting))
            .ElseWhen(phase.Is(Phase.Counting), () => When(Clear, () => phase.Next = Phase.Idle).ElseWhen(count == 99, () => phase.Next = Phase.Full))
            .ElseWhen(phase.Is(Phase.Full), () => When(Clear, () => phase.Next = Phase.Idle));
        Count.Drive(count);
        IsFull.Drive(phase.Is(Phase.Full));
    }
}

/// <summary>One lane: multiplies its element by a weight, requantizes to INT8.</summary>
public sealed class ScaleLane : Module
{
    public In Element { get; } = Input(Int16);
    public In Scale { get; } = Input(UInt8);
    public Out Result { get; } = Output(Int8);

    readonly Reg product = Register(Int(24));

    protected override void Build()
    {
        product.Next = Element * Scale;
        Result.Drive(product.Value.RoundShiftRight(6).Saturate(Int8));
    }
}

/// <summary>Two tables of one name, values named alike, a name of the designer's own.</summary>
public sealed class Curves : Module
{
    static readonly Rom Rise = new("curve", [.. Enumerable.Range(0, 20).Select(i => (long)i * i)]), Fall = new("curve", [-5, 3, -7, 100]);

    public In X { get; } = Input(UInt(4));
    public Out Y { get; } = Output(Int(11));

    // the last of the names is the module's own
    protected override void Build()
    {
        var first = Signal.Named(X.Value.Lookup(Rise), "part");
        var second = Signal.Named(X[1, 0].Lookup(Fall), "part");
        Y.Drive(Signal.Named((first + second).Named("total") + first, "curves"));
    }
}

/// <summary>A row of lanes; two neighbours share a scale.</summary>
public sealed class ScaleArray : Module
{
    public In Elements { get; } = Input(Row(8, Int16));
    public In Scales { get; } = Input(Row(4, UInt8));
    public Out Results { get; } = Output(Row(8, Int8));

    readonly LaneArray<ScaleLane> lanes = Instances(8, () => new ScaleLane());

    protected override void Build()
    {
        lanes.Each(lane =>
        {
            lane.Element.Drive(Elements.Element(lane.Index));
            lane.Scale.Drive(Scales.Element(lane.Index / 2));
        });
        Results.Drive(lanes.All(lane => lane.Result));
    }
}

/// <summary>A scratchpad of rows with byte enables; a read sees what is written in its cycle.</summary>
public sealed class Scratchpad : Module
{
    public In Write { get; } = Input(Bit);
    public In WriteAddress { get; } = Input(UInt(6));
    public In WriteData { get; } = Input(Row(4, UInt8));
    /// <summary>one bit per byte</summary>
    public In WriteMask { get; } = Input(UInt(4));
    public In Read { get; } = Input(Bit);
    public In ReadAddress { get; } = Input(UInt(6));
    public Out ReadData { get; } = Output(Row(4, UInt8));

    readonly Memory rows = Memory(64, Row(4, UInt8), Collision.WriteFirst);

    protected override void Build()
    {
        rows.Write(Write, WriteAddress, WriteData, WriteMask);
        ReadData.Drive(rows.Read(ReadAddress, Read));
    }
}

/// <summary>Values chosen by lines that exclude each other: by a key, by conditions, from what another place says.</summary>
public sealed class Chooser : Module
{
    public In Word { get; } = Input(UInt(80));
    public Out IsMove { get; } = Output(Bit);
    /// <summary>bits that this word must not have</summary>
    public Out Bad { get; } = Output(UInt(80));
    public Out Offset { get; } = Output(Int(13));
    public Out Length { get; } = Output(UInt(3));
    public Out Label { get; } = Output(UInt(8));

    protected override void Build()
    {
        var kind = Word[3, 0].Named("kind");
        Signal Kind(int value, string? name = null) => kind == Hex.Of(value, name);

        // one key, some values with names; arms of one value are one
        var mask = Case("mask", [(Kind(1, "LOAD"), Hex.Of(0xFF)), (Kind(2, "STORE"), Hex.Of(0xFF)), (Kind(3), (Signal.Constant((BigInteger)1 << 79))), (Kind(15, "HALT"), 0)], Hex.Of(0x1234));
        Bad.Drive(Word & mask);

        // the special one is told from the general one by what it asks for besides, two more by bits and by a condition
        var nothing = (Kind(4) & (Word[5, 4] == 0)).Named("is_nothing");
        var move = (Kind(4) & !nothing).Named("is_move");
        IsMove.Drive(move);
        var far = (Word[3, 2] == 2) & Word[4];
        var near = (Word[3, 2] == 2) & !Word[4];
        Signal longer = Word[27, 16].Wrap(Int(12)), pieces = Concat(0, Word[20, 16], Word[79, 73]).Wrap(Int(13));
        Offset.Drive(Case("offset", [(move, longer.Named("offset_long")), (nothing, -3), (far, pieces.Named("offset_pieces")), (near, longer.Named("offset_long"))], 0));

        // no name of its own but the output's; a value computed in the arm
        Length.Drive(Case("length", [(Kind(1), Word[6, 5] + 1), (Kind(7), 5)], 7));
        Label.Drive(Case("by_label", [(nothing, 1), (Kind(9), 200)], 0));
    }
}
