using System.CommandLine;
using Hw.Sim;

namespace Hw.Cli;

/// <summary>
/// --engine: what runs the chip. Unless typed it is Verilator; where that is not installed it is the built-in simulator, and one line
/// says so. Typed is typed: an engine that cannot be had is then an error.
/// </summary>
sealed class EngineOption
{
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<Engine>().Select(n => n.ToLowerInvariant())];

    public Option<string> Option { get; } = Parameters.Choice("--engine", "What runs the chip; unless typed the first that is installed", [.. Names]);

    public Engine Of(ParseResult arguments, Terminal terminal)
    {
        var engine = IsTyped(arguments) ? Named(arguments.GetValue(Option)!) : Installed(terminal);
        terminal.Result["engine"] = Names[(int)engine];
        return engine;
    }

    static Engine Installed(Terminal terminal)
    {
        if (VerilatorBuilder.Missing() is not { } missing) return Engine.Verilator;
        terminal.Error($"{(missing == "verilator" ? "Verilator" : "A C++ compiler")} is not installed: using the built-in simulator (--engine {Names[(int)Engine.BuiltIn]})");
        return Engine.BuiltIn;
    }

    public static Engine Named(string name) => Enum.Parse<Engine>(name, ignoreCase: true);

    /// <summary>As typed, for a line that does this again.</summary>
    public string Typed(ParseResult arguments) => IsTyped(arguments) ? $" --engine {arguments.GetValue(Option)}" : "";

    bool IsTyped(ParseResult arguments) => arguments.GetResult(Option) is { Implicit: false };
}
