using Hw.Isa;

namespace Hw.Cli;

/// <summary>Files that the command line names: read whole, or an error that names the nearest one there is.</summary>
static class InputFile
{
    const int MaxEndless = 1 << 28;

    public static byte[] Bytes(string path)
    {
        Check(path);
        return new FileInfo(path).Length > 0 ? File.ReadAllBytes(path) : Endless(path);
    }

    /// <exception cref="UsageException">There is no such file.</exception>
    public static void Check(string path)
    {
        if (Directory.Exists(path)) throw new UsageException($"{path} is a folder; name a file in it");
        if (!File.Exists(path)) throw new UsageException($"{path}: there is no such file.{Near(path)}");
    }

    /// <summary>A pipe tells no length, and a device may have no end.</summary>
    static byte[] Endless(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new MemoryStream();
        var part = new byte[1 << 16];
        for (int n; (n = stream.Read(part)) > 0;)
        {
            bytes.Write(part, 0, n);
            if (bytes.Length > MaxEndless) throw new UsageException($"{path} is no file and does not end after {MaxEndless:N0} bytes");
        }
        return bytes.ToArray();
    }

    public static string Text(string path) => Text(path, Bytes(path));

    public static string Text(string path, byte[] bytes)
    {
        try { return new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes); }
        catch (ArgumentException) { throw new UsageException($"{path} is no text (it is not UTF-8). If it holds bare words of a program, call it .bin"); }
    }

    static string Near(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) return $" The folder {Path.GetDirectoryName(path)} does not exist either";
        var near = Nearest.To(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!));
        return near is null ? "" : $" Did you mean {Path.Combine(Path.GetDirectoryName(path) ?? "", near)}?";
    }
}
