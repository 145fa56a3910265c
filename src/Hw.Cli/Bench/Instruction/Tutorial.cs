using System.Text.RegularExpressions;

namespace Hw.Cli.Bench.Instruction;

/// <param name="Output">What it prints; … is any text, and on a line of its own any lines.</param>
sealed record Step(string Command, string Output)
{
    public bool Prints(string text) => new Regex($"^{Regex.Escape(Output.Trim()).Replace("…", "(?s:.*)")}$").IsMatch(text.Trim());
}

/// <summary>
/// docs/tutorials/add-an-instruction.md, read as what it tells one to do. A block of C# is a file, or goes to the end of the class that the file has; its path is the last one that the
/// text before it names. A block of console is commands, each after a $, and what they print.
/// </summary>
sealed partial record Tutorial(IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<Step> Steps)
{
    public const string File = "docs/tutorials/add-an-instruction.md";

    public static Tutorial Read(string text)
    {
        var (files, steps, last) = (new List<(string, string)>(), new List<Step>(), 0);
        foreach (Match block in Block().Matches(text))
        {
            var (before, body) = (text[last..block.Index], block.Groups["body"].Value);
            last = block.Index + block.Length;
            if (block.Groups["kind"].Value == "csharp")
                files.Add((Path().Matches(before) is [.., var path] ? path.Groups[1].Value : throw new UsageException($"{File}: no path stands before the C# that begins with '{body.Split('\n')[0]}'"), body));
            else
                foreach (Match step in Command().Matches(body)) steps.Add(new(step.Groups[1].Value, step.Groups[2].Value));
        }
        return files.Count > 0 && steps.Count > 0 ? new(files, steps) : throw new UsageException($"{File} has no C# to write or no command to run");
    }

    /// <summary>Writes its C# into a checkout.</summary>
    public void Write(string root)
    {
        foreach (var (path, text) in Files)
        {
            var file = System.IO.Path.Combine(root, path);
            if (!System.IO.File.Exists(file)) System.IO.File.WriteAllText(file, text);
            else if (System.IO.File.ReadAllText(file) is var old && old.LastIndexOf('}') is > 0 and var end) System.IO.File.WriteAllText(file, $"{old[..end]}\n{text}{old[end..]}");
        }
    }

    [GeneratedRegex(@"^```(?<kind>csharp|console)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"`([\w./]+\.cs)`")]
    private static partial Regex Path();

    [GeneratedRegex(@"^\$ (.*)\n((?:(?!\$ ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
