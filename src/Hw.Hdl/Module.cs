namespace Hw.Hdl;

/// <summary>
/// A hardware module. Members declare (ports, registers, memories, children; each takes its member's name), <see cref="Build"/>
/// says what happens. Parameters are the constructor's; C# control flow over them is the generator language, and a choice of
/// the hardware is a Mux or a When.
/// </summary>
public abstract partial class Module
{
    /// <summary>Declarations made so far in the open body are this module's: initialisers run before this constructor.</summary>
    protected Module()
    {
        Body = Body.Current;
        if (Body.Module is { } other)
        {
            // a field's initialiser runs before the constructor of its owner
            var (owner, child) = Body.Expected.IsInstanceOfType(this) ? (this, other) : (other, this);
            Body.Report("HW0304", Origin.Here(), $"`{owner.GetType().Name}` makes a `{child.GetType().Name}` with `new`", "make children through Instance(() => new …)");
        }
        Body.Module = this;
    }

    internal Body Body { get; }

    /// <summary>Its ports in declared order: for a module that wraps any other. Clock and reset connect themselves.</summary>
    public IReadOnlyList<Port> AllPorts => Body.Ports;

    /// <summary>The Verilog module's name: the class's in snake_case. A module with parameters adds what tells its variants apart.</summary>
    public virtual string VerilogName => Naming.Snake(GetType().Name);

    /// <summary>This lane's index; only of a lane inside its array's Each.</summary>
    public LaneIndex Index => Body.Parent?.Each is { } each && each.Body == Body ? each.Index
        : throw new BitsException($"`{GetType().Name}` has an Index only inside the Each of its array");

    /// <summary>What the Verilog's head comment says; null for the doc comment of the class.</summary>
    public virtual string? Summary => null;

    protected abstract void Build();
    internal void Run() => Build();

    // Declarations -----------------------------------------------------------------------------------------------------

    protected static readonly Interval Bit = Interval.Bit, Int8 = Interval.Int8, Int16 = Interval.Int16, Int32 = Interval.Int32,
        UInt8 = Interval.UInt8, UInt16 = Interval.UInt16, UInt32 = Interval.UInt32;
    protected static Interval Int(int bits) => Interval.Int(bits);
    protected static Interval UInt(int bits) => Interval.UInt(bits);
    /// <summary>0 … last: the narrowest unsigned wire that counts that far.</summary>
    protected static Interval UpTo(int last) => new(0, last);
    protected static Shape Row(int count, Interval element) => Shape.Row(count, element);

