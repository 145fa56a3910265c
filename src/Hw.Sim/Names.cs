namespace Hw.Sim;

/// <summary>Helps whoever mistyped a name.</summary>
public static class Names
{
    /// <summary>"; did you mean `x`?" when a name is close, else the list of them all.</summary>
    public static string Nearest(string wrong, IEnumerable<string> valid)
    {
        var names = valid.ToList();
        if (names.Count == 0) return "; there are none";
        string best = names.MinBy(n => Distance(wrong, n))!;
        return Distance(wrong, best) <= Math.Max(2, wrong.Length / 2)
            ? $"; did you mean `{best}`?"
            : $"; there is {string.Join(", ", names.Take(12))}{(names.Count > 12 ? ", …" : "")}";
    }

    /// <summary>Levenshtein's distance, case ignored.</summary>
    public static int Distance(string a, string b)
    {
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        int[] row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
