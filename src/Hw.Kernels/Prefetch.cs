namespace Hw.Kernels;

/// <summary>
/// The loads of a kernel, in the order in which its steps need them, each written as soon as what lay in its place has had its last reader. So the load queue runs as far
/// ahead of the products as there is room, and never holds an urgent load behind one that can wait. Only a few are written at a time: a full load queue would keep dispatch from the products.
/// </summary>
sealed class Prefetch
{
    const int AtATime = 2;
    readonly List<(int Need, Func<bool> Free, Action Load)> loads = [];
    int written;

    /// <param name="need">The step that reads it first.</param>
    /// <param name="free">Whether its place is free.</param>
    public void Add(int need, Func<bool> free, Action load) => loads.Add((need, free, load));

    /// <summary>No load is added from here on.</summary>
    public void Sort()
    {
        var sorted = loads.OrderBy(l => l.Need).ToList();       // stable
        loads.Clear();
        loads.AddRange(sorted);
    }

    /// <summary>Writes what step <paramref name="step"/> needs and some of what the next ones will.</summary>
    public void Write(int step)
    {
        for (var early = 0; written < loads.Count && loads[written].Free(); written++)
        {
            if (loads[written].Need > step && early++ == AtATime) break;
            loads[written].Load();
        }
        if (written < loads.Count && loads[written].Need <= step) throw new InvalidOperationException($"step {step} needs a load whose place is not free");
    }
}
