using Hw.Cosim;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;

namespace Hw.TxuCosim;

/// <summary>One program on the TXU, with what its memory holds and how its surroundings behave.</summary>
public sealed class TxuJob : ILockstepTarget
{
    /// <summary>Bytes that one fetch asks for; programs start at a multiple.</summary>
    const int Line = 512;

    internal TxuJob(TxuTarget target, IsaProgram program, Dram memory, TxuSettings settings, string replay)
    {
        (Target, Program, Settings, Replay) = (target, program, settings, replay);
        var size = target.Build.MemoryBytes;
        var bytes = program.ToBytes();
        ProgramAddress = settings.ProgramAddress ?? size - bytes.Length & -Line;
        if (ProgramAddress % Line != 0 || ProgramAddress < 0 || ProgramAddress + bytes.Length > size)
            throw new SimException($"a program of {bytes.Length:N0} bytes does not fit at 0x{ProgramAddress:X}: it lies at a multiple of {Line}, in {size:N0} bytes of memory");
        foreach (var (address, page) in memory.Pages)
        {
            var used = page.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
            if (used > 0 && address + used > size) throw new SimException($"the image reaches 0x{address + used - 1:X}, beyond the {size:N0} bytes of memory of this build");
            if (used > 0 && address < ProgramAddress + bytes.Length && address + used > ProgramAddress
                && page.AsSpan((int)Math.Clamp(ProgramAddress - address, 0, page.Length)..(int)Math.Clamp(ProgramAddress + bytes.Length - address, 0, page.Length)).ContainsAnyExcept((byte)0))
                throw new SimException($"the image has data where the program lies, 0x{ProgramAddress:X} … 0x{ProgramAddress + bytes.Length - 1:X}: give the program another address");
            Memory.Write(address, page);
        }
        Memory.Write(ProgramAddress, bytes);
    }

    public TxuTarget Target { get; }
    public IsaProgram Program { get; }
    public TxuSettings Settings { get; }
    public long ProgramAddress { get; }
    /// <summary>Before the run, program included.</summary>
    public Dram Memory { get; } = new();
    public string Title => $"txu C={Target.Lanes}{(Target.Build.Engine == Engine.BuiltIn ? ", built-in simulator" : "")}, {Settings}";
    public string Replay { get; }
    public IReadOnlyDictionary<string, WriteView> Views => TxuChannels.Views;

    public Machine Golden() => new TxuInHarness(this).Loaded();

    public Trap FetchFault(int pc) => (uint)pc < (uint)Program.Count && TxuInHarness.Fails(this, ProgramAddress + pc * 16L & -Line, Line) ? Trap.FetchError : Trap.None;

    /// <summary>A fresh simulation with the program and its memory loaded.</summary>
    public TxuSession Start(bool waves = false, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        return new(this, Target.Built(waves, token).Start((ulong)Settings.Seed));
    }

    /// <summary>The same on a simulation of the harness that somebody else has started.</summary>
    public TxuSession On(ISimulation simulation) => new(this, simulation);

    ILockstepSession ILockstepTarget.Start(bool waves, CancellationToken token) => Start(waves, token);

    /// <summary>Of <see cref="MemoryRows"/>: valid, address, and the eight 32-bit words of the data.</summary>
    internal const int WordsPerRow = 2 + TxuIsa.RowBytes / 4;

    /// <summary>
    /// The memory as rows to play into <c>poke_valid, poke_address, poke_data</c>: every 32-byte word that is not zero. Memory starts as
    /// zeros, except in a build that randomizes what is not reset.
    /// </summary>
    public uint[] MemoryRows() => Rows(Memory, Target.Build.Simulator.Profile == Profile.Checked);

    /// <summary>The same, of the program alone.</summary>
    internal uint[] ProgramRows()
    {
        var program = new Dram();
        program.Write(ProgramAddress, Program.ToBytes());
        return Rows(program);
    }

    internal uint[] Rows(Dram memory, bool all = false)
    {
        var rows = new List<uint>();
        foreach (var (address, bytes) in memory.Pages)
            for (var at = 0; at < bytes.Length && address + at < Target.Build.MemoryBytes; at += TxuIsa.RowBytes)
            {
                var word = bytes.AsSpan(at, TxuIsa.RowBytes);
                if (!all && !word.ContainsAnyExcept((byte)0)) continue;
                rows.Add(1);
                rows.Add((uint)((address + at) / TxuIsa.RowBytes));
                rows.AddRange(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(word));
            }
        return [.. rows];
    }
}
