using System.CommandLine;

namespace Hw.Cli.Verbs;

/// <summary>`hw sim …`: the simulators themselves.</summary>
sealed class SimVerbs : Command
{
    public SimVerbs() : base("sim", "The simulators: cross-check them") => Add(new SimCheckVerb());
}
