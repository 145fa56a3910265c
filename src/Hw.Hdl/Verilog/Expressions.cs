namespace Hw.Hdl.Verilog;

/// <summary>A declared name: what it stands for in the text, at which width and sign.</summary>
readonly record struct Name(string Text, int Width, bool IsSigned);

/// <summary>What an expression may refer to, and who hears of it.</summary>
interface INames
{
    /// <summary>The declaration of a node; null for one that is printed where it is used.</summary>
    Name? Of(Node n);
    /// <summary>Bits of a declared node appear in the text.</summary>
    void Read(Node n, BigInteger bits);
    /// <summary>The text would be right only if this node had a name: another draft gives it one.</summary>
    void Need(Node n);
    /// <summary>The name of a labelled constant at a width.</summary>
    string Label(object label, BigInteger value, int width);
    /// <summary>The function that reads a table.</summary>
    string Table(Rom rom);
}

/// <summary>
/// Prints nodes as SystemVerilog expressions of an exact width. The rule that keeps the text short and the lint clean: an
/// expression is printed <em>at</em> a width W, meaning congruent to the node's integer modulo 2^W, and since + − × and the
/// bitwise operators respect congruence, extension and truncation move down to the leaves. Every operand of an operator has
/// the operator's width and signedness; nothing is extended or truncated in silence.
/// </summary>
sealed class Expressions(INames names)
{
    const int Primary = 100, Unary = 90, Times = 80, Plus = 70, Shift = 60, Relation = 50, Equality = 45, BitAnd = 40, BitXor = 39, BitOr = 38, And = 30, Or = 28, Choice = 10;
    readonly record struct Text(string Value, int Level)
    {
        public string At(int level) => Level >= level ? Value : $"({Value})";
    }

    /// <summary>The node at its natural width and signedness.</summary>
    public string Natural(Node n) => At(n, n.Range.Width, n.Range.IsSigned);

    /// <summary>The node at a given width, signed or not.</summary>
    public string At(Node n, int width, bool signed) => Print(n, width, signed).Value;

    /// <summary>The node for a target of exactly this width, where the sign makes no difference: whichever needs fewer changes of sign.</summary>
    public string To(int width, bool signed, Node n) => Plainer(At(n, width, signed), At(n, width, !signed));

    /// <summary>What a named node is, rather than its name, for a wire of this width.</summary>
    public string Definition(Node n, int width, bool signed) => Plainer(Compute(n, width, signed).Value, Compute(n, width, !signed).Value);

    static string Plainer(string own, string other) => Bare(other).Count(c => c == '$') < Bare(own).Count(c => c == '$') ? Bare(other) : Bare(own);

    /// <summary>Without a change of sign around the whole.</summary>
    static string Bare(string text)
    {
        var open = text.IndexOf('(') + 1;
        return text.StartsWith("$signed(", StringComparison.Ordinal) || text.StartsWith("$unsigned(", StringComparison.Ordinal)
            ? Layout.Close(text, open - 1) == text.Length - 1 ? Bare(text[open..^1]) : text : text;
    }

    public string Condition(Node n) => At(n, 1, false);

    /// <summary>The node where the grammar wants a primary, such as an operand of a logical chain.</summary>
    public string Conjunct(Node n) => Print(n, 1, false).At(And);

    Text Print(Node n, int w, bool s)
    {
        if (n is { Op: Op.Constant, Detail: Hex.Digits { Name: null } } && !s) return new(Hex.Text(n.Value, w), Primary);
        if (n.Op == Op.Constant) return n.Detail is { } label and not Hex.Digits { Name: null } ? new(names.Label(label, n.Value, w), Primary) : Literal(n.Value, w, s);
        return names.Of(n) is { } name ? Reference(n, name, Math.Min(w, name.Width) - 1, 0, name.IsSigned, w, s) : Compute(n, w, s);
    }

