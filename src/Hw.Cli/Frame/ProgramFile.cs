using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Cli;

/// <summary>A program on disk: assembly text; what `hw asm` made of it; or with the extension .bin the bare words.</summary>
static class ProgramFile
{
    public const string Extension = ".hwp", Raw = ".bin";

    /// <exception cref="IsaException">Every error of the text, as file(line,column).</exception>
    public static IsaProgram Load(string path, IsaDefinition? isa = null)
    {
        var bytes = InputFile.Bytes(path);
        return IsRaw(path) || ProgramImage.Is(bytes) ? Binary(path, bytes, isa ?? TxuIsa.Definition, raw: false) : Assemble(path, InputFile.Text(path, bytes), isa ?? TxuIsa.Definition);
    }

    public static IsaProgram Assemble(string path, string text, IsaDefinition isa, TextWriter? listing = null) =>
        Assembler.Assemble(isa, text, path, new() { Sources = new AssemblyFiles(), Listing = listing });

    /// <summary>A program that is no text.</summary>
    public static IsaProgram Binary(string path, IsaDefinition isa, bool raw) => Binary(path, InputFile.Bytes(path), isa, raw);

    static IsaProgram Binary(string path, byte[] bytes, IsaDefinition isa, bool raw)
    {
        if (!raw && ProgramImage.Is(bytes)) return ProgramImage.Read(isa, bytes, path);
        if (bytes.Length == 0) throw new UsageException($"{path} is empty; a program has at least one instruction");
        if (!raw && !IsRaw(path)) throw new UsageException($"{path} is no program that `hw asm` made. If it holds bare words of {isa.Name}, say --raw or call it {Raw}");
        try { return IsaProgram.FromBytes(isa, bytes, path); }
        catch (IsaException e) { throw new UsageException($"{path}: {e.Message}. `hw asm --raw` makes such a file from text"); }
    }

    public static bool IsRaw(string path) => Path.GetExtension(path).Equals(Raw, StringComparison.OrdinalIgnoreCase);
}
