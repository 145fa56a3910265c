namespace Hw.Kernels;

/// <summary>Which value each register of a file holds, so that a value already there is not set again. The least recently used makes room.</summary>
sealed class RegisterCache<T>(int count) where T : struct, IEquatable<T>
{
    readonly List<(int Register, T? Value)> byUse = [.. Enumerable.Range(0, count).Select(i => (i, (T?)null))];

    /// <returns>The register of a value; <paramref name="set"/> when the caller has to set it first.</returns>
    public int Find(T value, out bool set)
    {
        var at = byUse.FindIndex(r => r.Value is { } v && v.Equals(value));
        set = at < 0;
        if (set) at = 0;
        var register = byUse[at].Register;
        byUse.RemoveAt(at);
        byUse.Add((register, value));
        return register;
    }

    /// <summary>Where loops begin and end, a register's value depends on the way there: nothing is known.</summary>
    public void Forget()
    {
        for (var i = 0; i < byUse.Count; i++) byUse[i] = (byUse[i].Register, null);
    }
}
