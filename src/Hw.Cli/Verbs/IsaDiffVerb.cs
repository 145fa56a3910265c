using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Isa;
using Hw.IsaProof;

namespace Hw.Cli.Verbs;

/// <summary>`hw isa diff`: what changed since a revision, and whether the version declared is enough for it.</summary>
sealed class IsaDiffVerb : Verb
{
    readonly IsaOption which = new();
    readonly Option<string> against = new("--against") { Description = "A revision of git, or a lock file", DefaultValueFactory = _ => "HEAD", HelpName = "REV|FILE" };
    readonly Option<int> seconds = new("--seconds") { Description = "How long the solver may think about one text", DefaultValueFactory = _ => (int)MeaningSolver.DefaultLimit.TotalSeconds, HelpName = "N" };

    public IsaDiffVerb() : base("diff", "What changed since a revision: encodings, meanings with a counterexample, and the version that this asks for")
    {
        Options.Add(which.Option);
        Options.Add(against);
        Options.Add(seconds);
        seconds.Validators.Add(r => { if (r.Tokens is [var t] && !(int.TryParse(t.Value, out var n) && n is >= 1 and <= 3600)) r.AddError($"--seconds {t.Value}: it is a number of seconds, 1 to 3600"); });
    }

    public override async Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var isa = which.Of(arguments);
        var (old, name) = await GitLock.Read(isa.Name, arguments.GetRequiredValue(against), token);
        var found = LockComparison.Of(old, isa, MeaningSolver.Z3(TimeSpan.FromSeconds(arguments.GetValue(seconds)), token), i => terminal.Tick($"{i} …"), token);
        foreach (var change in found.Changes)
        {
            terminal.Say($"{change.Change.ToString().ToLowerInvariant(),-9}{string.Join(' ', new[] { change.Code, change.Instruction, change.What }.Where(w => w.Length > 0))}");
            foreach (var line in change.Lines) terminal.Say($"         {line}");
        }
        if (found.Changes.Length > 0) terminal.Say();
        terminal.Say($"{(found.IsEnough ? "✓" : "✗")} {isa.Name} since {name}: {found.Verdict}");
        (terminal.Result["isa"], terminal.Result["against"], terminal.Result["old"], terminal.Result["version"]) = (isa.Name, name, old.Version, isa.Version);
        (terminal.Result["change"], terminal.Result["least"], terminal.Result["enough"], terminal.Result["verdict"]) = (found.Greatest.ToString().ToLowerInvariant(), $"{found.Least}", found.IsEnough, found.Verdict);
        terminal.Result["changes"] = new JsonArray([.. found.Changes.Select(c => new JsonObject
        {
            ["instruction"] = c.Instruction, ["change"] = c.Change.ToString().ToLowerInvariant(), ["code"] = c.Code, ["what"] = c.What, ["shown"] = new JsonArray([.. c.Lines.Select(l => (JsonNode)l)]),
        })]);
        return found.IsEnough ? ExitCode.Pass : ExitCode.Mismatch;
    }
}
