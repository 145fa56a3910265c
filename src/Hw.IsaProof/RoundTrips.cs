namespace Hw.IsaProof;

/// <summary>Words to instructions and back, and words to text and back: nothing is lost on the way. What is ignored comes back as zero.</summary>
static class RoundTrips
{
    const int LinesAtOnce = 1 << 12, IllegalOfEach = 4;

    /// <summary>Each wrong word with what it came back as.</summary>
    public static IReadOnlyList<(int Index, string How)> Run(Questions questions, int limit, CancellationToken token) =>
        [.. Encoding(questions, limit, token).Concat(Assembly(questions, limit, token)).OrderBy(w => w.Index).Take(limit)];

    static List<(int Index, string How)> Encoding(Questions q, int limit, CancellationToken token)
    {
        var wrong = new List<(int, string)>();
        Questions.InChunks(q.Count, (first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                if (q.Finding(i) is not { IsLegal: true, Row: { } row }) continue;
                if (NotBack(q.Isa, row, q.Word(i)) is not { } how) continue;
                lock (wrong) if (wrong.Count < limit) wrong.Add((i, how));
            }
        }, token);
        return wrong;
    }

    static string? NotBack(IsaDefinition isa, TableRow row, UInt128 word)
    {
        if (!isa.TryDecode(word, out var decoded, out _)) return null;      // golden and table disagree, which is told elsewhere
        try
        {
            var back = isa.Encode(decoded.Instruction, decoded.Waits.AsSpan(), decoded.Signals.AsSpan());
            return back == Canonical(row, word) ? null : $"{decoded} is encoded as 0x{back:x}";
        }
        catch (IsaException e) { return $"{decoded} is not encoded: {e.Message}"; }
    }

    /// <summary>The word with nothing in what is ignored, and used semaphores before unused ones: an encoder knows only which are used.</summary>
    static UInt128 Canonical(TableRow row, UInt128 word)
    {
        word &= ~row.Ignored;
        foreach (var kind in row.References.GroupBy(r => r.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')))
        {
            var used = kind.Select(r => r.Raw(word)).Where(raw => raw != 0).ToList();
            foreach (var (i, reference) in kind.Index()) word = reference.Put(word, i < used.Count ? used[i] : 0);
        }
        return word;
    }

    /// <summary>Legal words made for an instruction, and a few of each illegal cell, as programs.</summary>
    static List<(int Index, string How)> Assembly(Questions q, int limit, CancellationToken token)
    {
        var taken = new int[q.Cells.Count];
        int[] chosen = [.. q.Table.Rows.SelectMany(row => Enumerable.Range(q.List.Of(row).First, q.List.Of(row).End - q.List.Of(row).First))
            .Where(i => q.Finding(i).IsLegal || taken[q.Cell(i)]++ < IllegalOfEach).DistinctBy(q.Word)];
        var wrong = new List<(int, string)>();
        foreach (var lines in chosen.Chunk(LinesAtOnce))
        {
            token.ThrowIfCancellationRequested();
            var program = new IsaProgram(q.Isa);
            foreach (var i in lines) program.AddWord(q.Word(i));
            var text = program.Disassemble();
            IReadOnlyList<UInt128> back;
            try { back = Assembler.Assemble(q.Isa, text, "disassembly").Words; }
            catch (IsaException e)
            {
                // the line at fault, if it is one that is refused also alone
                var at = lines.FirstOrDefault(i => !IsProgram(q.Isa, q.Isa.Text(q.Word(i))), lines[0]);
                wrong.Add((at, $"what the disassembler writes is no program: {e.Errors[0]}"));
                break;
            }
            if (back.Count != lines.Length) wrong.Add((lines[0], $"{lines.Length} words are disassembled and come back as {back.Count}"));
            else
                for (var i = 0; i < lines.Length && wrong.Count < limit; i++)
                    if (back[i] != q.Word(lines[i])) wrong.Add((lines[i], $"`{q.Isa.Text(q.Word(lines[i]))}` is assembled as 0x{back[i]:x}"));
            if (wrong.Count >= limit) break;
        }
        return wrong;
    }

    static bool IsProgram(IsaDefinition isa, string text)
    {
        try { return Assembler.Assemble(isa, text, "disassembly").Count == 1; }
        catch (IsaException) { return false; }
    }
}