    Text Compute(Node n, int w, bool s)
    {
        var operands = n.Operands;
        switch (n.Op)
        {
            case Op.Leaf when n.Detail is LaneIndex lane: return new($"{w}'({lane.Text})", Primary);
            case Op.Named or Op.Wide: return Print(operands[0], w, s);
            case Op.Add or Op.Subtract or Op.Sum when s && AddsProducts(n): return Adapt(Compute(n, w, false), w, false, w, true);
            case Op.Sum when w < Word && InWords(n) && names.Of(n) is null:
                names.Need(n);
                return Literal(0, w, s);
            case Op.Add: return Infix(n, " + ", Plus, w, s);
            case Op.Sum: return new(string.Join(" + ", operands.Select(o => Print(o, w, s).At(Plus + 1))), Plus);
            case Op.Subtract when operands[0] is { Op: Op.Constant, Value.IsZero: true }: return Prefix("-", Print(operands[1], w, s).At(Unary + 1));
            case Op.Subtract: return Infix(n, " - ", Plus, w, s);
            case Op.Multiply: return Multiply(n, w, s);
            case Op.And or Op.Or or Op.Xor when w > 1 && n.Range == Interval.Bit: return Adapt(Compute(n, 1, false), 1, false, w, s);
            case Op.And: return w == 1 && !s ? Infix(n, " && ", And, w, s) : Infix(n, " & ", BitAnd, w, s);
            case Op.Or: return w == 1 && !s ? Infix(n, " || ", Or, w, s) : Infix(n, " | ", BitOr, w, s);
            case Op.Xor: return Infix(n, " ^ ", BitXor, w, s);
            case Op.Mux: return new($"{Print(operands[0], 1, false).At(Choice + 1)} ? {Print(operands[1], w, s).At(Choice + 1)} : {Print(operands[2], w, s).At(Choice)}", Choice);
            case Op.ShiftLeft when n.Low >= w: return Literal(0, w, s);
            case Op.ShiftLeft: return new($"{Print(operands[0], w, s).At(Shift + 1)} << {n.Low}", Shift);
            case Op.ShiftLeftBy: return new($"{Print(operands[0], w, s).At(Shift + 1)} << {Distance(operands[1])}", Shift);
            case Op.Not: return Adapt(Prefix("!", Print(operands[0], 1, false).At(Unary + 1)), 1, false, w, s);
            case Op.Equal: return Compare(operands, " == ", Equality, w, s);
            case Op.NotEqual: return Compare(operands, " != ", Equality, w, s);
            case Op.Less: return Compare(operands, " < ", Relation, w, s);
            case Op.LessOrEqual: return Compare(operands, " <= ", Relation, w, s);
            case Op.ShiftRight: return ShiftRight(n, w, s);
            case Op.ShiftRightBy: return ShiftRightBy(n, w, s);
            case Op.Slice: return Slice(n, w, s);
            case Op.Wrap or Op.Fits: return Wrap(n, w, s);
            case Op.Element: return Element(n, w, s);
            case Op.Concat: return Concat(n, w, s);
            case Op.Lookup: return Lookup(n, w, s);
            default: throw new InvalidOperationException($"{n.Op} `{n}` has no name here");
        }
    }

    /// <summary>A product that fits a word of the simulator's machine is multiplied signed, which synthesis narrows to the factors' own
    /// widths, and added unsigned, which keeps it apart from the sum's other terms (docs/decisions/0011).</summary>
    static bool IsSignedProduct(Node n) => n.Op == Op.Multiply && n.Range.Width <= Word && n.Operands.Any(o => o.Range.IsSigned);
    static bool AddsProducts(Node n) => n.Operands.Any(IsSignedProduct);

    Text Multiply(Node n, int w, bool s)
    {
        var signed = IsSignedProduct(n);
        return Adapt(new($"{Factor(n.Operands[0], w, signed).At(Times)} * {Factor(n.Operands[1], w, signed).At(Times + 1)}", Times), w, signed, w, s);
    }

    /// <summary>Verilator extends a part by its repeated sign bit faster than by a cast.</summary>
    Text Factor(Node n, int w, bool s) => n.Op == Op.Wrap && n.Range.IsSigned && n.Range.Width < w && SignOf(n.Operands[0], n.Range.Width) is not null
        ? Adapt(Print(n, w, false), w, false, w, s) : Print(n, w, s);

    /// <summary>Many products are added in whole words, under a name of their own, and cut where they are used.</summary>
    public static bool InWords(Node n) => n.Op == Op.Sum && n.Range.Width < Word && AddsProducts(n);
    public const int Word = 32;

    /// <summary>Chains of one operator stay flat; among the logic and bitwise operators a mixture is bracketed, though precedence would do.</summary>
    Text Infix(Node n, string op, int level, int w, bool s)
    {
        string Side(Node o, bool left)
        {
            var text = Print(o, w, s);
            if (text.Level == level) return text.At(left || level <= BitAnd ? level : level + 1);
            return text.At(level <= And ? Equality : level <= BitAnd ? Unary : level);
        }
        return new($"{Side(n.Operands[0], true)}{op}{Side(n.Operands[1], false)}", level);
    }

    /// <summary>Yosys reads -8'(x) as a cast to −8 bits.</summary>
    static Text Prefix(string op, string operand) => new(char.IsDigit(operand[0]) ? $"{op}({operand})" : op + operand, Unary);

    string Distance(Node n) => Print(n, n.Range.Width, false).At(Shift + 1);

