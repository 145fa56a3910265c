using System.Text;

namespace Hw.Hdl.Verilog;

/// <summary>
/// Writes one module as a designer would: ports, declarations, wires in reading order, one always_ff per statement, generate
/// loops for arrays. No line numbers and no hashes, so an edit elsewhere never changes this file.
/// </summary>
sealed class ModuleWriter
{
    readonly Body body;
    readonly Wires wires;
    readonly Expressions print;
    readonly StringBuilder text = new();
    readonly bool clocked, resettable;

    public static string Write(Body body) => new ModuleWriter(body).Write();

    ModuleWriter(Body body)
    {
        this.body = body;
        (clocked, resettable) = (Clocking.NeedsClock(body), Clocking.NeedsReset(body));
        wires = new(body);
        print = new(ReferenceOrIndex);
    }

    string Write()
    {
        Header();
        Ports();
        Labels();
        Declarations();
        foreach (var n in wires.Order.Where(n => wires.LaneOf(n) is null)) Wire(n, "  ");
        Children();
        Memories();
        Statements();
        Outputs();
        Promises();
        Unused();
        Line("endmodule");
        return text.ToString();
    }

    void Line(string line = "") => text.Append(line.Replace(" \n", "\n")).Append('\n');
    void Gap() { if (!text.ToString().EndsWith("\n\n", StringComparison.Ordinal)) Line(); }

    void Header()
    {
        var type = body.Module!.GetType();
        if (Summaries.Of(type) is { } summary) foreach (var line in Wrapped(summary, 125)) Line($"// {line}");
        var file = body.Ports.Select(p => p.Origin).Concat(body.Children.Select(c => c.Origin)).Concat(body.Registers.Select(r => r.Origin))
            .FirstOrDefault(o => Path.GetFileNameWithoutExtension(o.File) == type.Name.Split('`')[0], Origin.Unknown);
        Line($"// From {(file.IsKnown ? file.ShortFile : type.Assembly.GetName().Name)} ({type.Name.Split('`')[0]}). Generated: edit the C#, then `make gen`.");
    }

    static IEnumerable<string> Wrapped(string words, int width)
    {
        var line = "";
        foreach (var word in words.Split(' '))
            if (line.Length + word.Length >= width) { yield return line; line = word; }
            else line = line.Length == 0 ? word : $"{line} {word}";
        yield return line;
    }

    void Ports()
    {
        var rows = new List<(string Direction, string Type, string Name, string? Note)>();
        if (clocked) rows.Add(("input ", "logic", "clock", null));
        if (resettable) rows.Add(("input ", "logic", "reset", null));
        rows.AddRange(body.Ports.Select(p => (p.Direction == Direction.In ? "input " : "output", Type(p.Shape), p.Name, Summaries.Of(body.Module!.GetType(), p.Name))));
        var (type, name) = (rows.Max(r => r.Type.Length), rows.Max(r => r.Name.Length));
        Line($"module {body.VerilogName} (");
        for (var i = 0; i < rows.Count; i++)
        {
            var comma = i < rows.Count - 1 ? "," : "";
            var line = $"  {rows[i].Direction} {rows[i].Type.PadRight(type)} {rows[i].Name}{comma}";
            Line(rows[i].Note is { } note ? $"{line.PadRight(type + name + 12)}// {note}" : line);
        }
        Line(");");
    }

    static string Type(Shape shape) => Type("logic", shape.Range);
    static string Type(string kind, Interval range) =>
        $"{kind}{(range.IsSigned ? " signed" : "")}{(range.Width > 1 || range.IsSigned ? $" [{range.Width - 1}:0]" : "")}";

