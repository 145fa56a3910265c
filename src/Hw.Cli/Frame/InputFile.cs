using Hw.Isa;

namespace Hw.Cli;

/// <summary>Files that the command line names: read whole, or an error that names the nearest one there is.</summary>
static class InputFile
{
    public static byte[] Bytes(string path)
    {
        if (Directory.Exists(path)) throw new UsageException($"{path} is a folder; name a file in it");
        if (!File.Exists(path)) throw new UsageException($"{path}: there is no such file.{Near(path)}");
        return File.ReadAllBytes(path);
    }

    public static string Text(string path)
    {
        var bytes = Bytes(path);
        try { return new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes); }
        catch (ArgumentException) { throw new UsageException($"{path} is no text (it is not UTF-8). If it is a program in binary form, call it .bin"); }
    }

    static string Near(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) return $" The folder {Path.GetDirectoryName(path)} does not exist either";
        var near = Nearest.To(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!));
        return near is null ? "" : $" Did you mean {Path.Combine(Path.GetDirectoryName(path) ?? "", near)}?";
    }
}
