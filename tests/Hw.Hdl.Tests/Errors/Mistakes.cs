namespace Hw.Hdl.Tests.Errors;

// Each module holds one mistake. The comment at its line is what the tests look for, so that lines may move.

sealed class Pass : Module
{
    public In X { get; } = Input(Interval.Int8);          // @Pass.X
    public Out Y { get; } = Output(Interval.Int8);        // @Pass.Y
    protected override void Build() => Y.Drive(X);
}

sealed class OutputUndriven : Module
{
    public In X { get; } = Input(Bit);
    public Out Y { get; } = Output(Bit);                   // @OutputUndriven
    protected override void Build() => Unused(X, "nothing here");
}

sealed class RegisterUnassigned : Module
{
    public Out Y { get; } = Output(Bit);
    readonly Reg flag = Register(Bit);                     // @RegisterUnassigned
    protected override void Build() => Y.Drive(flag);
}

sealed class MemoryUnwritten : Module
{
    public In Address { get; } = Input(UInt(2));
    public Out Y { get; } = Output(Int8);
    readonly Memory words = Memory(4, Int8);               // @MemoryUnwritten
    protected override void Build() => Y.Drive(words.Read(Address, 1));
}

sealed class ChildUnconnected : Module
{
    public Out Y { get; } = Output(Int8);
    readonly Pass pass = Instance(() => new Pass());       // @ChildUnconnected
    protected override void Build() => Y.Drive(pass.Y);
}

sealed class LanesUnconnected : Module
{
    public Out Y { get; } = Output(Row(4, Int8));
    readonly LaneArray<Pass> lanes = Instances(4, () => new Pass());       // @LanesUnconnected
    protected override void Build() => Y.Drive(lanes.All(lane => lane.Y));
}

sealed class DrivenTwice : Module
{
    public In X { get; } = Input(Bit);
    public Out Y { get; } = Output(Bit);
    protected override void Build()
    {
        Y.Drive(X);                                        // @DrivenTwice.first
        Y.Drive(!X);                                       // @DrivenTwice
    }
}

sealed class AssignedTwice : Module
{
    public In X { get; } = Input(Bit);
    public Out Y { get; } = Output(Int8);
    readonly Reg count = Register(Int8);
    protected override void Build()
    {
        When(X, () => count.Next = 1);                     // @AssignedTwice.first
        When(!X, () => count.Next = 2);                    // @AssignedTwice
        Y.Drive(count);
    }
}

sealed class InputDriven : Module
{
    public In X { get; } = Input(Bit);                     // @InputDriven.port
    public Out Y { get; } = Output(Bit);
    protected override void Build()
    {
        X.Drive(1);                                        // @InputDriven
        Y.Drive(X);
    }
}

sealed class ChildOutputDriven : Module
{
    public In X { get; } = Input(Int8);
    readonly Pass pass = Instance(() => new Pass());
    protected override void Build()
    {
        pass.X.Drive(X);
        pass.Y.Drive(X);                                   // @ChildOutputDriven
    }
}

sealed class InputUnread : Module
{
    public In X { get; } = Input(Bit);                     // @InputUnread
    public Out Y { get; } = Output(Bit);
    protected override void Build() => Y.Drive(1);
}

sealed class BitsUnread : Module
{
    public In X { get; } = Input(UInt(8));                 // @BitsUnread
    public Out Y { get; } = Output(UInt(4));
    protected override void Build() => Y.Drive(X[5, 2]);
}

sealed class RegisterUnread : Module
{
    public In X { get; } = Input(Bit);
    public Out Y { get; } = Output(Bit);
    readonly Reg last = Register(Bit);                     // @RegisterUnread
    protected override void Build()
    {
        last.Next = X;
        Y.Drive(X);
    }
}

sealed class ReadUnused : Module
{
    public In X { get; } = Input(UInt(2));
    public Out Y { get; } = Output(Bit);
    readonly Memory words = Memory(4, UInt(2));
    protected override void Build()
    {
        words.Write(1, X, X);
        words.Read(X, 1);                                  // @ReadUnused
        Y.Drive(X[0]);
    }
}

sealed class ChildUnread : Module
{
    public In X { get; } = Input(Int8);
    readonly Pass pass = Instance(() => new Pass());       // @ChildUnread
    protected override void Build() => pass.X.Drive(X);
}

sealed class LoopThroughChild : Module
{
    public Out Y { get; } = Output(Int8);
    readonly Pass pass = Instance(() => new Pass());
    protected override void Build()
    {
        pass.X.Drive(pass.Y.Wrap(Int8));                   // @LoopThroughChild
        Y.Drive(pass.Y);
    }
}

