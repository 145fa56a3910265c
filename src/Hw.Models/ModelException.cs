namespace Hw.Models;

/// <summary>A model cannot be used: the file, what is wrong with it, and what to do.</summary>
public sealed class ModelException(string file, string cause, string remedy) : Exception($"{file}: {cause}. {remedy}.")
{
    public string File { get; } = file;
}
