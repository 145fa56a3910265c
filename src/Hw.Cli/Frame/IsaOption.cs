using System.CommandLine;
using Hw.Isa;
using Hw.Isa.Rv32i;
using Hw.Isa.Txu;

namespace Hw.Cli;

/// <summary>--isa: which instruction set a verb is about. Every set that the command knows stands in <see cref="All"/>; the first is meant where none is typed.</summary>
sealed class IsaOption
{
    /// <summary>By name; read when asked for.</summary>
    public static IReadOnlyDictionary<string, Func<IsaDefinition>> All { get; } = new Dictionary<string, Func<IsaDefinition>>
    {
        ["txu"] = () => TxuIsa.Definition,
        ["rv32i"] = () => Rv32i.Definition,
    };

    public Option<string> Option { get; } = Parameters.Choice("--isa", "The instruction set", [.. All.Keys]);

    public IsaDefinition Of(ParseResult arguments) => All[(arguments.GetValue(Option) ?? All.Keys.First()).ToLowerInvariant()]();
}
