using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Hw.Sim;

namespace Hw.Silicon;

/// <summary>What an attempt to prove two designs equal came to.</summary>
public abstract record Verdict
{
    /// <summary>No input, and of registered designs no sequence of inputs after a reset, tells them apart.</summary>
    public sealed record Proven : Verdict;

    /// <summary>They differ in the last of these cycles; a combinational counterexample is one cycle.</summary>
    public sealed record Different(IReadOnlyList<Cycle> Cycles) : Verdict;

    /// <summary>Neither was found; the reason says what ran out.</summary>
    public sealed record Undecided(string Reason) : Verdict;
}

/// <summary>Port values, as unsigned numbers. A and B are the outputs of the two designs.</summary>
public sealed record Cycle(IReadOnlyDictionary<string, BigInteger> Inputs, IReadOnlyDictionary<string, BigInteger> A, IReadOnlyDictionary<string, BigInteger> B);

/// <summary>
/// Proves that two designs with the same ports do the same, by Yosys' SAT solver. Registered designs start with one cycle of
/// <c>reset</c> = 1 from any state, are compared from the next cycle on, and are proven by induction: designs that keep their state
/// differently, or that hold what reset does not reach, may stay undecided or differ by what they powered up with. An x matters to nobody: it is any value.
/// </summary>
public static partial class Equivalence
{
    const int MaxSteps = 40;
    const string ProofA = "gold_", ProofB = "gate_", Input = "in_";   // Yosys' prefixes in a miter

    [GeneratedRegex(@"^\s+((?<time>\d+)\s+)?\\(?<name>\S+)\s+(\d+|--|-\d+)\s+([0-9a-f]+|--)\s+(?<bits>[01]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Value { get; }

    /// <exception cref="SiliconException">A design is wrong, or their ports differ.</exception>
    /// <exception cref="ToolMissingException">Yosys is not installed.</exception>
    public static Verdict Prove(IReadOnlyList<string> filesA, string topA, IReadOnlyList<string> filesB, string topB, TimeSpan timeout, Tools? tools = null, CancellationToken token = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(timeout);
        try
        {
            using var bench = new Workbench(tools ?? Tools.System, limit.Token);
            bench.Yosys(
            [
                .. Elaborate(filesA, topA, "hw_a"), .. Elaborate(filesB, topB, "hw_b"), "design -copy-from hw_a hw_a", "design -copy-from hw_b hw_b",
                "miter -equiv -flatten -make_outputs hw_a hw_b miter", "hierarchy -top miter", "opt -full", "write_ilang miter.il",
            ]);
            var miter = bench.Read("miter.il");
            var sequential = Registers.IsMatch(miter);
            var output = bench.Yosys(["read_ilang miter.il", $"sat -show-ports -prove trigger 0 {(sequential ? Induction(miter) : "")} miter"]);
            return Read(output);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new Verdict.Undecided(string.Create(CultureInfo.InvariantCulture, $"no answer in {timeout.TotalSeconds:0.##} s"));
        }
    }

    [GeneratedRegex(@"^\s*cell \$\w*(dff|latch|mem)\w* ", RegexOptions.Multiline)]
    private static partial Regex Registers { get; }

    static IEnumerable<string> Elaborate(IReadOnlyList<string> files, string top, string name) =>
        [.. Workbench.Elaborate(files, top), "proc", "flatten", "memory", "opt -full", $"rename {top} {name}", $"design -stash {name}"];

    static string Induction(string miter) =>
        $"-tempinduct -maxsteps {MaxSteps} -seq 1" + (miter.Contains(@" \in_reset" + "\n") ? " -set-at 1 in_reset 1" : "");

    static Verdict Read(string output)
    {
        if (output.Contains("no model found: SUCCESS!") || output.Contains("Induction step proven: SUCCESS!")) return new Verdict.Proven();
        var found = Regex.Match(output, "model found( for base case)?: FAIL!");
        if (!found.Success) return new Verdict.Undecided($"not by induction over {MaxSteps} cycles");
        var rows = Value.Matches(output[found.Index..]).Select(m => (Time: m.Groups["time"].Value, Name: m.Groups["name"].Value, Bits: m.Groups["bits"].Value));
        return new Verdict.Different([.. rows.GroupBy(r => r.Time).Select(at => new Cycle(Named(at, Input), Named(at, ProofA), Named(at, ProofB)))]);
    }

    static Dictionary<string, BigInteger> Named(IEnumerable<(string Time, string Name, string Bits)> rows, string prefix) =>
        rows.Where(r => r.Name.StartsWith(prefix, StringComparison.Ordinal) && r.Name != Input + SimDesign.Clock)
            .ToDictionary(r => r.Name[prefix.Length..], r => BigInteger.Parse("0" + r.Bits, NumberStyles.BinaryNumber));
}
