namespace Hw.Hdl.Verilog;

/// <summary>The always_ff blocks of a module: memories first, then one block for each statement or run of plain assignments.</summary>
sealed class Edges(Body body, Expressions print, Names names)
{
    public IEnumerable<IReadOnlyList<string>> Blocks() => body.Memories.Select(Memory).Concat(Registers());

    // Memories ---------------------------------------------------------------------------------------------------------

    List<string> Memory(Memory memory)
    {
        var lines = memory.Writes.Where(w => w.Mask is not null && memory.Word.Count > 1).SelectMany(w => Whole(memory, w)).ToList();
        lines.Add($"always_ff @(posedge clock) begin  // {memory.Name}");
        foreach (var w in memory.Writes) lines.AddRange(Indented(Write(memory, w, $"{memory.Name}[{Address(memory, w.Address)}]", [w.Enable.Node])));
        foreach (var r in memory.Reads) lines.AddRange(Indented(Read(memory, r)));
        return [.. lines, "end"];
    }

    readonly Dictionary<MemoryWrite, (string Mask, string Data)> whole = new(ReferenceEqualityComparer.Instance);

    /// <summary>A loop over elements selects from names: the mask and the data of a masked write are given one where they have none.</summary>
    List<string> Whole(Memory memory, MemoryWrite w)
    {
        var lines = new List<string>();
        string Name(Node n, int width, string name)
        {
            var value = print.To(width, false, n);
            if (names.Of(n) is { } own && own.Text == value) return value;
            name = names.Free(name);
            lines.Add($"wire [{width - 1}:0] {name} = {value};");
            return name;
        }
        whole[w] = (Name(w.Mask!.Value.Node, memory.Word.Count, $"{memory.Name}_mask"), Name(w.Data.Node, memory.Word.Width, $"{memory.Name}_data"));
        return lines;
    }

    string Address(Memory memory, Signal address) => print.At(address.Node, new Interval(0, memory.Depth - 1).Width, false);

    List<string> Read(Memory memory, MemoryRead read)
    {
        List<string> lines = [$"{read.Name} <= {memory.Name}[{Address(memory, read.Address)}];"];
        if (memory.Collision == Collision.WriteFirst)
            foreach (var w in memory.Writes)
                lines.AddRange(Write(memory, w, read.Name, [w.Enable.Node, (w.Address == read.Address).Node]));
        if (read.Enable.IsConstant) return lines;
        var head = $"if ({print.Condition(read.Enable.Node)})";
        return lines.Count == 1 ? [$"{head} {lines[0]}"] : [$"{head} begin", .. Indented(lines), "end"];
    }

    /// <summary>The word, or its elements whose mask bit is 1, into a target where all conditions hold.</summary>
    List<string> Write(Memory memory, MemoryWrite w, string target, Node[] conditions)
    {
        var open = conditions.Where(c => c.Op != Op.Constant).ToList();
        if (conditions.Any(c => c.Op == Op.Constant && c.Value.IsZero)) return [];
        var head = open.Count switch
        {
            0 => "",
            1 => $"if ({print.Condition(open[0])}) ",
            _ => $"if ({string.Join(" && ", open.Select(print.Conjunct))}) ",
        };
        if (w.Mask is not { } mask) return [$"{head}{target} <= {print.To(memory.Word.Width, memory.Word.Range.IsSigned, w.Data.Node)};"];
        var (count, bits) = (memory.Word.Count, memory.Word.Element.Width);
        if (count == 1) return [$"if ({string.Join(" && ", open.Append(mask.Node).Select(print.Conjunct))}) {target} <= {print.To(bits, memory.Word.Element.IsSigned, w.Data.Node)};"];
        var (each, data) = whole[w];
        var field = bits == 1 ? "[i]" : $"[{bits}*i +: {bits}]";
        List<string> loop = [$"for (int i = 0; i < {count}; i++)", $"  if ({each}[i]) {target}{field} <= {data}{field};"];
        return head.Length == 0 ? loop : [head.TrimEnd(), .. Indented(loop)];
    }

    // Registers --------------------------------------------------------------------------------------------------------

    IEnumerable<List<string>> Registers()
    {
        for (var i = 0; i < body.Statements.Count; )
        {
            var group = body.Statements[i] is Choice ? [body.Statements[i]] : body.Statements.Skip(i).TakeWhile(s => s is Assignment).ToList();
            i += group.Count;
            yield return Block(group);
        }
    }

