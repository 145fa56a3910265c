using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Bits.Numbers;
using Hw.Isa;
using Hw.NumberCheck;

namespace Hw.Cli.Verbs;

/// <summary>`hw numbers …`: the number library, listed, checked against its oracles, and costed.</summary>
sealed class NumbersVerbs : Command
{
    public NumbersVerbs() : base("numbers", "The number library: list, check, cost")
    {
        Add(new ListVerb());
        Add(new NumbersCheckVerb());
        Add(new NumbersCostVerb());
    }

    /// <summary>The function of this name.</summary>
    /// <exception cref="UsageException">There is none; the nearest is named.</exception>
    public static NumberFunction Find(string name) => NumberFunctions.All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"there is no function '{name}'.{Nearest.Hint(name, NumberFunctions.All.Select(f => f.Name))} `hw numbers list` has them all");

    sealed class ListVerb() : Verb("list", "Every function, one a line")
    {
        public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
        {
            terminal.Table(["function", "takes", "gives", "what"], NumberFunctions.All.Select(f => new[] { f.Name, Notation.Formats(f.Takes), Notation.Formats(f.Gives), f.Summary }));
            terminal.Result["functions"] = new JsonArray([.. NumberFunctions.All.Select(f => new JsonObject { ["name"] = f.Name, ["takes"] = Notation.Formats(f.Takes), ["gives"] = Notation.Formats(f.Gives), ["summary"] = f.Summary })]);
            return Task.FromResult(ExitCode.Pass);
        }
    }
}