sealed class BeyondTheAlgebra : Module
{
    public In X { get; } = Input(Int(40));
    public Out Y { get; } = Output(Bit);
    protected override void Build()
    {
        var square = X * X;                                // @BeyondTheAlgebra
        Y.Drive(square[0]);
    }
}

sealed class NotACondition : Module
{
    public In X { get; } = Input(Int8);
    public Out Y { get; } = Output(Bit);
    readonly Reg flag = Register(Bit);
    protected override void Build()
    {
        When(X, () => flag.Next = 1);                      // @NotACondition
        Y.Drive(flag);
    }
}

sealed class TooWide : Module
{
    public In X { get; } = Input(Int8);
    public Out Y { get; } = Output(Int8);
    protected override void Build() => Y.Drive(X + 1);     // @TooWide
}

sealed class RegisterTooWide : Module
{
    public Out Y { get; } = Output(UpTo(9));
    readonly Reg count = Register(UpTo(9), 0);
    protected override void Build()
    {
        count.Next = count + 1;                            // @RegisterTooWide
        Y.Drive(count);
    }
}

sealed class ReservedWord : Module
{
    public In Begin { get; } = Input(Bit);                 // @ReservedWord
    public Out Y { get; } = Output(Bit);
    protected override void Build() => Y.Drive(Begin);
}

sealed class NameClash : Module
{
    public In X { get; } = Input(Bit);                     // @NameClash.first
    public Out Y { get; } = Output(Bit);
    readonly Reg x = Register(Bit);                        // @NameClash
    protected override void Build()
    {
        x.Next = X;
        Y.Drive(x);
    }
}

sealed class Width(int bits) : Module
{
    public In X { get; } = Input(UInt(bits));              // @ModuleClash
    public Out Y { get; } = Output(UInt(bits));
    protected override void Build() => Y.Drive(X);
}

sealed class ModuleClash : Module
{
    public In X { get; } = Input(UInt(2));
    public Out Y { get; } = Output(UInt(3));
    readonly Width two = Instance(() => new Width(2)), three = Instance(() => new Width(3));
    protected override void Build()
    {
        two.X.Drive(X);
        three.X.Drive(two.Y);
        Y.Drive(three.Y);
    }
}

sealed class MadeWithNew : Module
{
    public Out Y { get; } = Output(Int8);
    readonly Pass pass = new();                            // @MadeWithNew
    protected override void Build() => Y.Drive(pass.Y);
}

sealed class LaneOutsideEach : Module
{
    public In X { get; } = Input(Int8);
    public Out Y { get; } = Output(Row(4, Int8));
    readonly LaneArray<Pass> lanes = Instances(4, () => new Pass());
    protected override void Build()
    {
        Pass? one = null;
        lanes.Each(lane => { one = lane; lane.X.Drive(X); });
        one!.X.Drive(X);                                   // @LaneOutsideEach
        Y.Drive(lanes.All(lane => lane.Y));
    }
}

sealed class LaneEscapes : Module
{
    public In X { get; } = Input(Int8);
    public Out Y { get; } = Output(Row(4, Int8));
    public Out Z { get; } = Output(UInt(2));
    readonly LaneArray<Pass> lanes = Instances(4, () => new Pass());       // @LaneEscapes.array
    protected override void Build()
    {
        Signal which = 0;
        lanes.Each(lane => { which = lane.Index; lane.X.Drive(X); });
        Y.Drive(lanes.All(lane => lane.Y));
        Z.Drive(which);                                    // @LaneEscapes
    }
}

sealed class Inner : Module
{
    public In X { get; } = Input(Bit);
    public Out Y { get; } = Output(Bit);
    public Reg Hidden { get; } = Register(Bit);            // @ForeignSignal.register
    protected override void Build()
    {
        Hidden.Next = X;
        Y.Drive(Hidden);
    }
}

sealed class ForeignSignal : Module
{
    public In X { get; } = Input(Bit);
    public Out Y { get; } = Output(Bit);
    readonly Inner inner = Instance(() => new Inner());
    protected override void Build()
    {
        inner.X.Drive(X);
        Y.Drive(inner.Y & inner.Hidden);                   // @ForeignSignal
    }
}

sealed class LinesOverlap : Module
{
    public In X { get; } = Input(UInt(4));
    public Out Y { get; } = Output(UInt(2));
    protected override void Build() =>
        Y.Drive(Case("y", [(X[3, 2] == 1, 1), (X[1, 0] == 1, 2)], 0));       // @LinesOverlap
}
