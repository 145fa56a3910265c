using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Hw.Cli.Watch;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>`hw watch`: after every edit of the hardware's C#, the whole TXU at its first cycle and programs in lockstep on the built-in simulator, without a build.</summary>
sealed class WatchVerb : Verb
{
    const int RandomBytes = 1 << 20;

    readonly Argument<string?> file = new("PROGRAM") { Description = "Assembly text, or what hw asm made of it; the programs of all plants unless said", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<int> lanes = Parameters.Lanes();
    readonly Option<bool> once = new("--once") { Description = "Do it once, with the sources as they are, and exit" };
    readonly MemoryOptions memory = new();
    readonly Surroundings surroundings = new();

    public WatchVerb() : base("watch", "Run programs in lockstep after every edit of the hardware, without a build")
    {
        Arguments.Add(file);
        foreach (var option in (Option[])[lanes, once, memory.Input, .. surroundings.All]) Options.Add(option);
    }

    public override async Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var program = arguments.GetValue(file);
        if (program is not null) ProgramFile.Load(program);     // what is wrong with the command line is said at once
        var projects = Project.Of(Checkout.Root, typeof(Rehearsal).Assembly.GetName().Name!);
        var now = Look.At(projects, program);
        IReadOnlyList<Project> edited = [.. projects.Where(p => p.IsStale(now.Projects[p]))];
        var folder = Directory.CreateTempSubdirectory("hw-watch-").FullName;
        var compiler = new Recompiler(projects, folder);
        try
        {
            for (; ; )
            {
                using var superseded = CancellationTokenSource.CreateLinkedTokenSource(token);
                var round = Task.Run(() => Round(arguments, compiler, now, edited, terminal, superseded.Token), CancellationToken.None);
                if (arguments.GetValue(once)) return await round;
                var next = Disk.Edited(now, projects, program, token);
                if (await Task.WhenAny(round, next) == next) await superseded.CancelAsync();
                try { await round; }
                catch (OperationCanceledException) when (!token.IsCancellationRequested) { terminal.Say("  edited again: given up"); }
                var later = await next;
                (edited, now) = (later.EditedSince(now), later);
            }
        }
        finally
        {
            try { Directory.Delete(folder, recursive: true); }
            catch (IOException) { }     // the compiler server is still writing into it
        }
    }

    /// <summary>One line with what was compiled and what it took, one with the verdict; or what is wrong, with its place.</summary>
    async Task<int> Round(ParseResult arguments, Recompiler compiler, Look now, IReadOnlyList<Project> edited, Terminal terminal, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        var marks = new List<(string Phase, long At)>();
        var (compiled, errors) = await compiler.Compile(now.Projects, edited, token);
        if (errors is not null)
        {
            foreach (var error in errors) terminal.Say(error);
            terminal.Result["errors"] = new JsonArray([.. errors.Select(e => JsonValue.Create(e))]);
            return ExitCode.BuildFailed;
        }
        marks.Add(("C#", clock.ElapsedMilliseconds));

        var settings = surroundings.Settings(arguments);
        var files = new AssemblyFiles();
        (int Exit, long Instructions, long Writes, string Wrong) found;
        try
        {
            found = FreshAssemblies.With(compiler.Images, compiler.Projects).Rehearsal(arguments.GetValue(file), arguments.GetValue(lanes), Memory(arguments, settings.Seed),
                settings.Latency, settings.Stalls.ToString(), settings.Seed, files.Text, files.Plain, phase => marks.Add((phase, clock.ElapsedMilliseconds)), token);
        }
        catch (Exception e) when (e is not OperationCanceledException) { found = (ExitCode.BuildFailed, 0, 0, Thrown(e)); }
        var took = marks.Select((m, i) => (m.Phase, m.At, Took: m.At - (i == 0 ? 0 : marks[i - 1].At))).ToList();
        var what = compiled.Count == 0 ? "as built" : string.Join(", ", compiled);
        terminal.Say($"{what}: {string.Join(", ", took.Select(t => $"{t.Phase} {t.Took} ms"))}, {marks[^1].At} ms in all");
        terminal.Say(found.Exit == ExitCode.Pass ? VerdictReport.Line(found.Instructions, found.Writes) : found.Wrong);
        (terminal.Result["compiled"], terminal.Result["instructions"], terminal.Result["writes"], terminal.Result["wrong"]) =
            (new JsonArray([.. compiled.Select(c => JsonValue.Create(c))]), found.Instructions, found.Writes, found.Wrong);
        terminal.Result["milliseconds"] = new JsonObject(took.Select(t => KeyValuePair.Create(t.Phase, (JsonNode?)t.Took)));
        return found.Exit;
    }

    /// <summary>What a text that was edited a moment ago has thrown, and on which of its lines.</summary>
    static string Thrown(Exception e)
    {
        var place = new StackTrace(e, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetFileLineNumber() > 0);
        return $"{(place is null ? "(place unknown)" : $"{Checkout.Shown(place.GetFileName()!)}({place.GetFileLineNumber()})")}: {e.GetType().Name}: {e.Message}";
    }

    /// <summary>As in `hw cosim`: what --dram says, else random bytes of the seed.</summary>
    IReadOnlyList<(long, byte[])> Memory(ParseResult arguments, int seed)
    {
        if (arguments.GetResult(memory.Input) is { Implicit: false }) return [.. memory.Load(arguments, null).Pages];
        var bytes = new byte[RandomBytes];
        new Random(seed).NextBytes(bytes);
        return [(0, bytes)];
    }
}
