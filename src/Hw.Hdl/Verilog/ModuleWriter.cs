using System.Text;

namespace Hw.Hdl.Verilog;

/// <summary>
/// Writes one module as a designer would: ports, declarations, wires in reading order, generate loops for arrays, then what
/// happens at the clock edge. No line numbers and no hashes, so an edit elsewhere never changes this file.
/// <para>The text is made twice: first to learn which bits of each wire are read, users before what they use; then with
/// every wire declared at that width.</para>
/// </summary>
sealed class ModuleWriter
{
    readonly Body body;
    readonly Wires wires;
    readonly Names names;
    readonly Expressions print;
    readonly StringBuilder text = new();
    readonly bool clocked, resettable;

    public static string Write(Body body)
    {
        var draft = Draft(body);
        return new ModuleWriter(body, new(body, draft.Needed), draft.Reads).Text();
    }

    /// <summary>The bits of every declared value that the module's text reads.</summary>
    public static IReadOnlyDictionary<Node, BigInteger> Measure(Body body) => Draft(body).Reads;

    /// <summary>Drafts until every node that needs a name has one.</summary>
    static Names Draft(Body body)
    {
        for (HashSet<Node> needed = []; ; )
        {
            var draft = new ModuleWriter(body, new(body, needed), null);
            draft.Users();
            foreach (var n in draft.wires.Order.Reverse().Where(draft.names.Reads.ContainsKey)) draft.Wire(n, "");
            if (draft.names.Needed.IsSubsetOf(needed)) { draft.names.Needed.UnionWith(needed); return draft.names; }
            needed.UnionWith(draft.names.Needed);
        }
    }

    ModuleWriter(Body body, Wires wires, IReadOnlyDictionary<Node, BigInteger>? measured)
    {
        (this.body, this.wires) = (body, wires);
        (clocked, resettable) = (Clocking.NeedsClock(body), Clocking.NeedsReset(body));
        names = new(wires, measured);
        print = new(names);
    }

    string Text()
    {
        foreach (var n in Wires(null)) Wire(n, "  ");
        Users();
        var inside = text.ToString();
        text.Clear();
        Header();
        Ports();
        Declarations();
        foreach (var (rom, name) in wires.Tables) { Gap(); foreach (var line in Tables.Function(rom, name, wires.TableIndex)) text.Append($"  {line}\n"); Gap(); }
        return $"{text}{inside}endmodule\n";
    }

    /// <summary>Everything that reads wires.</summary>
    void Users()
    {
        foreach (var child in body.Children) Child(child);
        var edges = new Edges(body, print, names);
        foreach (var block in edges.Blocks())
        {
            Gap();
            foreach (var line in block) Line($"  {line}");
        }
        Outputs();
        Promises();
        Unused();
    }

    /// <summary>The wires declared in a lane array's loop, or outside all loops.</summary>
    IEnumerable<Node> Wires(Child? lanes) => wires.Order.Where(n => wires.LaneOf(n) == lanes && names.IsRead(n));

    void Line(string line)
    {
        foreach (var part in Layout.Break(line)) text.Append(part).Append('\n');
    }

