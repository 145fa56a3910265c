using System.CommandLine;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Cli;

/// <summary>What memory holds before a run, and what of it is kept after: --dram FILE@ADDR and --dump ADDR,LEN,FILE, as often as wanted.</summary>
sealed class MemoryOptions
{
    readonly Option<string[]> dram = new("--dram") { Description = "Load a file into memory before the run", HelpName = "FILE@ADDR" };
    readonly Option<string[]> dump = new("--dump") { Description = "Write a part of memory to a file after the run", HelpName = "ADDR,LEN,FILE" };

    public IEnumerable<Option> All => [dram, dump];
    public Option Input => dram;

    public IReadOnlyList<string> Typed(ParseResult arguments) => arguments.GetValue(dram) ?? [];

    /// <summary>What --dram puts there, over what there is otherwise; and over both the program's data.</summary>
    public Dram Load(ParseResult arguments, IsaProgram? program, Dram? otherwise = null)
    {
        var memory = otherwise ?? new Dram();
        foreach (var text in Typed(arguments))
        {
            var at = text.LastIndexOf('@');
            if (at <= 0) throw new UsageException($"--dram {text}: write FILE@ADDR, such as weights.bin@0x100000");
            memory.Write(Parameters.Number(text[(at + 1)..], "--dram"), InputFile.Bytes(text[..at]));
        }
        if (program is not null) memory.Write(program);
        return memory;
    }

    public IReadOnlyList<(long Address, int Length, string File)> Dumps(ParseResult arguments) => [.. (arguments.GetValue(dump) ?? []).Select(Dump)];

    static (long, int, string) Dump(string text)
    {
        if (text.Split(',', 3) is not [var address, var length, { Length: > 0 } file]) throw new UsageException($"--dump {text}: write ADDR,LEN,FILE, such as 0x100000,4096,out.bin");
        var bytes = Parameters.Number(length, "--dump");
        return bytes is > 0 and <= 1 << 30 ? (Parameters.Number(address, "--dump"), (int)bytes, file) : throw new UsageException($"--dump {text}: the length is 1 … {1 << 30} bytes");
    }
}
