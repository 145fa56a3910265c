using System.Collections.Immutable;
using System.Numerics;

namespace Hw.Isa;

/// <summary>A text being read, and the .include that asked for it.</summary>
sealed record SourceFile(string Path, string Text, SourceFile? IncludedBy = null, int IncludedAt = 0);

/// <summary>A part of a line that is read again: its columns, its number in the file and in all of the text, and the address it stands at.</summary>
readonly record struct Kept(SourceFile File, int Number, int Start, int From, int To, long Line, long Here);

/// <summary>A number of the data whose value comes later.</summary>
readonly record struct OpenData(int Segment, int Offset, int Bytes, Kept Text);

/// <summary>
/// One text on its way to a program. Every line is read once; where it names what has no value yet, its place is kept and it is read once more when every
/// label is known. A line that is wrong leaves its place filled, so that later labels stand where they would.
/// </summary>
sealed partial class AssemblyRun : INames
{
    const int MaxLine = 1 << 16, MaxDepth = 32, MaxNearest = 2000, MaxCascades = 10_000;
    readonly IsaDefinition isa;
    readonly AssemblyOptions options;
    readonly InstructionForms forms;
    readonly IsaProgram program;
    readonly SymbolTable symbols = new();
    readonly List<(long Line, AssemblyError Error)> errors = [];
    readonly HashSet<string> unknown = new(StringComparer.OrdinalIgnoreCase);
    readonly List<OpenWord> openWords = [];
    readonly List<OpenData> openData = [];
    readonly List<OpenConstant> openConstants = [];
    readonly List<Kept> begun = [default];          // the lines that began the segments of the data
    readonly Listing? listing;

    SourceFile file = null!;
    InstructionForm? form;              // of the line being read
    List<string>? missing;              // collects names without a value
    int lineNumber, lineStart, words, cascades;
    long line, here, read;
    bool inData, blind, stopped;
    Reading reading;

    /// <summary>What becomes of a name without a value: the line is read again, or it is wrong.</summary>
    enum Reading { First, Last, Now }

    readonly record struct OpenWord(int Index, InstructionForm? Form, Kept Text);
    readonly record struct OpenConstant(string Name, Kept Text);

    public AssemblyRun(IsaDefinition isa, AssemblyOptions options)
    {
        (this.isa, this.options, forms, program) = (isa, options, InstructionForms.Of(isa), new(isa));
        if (options.Listing is { } to) listing = new(to);
    }

    long Here => inData ? data.Here : (long)words * isa.WordBytes;

    public void Read(string path, string text) => Read(new SourceFile(path, text));

    void Read(SourceFile source)
    {
        var (outer, number, start) = (file, lineNumber, lineStart);
        file = source;
        lineNumber = 0;
        var text = source.Text.AsSpan();
        read += text.Length + 1;
        for (var at = 0; at <= text.Length && !stopped;)
        {
            var length = text[at..].IndexOf('\n');
            if (length < 0) length = text.Length - at;
            lineNumber++;
            lineStart = at;
            line++;
            listing?.Line(file, lineNumber, lineStart, words, data, inData);
            try
            {
                if (read > options.MaxText) throw new TextError(0, $"the text has more than {options.MaxText:N0} characters in all; nothing of it from here on was read") { Stops = true };
                if (length > MaxLine) throw new TextError(MaxLine, $"a line has at most {MaxLine:N0} characters");
                Line(Code(text.Slice(at, length)));
            }
            catch (TextError e) { Report(e); }
            at += length + 1;
        }
        (file, lineNumber, lineStart) = (outer, number, start);
    }

