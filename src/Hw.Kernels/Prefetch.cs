namespace Hw.Kernels;

/// <summary>
/// The loads of a kernel, in the order in which its steps need them, each written as soon as what lay in its place has had its last reader. So the load queue runs as far
/// ahead of the products as there is room, and never holds an urgent load behind one that can wait.
/// </summary>
sealed class Prefetch
{
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

    /// <summary>Writes what can be written before step <paramref name="step"/>.</summary>
    public void Write(int step)
    {
        while (written < loads.Count && loads[written].Free()) loads[written++].Load();
        if (written < loads.Count && loads[written].Need <= step) throw new InvalidOperationException($"step {step} needs a load whose place is not free");
    }
}
