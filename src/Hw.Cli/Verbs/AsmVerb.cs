using System.CommandLine;
using Hw.Isa;

namespace Hw.Cli.Verbs;

/// <summary>`hw asm`: text to a program.</summary>
sealed class AsmVerb : Verb
{
    readonly Argument<string> file = new("FILE") { Description = "Assembly text" };
    readonly Option<string> output = new("--output", "-o") { Description = $"The program; FILE with {ProgramFile.Extension} unless said, and bare words when it is called {ProgramFile.Raw}", HelpName = "OUT" };
    readonly Option<bool> raw = new("--raw") { Description = $"Bare words: no data, no symbols, no mark of the instruction set; FILE with {ProgramFile.Raw} unless -o says" };
    readonly Option<string> listing = new("--listing") { Description = "Also write the text with addresses, encodings and symbols", HelpName = "LIST" };
    readonly IsaOption which = new();

    public AsmVerb() : base("asm", "Assemble a program")
    {
        Arguments.Add(file);
        foreach (var option in (Option[])[output, raw, listing, which.Option]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var from = arguments.GetRequiredValue(file);
        var to = arguments.GetValue(output) ?? Path.ChangeExtension(from, arguments.GetValue(raw) ? ProgramFile.Raw : ProgramFile.Extension);
        var list = arguments.GetValue(listing);
        foreach (var written in new[] { to, list }.OfType<string>())
            if (Path.GetFullPath(from) == Path.GetFullPath(written)) throw new UsageException($"{from} would be overwritten by its own {(written == to ? "program" : "listing")}: say another name");
        var lines = list is null ? null : new StringWriter();
        var program = ProgramFile.Assemble(from, InputFile.Text(from), which.Of(arguments), lines);
        var bare = arguments.GetValue(raw) || ProgramFile.IsRaw(to);
        var data = program.Data.Sum(d => (long)d.Bytes.Length);
        if (bare && data > 0) throw new UsageException($"{from} has {data:N0} bytes of data, and bare words have no place for them: leave --raw out and call the program {ProgramFile.Extension}");
        AtomicFile.Write(to, bare ? program.ToBytes() : ProgramImage.Write(program));
        if (lines is not null) AtomicFile.Write(list!, lines.ToString());
        terminal.Say($"{to}: {program.Count} instructions, {program.Count * program.Isa.WordBytes} bytes{(data > 0 ? $", {data:N0} bytes of data" : "")}");
        (terminal.Result["output"], terminal.Result["instructions"], terminal.Result["data"], terminal.Result["isa"]) = (to, program.Count, data, program.Isa.Hash);
        return Task.FromResult(ExitCode.Pass);
    }
}
