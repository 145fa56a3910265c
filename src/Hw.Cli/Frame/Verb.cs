using System.CommandLine;

namespace Hw.Cli;

/// <summary>One word after `hw`: its options, and what it does. It says things to its <see cref="Terminal"/>, throws what goes wrong, and returns the exit code.</summary>
abstract class Verb : Command
{
    /// <summary>Options of every verb, defined once at the root.</summary>
    public static readonly Option<bool> Json = new("--json") { Description = "One JSON object on standard output; text for people goes to standard error", Recursive = true };
    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Stack traces with errors", Recursive = true };

    protected Verb(string name, string what) : base(name, what) => SetAction((arguments, token) => Application.Perform(this, arguments, token));

    /// <returns>An <see cref="ExitCode"/>.</returns>
    public abstract Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token);
}
