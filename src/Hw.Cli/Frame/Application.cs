using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Hw.Isa;

namespace Hw.Cli;

/// <summary>
/// From the words typed to a verb and an exit code. Errors become one line; Ctrl-C asks the verb to stop, and a second one ends
/// the process at once.
/// </summary>
static class Application
{
    /// <summary>A verb that does not stop when asked is ended after this long; everything it writes is renamed into place, so nothing is torn.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    public static async Task<int> Start(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction) return Reject(parsed, args);
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
    }

    public static async Task<int> Perform(Verb verb, ParseResult arguments, CancellationToken token)
    {
        var terminal = new Terminal(arguments.GetValue(Verb.Json));
        var name = Named(arguments.CommandResult);
        var (exit, error) = (ExitCode.Internal, (string?)null);
        try { exit = await verb.Run(arguments, terminal, token); }
        catch (Exception e)
        {
            (exit, error) = Errors.Explain(e);
            terminal.Error(arguments.GetValue(Verb.Verbose) ? $"{name}: {error}\n{e}" : $"{name}: {error}");
        }
        terminal.Finish(name, exit, error);
        return exit;
    }

    static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        if (stop.IsCancellationRequested) return;       // the second one has its usual effect
        signal.Cancel = true;
        stop.Cancel();
        _ = Task.Delay(patience).ContinueWith(_ => Environment.Exit(ExitCode.Interrupted), TaskScheduler.Default);
    }

    /// <summary>What is wrong with the command line, with the nearest right word.</summary>
    static int Reject(ParseResult parsed, string[] args)
    {
        var command = parsed.CommandResult.Command;
        var path = Named(parsed.CommandResult);
        var terminal = new Terminal(args.Contains(Verb.Json.Name));
        var message = parsed.UnmatchedTokens is [var word, ..] ? Unknown(command, word)
            : command.Subcommands.Count > 0 ? $"what is it to do? Say one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}."
            : Sentence(parsed.Errors[0].Message);
        terminal.Error($"{path}: {message} `{path} --help` lists what there is.");
        terminal.Finish(path, ExitCode.BadInput, message);
        return ExitCode.BadInput;
    }

    static string Sentence(string text) => text.EndsWith('.') || text.EndsWith('?') ? text : $"{text}.";

    static string Unknown(Command command, string word)
    {
        var option = word.StartsWith('-');
        var names = option ? command.Options.Select(o => o.Name).Append(Verb.Json.Name).Append(Verb.Verbose.Name) : command.Subcommands.Select(c => c.Name);
        return option ? $"there is no option '{word}'.{Nearest.Hint(word, names)}"
            : command.Subcommands.Count == 0 ? $"'{word}' is one argument too many."
            : $"there is no verb '{word}'.{Nearest.Hint(word, names)}";
    }

    static string Named(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Named(parent)} {result.Command.Name}" : "hw";
}
