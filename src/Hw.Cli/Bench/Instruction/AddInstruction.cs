using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Hw.Cli.Bench.Instruction;

/// <summary>
/// Adds an instruction as the tutorial says, in a copy of the checkout, and takes the time of each step: the seconds that the author of an instruction waits. What a command prints must be
/// what the tutorial shows, and nothing may change but the tutorial's files and what `gen` says it has written.
/// </summary>
static partial class AddInstruction
{
    const string Part = "instruction";
    /// <summary>Seconds, on two cores.</summary>
    const double Goal = 60;
    /// <summary>Random programs where the figure does not matter.</summary>
    const string Many = "1000", Few = "100";

    /// <exception cref="UsageException">A step did not do what the tutorial says.</exception>
    public static IEnumerable<Figure> Measure(bool quick, Terminal terminal, CancellationToken token)
    {
        var tutorial = Tutorial.Read(File.ReadAllText(Checkout.Path(Tutorial.File)));
        terminal.Progress("a copy of the checkout, built as its author has it");
        var scratch = ScratchCheckout.Of(Checkout.Root, Checkout.Path(".hw", "scratch"));
        Do(scratch, "./hw isa list && dotnet build -c Release -v quiet tests/Hw.Golden.Tests", token);

        tutorial.Write(scratch.Root);
        var written = tutorial.Files.Select(f => f.Path).Order(StringComparer.Ordinal).ToList();
        if (!scratch.Changed.SequenceEqual(written)) throw new UsageException($"{Tutorial.File} writes {string.Join(", ", written)}, and {string.Join(", ", scratch.Changed)} have changed");
        var (total, generated) = (0.0, new HashSet<string>());
        foreach (var step in tutorial.Steps.Select(s => quick ? s with { Command = s.Command.Replace($"--programs {Many}", $"--programs {Few}"), Output = s.Output.Replace("1,000 programs", $"{Few} programs") } : s))
        {
            terminal.Progress(step.Command);
            var clock = Stopwatch.StartNew();
            var output = Do(scratch, step.Command, token);
            if (!step.Prints(output)) throw new UsageException($"{Tutorial.File}: `{step.Command}` prints\n{output}and not\n{step.Output}");
            generated.UnionWith(Wrote().Matches(output).Select(m => m.Groups[1].Value));
            total += clock.Elapsed.TotalSeconds;
            yield return new(Part, step.Command, clock.Elapsed.TotalSeconds, null, Seconds);
        }
        var others = scratch.Changed.Except(generated).Except(written).ToList();
        if (others.Count > 0) throw new UsageException($"adding an instruction changed more than its two files and what is generated: {string.Join(", ", others)}");
        if (generated.Count == 0) throw new UsageException("gen has written nothing: the instruction has not reached what is generated");
        yield return new(Part, $"an instruction added: {tutorial.Files.Sum(f => f.Text.Split('\n').Length - 1)} lines in {written.Count} files, {generated.Count} files generated, built, proven, {(quick ? Few : Many)} random programs", total, quick ? null : Bench.Goal.AtMost(Goal), Seconds);
    }

    static string Do(ScratchCheckout scratch, string command, CancellationToken token)
    {
        var (code, output) = scratch.Run(command, token).GetAwaiter().GetResult();
        return code == 0 ? output : throw new UsageException($"`{command}` ends with {code} in a copy of the checkout ({Checkout.Shown(scratch.Root)}):\n{output}");
    }

    static string Seconds(double s) => FormattableString.Invariant($"{s:F1} s");

    [GeneratedRegex(@"^(?:wrote|removed) (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Wrote();
}
