using System.CommandLine;
using System.Globalization;
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
    }

    /// <summary>The function of this name.</summary>
    /// <exception cref="UsageException">There is none; the nearest is named.</exception>
    public static NumberFunction Find(string name) => NumberFunctions.All.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"there is no function '{name}'.{Nearest.Hint(name, NumberFunctions.All.Select(f => f.Name))} `hw numbers list` has them all");

    sealed class ListVerb() : Verb("list", "Every function, one a line")
    {
        public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
        {
            terminal.Table(["function", "takes", "gives", "what"], NumberFunctions.All.Select(f => new[] { f.Name, Formats(f.Takes), Formats(f.Gives), f.Summary }));
            terminal.Result["functions"] = new JsonArray([.. NumberFunctions.All.Select(f => new JsonObject { ["name"] = f.Name, ["takes"] = Formats(f.Takes), ["gives"] = Formats(f.Gives), ["summary"] = f.Summary })]);
            return Task.FromResult(ExitCode.Pass);
        }
    }

    /// <summary>Formats of operands, equal neighbours counted: 32 × int8, 32 × int8.</summary>
    public static string Formats(IReadOnlyList<Operand> operands)
    {
        var parts = new List<(string Format, int Count)>();
        foreach (var operand in operands)
            if (parts.Count > 0 && parts[^1].Format == operand.Format.Name) parts[^1] = (parts[^1].Format, parts[^1].Count + 1);
            else parts.Add((operand.Format.Name, 1));
        return string.Join(", ", parts.Select(p => p.Count == 1 ? p.Format : string.Create(CultureInfo.InvariantCulture, $"{p.Count} × {p.Format}")));
    }
}