    Text Compare(IReadOnlyList<Node> o, string op, int level, int w, bool s)
    {
        var common = o[0].Range.Union(o[1].Range);
        // in lane 0 or the last one an unsigned comparison would be constant, and lint would say so
        if (level == Relation && !common.IsSigned && (IsLaneNumber(o[0]) || IsLaneNumber(o[1]))) common = Interval.Int(common.Width + 1);
        if (o[0].Op == Op.Constant && o[1].Op != Op.Constant) return Compare([o[1], o[0]], op.Replace('<', '>'), level, w, s);
        return Adapt(new($"{Print(o[0], common.Width, common.IsSigned).At(Plus)}{op}{Print(o[1], common.Width, common.IsSigned).At(Plus)}", level), 1, false, w, s);
    }

    readonly Dictionary<Node, bool> laneNumbers = [];

    /// <summary>Computed from the lane's index and constants alone: a constant once the loop is unrolled.</summary>
    bool IsLaneNumber(Node n) => laneNumbers.TryGetValue(n, out var known) ? known : laneNumbers[n] =
        n.Op == Op.Leaf ? n.Detail is LaneIndex : n.Operands.Any(IsLaneNumber) && n.Operands.All(o => o.Op == Op.Constant || IsLaneNumber(o));

    /// <summary>⌊a / 2^n⌋ modulo 2^w is bits n+w−1 … n of a, sign-extended.</summary>
    Text ShiftRight(Node n, int w, bool s)
    {
        var (operand, own, signed) = (n.Operands[0], n.Operands[0].Range.Width, n.Operands[0].Range.IsSigned);
        var needed = Math.Min(own, n.Low + w);
        if (names.Of(operand) is { } name && n.Low < own && w < own && needed <= name.Width) return Reference(operand, name, needed - 1, n.Low, signed, w, s);
        var at = Math.Max(needed, w);
        if (at > w) names.Need(operand);
        return Adapt(new($"{Print(operand, at, signed).At(Shift + 1)} {(signed ? ">>>" : ">>")} {n.Low}", Shift), at, signed, w, s);
    }

    Text ShiftRightBy(Node n, int w, bool s)
    {
        var (operand, signed) = (n.Operands[0], n.Operands[0].Range.IsSigned);
        var at = Math.Max(operand.Range.Width, w);
        if (at > w) names.Need(n);
        return Adapt(new($"{Print(operand, at, signed).At(Shift + 1)} {(signed ? ">>>" : ">>")} {Distance(n.Operands[1])}", Shift), at, signed, w, s);
    }

    Text Slice(Node n, int w, bool s)
    {
        var (operand, high, low) = (n.Operands[0], Math.Min(n.High, n.Low + w - 1), n.Low);
        var own = high - low + 1;
        if (names.Of(operand) is { } name && high < name.Width) return Reference(operand, name, high, low, false, w, s);
        if (low == 0 && own == w) return Print(operand, w, s);
        if (low == 0) return Adapt(Print(operand, own, false), own, false, w, s);
        // the field reaches above the number, where its sign goes on
        if (names.Of(operand) is { } number) return Adapt(Reference(operand, number, number.Width - 1, Math.Min(low, number.Width - 1), true, own, false), own, false, w, s);
        names.Need(operand);
        return Literal(0, w, s);
    }

    /// <summary>Narrowing is printing at a smaller width; only a wider context needs the cut spelled out.</summary>
    Text Wrap(Node n, int w, bool s)
    {
        var (own, signed) = (n.Range.Width, n.Range.IsSigned);
        if (w <= own) return Print(n.Operands[0], w, s);
        var cut = Print(n.Operands[0], own, signed && s);
        return signed && !s && SignOf(n.Operands[0], own) is { } sign ? new($"{{{{{w - own}{{{sign}}}}}, {cut.Value}}}", Primary)
            : Adapt(signed && !s ? Adapt(cut, own, false, own, true) : cut, own, signed, w, s);
    }

    /// <summary>The top bit of a part-select, which classic Verilog repeats to extend it.</summary>
    string? SignOf(Node n, int width) => n.Op == Op.Slice && n.High - n.Low + 1 == width && width > 1 && names.Of(n.Operands[0]) is { } name && n.High < name.Width
        ? $"{name.Text}[{n.High}]" : null;

    Text Element(Node n, int w, bool s)
    {
        var (word, index, width, signed) = (n.Operands[0], n.Operands[1], n.High, n.Range.IsSigned);
        if (names.Of(word) is not { } name)
        {
            names.Need(word);
            return Literal(0, w, s);
        }
        var lane = index is { Op: Op.Leaf, Detail: LaneIndex i } ? i : null;
        names.Read(word, (lane is null ? Interval.UInt(name.Width).Max : Lanes(lane, width, Math.Min(width, w))) & Interval.UInt(name.Width).Max);
        var start = lane is null ? Start(index, width, name.Width) : width == 1 ? lane.Text : $"{width}*{(lane.Text.Contains(' ') ? $"({lane.Text})" : lane.Text)}";
        var taken = Math.Min(width, w);
        var text = name.Width == 1 ? name.Text : taken == 1 ? $"{name.Text}[{start}]" : $"{name.Text}[{start} +: {taken}]";
        return taken == w ? Adapt(new(text, Primary), w, false, w, s) : Adapt(Adapt(new(text, Primary), width, false, width, signed), width, signed, w, s);
    }