    /// <summary>Names of states and other labelled constants, at the width of what they are compared with or assigned to.</summary>
    void Labels()
    {
        var labels = new SortedDictionary<BigInteger, List<(string Label, int Width)>>();
        void Add(Node n, int width)
        {
            if (n is not { Op: Op.Constant, Detail: string label }) return;
            if (!labels.TryGetValue(n.Value, out var list)) labels.Add(n.Value, list = []);
            if (!list.Contains((label, width))) list.Add((label, width));
        }
        foreach (var (value, target) in body.Statements.Values())
            if (target is not null) foreach (var n in Reading.Nodes([value])) Add(n, target.Width);
        foreach (var n in Reading.Nodes(body.Roots()).Where(n => n.Op is Op.Equal or Op.NotEqual))
            foreach (var o in n.Operands) Add(o, n.Operands[0].Range.Union(n.Operands[1].Range).Width);
        foreach (var (value, list) in labels)
            foreach (var (label, width) in list.DistinctBy(l => l.Label)) Line($"  localparam logic{(width > 1 ? $" [{width - 1}:0]" : "")} {label} = {width}'d{value};");
    }

    void Declarations()
    {
        foreach (var group in body.Registers.GroupBy(r => Type(r.Shape)))
            foreach (var line in Wrapped(string.Join(", ", group.Select(r => r.Name)), 100)) Line($"  {group.Key} {line.TrimEnd(',')};");
        foreach (var m in body.Memories)
        {
            Line($"  {Type(m.Word)} {m.Name} [0:{m.Depth - 1}];");
            foreach (var r in m.Reads) Line($"  {Type(m.Word)} {r.Name};");
        }
        foreach (var child in body.Children)
            foreach (var p in child.Body.Ports.Where(p => p.Direction == Direction.Out))
                Line($"  {Type("wire", child.Output(p).Range)} {child.Name}_{p.Name};");
        if (text.ToString().EndsWith(";\n", StringComparison.Ordinal)) Gap();
    }

    void Wire(Node n, string indent)
    {
        var value = n.Op == Op.Named ? n.Operands[0] : n;
        var inner = new Expressions(m => m == n ? null : ReferenceOrIndex(m));
        Line($"{indent}{Type("wire", n.Range)} {wires.Reference(n)} = {inner.At(value, n.Range.Width, n.Range.IsSigned)};");
    }

    string? ReferenceOrIndex(Node n) => wires.Reference(n) ?? (n is { Op: Op.Leaf, Detail: LaneIndex i } ? $"{n.Range.Width}'({i.Text})" : null);

    void Children()
    {
        foreach (var child in body.Children)
        {
            Gap();
            var indent = child.IsArray ? "    " : "  ";
            if (child.IsArray)
            {
                Line($"  for (genvar {child.Index.Text} = 0; {child.Index.Text} < {child.Lanes}; {child.Index.Text}++) begin : g_{child.Name}");
                foreach (var n in wires.Order.Where(n => wires.LaneOf(n) == child)) Wire(n, indent);
            }
            Instance(child, indent);
            if (child.IsArray) Line("  end");
        }
    }

    void Instance(Child child, string indent)
    {
        var rows = new List<(string Port, string Value)>();
        if (Clocking.NeedsClock(child.Body)) rows.Add(("clock", "clock"));
        if (Clocking.NeedsReset(child.Body)) rows.Add(("reset", "reset"));
        foreach (var port in child.Body.Ports)
        {
            var wire = $"{child.Name}_{port.Name}";
            rows.Add((port.Name, port.Direction == Direction.In ? print.At(child.Inputs[port].Value.Node, port.Width, port.Shape.Range.IsSigned)
                : !child.IsArray ? wire : port.Width == 1 ? child.Lanes == 1 ? wire : $"{wire}[{child.Index.Text}]" : $"{wire}[{port.Width}*{child.Index.Text} +: {port.Width}]"));
        }
        var width = rows.Max(r => r.Port.Length);
        Line($"{indent}{child.Body.VerilogName} {child.Name} (");
        for (var i = 0; i < rows.Count; i++) Line($"{indent}  .{rows[i].Port.PadRight(width)} ({rows[i].Value}){(i < rows.Count - 1 ? "," : "")}");
        Line($"{indent});");
    }

