using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>
/// Assembly text of any ISA to a program. A line is
/// <code>loop:  MM a1, a2, a3, s0, accumulate  wait(3, 4) signal(5)   ; comment</code>
/// operands in declared order, or as the instruction's syntax has them; those with a default may be left out or given as <c>name=value</c>; a flag is given by its name.
/// Labels and constants may be used before they are defined. ; # and // begin a comment. Letters' case does not matter. The whole language: docs/assembly.md.
/// All errors are found at once, and no text makes it fail otherwise, hang, or take more memory than its limits say.
/// </summary>
public static class Assembler
{
    /// <exception cref="IsaException">Every error of the text.</exception>
    public static IsaProgram Assemble(IsaDefinition isa, string text, string file = "input.asm", AssemblyOptions? options = null) =>
        TryAssemble(isa, text, out var errors, file, options) ?? throw new IsaException([.. errors.Select(e => e.Text)]);

    /// <returns>The program, or null and the errors.</returns>
    public static IsaProgram? TryAssemble(IsaDefinition isa, string text, out ImmutableArray<AssemblyError> errors, string file = "input.asm", AssemblyOptions? options = null)
    {
        var run = new AssemblyRun(isa, options ?? new());
        run.Read(file, text);
        return run.Finish(out errors);
    }
}

/// <summary>Where assembly finds what it names, and how much it may make of it.</summary>
public sealed record AssemblyOptions
{
    /// <summary>Files for .include and .tensor; without, both are refused.</summary>
    public IAssemblySources? Sources { get; init; }
    public int MaxWords { get; init; } = 1 << 24;
    public long MaxDataBytes { get; init; } = 1 << 30;
    /// <summary>Characters of all files together, each as often as it is included.</summary>
    public long MaxText { get; init; } = 1 << 28;
    public int MaxErrors { get; init; } = 100;
    /// <summary>Gets the listing of a text without errors: addresses, encodings and data beside each line, then the symbols.</summary>
    public TextWriter? Listing { get; init; }
}

/// <summary>The files that assembly names. A path is what the text says, put beside the file that says it.</summary>
public interface IAssemblySources
{
    /// <exception cref="IsaException">There is no such text; the message says why.</exception>
    string Text(string path);

    /// <summary>A tensor of a file, at most so many bytes of it; <paramref name="name"/> is null where the file holds one.</summary>
    /// <exception cref="IsaException">There is no such tensor; the message says why.</exception>
    Tensor Tensor(string path, string? name, long maxBytes);
}

/// <summary>Numbers in memory order, the last index fastest, little-endian.</summary>
public sealed record Tensor(Numeral Numeral, ImmutableArray<int> Shape, ReadOnlyMemory<byte> Bytes);
