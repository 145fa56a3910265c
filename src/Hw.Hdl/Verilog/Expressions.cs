namespace Hw.Hdl.Verilog;

/// <summary>
/// Prints nodes as SystemVerilog expressions of an exact width. The rule that keeps the text short and the lint clean: an
/// expression is printed <em>at</em> a width W, meaning congruent to the node's integer modulo 2^W, and since + − × and the
/// bitwise operators respect congruence, extension and truncation move down to the leaves. Every operand of an operator has
/// the operator's width and signedness; nothing is extended or truncated in silence.
/// </summary>
/// <param name="reference">The name of a node that is declared in the module; null for one that is printed in place.</param>
sealed class Expressions(Func<Node, string?> reference)
{
    const int Primary = 100, Unary = 90, Times = 80, Plus = 70, Shift = 60, Relation = 50, Equality = 45, Bitwise = 40, Choice = 10;
    readonly record struct Text(string Value, int Level)
    {
        public string At(int level) => Level >= level ? Value : $"({Value})";
    }

    /// <summary>The node at its natural width and signedness.</summary>
    public string Natural(Node n) => Print(n, n.Range.Width, n.Range.IsSigned).Value;

    /// <summary>The node at a given width, signed or not.</summary>
    public string At(Node n, int width, bool signed) => Print(n, width, signed).Value;

    /// <summary>The node where the grammar wants a primary.</summary>
    public string Operand(Node n) => Print(n, n.Range.Width, n.Range.IsSigned).At(Unary);

    public string Condition(Node n) => Print(n, 1, false).Value;

    Text Print(Node n, int w, bool s)
    {
        if (n.Op == Op.Constant) return new(Literal(n, w, s), n.Value.Sign < 0 && w > 1 && !IsMinimum(n, w) ? Unary : Primary);
        if (reference(n) is { } name) return Adapt(new(name, Primary), n.Range.Width, n.Range.IsSigned, w, s, name);
        var operands = n.Operands;
        switch (n.Op)
        {
            case Op.Add: return Infix(n, " + ", Plus, w, s);
            case Op.Sum: return Sum(n, w, s);
            case Op.Subtract when operands[0] is { Op: Op.Constant, Value.IsZero: true }: return new($"-{Print(operands[1], w, s).At(Unary)}", Unary);
            case Op.Subtract: return new($"{Print(operands[0], w, s).At(Plus)} - {Print(operands[1], w, s).At(Plus + 1)}", Plus);
            case Op.Multiply: return Infix(n, " * ", Times, w, s);
            case Op.And: return w == 1 && !s ? Logic(n, " && ") : Infix(n, " & ", Bitwise, w, s);
            case Op.Or: return w == 1 && !s ? Logic(n, " || ") : Infix(n, " | ", Bitwise, w, s);
            case Op.Xor: return Infix(n, " ^ ", Bitwise, w, s);
            case Op.Mux: return new($"{Print(operands[0], 1, false).At(Choice + 1)} ? {Print(operands[1], w, s).At(Choice + 1)} : {Print(operands[2], w, s).At(Choice)}", Choice);
            case Op.ShiftLeft: return new($"{Print(operands[0], w, s).At(Plus)} << {n.Low}", Shift);
            case Op.ShiftLeftBy: return new($"{Print(operands[0], w, s).At(Plus)} << {Print(operands[1], operands[1].Range.Width, false).At(Plus)}", Shift);
            case Op.Not: return Adapt(new($"!{Print(operands[0], 1, false).At(Unary)}", Unary), 1, false, w, s);
            case Op.Equal: return Compare(operands, " == ", Equality, w, s);
            case Op.NotEqual: return Compare(operands, " != ", Equality, w, s);
            case Op.Less: return Compare(operands, " < ", Relation, w, s);
            case Op.LessOrEqual: return Compare(operands, " <= ", Relation, w, s);
            case Op.ShiftRight: return ShiftRight(n, operands[0], n.Low.ToString(), w, s);
            case Op.ShiftRightBy: return ShiftRight(n, operands[0], Print(operands[1], operands[1].Range.Width, false).At(Plus), w, s);
            case Op.Slice: return Slice(n, w, s);
            case Op.Wrap or Op.Fits: return Wrap(n, w, s);
            case Op.Element: return Element(n, w, s);
            case Op.Concat: return Adapt(Concat(n), n.Range.Width, false, w, s);
            default: throw new InvalidOperationException($"{n.Op} `{n}` has no name here");
        }
    }

    Text Infix(Node n, string op, int level, int w, bool s) =>
        new($"{Print(n.Operands[0], w, s).At(level == Bitwise ? level + 1 : level)}{op}{Print(n.Operands[1], w, s).At(level + 1)}", level);

    /// <summary>Conditions: chains of one connective stay flat, anything else is bracketed.</summary>
    Text Logic(Node n, string op)
    {
        string Side(Node o) => o.Op == n.Op && reference(o) is null ? Print(o, 1, false).Value : Print(o, 1, false).At(Bitwise + 1);
        return new($"{Side(n.Operands[0])}{op}{Side(n.Operands[1])}", Bitwise);
    }

    Text Sum(Node n, int w, bool s)
    {
        var terms = n.Operands.Select(o => Print(o, w, s).At(Plus + 1)).ToList();
        return new(terms.Sum(t => t.Length + 3) <= 100 ? string.Join(" + ", terms) : "\n      " + string.Join("\n      + ", terms), Plus);
    }

