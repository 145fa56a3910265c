namespace Hw.Cli;

/// <summary>The repository this command belongs to: what `gen` writes into and where models and programs are looked for.</summary>
static class Checkout
{
    /// <exception cref="UsageException">There is none.</exception>
    public static string Root { get; } = Environment.GetEnvironmentVariable("HW_ROOT") is { Length: > 0 } named ? named : Above(AppContext.BaseDirectory)
        ?? throw new UsageException("hw belongs to a checkout of its repository and finds none: start it as ./hw, or set HW_ROOT");

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>As a person in the working directory names it.</summary>
    public static string Shown(string path) =>
        System.IO.Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && relative.StartsWith("..") ? path : relative;

    static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Hw.sln"))) return at.FullName;
        return null;
    }
}
