namespace Hw.NumberCheck.Manual;

/// <summary>docs/numerics.md, from which the pages quote: what a page promises is the contract's own sentence, so it cannot go stale.</summary>
static class Contract
{
    const string Page = "../../numerics.md";

    static readonly Dictionary<string, List<string>> sections = Read();

    /// <summary>The rules of a section that begin with these words, as a list with a link to where they stand.</summary>
    /// <exception cref="InvalidOperationException">There is no such rule: the contract was reworded.</exception>
    public static string Quote(string section, params string[] rules)
    {
        var found = rules.Select(rule => (sections.GetValueOrDefault(section) ?? []).Find(line => line.StartsWith(rule, StringComparison.Ordinal))
            ?? throw new InvalidOperationException(
                $"docs/numerics.md, '{section}' has no rule that begins '{rule}'; it was reworded: "
                + $"name it anew in {nameof(Promise)}.cs or {nameof(FormatPage)}.cs"));
        return string.Concat(found.Select(rule => $"* {rule}\n")) + $"\n({Link(section)})\n";
    }

    static string Link(string section) => $"[the contract, {section}]({Page}#{Anchor(section)})";

    /// <summary>As Markdown viewers make it: lower case, spaces are hyphens, other signs fall out.</summary>
    static string Anchor(string section) =>
        new([.. section.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-').Select(c => c == ' ' ? '-' : c)]);

    /// <summary>Paragraphs and list items, each as one line, by the section they stand in.</summary>
    static Dictionary<string, List<string>> Read()
    {
        var text = typeof(Contract).Assembly.GetManifestResourceStream("numerics.md") ?? throw new InvalidOperationException("the build left out docs/numerics.md");
        using var reader = new StreamReader(text);
        var (all, rules, goesOn) = (new Dictionary<string, List<string>>(), new List<string>(), false);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) all[line[3..]] = rules = [];
            else if (line.Length > 0 && line[0] is not ('#' or '|'))
            {
                if (goesOn && line[0] != '*') rules[^1] += " " + line.Trim();
                else rules.Add(line.StartsWith("* ", StringComparison.Ordinal) ? line[2..] : line);
                goesOn = true;
                continue;
            }
            goesOn = false;
        }
        return all;
    }
}