    void Memories()
    {
        foreach (var memory in body.Memories)
        {
            Gap();
            Line($"  always_ff @(posedge clock) begin  // {memory.Name}");
            foreach (var w in memory.Writes) Write(memory, w);
            foreach (var r in memory.Reads)
            {
                var word = $"{memory.Name}[{print.At(r.Address.Node, AddressWidth(memory), false)}]";
                if (memory.Collision == Collision.WriteFirst)
                    foreach (var w in memory.Writes)
                        word = $"({print.Condition(w.Enable.Node)}) && ({print.Natural((w.Address == r.Address).Node)}) ? {print.At(w.Data.Node, memory.Word.Width, memory.Word.Range.IsSigned)} : {word}";
                Line(r.Enable.IsConstant ? $"    {r.Name} <= {word};" : $"    if ({print.Condition(r.Enable.Node)}) {r.Name} <= {word};");
            }
            Line("  end");
        }
    }

    static int AddressWidth(Memory memory) => new Interval(0, memory.Depth - 1).Width;

    void Write(Memory memory, MemoryWrite w)
    {
        var word = $"{memory.Name}[{print.At(w.Address.Node, AddressWidth(memory), false)}]";
        if (w.Mask is not { } mask)
        {
            Line($"    if ({print.Condition(w.Enable.Node)}) {word} <= {print.At(w.Data.Node, memory.Word.Width, memory.Word.Range.IsSigned)};");
            return;
        }
        var bits = memory.Word.Element.Width;
        Line($"    if ({print.Condition(w.Enable.Node)})");
        Line($"      for (int i = 0; i < {memory.Word.Count}; i++)");
        Line($"        if ({Named(mask)}[i]) {word}[{bits}*i +: {bits}] <= {Named(w.Data)}[{bits}*i +: {bits}];");
    }

    string Named(Signal s) => wires.Reference(s.Node) ?? throw new BitsException("a masked write needs its mask and data named: .Named(\"…\")");

    void Statements()
    {
        for (var i = 0; i < body.Statements.Count; )
        {
            var group = body.Statements.Skip(i).TakeWhile((s, k) => s is Assignment || k == 0).ToList();
            if (group[0] is Choice) group = [group[0]];
            i += group.Count;
            Gap();
            AlwaysFf(group);
        }
    }

    void AlwaysFf(List<Statement> group)
    {
        var targets = group.SelectMany(s => s.Targets()).Distinct().ToList();
        var reset = targets.Where(r => r.ResetValue is not null).ToList();
        Line("  always_ff @(posedge clock) begin");
        if (reset.Count == targets.Count)
        {
            Line("    if (reset) begin");
            foreach (var r in reset) Line($"      {ResetOf(r)}");
            Line("    end else begin");
            foreach (var s in group) Statement(s, "      ");
            Line("    end");
        }
        else
        {
            foreach (var s in group) Statement(s, "    ");
            if (reset.Count == 1) Line($"    if (reset) {ResetOf(reset[0])}");
            else if (reset.Count > 1)
            {
                Line("    if (reset) begin");
                foreach (var r in reset) Line($"      {ResetOf(r)}");
                Line("    end");
            }
        }
        Line("  end");
    }

    string ResetOf(Reg r) => $"{r.Name} <= {print.At(Signal.Constant(r.ResetValue!.Value, LabelOf(r, r.ResetValue.Value)).Node, r.Width, r.Shape.Range.IsSigned)};";

    /// <summary>The label a state register's constant carries elsewhere in the module.</summary>
    string? LabelOf(Reg register, BigInteger value) => body.Statements.Values().Where(v => ReferenceEquals(v.Target, register))
        .SelectMany(v => Reading.Nodes([v.Value])).Concat(Reading.Nodes(body.Roots()).Where(n => n.Op is Op.Equal or Op.NotEqual && n.Operands.Any(o => ReferenceEquals(o.Detail, register))).SelectMany(n => n.Operands))
        .FirstOrDefault(n => n is { Op: Op.Constant, Detail: string } && n.Value == value)?.Detail as string;

