using Hw.Isa;
using Hw.Models;

namespace Hw.Cli;

/// <summary>The files that assembly names, from disk: texts, .npy and .safetensors.</summary>
sealed class AssemblyFiles : IAssemblySources
{
    const string Npy = ".npy", SafeTensors = ".safetensors";

    public string Text(string path) => Said(() => InputFile.Text(path));

    public Tensor Tensor(string path, string? name, long maxBytes) => Said(() =>
    {
        InputFile.Check(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case Npy when name is null:
                using (var stream = File.OpenRead(path)) return NpyFile.Read(stream, path, maxBytes);
            case Npy: throw new IsaException($"{path} holds one tensor, which has no name: leave '{name}' out");
            case SafeTensors:
                using (var tensors = Models.SafeTensors.Open(path))
                    return tensors.Tensor(name ?? throw new IsaException($"{path} holds {tensors.Entries.Count} tensors: say which, as .tensor NAME, \"file\", \"tensor\""), maxBytes);
            default: throw new IsaException($"{path}: a tensor comes from a file called {Npy} or {SafeTensors}");
        }
    });

    /// <summary>The same in types that all assemblies share.</summary>
    public (string Type, int[] Shape, byte[] Bytes) Plain(string path, string? name, long maxBytes)
    {
        var tensor = Tensor(path, name, maxBytes);
        return (tensor.Numeral.Type, [.. tensor.Shape], tensor.Bytes.ToArray());
    }

    static T Said<T>(Func<T> read)
    {
        try { return read(); }
        catch (Exception e) when (e is UsageException or ModelException or IOException or UnauthorizedAccessException or ArgumentException) { throw new IsaException(e.Message); }
    }
}