    Text Compare(IReadOnlyList<Node> o, string op, int level, int w, bool s)
    {
        var common = o[0].Range.Union(o[1].Range);
        if (o[0].Op == Op.Constant && level == Relation) return Compare([o[1], o[0]], op.Replace('<', '>'), level, w, s);
        return Adapt(new($"{Print(o[0], common.Width, common.IsSigned).At(level + 1)}{op}{Print(o[1], common.Width, common.IsSigned).At(level + 1)}", level), 1, false, w, s);
    }

    Text ShiftRight(Node n, Node operand, string distance, int w, bool s)
    {
        var (own, signed) = (operand.Range.Width, operand.Range.IsSigned);
        if (n.Op == Op.ShiftRight && reference(operand) is { } name && n.Low < own)
            return Adapt(new(signed ? $"$signed({name}[{own - 1}:{n.Low}])" : Field(name, own - 1, n.Low), Primary), own - n.Low, signed, w, s, signed ? null : name, n.Low);
        var at = Math.Max(own, w);
        return Adapt(new($"{Print(operand, at, signed).At(Plus)} {(signed ? ">>>" : ">>")} {distance}", Shift), at, signed, w, s);
    }

    Text Slice(Node n, int w, bool s)
    {
        var (operand, own) = (n.Operands[0], n.Range.Width);
        if (reference(operand) is { } name)
        {
            var high = Math.Min(n.High, n.Low + w - 1);
            if (n.High < operand.Range.Width)
                return Adapt(new(Field(name, high, n.Low, operand.Range.Width), Primary), high - n.Low + 1, false, w, s);
        }
        if (n.Low == 0) return w <= own ? Print(operand, w, s) : Adapt(Print(operand, own, false), own, false, w, s);
        return Adapt(new($"{Print(operand, n.High + 1, false).At(Plus)} >> {n.Low}", Shift), n.High + 1, false, own, false) is var low && w == own && !s ? low : Adapt(low, own, false, w, s);
    }

    /// <summary>Narrowing is printing at a smaller width; only a wider context needs the cut spelled out.</summary>
    Text Wrap(Node n, int w, bool s)
    {
        var (own, signed) = (n.Range.Width, n.Range.IsSigned);
        return w <= own ? Print(n.Operands[0], w, s) : Adapt(Print(n.Operands[0], own, signed), own, signed, w, s);
    }

    Text Element(Node n, int w, bool s)
    {
        var (word, index) = (n.Operands[0], n.Operands[1]);
        var name = reference(word) ?? throw new InvalidOperationException("the row of an element has no name");
        var start = index.Detail is LaneIndex lane && index.Op == Op.Leaf ? n.High == 1 ? lane.Text : $"{n.High}*{(lane.Text.Contains(' ') ? $"({lane.Text})" : lane.Text)}"
            : Scaled(index, n.High);
        var text = n.High == 1 ? $"{name}[{start}]" : $"{name}[{start} +: {n.High}]";
        return Adapt(new(n.Range.IsSigned ? $"$signed({text})" : text, Primary), n.Range.Width, n.Range.IsSigned, w, s);
    }

    string Scaled(Node index, int scale)
    {
        if (scale == 1) return Natural(index);
        if (BitOperations.IsPow2(scale)) return $"{{{Natural(index)}, {BitOperations.Log2((uint)scale)}'d0}}";
        var width = Interval.UInt(index.Range.Width).Max is var max ? new Interval(0, max * scale).Width : 0;
        return $"{At(index, width, false)} * {width}'d{scale}";
    }

    Text Concat(Node n)
    {
        var widths = (int[])n.Detail!;
        var parts = n.Operands.Select((o, i) => o.Op == Op.Constant ? Literal(o, widths[i], false) : Print(o, widths[i], o.Range.IsSigned && o.Range.Width == widths[i]).Value).Reverse().ToList();
        return new(parts.Sum(p => p.Length + 2) <= 100 ? $"{{{string.Join(", ", parts)}}}" : $"{{\n    {string.Join(",\n    ", parts)}}}", Primary);
    }

    /// <summary>From an expression of one exact type to another: the only place where widths and signs change.</summary>
    /// <param name="name">The declared name the text is, if it is one: it can be cut by a part-select.</param>
    static Text Adapt(Text text, int fromWidth, bool fromSigned, int w, bool s, string? name = null, int offset = 0)
    {
        if (fromWidth == w && fromSigned == s) return text;
        if (w < fromWidth && name is not null) return new(s ? $"$signed({Field(name, offset + w - 1, offset)})" : Field(name, offset + w - 1, offset), Primary);
        var sized = fromWidth == w ? text.Value : $"{w}'({text.Value})";
        return new(fromSigned == s ? sized : s ? $"$signed({sized})" : $"$unsigned({sized})", Primary);
    }

    static string Field(string name, int high, int low, int width = int.MaxValue) =>
        width == 1 ? name : high == low ? $"{name}[{high}]" : $"{name}[{high}:{low}]";

    static bool IsMinimum(Node n, int w) => n.Value == Interval.Int(w).Min;

    static string Literal(Node n, int w, bool s)
    {
        if (n.Detail is string label) return label;
        var low = Interval.UInt(w).Wrap(n.Value);
        if (s) return n.Value.Sign < 0 && !IsMinimum(n, w) && w > 1 && -n.Value <= Interval.Int(w).Max ? $"-{w}'sd{-n.Value}" : IsMinimum(n, w) ? $"{w}'sh{Hex(low)}" : $"{w}'sd{low}";
        return w == 1 ? $"1'b{low}" : low < 1 << 16 ? $"{w}'d{low}" : $"{w}'h{Hex(low)}";
    }

    static string Hex(BigInteger v) => v.ToString("x").TrimStart('0') is { Length: > 0 } t ? t : "0";
}