    /// <summary>The line without its comment.</summary>
    static ReadOnlySpan<char> Code(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            at = line[at..].IndexOfAny(";#/\"'") is >= 0 and var next ? at + next : line.Length;
            if (at == line.Length) break;
            if (line[at] is ';' or '#' || line[at] == '/' && at + 1 < line.Length && line[at + 1] == '/') return line[..at];
            if (line[at] is '"' or '\'' && Closed(line, at) is > 0 and var close) at = close;
        }
        return line;
    }

    /// <summary>Where the quotation that begins here ends; 0 when it does not.</summary>
    static int Closed(ReadOnlySpan<char> line, int open)
    {
        for (var at = open + 1; at < line.Length; at++)
            if (line[at] == '\\') at++;
            else if (line[at] == line[open]) return at;
        return 0;
    }

    void Line(ReadOnlySpan<char> line)
    {
        var at = Lexis.Skip(line, 0);
        (reading, here, form) = (Reading.First, Here, null);
        for (ReadOnlySpan<char> word; !(word = Lexis.Word(line, at)).IsEmpty && at + word.Length < line.Length && line[at + word.Length] == ':'; at = Lexis.Skip(line, at + word.Length + 1))
            Label(word, at);
        if (at == line.Length) return;
        var after = at;
        while (after < line.Length && !char.IsWhiteSpace(line[after])) after++;
        var name = line[at..after];
        if (name[0] == '.') Directive(name, line, at, Lexis.Skip(line, after));
        else if (forms.Find(name) is { } found)
        {
            if (inData) throw new TextError(at, $"{Lexis.Shown(name)} stands in data: write .text before it");
            try { Instruction(found, line, after); }
            catch (TextError)
            {
                Add(0);
                throw;
            }
        }
        else throw Unknown(name, at);
    }

    void Label(ReadOnlySpan<char> name, int at)
    {
        if (!name.ContainsAnyExceptInRange('0', '9')) symbols.SetNumbered(name.ToString(), line, here);
        else if (char.IsAsciiDigit(name[0])) throw new TextError(at, "a label begins with a letter, or is a number");
        else if (name is ".") throw new TextError(at, "a label has a name");
        else Define(name, at, inData ? SymbolKind.Data : SymbolKind.Code, here);
    }

    void Define(ReadOnlySpan<char> name, int at, SymbolKind kind, BigInteger? value)
    {
        if (name.Length > Lexis.MaxName) throw new TextError(at, $"a name has at most {Lexis.MaxName} characters");
        if (symbols.Define(name.ToString(), kind, value, Place) is { } why) throw new TextError(at, why);
    }

    TextError Unknown(ReadOnlySpan<char> name, int at)
    {
        if (!inData) Add(0);
        return new(at, $"there is no instruction '{Lexis.Shown(name)}'.{Nearest.Hint(name.ToString(), isa.Instructions.Select(i => i.Mnemonic))}");
    }

    void Instruction(InstructionForm form, ReadOnlySpan<char> line, int from)
    {
        this.form = form;
        var word = Word(form, line, from, out var open);
        if (open) openWords.Add(new(words, form, Keep(from, line.Length)));
        Add(word);
    }

    UInt128 Word(InstructionForm form, ReadOnlySpan<char> line, int from, out bool open)
    {
        var count = form.Fields.Length;
        Span<long> values = count <= 32 ? stackalloc long[32] : new long[count];
        Span<bool> given = count <= 32 ? stackalloc bool[32] : new bool[count];
        values.Clear();
        given.Clear();
        var reader = new OperandReader(isa, form, line, from, this, here, values[..count], given[..count]);
        var word = reader.Word();
        open = reader.IsOpen;
        return word;
    }

    void Add(UInt128 word)
    {
        if (words == options.MaxWords) throw new TextError(0, $"a program has at most {options.MaxWords:N0} words; nothing from here on was read") { Stops = true };
        program.AddWord(word, Place);
        words++;
    }

    SourcePlace Place => new(file.Path, lineNumber);
    Kept Keep(int from, int to) => new(file, lineNumber, lineStart, from, to, line, here);

    BigInteger? INames.Value(ReadOnlySpan<char> name, int column, FieldForm? field)
    {
        if (field?.Member(name) is { } member) return member;
        if (name is ".") return here;
        var isNumbered = Lexis.IsNumbered(name);
        var poisoned = false;
        if (isNumbered ? symbols.TryGetNumbered(name, line, out var value) : symbols.TryGet(name, line, out value, out poisoned)) return value;
        if (poisoned) throw new TextError(column, null);
        if (reading == Reading.First)
        {
            missing?.Add(name.ToString());
            return null;
        }
        if (isNumbered) throw new TextError(column, $"there is no label {name[..^1]} {((name[^1] | 32) == 'b' ? "before" : "after")} this line");
        if (reading == Reading.Now) throw new TextError(column, $"'{Lexis.Shown(name)}' has no value yet, and one is needed here: define it above");
        if (blind || !unknown.Add(name.ToString())) throw new TextError(column, null);
        var near = symbols.Names.Take(MaxNearest);
        if (field is null || form is null) throw new TextError(column, $"there is no label or constant '{Lexis.Shown(name)}'.{Nearest.Hint(name.ToString(), near)}");
        var flags = form.Fields.Where(f => f.Field.Kind == FieldKind.Flag).Select(f => f.Name);
        throw new TextError(column, $"{form.Info}: {field.Name} cannot be '{Lexis.Shown(name)}'.{Nearest.Hint(name.ToString(), [.. field.Names, .. flags, .. near])}"
            + (field.Field.Type.IsEnum ? $" Legal: {field.Field.LegalText}." : ""));
    }

    void Report(TextError e)
    {
        stopped |= e.Stops || e.IsCascade && ++cascades == MaxCascades;
        if (e.IsCascade || errors.Count > options.MaxErrors) return;
        if (errors.Count == options.MaxErrors)
        {
            stopped = true;
            errors.Add((long.MaxValue, new(file.Path, lineNumber, 1, $"there are more than {options.MaxErrors} errors; the rest is not shown")));
            return;
        }
        var end = file.Text.IndexOf('\n', lineStart);
        var source = file.Text.AsSpan(lineStart, (end < 0 ? file.Text.Length : end) - lineStart);
        var included = ImmutableArray.CreateBuilder<SourcePlace>();
        for (var f = file; f.IncludedBy is { } by; f = by) included.Add(new(by.Path, f.IncludedAt));
        errors.Add((line, new(file.Path, lineNumber, e.Column + 1, e.Message) { Source = source[..Math.Min(source.Length, MaxLine)].ToString(), Included = included.ToImmutable() }));
    }

    /// <summary>Reads what was kept, now that every label is known.</summary>
    public IsaProgram? Finish(out ImmutableArray<AssemblyError> errors)
    {
        Constants();
        foreach (var (index, form, text) in openWords)
            Again(text, Reading.Last, form, line => program[index] = form is null ? Value(line, text.From, isa.Shape.WordBits) : Word(form, line, text.From, out _));
        foreach (var open in openData)
            Again(open.Text, Reading.Last, null, line => data.Patch(open, Value(line, open.Text.From, open.Bytes * 8)));
        Overlaps();
        foreach (var (segment, _) in data.Segments()) program.AddData(segment);
        foreach (var symbol in symbols.All) program.AddSymbol(symbol);
        listing?.Line(null, 0, 0, words, data, inData);
        if (this.errors.Count == 0) listing?.Write(program, data);
        errors = [.. this.errors.OrderBy(e => e.Line).ThenBy(e => e.Error.Column).Select(e => e.Error)];
        return errors.IsEmpty ? program : null;
    }

    /// <summary>Data that lies where other data lies: said at the .data that put it there.</summary>
    void Overlaps()
    {
        (DataSegment Data, int Segment)? last = null;
        foreach (var next in data.Segments())
        {
            if (last is { } before && before.Data.End > next.Data.Address)
                Again(begun[Math.Max(before.Segment, next.Segment)], Reading.Last, null, line => throw new TextError(Lexis.Skip(line, 0), $"the data at {next.Data} lies where the data at {before.Data} lies"));
            if (last is null || next.Data.End > last.Value.Data.End) last = next;
        }
    }

    delegate void Rereading(ReadOnlySpan<char> line);

    bool Again(Kept text, Reading how, InstructionForm? form, Rereading read)
    {
        if (stopped) return false;
        (file, lineNumber, lineStart, line, here, reading, this.form) = (text.File, text.Number, text.Start, text.Line, text.Here, how, form);
        try { read(file.Text.AsSpan(text.Start, text.To)); }
        catch (TextError e)
        {
            Report(e);
            return false;
        }
        return true;
    }

    /// <summary>Constants whose text names later ones: each is read when those it needs are, in any order of the text.</summary>
    void Constants()
    {
        var waiting = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        var (needs, ready) = (new int[openConstants.Count], new Queue<int>());
        var open = openConstants.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < needs.Length; i++)
        {
            missing = [];
            Again(openConstants[i].Text, Reading.First, null, line => Value(line, openConstants[i].Text.From));
            foreach (var name in missing.Where(open.Contains).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (!waiting.TryGetValue(name, out var those)) waiting[name] = those = [];
                those.Add(i);
                needs[i]++;
            }
            if (needs[i] == 0) ready.Enqueue(i);
        }
        missing = null;
        while (ready.TryDequeue(out var i))
        {
            var (name, text) = openConstants[i];
            needs[i] = -1;
            if (!Again(text, Reading.Last, null, line => symbols.Resolve(name, Value(line, text.From)))) symbols.Poison(name);
            foreach (var next in waiting.GetValueOrDefault(name, []))
                if (--needs[next] == 0) ready.Enqueue(next);
        }
        for (var i = 0; i < needs.Length; i++)
        {
            if (needs[i] < 0) continue;
            Again(openConstants[i].Text, Reading.Last, null, _ => throw new TextError(openConstants[i].Text.From, $"the value of {Lexis.Shown(openConstants[i].Name)} needs itself"));
            symbols.Poison(openConstants[i].Name);
        }
    }
}
