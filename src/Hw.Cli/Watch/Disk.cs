namespace Hw.Cli.Watch;

/// <summary>What the sources are at one moment: those of every project, and the program's file where there is one.</summary>
sealed record Look(IReadOnlyDictionary<Project, Stamps> Projects, (long Length, DateTime Time) Program)
{
    public static Look At(IReadOnlyList<Project> projects, string? program)
    {
        var file = program is null ? null : new FileInfo(program);
        return new(projects.ToDictionary(p => p, p => p.Now()), file is { Exists: true } ? (file.Length, file.LastWriteTimeUtc) : default);
    }

    public IReadOnlyList<Project> EditedSince(Look before) => [.. Projects.Where(p => !p.Value.Equals(before.Projects[p.Key])).Select(p => p.Key)];
    public bool Same(Look other) => Program == other.Program && EditedSince(other).Count == 0;
}

/// <summary>
/// Waits for edits. The disk itself is looked at, some times a second: no notification is missed, and an editor that writes in steps or
/// renames a new file into place is one edit, because only what two looks in a row agree on counts.
/// </summary>
static class Disk
{
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(80), calm = TimeSpan.FromMilliseconds(30);

    /// <summary>Comes back when the sources are others than they were, and have come to rest.</summary>
    public static async Task<Look> Edited(Look before, IReadOnlyList<Project> projects, string? program, CancellationToken token)
    {
        for (; ; )
        {
            await Task.Delay(pause, token);
            var now = Look.At(projects, program);
            if (now.Same(before)) continue;
            for (var last = before; !now.Same(last);)
            {
                await Task.Delay(calm, token);
                (last, now) = (now, Look.At(projects, program));
            }
            if (!now.Same(before)) return now;
        }
    }
}