    static BigInteger Lanes(LaneIndex lane, int width, int taken) =>
        Enumerable.Range(0, lane.Array.Lanes).Aggregate(BigInteger.Zero, (bits, i) => bits | Interval.UInt(taken).Max << (lane.At(i) * width));

    /// <summary>The first bit of an element, its index times its width, in as many bits as address the row.</summary>
    string Start(Node index, int scale, int row)
    {
        var address = new Interval(0, row - 1).Width;
        if (scale == 1) return At(index, address, false);
        if (!BitOperations.IsPow2(scale)) return $"{Print(index, address, false).At(Times)} * {address}'d{scale}";
        var zeros = BitOperations.Log2((uint)scale);
        return $"{{{At(index, address - zeros, false)}, {zeros}'d0}}";
    }

    /// <summary>A call of the table's function. Only a whole entry can stand in an expression; who wants less of it takes it from a wire.</summary>
    Text Lookup(Node n, int w, bool s)
    {
        var rom = (Rom)n.Detail!;
        if (w < n.Range.Width) names.Need(n);
        return Adapt(new($"{names.Table(rom)}({At(n.Operands[0], Tables.IndexWidth(rom), false)})", Primary), Math.Min(w, n.Range.Width), n.Range.IsSigned, w, s);
    }

    /// <summary>Parts above the width asked for are left out.</summary>
    Text Concat(Node n, int w, bool s)
    {
        var (widths, parts, total) = ((int[])n.Detail!, new List<string>(), 0);
        for (var i = 0; i < widths.Length && total < w; i++)
        {
            var (part, width) = (n.Operands[i], Math.Min(widths[i], w - total));
            parts.Insert(0, part.Op == Op.Constant ? Literal(part.Value, width, false).Value : Print(part, width, part.Range.IsSigned && part.Range.Width == width).Value);
            total += width;
        }
        var text = parts.Count == 1 ? Print(n.Operands[0], total, false) : new($"{{{string.Join(", ", parts)}}}", Primary);
        return Adapt(text, total, false, w, s);
    }

    /// <summary>Bits high … low of a declared name, extended by their sign or by 0 where more are asked for.</summary>
    Text Reference(Node n, Name name, int high, int low, bool extendSign, int w, bool s)
    {
        names.Read(n, Interval.UInt(high - low + 1).Max << low);
        var (whole, width) = (low == 0 && high == name.Width - 1, high - low + 1);
        var text = new Text(whole ? name.Text : high == low ? $"{name.Text}[{high}]" : $"{name.Text}[{high}:{low}]", Primary);
        return width == w ? Adapt(text, w, whole && name.IsSigned, w, s) : Adapt(Adapt(text, width, whole && name.IsSigned, width, extendSign), width, extendSign, w, s);
    }

    /// <summary>From an expression of one exact type to another: the only place where widths and signs change. A cast widens a
    /// name or a part of one; Verilator 5.006 lets a cast's width into what stands below it, so elsewhere the extension is spelled.</summary>
    static Text Adapt(Text text, int fromWidth, bool fromSigned, int w, bool s)
    {
        var sized = fromWidth == w ? text
            : text.Level == Primary && (fromSigned || !text.Value.Contains('(')) ? new($"{w}'({text.Value})", Primary)
            : fromSigned ? new($"{w}'($signed({text.Value}))", Primary)
            : new($"{{{w - fromWidth}'d0, {text.Value}}}", Primary);
        return fromSigned == s ? sized : new($"{(s ? "$signed" : "$unsigned")}({sized.Value})", Primary);
    }

    static Text Literal(BigInteger value, int w, bool s)
    {
        var low = Interval.UInt(w).Wrap(value);
        if (!s) return new(w == 1 ? $"1'b{low}" : low < 1 << 16 ? $"{w}'d{low}" : $"{w}'h{Digits(low)}", Primary);
        var (number, minimum) = (Interval.Int(w).Wrap(value), Interval.Int(w).Min);
        return number.Sign >= 0 ? new($"{w}'sd{number}", Primary)
            : number == minimum ? new($"{w}'sh{Digits(low)}", Primary) : new($"-{w}'sd{-number}", Unary);
    }

    static string Digits(BigInteger v) => v.ToString("x").TrimStart('0') is { Length: > 0 } t ? t : "0";
}
