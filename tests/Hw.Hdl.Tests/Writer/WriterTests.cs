using System.Runtime.CompilerServices;

namespace Hw.Hdl.Tests.Writer;

/// <summary>The text itself: as people read it, the same on every run, untouched by edits elsewhere.</summary>
public class WriterTests
{
    static string Text<TModule>() where TModule : Module, new() => VerilogWriter.Write(Design.Elaborate(() => new TModule())).Single(f => f.File == $"{Name<TModule>()}.sv").Text;
    static string Name<TModule>() where TModule : Module, new() => Design.Elaborate(() => new TModule()).Name;

    /// <summary>HW_ACCEPT=1 writes the texts again, for people to read in the diff.</summary>
    static void Verify(string text, string name, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, $"{name}.verified.sv");
        if (Environment.GetEnvironmentVariable("HW_ACCEPT") == "1") File.WriteAllText(file, text);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", text);
    }

    [Fact] public void Event_counter_as_people_read_it() => Verify(Text<EventCounter>(), "event_counter");
    [Fact] public void Scale_lane_as_people_read_it() => Verify(Text<ScaleLane>(), "scale_lane");
    [Fact] public void Scale_array_as_people_read_it() => Verify(Text<ScaleArray>(), "scale_array");
    [Fact] public void Curves_as_people_read_them() => Verify(Text<Curves>(), "curves");
    [Fact] public void Scratchpad_as_people_read_it() => Verify(Text<Scratchpad>(), "scratchpad");

    [Fact] public void Chooser_as_people_read_it() => Verify(Text<Chooser>(), "chooser");

    [Fact]
    public void The_file_list_has_children_first_and_each_file_once()
    {
        var files = VerilogWriter.Write(Design.Elaborate(() => new ScaleArray()));
        Assert.Equal(["scale_lane.sv", "scale_array.sv", "scale_array.f"], files.Select(f => f.File));
        Assert.Equal("scale_lane.sv\nscale_array.sv\n", files[^1].Text);
    }

    [Fact]
    public void Two_runs_give_the_same_bytes()
    {
        for (var n = 3001UL; n < 3011; n++)
        {
            string Write() => string.Concat(VerilogWriter.Write(Design.Elaborate(() => new RandomModule(n))).Select(f => f.File + f.Text));
            Assert.Equal(Write(), Write());
        }
    }

    sealed class Two : Module
    {
        public In Elements { get; } = Input(Row(8, Int16));
        public In Scales { get; } = Input(Row(4, UInt8));
        public Out Results { get; } = Output(Row(8, Int8));
        public Out Extra { get; } = Output(Int8);
        readonly ScaleLane other = Instance(() => new ScaleLane());
        readonly ScaleArray array = Instance(() => new ScaleArray());

        protected override void Build()
        {
            array.Elements.Drive(Elements);
            array.Scales.Drive(Scales);
            Results.Drive(array.Results);
            other.Element.Drive(Elements.Elements[0]);
            other.Scale.Drive(Scales.Elements[0]);
            Extra.Drive(other.Result);
        }
    }

    [Fact]
    public void A_module_does_not_know_who_else_there_is()
    {
        var alone = VerilogWriter.Write(Design.Elaborate(() => new ScaleArray()));
        var among = VerilogWriter.Write(Design.Elaborate(() => new Two()));
        foreach (var (file, text) in alone.Where(f => f.File.EndsWith(".sv", StringComparison.Ordinal))) Assert.Equal(text, among.Single(f => f.File == file).Text);
    }

    sealed class Doubler : Module
    {
        public In Element { get; } = Input(UInt8);
        public Out Twice { get; } = Output(UInt(9));
        protected override void Build() => Twice.Drive(Element + Element);
    }

    /// <summary>Part of a row is short enough to be read in place, but a lane selects from names only.</summary>
    sealed class PartOfARow : Module
    {
        public In Elements { get; } = Input(Row(6, UInt8));
        public Out Results { get; } = Output(Row(4, UInt(9)));
        readonly LaneArray<Doubler> lanes = Instances(4, () => new Doubler());

        protected override void Build()
        {
            Unused(Elements[15, 0], "the lanes begin at element 2");
            lanes.Each(lane => lane.Element.Drive(Signal.Element(Elements[47, 16], lane.Index, UInt8)));
            Results.Drive(lanes.All(lane => lane.Twice));
        }
    }

    [Fact]
    public void A_lane_takes_its_element_of_a_part_of_a_row()
    {
        var text = Text<PartOfARow>();
        Assert.Contains("wire [31:0] lanes_element_field = elements[47:16];", text);
        Assert.Contains(".element (lanes_element_field[8*lane +: 8])", text);
    }

    sealed class Offering : Module
    {
        public In X { get; } = Input(UInt8);
        public Out Low { get; } = Offer(UInt(4), "low", "[3:0]");
        public Out High { get; } = Offer(UInt(4), "high", "[7:4]");
        public Out Sign { get; } = Offer(Int8, "sign", "as a signed number");
        protected override void Build()
        {
            Low.Drive(X[3, 0]);
            High.Drive(X[7, 4]);
            Sign.Drive(X.Wrap(Int8));
        }
    }

    sealed class Taking : Module
    {
        public In X { get; } = Input(UInt8);
        public Out Y { get; } = Output(UInt(2));
        readonly Offering offering = Instance(() => new Offering());

        protected override void Build()
        {
            offering.X.Drive(X);
            Y.Drive(offering.Low[1, 0]);
        }
    }

    [Fact]
    public void What_a_child_offers_need_not_be_taken()
    {
        var text = Text<Taking>();
        Assert.Contains("unused_1 = &{1'b0, {$unsigned(offering_sign), offering_high}};  // offered, and not used here", text);
        Assert.Contains("unused_2 = &{1'b0, offering_low[3:2]};  // offered, and not used here", text);
        Assert.Matches(@"output logic \[3:0\] +high, +// \[7:4\]\n", Text<Offering>());
    }
}
