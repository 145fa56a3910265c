using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Cli;

/// <summary>A program on disk: assembly text; what `hw asm` made of it; or with the extension .bin the bare words.</summary>
static class ProgramFile
{
    public const string Binary = ".hwp", Raw = ".bin";

    /// <exception cref="IsaException">Every error of the text, as file(line,column).</exception>
    public static IsaProgram Load(string path, IsaDefinition? isa = null) =>
        IsRaw(path) || IsImage(path) ? Binaries(path, isa) : Assemble(path, isa ?? TxuIsa.Definition);

    public static IsaProgram Assemble(string path, IsaDefinition isa, TextWriter? listing = null) =>
        Assembler.Assemble(isa, InputFile.Text(path), path, new() { Sources = new AssemblyFiles(), Listing = listing });

    /// <summary>A program that is no text.</summary>
    public static IsaProgram Binaries(string path, IsaDefinition? isa = null, bool raw = false)
    {
        isa ??= TxuIsa.Definition;
        var bytes = InputFile.Bytes(path);
        if (!raw && ProgramImage.Is(bytes)) return ProgramImage.Read(isa, bytes, path);
        if (bytes.Length == 0) throw new UsageException($"{path} is empty; a program has at least one instruction");
        if (!raw && !IsRaw(path)) throw new UsageException($"{path} is no program that `hw asm` made. If it holds bare words of {isa.Name}, say --raw or call it .bin");
        try { return IsaProgram.FromBytes(isa, bytes, path); }
        catch (IsaException e) { throw new UsageException($"{path}: {e.Message}. `hw asm` makes such a file from text"); }
    }

    public static bool IsRaw(string path) => Path.GetExtension(path).Equals(Raw, StringComparison.OrdinalIgnoreCase);

    static bool IsImage(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[16];
        return ProgramImage.Is(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }
}
