using System.Runtime.InteropServices;
using Hw.Cosim;
using Hw.Ip;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;
using Hw.Txu.Control;

namespace Hw.TxuCosim;

/// <summary>
/// A running harness, driven as a host would: memory through the poke and peek ports in one native call each, registers by the
/// AXI4-Lite handshake, the end by the interrupt.
/// </summary>
public sealed class TxuSession : ILockstepSession
{
    const int WordBytes = AxiBus.BeatBytes;
    const int HandshakeLimit = 64;
    readonly TxuJob job;
    readonly bool borrowed;

    /// <param name="rows">What of the memory is written, as <see cref="TxuJob.MemoryRows()"/>; null for all of it.</param>
    /// <param name="borrowed">The simulation is somebody else's to dispose of.</param>
    internal TxuSession(TxuJob job, ISimulation simulation, uint[]? rows = null, bool borrowed = false)
    {
        (this.job, Simulation, this.borrowed) = (job, simulation, borrowed);
        try { Load(rows ?? job.MemoryRows()); }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ISimulation Simulation { get; }
    public string StopPort => "irq";

    /// <summary>Reset with the settings applied, then the memory.</summary>
    void Load(uint[] rows)
    {
        foreach (var port in Simulation.Ports)
            if (port.Info.Direction == PortDirection.Input) port.Write([]);   // some builds start with random inputs
        var s = job.Settings;
        Set("settings_latency", s.Latency);
        Set("settings_stalls", (int)s.Stalls);
        Set("settings_error_base", s.ErrorAddress / WordBytes);
        Set("settings_error_words", s.ErrorBytes / WordBytes);
        Set("seed", s.Seed);
        if (job.Target.Build.Select(s.Plant) is var plant && job.Target.Build.Plants.Count > 0) Set("plant_select", plant);
        Simulation.Reset(4);
        Poke(rows);
    }

    void Set(string port, long value) => Simulation[port].Value = (ulong)value;

    void Poke(uint[] rows)
    {
        Simulation.Play([Simulation["poke_valid"], Simulation["poke_address"], Simulation["poke_data"]], rows, rows.Length / TxuJob.WordsPerRow);
        Set("poke_valid", 0);
    }

    /// <summary>Reads memory back.</summary>
    /// <param name="address">A multiple of 32.</param>
    public byte[] Read(long address, int count)
    {
        if (address % WordBytes != 0) throw new SimException($"memory is read from multiples of {WordBytes}, not from 0x{address:X}");
        var words = (count + WordBytes - 1) / WordBytes;
        return Words([.. Enumerable.Range(0, words).Select(i => (uint)(address / WordBytes + i))])[..count];
    }

    /// <summary>Refuses a chip of another instruction set, gives it the program, and rings the doorbell.</summary>
    public void Begin()
    {
        var (isa, low) = (job.Program.Isa, ReadCsr(Csr.Id));
        // chips before 0.3 have the low half only, and answer with an error when asked for the high one
        var id = (low == (uint)isa.Id ? ReadCsr(Csr.IdHigh).ToString("x8") : "????????") + low.ToString("x8");
        if (IsaMismatch.Between(("the chip", isa.Name, id), ("the program", $"{isa.Name} {isa.Version}", isa.Hash), "Build the chip again from this checkout, or assemble the program with the checkout that the chip is from") is { } mismatch)
            throw new SimException(mismatch);
        if (ReadCsr(Csr.Lanes) is var lanes && lanes != job.Target.Lanes) throw new SimException($"the chip has {lanes} lanes, not {job.Target.Lanes}");
        WriteCsr(Csr.ProgramLow, (uint)job.ProgramAddress);
        WriteCsr(Csr.ProgramHigh, (uint)(job.ProgramAddress >> 32));
        WriteCsr(Csr.Length, (uint)job.Program.Count);
        WriteCsr(Csr.Watchdog, (uint)job.Settings.Watchdog);
        WriteCsr(Csr.Interrupt, 1);
        WriteCsr(Csr.Doorbell, 1);
    }

    /// <summary>Runs the program to its end.</summary>
    /// <returns>How it ended; null when it has not within <paramref name="maxCycles"/>.</returns>
    public RtlEnd? RunToEnd(ulong maxCycles = 1_000_000_000, CancellationToken token = default)
    {
        const ulong batch = 1 << 16;
        for (var last = Simulation.Cycle + maxCycles; Simulation.Cycle < last;)
        {
            token.ThrowIfCancellationRequested();
            if (Simulation.Run(Math.Min(batch, last - Simulation.Cycle), StopPort) == StopReason.StopPort) return End();
            Simulation.ClearRecords();
        }
        return null;
    }

    public RtlEnd End()
    {
        var counts = Counters.All.ToDictionary(c => c.Name, c => Wide(Counters.Address + 8 * (int)c.Counter));
        counts[TxuCounters.LoadWithheld] = Simulation["load_withheld"].Value;
        counts[TxuCounters.StoreWithheld] = Simulation["store_withheld"].Value;
        return new((Trap)ReadCsr(Csr.Cause), ReadCsr(Csr.Epc), (int)ReadCsr(Csr.Code), counts[Counter.Cycles.Name()], counts);
    }

    public string? Violation
    {
        get
        {
            foreach (var bus in (string[])["fetch", "load", "store"])
                if ((AxiRule)Simulation[$"{bus}_violation"].Value is var rule && rule != AxiRule.None) return $"the {bus} bus breaks the rule {rule}";
            return null;
        }
    }

    /// <summary>Looks at every word that is not zero in the golden, now or before the run; the stores to all others have been compared.</summary>
    public string? MemoryDifference(Machine golden)
    {
        var dram = ((TxuInHarness)golden).Dram;
        var words = new List<uint>();
        foreach (var (address, bytes) in dram.Pages)
            for (var at = 0; at < bytes.Length && address + at < job.Target.Build.MemoryBytes; at += WordBytes)
                if (bytes.AsSpan(at, WordBytes).ContainsAnyExcept((byte)0) || job.Memory.Read(address + at, WordBytes).AsSpan().ContainsAnyExcept((byte)0))
                    words.Add((uint)((address + at) / WordBytes));
        var rtl = Words([.. words]);
        for (var i = 0; i < words.Count; i++)
        {
            var address = (long)words[i] * WordBytes;
            var (here, there) = (rtl[(i * WordBytes)..((i + 1) * WordBytes)], dram.Read(address, WordBytes));
            var at = here.AsSpan().CommonPrefixLength(there);
            if (at < WordBytes) return $"memory at 0x{address + at:X}: rtl 0x{here[at]:X2}, golden 0x{there[at]:X2}";
        }
        return null;
    }

    /// <summary>Of the counters that are the same under every timing.</summary>
    public string? CounterDifference(Machine golden, RtlEnd end)
    {
        var counts = ((TxuInHarness)golden).Counts;
        foreach (var c in Counters.All)
            if (c.TimingFree && end.Of(c.Counter) != (ulong)counts[(int)c.Counter])
                return $"the counter \"{c.Name}\" is {end.Of(c.Counter):N0}, the golden counts {counts[(int)c.Counter]:N0}: {c.Summary}";
        return null;
    }

    byte[] Words(uint[] addresses)
    {
        var seen = new uint[addresses.Length * WordBytes / 4];
        Simulation.Capture([Simulation["peek_address"]], addresses, Simulation["peek_data"], seen, latency: 1);
        return MemoryMarshal.AsBytes(seen.AsSpan()).ToArray();
    }

    ulong Wide(int csr) => ReadCsr(csr) | (ulong)ReadCsr(csr + 4) << 32;

    void WriteCsr(int address, uint value)
    {
        Set("csr_aw_addr", address);
        Set("csr_w_data", value);
        Set("csr_aw_valid", 1);
        Set("csr_w_valid", 1);
        Until("csr_aw_ready", address);
        Set("csr_aw_valid", 0);
        Set("csr_w_valid", 0);
        Set("csr_b_ready", 1);
        Until("csr_b_valid", address, "csr_b_resp");
        Set("csr_b_ready", 0);
    }

    uint ReadCsr(int address)
    {
        Set("csr_ar_addr", address);
        Set("csr_ar_valid", 1);
        Until("csr_ar_ready", address);
        Set("csr_ar_valid", 0);
        Set("csr_r_ready", 1);
        var value = Until("csr_r_valid", address, "csr_r_resp", "csr_r_data");
        Set("csr_r_ready", 0);
        return value;
    }

    /// <summary>Clocks until a handshake output is 1 and once more; what the data output showed then.</summary>
    uint Until(string port, int address, string? response = null, string? data = null)
    {
        for (var i = 0; i < HandshakeLimit; i++)
        {
            var (done, resp) = (Simulation[port].Value == 1, response is null ? 0 : (int)Simulation[response].Value);
            var value = data is null ? 0 : (uint)Simulation[data].Value;
            Simulation.Step();
            if (!done) continue;
            return resp == AxiBus.Okay ? value : throw new SimException($"the register at 0x{address:X3} answers with error {resp}");
        }
        throw new SimException($"the register at 0x{address:X3}: `{port}` stays 0 for {HandshakeLimit} cycles");
    }

    public void Dispose()
    {
        if (!borrowed) Simulation.Dispose();
    }
}
