using System.Runtime.CompilerServices;

namespace Hw.Hdl.Tests.Errors;

/// <summary>Every rule of a hardware text: the whole message, with the C# line of the mistake, the other end and the remedy.</summary>
public class ErrorTests
{
    [Fact]
    public void HW0101_without_a_value()
    {
        Expect<OutputUndriven>("{OutputUndriven}: error HW0101: OutputUndriven: the output `y` is never driven\n    say y.Drive(…) in Build, or drop the port");
        Expect<RegisterUnassigned>("{RegisterUnassigned}: error HW0101: RegisterUnassigned: the register `flag` is never assigned\n    say flag.Next = …; a constant needs no register");
        Expect<MemoryUnwritten>("{MemoryUnwritten}: error HW0101: MemoryUnwritten: the memory `words` is never written\n    say Write(…); a constant table is a Mux or a Lookup");
        Expect<ChildUnconnected>("{ChildUnconnected}: error HW0101: ChildUnconnected: the input `x` of `pass` is not connected (other end: {Pass.X})\n    say pass.x.Drive(…)");
        Expect<LanesUnconnected>("{LanesUnconnected}: error HW0101: LanesUnconnected: the input `x` of `lanes` is not connected (other end: {Pass.X})\n    connect it in lanes.Each(lane => lane.x.Drive(…))");
    }

    [Fact]
    public void HW0102_two_values()
    {
        Expect<DrivenTwice>("{DrivenTwice}: error HW0102: DrivenTwice: `y` is driven twice (other end: {DrivenTwice.first})\n    drive it once; choose between the two values with Mux");
        Expect<AssignedTwice>("{AssignedTwice}: error HW0102: AssignedTwice: `count` is assigned by two statements, so the later would win in silence (other end: {AssignedTwice.first})\n    join them into one chain with ElseWhen or Otherwise; its order is the priority");
    }

    [Fact]
    public void HW0103_wrong_direction()
    {
        Expect<InputDriven>("{InputDriven}: error HW0103: InputDriven: `x` is an input of this module: its parent drives it (other end: {InputDriven.port})\n    swap the two ends, or declare the port the other way round");
        Expect<ChildOutputDriven>("{ChildOutputDriven}: error HW0103: ChildOutputDriven: `y` is an output of `Pass`: it drives itself (other end: {Pass.Y})\n    swap the two ends, or declare the port the other way round");
    }

    [Fact]
    public void HW0104_never_read()
    {
        Expect<InputUnread>("{InputUnread}: error HW0104: InputUnread: the input `x` is never read\n    drop the port, or say Unused(…, \"why\")");
        Expect<BitsUnread>("{BitsUnread}: error HW0104: BitsUnread: bits 7 … 6, 1 … 0 of the input `x` are never read\n    declare it narrower, or say Unused(…, \"why\") of these bits");
        Expect<RegisterUnread>("{RegisterUnread}: error HW0104: RegisterUnread: the register `last` is never read\n    drop it, or say Unused(…, \"why\")");
        Expect<ReadUnused>("{ReadUnused}: error HW0104: ReadUnused: the word read from `words` is never used\n    drop the read, or say Unused(…, \"why\")");
        Expect<ChildUnread>("{ChildUnread}: error HW0104: ChildUnread: the output `y` of `pass` is never read (other end: {Pass.Y})\n    read it, say Unused(…, \"why\"), or make the port depend on a parameter of the child");
    }

    [Fact]
    public void HW0105_a_loop_within_the_cycle() =>
        Expect<LoopThroughChild>("{LoopThroughChild}: error HW0105: LoopThroughChild: a value depends on itself within the cycle: LoopThroughChild.pass_y ← LoopThroughChild.pass.x ← LoopThroughChild.pass_y\n    break the loop with a register");

    [Fact]
    public void HW0106_lines_that_do_not_exclude_each_other() =>
        Expect<LinesOverlap>("{LinesOverlap}: error HW0106: LinesOverlap: two lines that choose `y` can both be 1: `Equal(Slice(x), 1)` and `Equal(Slice(x), 1)`\n    let them compare the same bits with different constants, or say which comes first with Mux");

    sealed class Lines : Module
    {
        public In X { get; } = Input(UInt(8));
        public In Go { get; } = Input(Bit);
        public Out Y { get; } = Output(Bit);

        /// <summary>Pairs of conditions, and whether the text shows that they exclude each other.</summary>
        protected override void Build()
        {
            Signal first = ((X[7, 4] == 3) & Go).Named("first"), whole = Concat(X[1, 0], X[7, 6]) == 5;
            (Signal A, Signal B, bool Excluded)[] pairs =
            [
                (X == 3, X == 4, true), (X == 3, X != 4, false), (X[7, 4] == 3, X[5, 2] == 0, true), (X[7, 4] == 3, X[5, 2] == 15, false),
                (X[7, 4] == 3, X[3, 0] == 3, false), (Go, !Go.Value, true), (first, !first & (X == 9), true), (first, (X[7, 4] == 3) & !Go, true), (first, X[7] & Go, true),
                (first, X[4] & Go, false), (!(X[0] | X[1]), X[1], true), (!(X[0] | X[1]), X[2], false), (!(X[0] & X[1]), X[1], false), (whole, X[0] & !X[1], false), (whole, X[1], true), (whole, X[7], true), (whole, X[6], false),
                (!(X[1, 0] != 2), X[0], true), (X < 4, X > 8, false),
            ];
            foreach (var (a, b, excluded) in pairs) Assert.Equal((excluded, excluded), (Exclusion.Holds(a.Node, b.Node), Exclusion.Holds(b.Node, a.Node)));
            Y.Drive(first);
            Unused(X, "only the pairs matter");
        }
    }