    void Statement(Statement statement, string indent)
    {
        if (statement is Assignment a) Line($"{indent}{Assign(a)}");
        else if (CaseOf((Choice)statement) is { } selector) Case((Choice)statement, selector, indent);
        else If((Choice)statement, indent);
    }

    string Assign(Assignment a) => $"{a.Target.Name} <= {print.At(a.Value.Node, a.Target.Width, a.Target.Shape.Range.IsSigned)};";

    void If(Choice choice, string indent)
    {
        var lead = indent;
        foreach (var branch in choice.Branches)
        {
            var head = branch.Condition is { } c ? $"{lead}if ({print.Condition(c.Node)})" : lead.TrimEnd() is { Length: > 0 } l ? $"{indent}{l.TrimStart()}" : lead;
            if (branch.Statements is [Assignment only] && choice.Branches.Count == 1) { Line($"{head} {Assign(only)}"); return; }
            Line($"{head} begin");
            foreach (var s in branch.Statements) Statement(s, indent + "  ");
            lead = $"{indent}end else ";
        }
        Line($"{indent}end");
    }

    /// <summary>A chain that compares one register with labelled constants reads better as a case.</summary>
    static Node? CaseOf(Choice choice)
    {
        var tests = choice.Branches.Where(b => b.Condition is not null).Select(b => b.Condition!.Value.Node).ToList();
        if (tests.Count < 2 || tests.Any(t => t is not { Op: Op.Equal, Operands: [{ Op: Op.Leaf }, { Op: Op.Constant, Detail: string }] })) return null;
        return tests.All(t => t.Operands[0] == tests[0].Operands[0]) ? tests[0].Operands[0] : null;
    }

    void Case(Choice choice, Node selector, string indent)
    {
        Line($"{indent}case ({print.Natural(selector)})");
        foreach (var branch in choice.Branches)
        {
            var head = branch.Condition is { } c ? print.Natural(c.Node.Operands[1]) : "default";
            if (branch.Statements is [Assignment only]) { Line($"{indent}  {head}: {Assign(only)}"); continue; }
            Line($"{indent}  {head}: begin");
            foreach (var s in branch.Statements) Statement(s, indent + "    ");
            Line($"{indent}  end");
        }
        if (choice.Branches[^1].Condition is not null) Line($"{indent}  default: ;");
        Line($"{indent}endcase");
    }

    void Outputs()
    {
        Gap();
        foreach (var port in body.Ports.Where(p => p.Direction == Direction.Out))
            Line($"  assign {port.Name} = {print.At(body.Outputs[port].Value.Node, port.Width, port.Shape.Range.IsSigned)};");
    }

    /// <summary>What `Fits` promised, checked in simulation.</summary>
    void Promises()
    {
        var promises = Verilog.Promises.Of(body).Where(p => wires.LaneOf(p.Promise) is null).ToList();
        if (promises.Count == 0) return;
        Gap();
        Line("`ifndef SYNTHESIS");
        Line(clocked ? "  always @(posedge clock) begin" : "  always @* begin");  // Icarus warns of $error in always_ff
        foreach (var (n, guard) in promises)
        {
            using var _ = body.Table.Enter();
            var value = new Signal(n.Operands[0]);
            var holds = !guard | ((value >= Signal.Constant(n.Range.Min)) & (value <= Signal.Constant(n.Range.Max)));
            var during = resettable ? "reset || " : "";
            Line($"    assert ({during}({print.Condition(holds.Node)})) else $error(\"{body.VerilogName}: {n.Detail}\");");
        }
        Line("  end");
        Line("`endif");
    }

    void Unused()
    {
        if (body.Unused.Count == 0) return;
        Gap();
        foreach (var (because, i) in body.Unused.Select((u, i) => (u.Because, i)))
            Line($"  wire unused{(body.Unused.Count > 1 ? $"_{i + 1}" : "")} = &{{1'b0, {print.At(body.Unused[i].Value.Node, body.Unused[i].Value.Width, false)}}};  // {because}");
    }
}