    /// <summary>Reset comes first where every register of the block has one; otherwise it overrides those that do.</summary>
    List<string> Block(List<Statement> group)
    {
        var targets = group.SelectMany(s => s.Targets()).Distinct().ToList();
        var resets = targets.Where(r => r.ResetValue is not null).Select(Reset).ToList();
        List<string> lines;
        if (resets.Count == 0) lines = [.. group.SelectMany(Lines)];
        else if (resets.Count < targets.Count) lines = [.. group.SelectMany(Lines), .. If([("reset", resets)])];
        else if (group is [Choice choice] && CaseOf(choice) is null) lines = If([("reset", resets), .. Branches(choice)]);
        else lines = If([("reset", resets), (null, [.. group.SelectMany(Lines)])]);
        var note = group[0] is Choice { Note: { } words } ? $"  // {words}" : "";
        return [$"always_ff @(posedge clock) begin{note}", .. Indented(lines), "end"];
    }

    string Reset(Reg r) => $"{r.Name} <= {print.At(Signal.Constant(r.ResetValue!.Value, r.ResetState).Node, r.Width, r.Shape.Range.IsSigned)};";
    string Assign(Assignment a) => $"{a.Target.Name} <= {print.To(a.Target.Width, a.Target.Shape.Range.IsSigned, a.Value.Node)};";

    List<string> Lines(Statement statement) => statement is Assignment a ? [Assign(a)]
        : CaseOf((Choice)statement) is { } selector ? Case((Choice)statement, selector) : If(Branches((Choice)statement));

    /// <summary>A branch that parameters switch off is left out; one that they switch on is the last; empty ones at the end say nothing.</summary>
    List<(string? Condition, List<string> Lines)> Branches(Choice choice)
    {
        var open = choice.Branches.Where(b => b.Condition is not { IsConstant: true, Node.Value.IsZero: true }).ToList();
        if (open.FindIndex(b => b.Condition is { IsConstant: true }) is var on and >= 0) open = [.. open[..on], new(null, open[on].Statements)];
        var lines = open.Select(b => b.Statements.SelectMany(Lines).ToList()).ToList();
        var count = lines.FindLastIndex(l => l.Count > 0) + 1;
        return [.. open.Take(count).Select((b, i) => (b.Condition is { } c ? print.Condition(c.Node) : null, lines[i]))];
    }

    /// <summary>One line for each branch where each is one assignment, blocks otherwise.</summary>
    static List<string> If(List<(string? Condition, List<string> Lines)> branches)
    {
        if (branches.Count == 0) return [];
        if (branches[0].Condition is null) return branches[0].Lines;
        string Head(int i) => branches[i].Condition is not { } c ? "else" : i == 0 ? $"if ({c})" : $"else if ({c})";
        if (branches.All(b => b.Lines is [var only] && only[^1] == ';' && !only.StartsWith("if ", StringComparison.Ordinal)))
            return [.. branches.Select((b, i) => $"{Head(i)} {b.Lines[0]}")];
        var lines = new List<string>();
        for (var i = 0; i < branches.Count; i++)
        {
            lines.Add($"{(i == 0 ? "" : "end ")}{Head(i)} begin");
            lines.AddRange(Indented(branches[i].Lines));
        }
        return [.. lines, "end"];
    }

    /// <summary>A chain that compares one register with different labelled constants reads better as a case.</summary>
    static Node? CaseOf(Choice choice)
    {
        var tests = choice.Branches.Where(b => b.Condition is not null).Select(b => b.Condition!.Value.Node).ToList();
        if (tests.Count < 2 || tests.Any(t => t is not { Op: Op.Equal, Operands: [{ Op: Op.Leaf }, { Op: Op.Constant, Detail: StateName }] })) return null;
        return tests.All(t => t.Operands[0] == tests[0].Operands[0]) && tests.Distinct().Count() == tests.Count ? tests[0].Operands[0] : null;
    }

    List<string> Case(Choice choice, Node selector)
    {
        var lines = new List<string> { $"case ({print.Natural(selector)})" };
        foreach (var branch in choice.Branches)
        {
            var label = branch.Condition is { } c ? print.At(c.Node.Operands[1], selector.Range.Width, false) : "default";
            List<string> inner = [.. branch.Statements.SelectMany(Lines)];
            if (inner is [var only] && branch.Statements is [Assignment or Choice]) lines.Add($"  {label}: {only}");
            else lines.AddRange([$"  {label}: begin", .. Indented(Indented(inner)), "  end"]);
        }
        if (choice.Branches[^1].Condition is not null) lines.Add("  default: ;");
        return [.. lines, "endcase"];
    }

    static IEnumerable<string> Indented(IEnumerable<string> lines) => lines.Select(l => $"  {l}");
}
