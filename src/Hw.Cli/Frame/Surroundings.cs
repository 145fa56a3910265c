using System.CommandLine;
using Hw.Ip;
using Hw.TxuCosim;

namespace Hw.Cli;

/// <summary>The options that decide how the memory around the chip behaves.</summary>
sealed class Surroundings
{
    const int LeastLatency = 4, MostLatency = 2047;
    readonly Option<int> latency = new("--latency") { Description = $"Cycles from a memory request to its first beat, {LeastLatency} to {MostLatency}", DefaultValueFactory = _ => TxuSettings.Default.Latency, HelpName = "N" };
    readonly Option<string> stalls = Parameters.Choice("--stalls", "How much the memory holds back", [.. Enum.GetNames<StallProfile>()]);
    readonly Option<int> seed = new("--seed") { Description = "Decides every stall and every random byte", DefaultValueFactory = _ => TxuSettings.Default.Seed, HelpName = "S" };

    public Surroundings() => latency.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var n) && n is >= LeastLatency and <= MostLatency))
            result.AddError($"--latency {token.Value}: it is a number of cycles, {LeastLatency} to {MostLatency}");
    });

    public IEnumerable<Option> All => [latency, stalls, seed];

    public TxuSettings Settings(ParseResult arguments) => new()
    {
        Latency = arguments.GetValue(latency), Stalls = Enum.Parse<StallProfile>(arguments.GetValue(stalls)!, ignoreCase: true), Seed = arguments.GetValue(seed) & int.MaxValue,
    };

    /// <summary>As typed, for a line that does this again; what is at its default stays out.</summary>
    public string Typed(ParseResult arguments)
    {
        var (s, d) = (Settings(arguments), TxuSettings.Default);
        return string.Concat(s.Latency != d.Latency ? $" --latency {s.Latency}" : "", s.Stalls != d.Stalls ? $" --stalls {s.Stalls}" : "", s.Seed != d.Seed ? $" --seed {s.Seed}" : "");
    }
}