    void Gap() { if (text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n')) text.Append('\n'); }

    void Header()
    {
        var type = body.Module!.GetType();
        if ((body.Module.Summary ?? Summaries.Of(type)) is { } summary) foreach (var line in Wrapped(summary.Split(' '), 117)) Line($"// {line}");
        var file = body.Ports.Select(p => p.Origin).Concat(body.Children.Select(c => c.Origin)).Concat(body.Registers.Select(r => r.Origin))
            .FirstOrDefault(o => Path.GetFileNameWithoutExtension(o.File) == type.Name.Split('`')[0], Origin.Unknown);
        Line($"// From {(file.IsKnown ? file.ShortFile : type.Assembly.GetName().Name)} ({type.Name.Split('`')[0]}). Generated: edit the C#, then `make gen`.");
    }

    static IEnumerable<string> Wrapped(IEnumerable<string> words, int width)
    {
        var line = "";
        foreach (var word in words)
            if (line.Length + word.Length >= width) { yield return line; line = word; }
            else line = line.Length == 0 ? word : $"{line} {word}";
        yield return line;
    }

    void Ports()
    {
        var rows = new List<(string Direction, string Type, string Name, string? Note)>();
        if (clocked) rows.Add(("input ", "logic", "clock", null));
        if (resettable) rows.Add(("input ", "logic", "reset", null));
        rows.AddRange(body.Ports.Select(p => (p.Direction == Direction.In ? "input " : "output", Type("logic", p.Shape.Range), p.Name, p.Note ?? Summaries.Of(body.Module!.GetType(), p.Name))));
        var (type, name) = (rows.Select(r => r.Type.Length).DefaultIfEmpty().Max(), rows.Select(r => r.Name.Length).DefaultIfEmpty().Max());
        Line($"module {body.VerilogName} (");
        for (var i = 0; i < rows.Count; i++)
        {
            var line = $"  {rows[i].Direction} {rows[i].Type.PadRight(type)} {rows[i].Name}{(i < rows.Count - 1 ? "," : "")}";
            text.Append(rows[i].Note is { } note ? $"{line.PadRight(type + name + 12)}// {note}\n" : $"{line}\n");
        }
        Line(");");
    }

    static string Type(string kind, Interval range) => Type(kind, range.Width, range.IsSigned);
    static string Type(string kind, int width, bool signed) =>
        $"{kind}{(signed ? " signed" : "")}{(width > 1 || signed ? $" [{width - 1}:0]" : "")}";

    void Declarations()
    {
        var before = text.Length;
        foreach (var (name, value, width) in names.Labels) Line($"  localparam {Type("logic", width, false)} {name} = {value};");
        foreach (var group in body.Registers.GroupBy(r => Type("logic", r.Shape.Range)))
            foreach (var line in Wrapped(group.Select((r, i) => i < group.Count() - 1 ? $"{r.Name}," : r.Name), 100)) Line($"  {group.Key} {line.TrimEnd(',')};");
        foreach (var m in body.Memories)
        {
            Line($"  {Type("logic", m.Word.Range)} {m.Name} [0:{m.Depth - 1}];");
            foreach (var r in m.Reads) Line($"  {Type("logic", m.Word.Range)} {r.Name};");
        }
        foreach (var child in body.Children)
            foreach (var p in child.Body.Ports.Where(p => p.Direction == Direction.Out))
                Line($"  {Type("wire", child.Output(p).Range)} {child.Name}_{p.Name};");
        if (text.Length > before) Gap();
    }

    void Wire(Node n, string indent)
    {
        var (name, width, signed) = names.Declare(n);
        var isPort = body.Drives(n) is not null;
        if (body.Selections.TryGetValue(n, out var selection)) Table(selection, new(name, width, signed), isPort, indent);
        else Line($"{indent}{(isPort ? "assign" : Type("wire", width, signed))} {name} = {print.Definition(n, width, signed)};");
    }

    void Table(Selection selection, Name name, bool isPort, string indent)
    {
        Gap();
        if (!isPort) Line($"{indent}{Type("logic", name.Width, name.IsSigned)} {name.Text};");
        foreach (var line in Selections.Lines(selection, name, print)) Line(indent + line);
        Gap();
    }

    void Child(Child child)
    {
        Gap();
        var indent = child.IsArray ? "    " : "  ";
        if (child.IsArray)
        {
            Line($"  for (genvar {child.Index.Text} = 0; {child.Index.Text} < {child.Lanes}; {child.Index.Text}++) begin : g_{child.Name}");
            if (names.IsMeasured) foreach (var n in Wires(child)) Wire(n, indent);
        }
        Instance(child, indent);
        if (!child.IsArray) return;
        Sink(Unread(child), indent);
        Line("  end");
    }

    void Instance(Child child, string indent)
    {
        var rows = new List<(string Port, string Value)>();
        if (Clocking.NeedsClock(child.Body)) rows.Add(("clock", "clock"));
        if (Clocking.NeedsReset(child.Body)) rows.Add(("reset", "reset"));
        foreach (var port in child.Body.Ports)
        {
            var wire = $"{child.Name}_{port.Name}";
            rows.Add((port.Name, port.Direction == Direction.In ? Pin(port, child.Inputs[port].Value.Node)
                : !child.IsArray || child.Lanes * port.Width == 1 ? wire : port.Width == 1 ? $"{wire}[{child.Index.Text}]" : $"{wire}[{port.Width}*{child.Index.Text} +: {port.Width}]"));
        }
        var width = rows.Select(r => r.Port.Length).DefaultIfEmpty().Max();
        Line($"{indent}{child.Body.VerilogName} {child.Name} (");
        for (var i = 0; i < rows.Count; i++) Line($"{indent}  .{rows[i].Port.PadRight(width)} ({rows[i].Value}){(i < rows.Count - 1 ? "," : "")}");
        Line($"{indent});");
    }

    /// <summary>Verilator 5.006 gives a pin's expression the sign of its port, which an arithmetic shift does not survive: there it has a name.</summary>
    string Pin(Port port, Node value)
    {
        var text = print.To(port.Width, port.Shape.Range.IsSigned, value);
        if (text.Contains(">>>", StringComparison.Ordinal)) names.Need(value);
        return text;
    }

    void Outputs()
    {
        Gap();
        foreach (var port in body.Ports.Where(p => p.Direction == Direction.Out))
            if (ReferenceEquals(body.Drives(body.Outputs[port].Value.Node), port)) names.Read(body.Outputs[port].Value.Node, Interval.UInt(port.Width).Max);     // assigned where its value is made
            else Line($"  assign {port.Name} = {print.To(port.Width, port.Shape.Range.IsSigned, body.Outputs[port].Value.Node)};");
    }

    /// <summary>What `Fits` promised, checked at every edge. Without a clock there is no moment when all values are settled, and
    /// deferred assertions are not in the subset that all tools read.</summary>
    void Promises()
    {
        if (!clocked) return;
        var promises = Verilog.Promises.Of(body).Where(p => wires.LaneOf(p.Promise) is null && wires.LaneOf(p.Guard.Node) is null).ToList();
        if (promises.Count == 0) return;
        Gap();
        Line("`ifndef SYNTHESIS");
        Line("  always @(posedge clock) begin");
        foreach (var (n, guard) in promises)
        {
            using var _ = body.Table.Enter();
            var holds = Verilog.Promises.Kept(n, guard);
            var condition = resettable ? $"reset || {print.Conjunct(holds.Node)}" : print.Condition(holds.Node);
            Line($"    assert ({condition}) else $error(\"{body.VerilogName}: {n.Detail}\");");
        }
        Line("  end");
        Line("`endif");
    }

    /// <summary>What the text says is unused, and the low bits of shared wires that nothing reads.</summary>
    void Unused()
    {
        var rows = body.Unused.Select(u => (print.To(u.Value.Width, false, u.Value.Node), u.Because)).Concat(Unread(null)).ToList();
        if (rows.Count > 0) Gap();
        Sink(rows, "  ");
    }

    const int Longest = 240;

    List<(string Bits, string Because)> Unread(Child? lanes) => !names.IsMeasured ? []
        : [.. Wires(lanes).Select(names.UnreadBits).OfType<string>().Select(bits => (bits, "nothing reads these bits"))];

    void Sink(List<(string Bits, string Because)> rows, string indent)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (head, bits) = ($"{indent}wire {names.Free(rows.Count > 1 ? $"unused_{i + 1}" : "unused")} = &{{1'b0,", rows[i].Bits);
            if (bits.Length < Longest) text.Append($"{head} {bits}}};  // {rows[i].Because}\n");
            else text.Append($"{head}  // {rows[i].Because}\n{indent}    {string.Join($"\n{indent}    ", Wrapped(bits.Trim('{', '}').Split(' '), 110))}}};\n");
        }
    }
}
