namespace Hw.Kernels;

/// <summary>A finished program, what each of its instructions is for, so that a report can say it in the kernel's words, and what its semaphores mean.</summary>
public sealed record TxuProgram(IsaProgram Code, IReadOnlyList<string> Labels, IReadOnlyList<Semaphore> Semaphores)
{
    public int Count => Code.Count;
    public string Label(int pc) => Labels[pc];

    /// <summary>One instruction per line with its label as comment; it assembles to the same words.</summary>
    public string Listing()
    {
        var lines = Code.Words.Select(TxuIsa.Definition.Text).ToList();
        return string.Concat(lines.Zip(Labels, (line, label) => label.Length == 0 ? line + "\n" : $"{line,-72} ; {label}\n"));
    }
}
