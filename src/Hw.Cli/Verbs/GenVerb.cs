using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Cli.Generation;
using Hw.Isa;

namespace Hw.Cli.Verbs;

/// <summary>`hw gen`: writes what differs, removes what is stale. `--check` only looks.</summary>
sealed class GenVerb : Verb
{
    readonly Option<bool> check = new("--check") { Description = "Write nothing; exit 1 and name every file that differs, is missing or is stale, and the C# behind it" };

    public GenVerb() : base("gen", "Regenerate rtl/, the manuals, the bindings and the locks from the C# definitions") => Options.Add(check);

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var files = Product.Make(token);
        var drifts = Drift.Find(Checkout.Root, files);
        terminal.Result["files"] = files.Count;
        terminal.Result["drift"] = new JsonArray([.. drifts.Select(d => new JsonObject { ["path"] = d.Path, ["kind"] = d.Kind.ToString().ToLowerInvariant(), ["owner"] = d.Owner, ["line"] = d.Line, ["expected"] = d.Expected, ["found"] = d.Found })]);
        return Task.FromResult(arguments.GetValue(check) ? Check(files, drifts, terminal) : Write(files, drifts, terminal, token));
    }

    static int Check(IReadOnlyList<GeneratedText> files, IReadOnlyList<Drift> drifts, Terminal terminal)
    {
        foreach (var drift in drifts) terminal.Say($"✗ {drift}");
        if (drifts.Count == 0) terminal.Say($"{files.Count} generated files are what the definitions give");
        return drifts.Count == 0 ? ExitCode.Pass : ExitCode.Mismatch;
    }

    static int Write(IReadOnlyList<GeneratedText> files, IReadOnlyList<Drift> drifts, Terminal terminal, CancellationToken token)
    {
        var texts = files.ToDictionary(f => f.Path, f => f.Text);
        foreach (var drift in drifts)
        {
            token.ThrowIfCancellationRequested();
            var path = Checkout.Path(drift.Path);
            if (drift.Kind == DriftKind.Stale) File.Delete(path);
            else AtomicFile.Write(path, texts[drift.Path]);
            terminal.Say($"{(drift.Kind == DriftKind.Stale ? "removed" : "wrote")} {drift.Path}");
        }
        terminal.Say($"{files.Count} generated files, {drifts.Count} changed");
        return ExitCode.Pass;
    }
}
