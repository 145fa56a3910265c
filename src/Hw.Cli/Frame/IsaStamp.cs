using Hw.Isa;

namespace Hw.Cli;

/// <summary>Of which instruction set a report is, so that a verdict or a figure can be held against a definition later.</summary>
static class IsaStamp
{
    public static void Put(Terminal terminal, IsaDefinition isa)
    {
        terminal.Say($"  instruction set {isa.Name} {isa.Version} {isa.Hash[..16]}");
        PutResult(terminal, isa);
    }

    /// <summary>For --json alone: where the lines are a program's own.</summary>
    public static void PutResult(Terminal terminal, IsaDefinition isa) =>
        (terminal.Result["isa"], terminal.Result["hash"]) = ($"{isa.Name} {isa.Version}", isa.Hash);
}
