using System.CommandLine;
using Hw.Isa;

namespace Hw.Cli.Verbs;

/// <summary>`hw asm`: text to words.</summary>
sealed class AsmVerb : Verb
{
    readonly Argument<string> file = new("FILE") { Description = "Assembly text" };
    readonly Option<string> output = new("--output", "-o") { Description = "The binary; FILE with .bin unless said", HelpName = "OUT" };

    public AsmVerb() : base("asm", "Assemble a program to binary")
    {
        Arguments.Add(file);
        Options.Add(output);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var from = arguments.GetRequiredValue(file);
        var to = arguments.GetValue(output) ?? Path.ChangeExtension(from, ProgramFile.Binary);
        if (Path.GetFullPath(from) == Path.GetFullPath(to)) throw new UsageException($"{from} would be overwritten by its own binary: say where it goes with -o");
        var program = Assembler.Assemble(Isa.Txu.TxuIsa.Definition, InputFile.Text(from), from);
        AtomicFile.Write(to, program.ToBytes());
        terminal.Say($"{to}: {program.Count} instructions, {program.Count * program.Isa.WordBytes} bytes");
        (terminal.Result["output"], terminal.Result["instructions"], terminal.Result["isa"]) = (to, program.Count, program.Isa.Hash);
        return Task.FromResult(ExitCode.Pass);
    }
}
