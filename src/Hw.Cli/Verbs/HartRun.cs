using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Rv32i;

namespace Hw.Cli.Verbs;

/// <summary>`hw run` of an RV32I program on the golden: a linked ELF file, or assembly text whose code begins at address 0. What the program writes goes where text goes.</summary>
static class HartRun
{
    const int MemoryBytes = 1 << 26;
    const long Slice = 10_000_000;

    public static int Run(string path, long limit, Terminal terminal, CancellationToken token)
    {
        var machine = new Rv32Machine(MemoryBytes, terminal.Output);
        var (program, entry) = IsElf(path) ? machine.Load(Elf32.Read(InputFile.Bytes(path), path)) : (Text(machine, path), 0);
        var run = new GoldenEngine(machine, program, entry: entry);
        Outcome outcome;
        do
        {
            token.ThrowIfCancellationRequested();
            outcome = run.Run(Math.Min(limit, run.Executed + Slice));
        }
        while (outcome.Ending == Ending.Limit && run.Executed < limit);
        if (outcome.Ending == Ending.Halted) terminal.Say(outcome.Message);
        else terminal.Error($"hw run: {outcome.Message}");
        IsaStamp.PutResult(terminal, machine.Isa);
        (terminal.Result["ending"], terminal.Result["cause"], terminal.Result["code"], terminal.Result["instructions"]) = ($"{outcome.Ending}", $"{outcome.Cause}", outcome.HaltCode, outcome.Executed);
        return outcome.Ending == Ending.Limit ? ExitCode.Hang : ExitCode.OfTrap(outcome.Cause);
    }

    /// <summary>By what the file begins with; a pipe is none.</summary>
    public static bool IsElf(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return false;
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return Elf32.Is(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }

    static IsaProgram Text(Rv32Machine machine, string path)
    {
        var program = ProgramFile.Load(path, machine.Isa);
        var memory = machine.Bytes;
        foreach (var part in program.Data.Prepend(new(0, program.ToBytes())))
        {
            if (part.Address < 0 || part.End > memory.Length) throw new UsageException($"{path} has {part.Bytes.Length:N0} bytes at 0x{part.Address:x}, and memory ends at 0x{memory.Length:x}");
            part.Bytes.Span.CopyTo(memory[(int)part.Address..]);
        }
        return program;
    }
}
