using System.Text.RegularExpressions;

namespace Hw.Cli.Bench.Simulators;

/// <summary>
/// The second RTL idiom: other text of the same hardware, so that Verilator is not judged by our writer's taste. Products are multiplied unsigned
/// (docs/decisions/0009; g++ likes them), and the template of a lane array stays a function that is called for each lane where it is long: inlined 32 times it
/// outgrows what compilers optimize well.
/// </summary>
static partial class VerilogTextB
{
    /// <summary>Wires of a template from which on calling it is faster than inlining it.</summary>
    const int Long = 16;

    public static IReadOnlyList<(string File, string Text)> Of(IReadOnlyList<(string File, string Text)> files)
    {
        var templates = files.SelectMany(f => LaneArray().Matches(f.Text)).Select(m => m.Groups["module"].Value).ToHashSet();
        return [.. files.Select(f => (f.File, Rewritten(f.Text, templates)))];
    }

    static string Rewritten(string text, HashSet<string> templates)
    {
        var module = ModuleName().Match(text).Groups[1].Value;
        text = Product().Replace(text, "($1 * $2)");
        var isLong = templates.Contains(module) && Wire().Count(text) > Long;
        return isLong ? EndOfPorts().Replace(text, ");\n  /*verilator no_inline_module*/\n", 1) : text;
    }

    [GeneratedRegex(@"^module (\w+)", RegexOptions.Multiline)] private static partial Regex ModuleName();
    [GeneratedRegex(@"^\);\n", RegexOptions.Multiline)] private static partial Regex EndOfPorts();
    [GeneratedRegex(@"^ +wire ", RegexOptions.Multiline)] private static partial Regex Wire();
    [GeneratedRegex(@"begin : g_(\w+)\n(?:    wire [^;]*;[^\n]*\n)*    (?<module>\w+) \1 \(")] private static partial Regex LaneArray();

    /// <summary>Of two factors extended to the width of the product: the same bits, signed or not.</summary>
    [GeneratedRegex(@"\$unsigned\(\$signed\((\{\{\d+\{[^{}]+\}\}, [^{}]+\})\) \* \$signed\((\{\{\d+\{[^{}]+\}\}, [^{}]+\})\)\)")] private static partial Regex Product();
}
