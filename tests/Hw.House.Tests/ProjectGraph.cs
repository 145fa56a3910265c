namespace Hw.House.Tests;

/// <summary>
/// A set of projects and their direct references, and the sentences that say what is wrong with it.
/// It reads project files and not assemblies: the compiler drops references that are not used yet.
/// </summary>
sealed class ProjectGraph(IReadOnlyDictionary<string, string[]> references)
{
    public IReadOnlyDictionary<string, string[]> References => references;

    public IEnumerable<string> Faults() => Unknown().Concat(Forbidden()).Concat(ChipInFramework());

    /// <summary>Test projects may see anything and nothing may see them; every other project has a row.</summary>
    static bool IsTest(string project) => project.EndsWith(".Tests");

    IEnumerable<string> Unknown() =>
        from project in references.Keys
        where !IsTest(project) && !Arrows.Allowed.ContainsKey(project)
        select $"{project} is not in the table of tests/Hw.House.Tests/Arrows.cs. Give it a row that says what it may see " +
               $"(the nearest known name is {Nearest(project)}).";

    IEnumerable<string> Forbidden() =>
        from project in references.Keys
        where !IsTest(project) && Arrows.Allowed.ContainsKey(project)
        let allowed = Reach(project, Arrows.Allowed)
        from target in references[project]
        where !allowed.Contains(target)
        select $"{project} references {target}, and may not: {Arrows.Reason(project, target)}. " +
               $"{project} may see {(allowed.Count == 0 ? "nothing of ours" : string.Join(", ", allowed.Order()))}.";

    /// <summary>Holds even if somebody widens the table: no path, however long, leads from the framework to a chip.</summary>
    IEnumerable<string> ChipInFramework() =>
        from project in references.Keys
        where !IsTest(project) && !Arrows.Chip.Contains(project)
        from target in Reach(project, references)
        where Arrows.Chip.Contains(target) && !references[project].Contains(target)
        select $"{project} reaches {target} through other projects, and may not: {Arrows.Reason(project, target)}.";

    public static IReadOnlySet<string> Reach(string from, IReadOnlyDictionary<string, string[]> edges)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(edges.GetValueOrDefault(from, []));
        while (open.TryPop(out var next))
            if (seen.Add(next))
                foreach (var further in edges.GetValueOrDefault(next, []))
                    open.Push(further);
        return seen;
    }

    static string Nearest(string name) =>
        Arrows.Allowed.Keys.MaxBy(known => known.Zip(name).TakeWhile(pair => pair.First == pair.Second).Count())!;
}