    [Fact]
    public void What_excludes_each_other_is_seen_and_nothing_else() => Design.Elaborate(() => new Lines());

    [Fact]
    public void HW0201_against_the_algebra()
    {
        Expect<BeyondTheAlgebra>("{BeyondTheAlgebra}: error HW0201: BeyondTheAlgebra: Multiply of −549,755,813,888 … 549,755,813,887 (40 bits, signed) and −549,755,813,888 … 549,755,813,887 (40 bits, signed) needs −302,231,454,903,107,537,862,656 … 302,231,454,903,657,293,676,544 (80 bits, signed), more than the 63 bits and a sign that the number readings carry\n    narrow an operand on purpose: .Fits, .Saturate or .Wrap, or say .Wide and read the text as Big");
        Expect<NotACondition>("{NotACondition}: error HW0201: NotACondition: When takes a condition, 0 or 1; this value is −128 … 127 (8 bits, signed)\n    Compare it: x != 0, or pick a bit: x[0]");
    }

    [Fact]
    public void HW0203_out_of_range()
    {
        Expect<TooWide>("{TooWide}: error HW0203: TooWide: the value driven into `y` is −127 … 128 (9 bits, signed); `y` is declared Int(8)\n    declare it Int(9), or narrow on purpose: .Saturate(Int(8)), .Wrap(Int(8)), or .Fits(Int(8), \"why\")");
        Expect<RegisterTooWide>("{RegisterTooWide}: error HW0203: RegisterTooWide: the value assigned to `count` is 1 … 10 (4 bits); `count` is declared 0 … 9\n    declare it UInt(4), or narrow on purpose: .Saturate(0 … 9) or .Fits(0 … 9, \"why\")");
    }

    [Fact]
    public void HW030x_names_and_ownership()
    {
        Expect<ReservedWord>("{ReservedWord}: error HW0301: ReservedWord: `begin` is a reserved word of SystemVerilog\n    rename the member, for instance to `begin_value`");
        Expect<NameClash>("{NameClash}: error HW0302: NameClash: `x` is declared twice (other end: {NameClash.first})\n    rename one of the two");
        Expect<MadeWithNew>("{MadeWithNew}: error HW0304: MadeWithNew: `MadeWithNew` makes a `Pass` with `new`\n    make children through Instance(() => new …)");
        Expect<LaneOutsideEach>("{LaneOutsideEach}: error HW0305: LaneOutsideEach: `x` is a port of every lane of `lanes`; which one is meant?\n    connect lanes inside lanes.Each(lane => …), read all of them with lanes.All(lane => lane.x)");
        Expect<LaneEscapes>("{LaneEscapes}: error HW0305: LaneEscapes: this value depends on the lane of `lanes`; which one is meant? (other end: {LaneEscapes.array})\n    use it inside lanes.Each(lane => …), where it was made");
        Expect<ForeignSignal>("{ForeignSignal}: error HW0306: ForeignSignal: `hidden` belongs to `ForeignSignal.inner`, which is not this module nor a child of it (other end: {ForeignSignal.register})\n    pass the value through ports");
    }

    [Fact]
    public void HW0303_two_modules_of_one_name()
    {
        var design = Design.Elaborate(() => new ModuleClash());
        var error = Assert.Throws<HdlException>(() => VerilogWriter.Write(design));
        Assert.Equal(Placed("{ModuleClash}: error HW0303: ModuleClash.three: two different modules are called `width`\n    override VerilogName so that it tells the parameters apart, for instance $\"fifo_{depth}\""), error.Message);
    }

    static void Expect<TModule>(string message) where TModule : Module, new() =>
        Assert.Equal(Placed(message), Assert.Throws<HdlException>(() => Design.Elaborate(() => new TModule())).Message);

    /// <summary>{Name} becomes the place of the comment @Name.</summary>
    static string Placed(string message) => System.Text.RegularExpressions.Regex.Replace(message, @"\{([A-Z][A-Za-z.]*)\}", m =>
    {
        var line = Array.FindIndex(Source, l => l.EndsWith($"// @{m.Groups[1].Value}", StringComparison.Ordinal));
        return line < 0 ? throw new InvalidOperationException($"no comment @{m.Groups[1].Value}") : $"Hw.Hdl.Tests/Errors/Mistakes.cs({line + 1})";
    });

    static readonly string[] Source = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Here())!, "Mistakes.cs"));
    static string Here([CallerFilePath] string file = "") => file;
}
