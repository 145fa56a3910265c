namespace Hw.Cli.Tests;

/// <summary>A folder for one test.</summary>
sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("hw-cli-").FullName;

    public string this[string file] => Path.Combine(Folder, file);

    public string Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[file])!);
        File.WriteAllText(this[file], text);
        return this[file];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
