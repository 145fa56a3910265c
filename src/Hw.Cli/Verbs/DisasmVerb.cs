using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Isa;

namespace Hw.Cli.Verbs;

/// <summary>`hw disasm`: words to text that assembles to the same words.</summary>
sealed class DisasmVerb : Verb
{
    readonly Argument<string> file = new("FILE") { Description = "A program that is no text" };
    readonly Option<bool> raw = new("--raw") { Description = "FILE is bare words, whatever its name" };
    readonly IsaOption which = new();
    readonly Option<string> output = new("--output", "-o") { Description = "A file for the text; standard output unless said", HelpName = "OUT" };

    public DisasmVerb() : base("disasm", "Disassemble a program to text that assembles to the same")
    {
        Arguments.Add(file);
        foreach (var option in (Option[])[output, raw, which.Option]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var program = ProgramFile.Binary(arguments.GetRequiredValue(file), which.Of(arguments), arguments.GetValue(raw));
        var text = program.Disassemble();
        if (arguments.GetValue(output) is { } to) AtomicFile.Write(to, text);
        else terminal.Say(text.TrimEnd('\n'));
        terminal.Result["instructions"] = new JsonArray([.. program.Words.Select(w => (JsonNode)program.Isa.Text(w))]);
        return Task.FromResult(ExitCode.Pass);
    }
}
