using System;
using System.Collections.Generic;
using System.Linq;

namespace Hw.Isa;

/// <summary>The valid name nearest to a mistyped one, by edit distance.</summary>
public static class Nearest
{
    /// <returns>The nearest candidate, or null when none is near (more than half of it differs).</returns>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        if (name.Length > 64) return null;
        var best = candidates.Select(c => (Name: c, Distance: Distance(name.ToUpperInvariant(), c.ToUpperInvariant())))
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, best.Name.Length / 2) ? best.Name : null;
    }

    /// <summary>" Did you mean X?" or nothing, to end a message with.</summary>
    public static string Hint(string name, IEnumerable<string> candidates) => To(name, candidates) is { } n ? $" Did you mean {n}?" : "";

    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
