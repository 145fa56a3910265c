namespace Hw.Isa;

/// <summary>Reads what follows a mnemonic on its line: operands, with commas or as the instruction's syntax has them, then wait(…) and signal(…).</summary>
ref struct OperandReader(IsaDefinition isa, InstructionForm form, ReadOnlySpan<char> line, int at, INames names, long here, Span<long> values, Span<bool> given)
{
    readonly ReadOnlySpan<char> line = line;
    readonly Span<long> values = values;
    readonly Span<bool> given = given;
    int at = Lexis.Skip(line, at), position;
    readonly InstructionInfo Info => form.Info;

    /// <summary>A name has no value yet, so the word means nothing.</summary>
    public bool IsOpen { get; private set; }

    public UInt128 Word()
    {
        if (!AtEnd)
        {
            if (form.Syntax.IsEmpty) Item();
            else Written();
            while (Accept(',')) Item();
        }
        if (!AtEnd) throw new TextError(at, $"'{Lexis.Shown(line, at)}' is not expected here");
        var word = Info.Match;
        for (var i = 0; i < values.Length; i++)
        {
            var field = form.Fields[i].Field;
            if (!given[i]) values[i] = field.Default ?? throw new TextError(at, $"{Info} lacks its operand {form.Fields[i].Name}: {form.Usage}");
            word |= field.Encode(values[i]);
        }
        return word | Clauses();
    }

    /// <summary>Operands and marks in the order of the syntax.</summary>
    void Written()
    {
        foreach (var part in form.Syntax)
        {
            if (part.Operand >= 0) Set(part.Operand, at);
            else if (!Accept(part.Mark))
            {
                if (AtEnd && Enumerable.Range(0, given.Length).FirstOrDefault(Missing(given), -1) is >= 0 and var lacking) throw new TextError(at, $"{Info} lacks its operand {form.Fields[lacking].Name}: {form.Usage}");
                throw new TextError(at, $"'{part.Mark}' is missing here. Its form: {form.Usage}");
            }
        }
        position = form.Positions.Length;
    }

    static Func<int, bool> Missing(Span<bool> given)
    {
        var copy = given.ToArray();
        return i => !copy[i];
    }

    void Item()
    {
        at = Lexis.Skip(line, at);
        if (AtEnd || line[at] == ',') throw new TextError(Math.Min(at, line.Length), "an operand is missing");
        var word = Lexis.Word(line, at);
        var (start, after) = (at, Lexis.Skip(line, at + word.Length));
        if (!word.IsEmpty && after < line.Length && line[after] == '=' && !(after + 1 < line.Length && line[after + 1] == '='))
        {
            var operand = form.Index(word);
            if (operand < 0) throw new TextError(at, $"{Info} has no operand '{Lexis.Shown(word)}'.{Nearest.Hint(word.ToString(), form.Fields.Select(f => f.Name))} Its form: {form.Usage}");
            at = after + 1;
            Set(operand, start);
            return;
        }
        if (!word.IsEmpty && form.Index(word) is >= 0 and var flag && form.Fields[flag].Field.Kind == FieldKind.Flag && Ends(after))
        {
            if (given[flag]) throw new TextError(at, $"{word} is given twice");
            (values[flag], given[flag], at) = (1, true, after);
            return;
        }
        while (position < form.Positions.Length && given[form.Positions[position]]) position++;
        if (position == form.Positions.Length)
            throw new TextError(at, $"{Info} takes no operand '{Lexis.Shown(ItemText())}' here.{Nearest.Hint(ItemText(), form.Fields.Where(f => f.Field.Kind == FieldKind.Flag).Select(f => f.Name))} Its form: {form.Usage}");
        Set(form.Positions[position++], at);
    }

    void Set(int i, int place)
    {
        var operand = form.Fields[i];
        var field = operand.Field;
        if (given[i]) throw new TextError(place, $"{operand.Name} is given twice");
        given[i] = true;
        var start = at = Lexis.Skip(line, at);
        if (field.Kind == FieldKind.Register)
        {
            var word = Lexis.Word(line, at);
            values[i] = operand.Register(word) ?? throw new TextError(at, $"{Info}: {operand.Name} is a register {field.LegalText}, not '{Lexis.Shown(ItemText())}'.{RegisterHint(ItemText(), operand)}");
            at = Lexis.Skip(line, at + word.Length);
            return;
        }
        var expression = new Expression(line, at, names, operand);
        var value = expression.Read();
        at = Lexis.Skip(line, expression.At);
        IsOpen |= expression.IsOpen;
        if (expression.IsOpen) return;
        var number = field.Relative ? value - here : value;
        if (number < long.MinValue || number > long.MaxValue || !field.IsLegal((long)number))
            throw new TextError(start, $"{Info}: {operand.Name} is {(field.Relative ? $"{value}, {number} bytes from here" : value)}; legal: {field.LegalText}");
        values[i] = (long)number;
    }

    /// <summary>a40 becomes a31, b3 becomes a3; a name, the nearest.</summary>
    static string RegisterHint(string text, FieldForm form)
    {
        if (Nearest.To(text, form.Names) is { } near) return $" Did you mean {near}?";
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        return digits.Length is > 0 and < 9 ? $" Did you mean {form.Field.Text(Math.Min(int.Parse(digits), form.Field.Legal[^1].Max))}?" : "";
    }

    UInt128 Clauses()
    {
        var (word, seen) = (UInt128.Zero, 0);
        while (at < line.Length)
        {
            var (start, name) = (at, Lexis.Word(line, at).ToString().ToLowerInvariant());
            if (!IsClause(at)) throw new TextError(at, $"'{Lexis.Shown(line, at)}' is not expected here");
            var (bit, fields) = name == "wait" ? (1, Info.Waits) : (2, Info.Signals);
            if ((seen & bit) != 0) throw new TextError(start, $"{name} is given twice");
            if (fields.IsEmpty) throw new TextError(start, $"{Info} cannot {name}: its format '{Info.Format.Name}' has no semaphores");
            seen |= bit;
            at = Lexis.Skip(line, start + name.Length) + 1;
            word |= References(start, name, fields);
        }
        return word;
    }

    /// <summary>The semaphores of a clause; a dash leaves a place unused.</summary>
    UInt128 References(int clause, string name, System.Collections.Immutable.ImmutableArray<Field> fields)
    {
        var (word, count) = (UInt128.Zero, 0);
        for (at = Lexis.Skip(line, at); !(count == 0 && at < line.Length && line[at] == ')'); count++)
        {
            var start = at = Lexis.Skip(line, at);
            if (at < line.Length && line[at] == '-' && Lexis.Skip(line, at + 1) is var dash && dash < line.Length && line[dash] is ',' or ')') at = dash;
            else if (at < line.Length)
            {
                var expression = new Expression(line, at, names, null);
                var value = expression.Read();
                at = Lexis.Skip(line, expression.At);
                IsOpen |= expression.IsOpen;
                if (!expression.IsOpen && (value < 0 || value >= isa.Shape.Semaphores.Count))
                    throw new TextError(start, $"{Info}: {name}({value}): there are semaphores 0 … {isa.Shape.Semaphores.Count - 1}");
                if (count < fields.Length && !expression.IsOpen) word |= fields[count].Encode((1L << (fields[count].Bits.Width - 1)) + (long)value);
            }
            if (at == line.Length) throw new TextError(clause, $"this {name}( is never closed");
            if (line[at] == ')') { count++; break; }
            if (!Accept(',')) throw new TextError(at, $"'{Lexis.Shown(line, at)}' is not expected here");
        }
        if (count == 0 || count > fields.Length) throw new TextError(clause, $"{Info}: {name} takes 1 … {fields.Length} semaphores, got {count}");
        at = Lexis.Skip(line, at + 1);
        return word;
    }

    readonly bool AtEnd => Ends(at, comma: false);

    /// <summary>Nothing more of an operand: the line ends, or a comma or a clause comes.</summary>
    readonly bool Ends(int at, bool comma = true) => at >= line.Length || comma && line[at] == ',' || IsClause(at);

    readonly bool IsClause(int at)
    {
        if (isa.Shape.Semaphores.Count == 0 || (line[at] | 32) is not ('w' or 's')) return false;
        var word = Lexis.Word(line, at);
        return (word.Equals("wait", StringComparison.OrdinalIgnoreCase) || word.Equals("signal", StringComparison.OrdinalIgnoreCase)) && Lexis.Skip(line, at + word.Length) is var open && open < line.Length && line[open] == '(';
    }

    bool Accept(char mark)
    {
        at = Lexis.Skip(line, at);
        if (at >= line.Length || line[at] != mark) return false;
        at = Lexis.Skip(line, at + 1);
        return true;
    }

    /// <summary>The rest of the operand here, for messages.</summary>
    readonly string ItemText()
    {
        var end = at;
        while (!Ends(end)) end++;
        return line[at..end].TrimEnd().ToString();
    }
}
