using System.Reflection;
using System.Runtime.Loader;
using Hw.TxuCosim;

namespace Hw.Cli.Watch;

/// <summary><see cref="Rehearsal.Run"/>, of whichever assemblies.</summary>
delegate (int Exit, long Instructions, long Writes, string Wrong) Rehearse(
    string? program, int lanes, IReadOnlyList<(long Address, byte[] Bytes)> memory, int latency, string stalls, int seed,
    Func<string, string> text, Func<string, string?, long, (string Type, int[] Shape, byte[] Bytes)> tensor, Action<string> done, CancellationToken token);

/// <summary>
/// The assemblies that an edit concerns, in a context of their own: those compiled now, and those of the build
/// that stand on them. What lies below is the command's own and is warm. The context is not collectible: the runtime compiles all code of
/// such a context with optimisation at once, which takes longer than all else.
/// </summary>
sealed class FreshAssemblies(IReadOnlyDictionary<string, string> files) : AssemblyLoadContext
{
    /// <param name="images">Assemblies that replace those of the build, by name.</param>
    public static FreshAssemblies With(IReadOnlyDictionary<string, string> images, IReadOnlyList<Project> projects) => new(
        projects.Where(p => images.ContainsKey(p.Name) || p.References.Keys.Any(images.ContainsKey))
            .ToDictionary(p => p.Name, p => images.GetValueOrDefault(p.Name) ?? Path.Combine(AppContext.BaseDirectory, $"{p.Name}.dll")));

    public Rehearse Rehearsal => files.Count == 0 ? TxuCosim.Rehearsal.Run
        : LoadFromAssemblyName(typeof(Rehearsal).Assembly.GetName()).GetType(typeof(Rehearsal).FullName!)!.GetMethod(nameof(TxuCosim.Rehearsal.Run))!.CreateDelegate<Rehearse>();

    protected override Assembly? Load(AssemblyName name)
    {
        if (!files.TryGetValue(name.Name!, out var file)) return null;
        var places = Path.ChangeExtension(file, ".pdb");
        using var image = new MemoryStream(File.ReadAllBytes(file));
        using var symbols = File.Exists(places) ? new MemoryStream(File.ReadAllBytes(places)) : null;
        return LoadFromStream(image, symbols);
    }
}