    protected static In Input(Shape shape, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(Declared(name), shape, new(file, line));

    protected static Out Output(Shape shape, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(Declared(name), shape, new(file, line));

    /// <summary>An output among many made from a table, with a note of its own for the Verilog, that a parent need not read.</summary>
    protected static Out Offer(Shape shape, string name, string note, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(Declared(name), shape, new(file, line)) { Note = note, Spare = "offered, and not used here" };

    /// <summary>A register without reset: its content is unknown until it is written.</summary>
    protected static Reg Register(Shape shape, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(Declared(name), shape, null, new(file, line));

    protected static Reg Register(Shape shape, BigInteger reset, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(Declared(name), shape, reset, new(file, line));

    protected static StateReg<TState> State<TState>(TState reset, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TState : struct, Enum => new(Declared(name), reset, new(file, line));

    protected static Memory Memory(int depth, Shape word, Collision collision = Collision.ReadFirst, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(Declared(name), depth, word, collision, new(file, line));

    protected static TModule Instance<TModule>(Func<TModule> make, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TModule : Module => Make(make, Declared(name), 0, new(file, line)).Module;

    protected static LaneArray<TModule> Instances<TModule>(int count, Func<TModule> make, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TModule : Module
    {
        if (count < 1) throw new BitsException($"an array has at least one lane, `{name}` has {count}");
        var (child, module) = Make(make, Declared(name), count, new(file, line));
        return new(child, module);
    }

    /// <summary>The bundle's ports, in its own direction: what it calls Forward are outputs here.</summary>
    protected static TBundle Source<TBundle>(Func<TBundle> make, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TBundle : Bundle => Bundle.Declare(make, Declared(name), Bundle.Role.Source, new(file, line));

    /// <summary>The bundle's ports, the other way round: what it calls Forward are inputs here.</summary>
    protected static TBundle Sink<TBundle>(Func<TBundle> make, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TBundle : Bundle => Bundle.Declare(make, Declared(name), Bundle.Role.Sink, new(file, line));

    /// <summary>The bundle's ports, all of them inputs: for a module that watches a link and takes no part in it.</summary>
    protected static TBundle Monitor<TBundle>(Func<TBundle> make, [CallerMemberName] string name = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TBundle : Bundle => Bundle.Declare(make, Declared(name), Bundle.Role.Monitor, new(file, line));

    // Statements -------------------------------------------------------------------------------------------------------

    /// <summary>Assignments that apply where the condition is 1.</summary>
    protected static WhenChain When(Signal condition, Action body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(condition, body, new(file, line));

    protected static Signal Mux(Signal condition, Signal t, Signal f) => Signal.Mux(condition, t, f);

    /// <summary>The value whose line is 1; <paramref name="otherwise"/> where none is. At most one can be, which is shown and not promised: no priority is built, and Verilog has a <c>unique case</c>.</summary>
    /// <param name="name">What Verilog calls it; the name of the output that it drives, if it drives one.</param>
    protected static Signal Case(string name, IEnumerable<(Signal Line, Signal Value)> arms, Signal otherwise, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Selection.Make(Body.Current, name, arms, otherwise, new(file, line));

    /// <summary>Parts side by side, the first in the lowest bits, each at its own width.</summary>
    protected static Signal Concat(params Signal[] parts) => Signal.Concat([.. parts.Select(p => (p, p.Width))]);

    /// <summary>A row from its elements, each within <paramref name="element"/>.</summary>
    protected static Signal Pack(IEnumerable<Signal> elements, Interval element) => Signal.Concat([.. elements.Select(e => (e, element.Width))]);

    /// <summary>All conditions hold.</summary>
    protected static Signal All(params Signal[] conditions) => conditions.Aggregate((a, b) => a & b);
    /// <summary>At least one condition holds.</summary>
    protected static Signal Any(params Signal[] conditions) => conditions.Aggregate((a, b) => a | b);

    /// <summary>The value <paramref name="cycles"/> cycles ago, through registers named <paramref name="name"/>.</summary>
    /// <param name="reset">The value of each register under reset; none where the value's validity is tracked elsewhere.</param>
    protected static Signal Delay(Signal value, int cycles, string name, BigInteger? reset = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        for (var i = 1; i <= cycles; i++)
        {
            var stage = new Reg(cycles == 1 ? name : $"{name}_{i}", value.Range, reset, new(file, line));
            stage.Next = value;
            value = stage;
        }
        return value;
    }

    /// <summary>Says on purpose that a value is not used, and why. Lint stays clean without a waiver.</summary>
    protected static void Unused(Signal value, string because) => Body.Current.Unused.Add((value, because));

    static string Declared(string member)
    {
        if (member is "Build" or ".ctor") throw new BitsException("a declaration inside Build has no member to take its name from; pass name: \"…\"");
        return Naming.Snake(member);
    }

    static (Child Child, TModule Module) Make<TModule>(Func<TModule> make, string name, int count, Origin origin) where TModule : Module
    {
        var parent = Body.Current;
        var (body, module) = Elaborate(make, $"{parent.Path}.{name}{(count > 0 ? "[]" : "")}", parent);
        var child = new Child(name, count, body, origin);
        parent.Children.Add(child);
        Planting.Connect(parent, child);
        return (child, module);
    }

    internal static (Body Body, TModule Module) Elaborate<TModule>(Func<TModule> make, string path, Body? parent) where TModule : Module
    {
        var body = new Body(path, parent) { Expected = typeof(TModule) };
        TModule? module = null;
        body.Open(() =>
        {
            try
            {
                module = make();
                body.VerilogName = module.VerilogName;
                module.Run();
            }
            catch (BitsException e)
            {
                // the algebra's messages end with the remedy
                var cut = Math.Max(e.Message.LastIndexOf("; ", StringComparison.Ordinal), e.Message.LastIndexOf(". ", StringComparison.Ordinal));
                body.Report("HW0201", Origin.UserFrame(new System.Diagnostics.StackTrace(e, true)), cut < 0 ? e.Message : e.Message[..cut], cut < 0 ? "" : e.Message[(cut + 2)..]);
                if (module is null) throw new HdlException(Body.Collected!);
            }
        });
        return (body, module!);
    }
}

static class SignalShapes
{
    /// <summary>Bits read again as the number they stand for.</summary>
    public static Signal As(this Signal bits, Shape shape) => shape.IsRow ? bits : bits.Wrap(shape.Element.Full).Fits(shape.Element, "the lane's port says so");
}
