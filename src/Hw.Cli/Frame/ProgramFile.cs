using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Cli;

/// <summary>A TXU program on disk: assembly text, or with the extension .bin the words themselves.</summary>
static class ProgramFile
{
    public const string Binary = ".bin";

    /// <exception cref="IsaException">Every error of the text, as file(line,column).</exception>
    public static IsaProgram Load(string path) =>
        Path.GetExtension(path).Equals(Binary, StringComparison.OrdinalIgnoreCase) ? Words(path) : Assembler.Assemble(TxuIsa.Definition, InputFile.Text(path), path);

    public static IsaProgram Words(string path)
    {
        var bytes = InputFile.Bytes(path);
        if (bytes.Length == 0) throw new UsageException($"{path} is empty; a program has at least one instruction");
        try { return IsaProgram.FromBytes(TxuIsa.Definition, bytes, path); }
        catch (IsaException e) { throw new UsageException($"{path}: {e.Message}. `hw asm` makes such a file from text"); }
    }
}
