using System.Text.Json.Nodes;
using Hw.Cosim;
using Hw.Golden;
using Hw.Isa.Txu;
using Hw.Models;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>The attention half of a layer in lockstep, one program, and how far each tensor on its way is from the float layer.</summary>
sealed class AttentionRun(AttentionJob attention, TxuTarget target, TxuSettings settings, string replay)
{
    public Verdict Run(CancellationToken token) => Lockstep.Run(Job(), new() { CompareMemory = true }, token);

    public TxuJob Job() => target.Job(attention.Program.Code, Memory(), settings, replay);

    public void Report(Terminal terminal, Verdict verdict)
    {
        var results = Results();
        var use = attention.MultiplyAdds / (verdict.Cycles * (double)(Bits.Dot32.Depth * target.Lanes));
        terminal.Say($"attention of layer {attention.Layer} in BF16, one program of {attention.Program.Count:N0} instructions: {verdict.Cycles:N0} cycles, {use:P1} of the MAC array, {verdict.Writes:N0} writes compared, 0 mismatches");
        terminal.Table(["tensor", "tokens × features ", "error, rms ", "error, max "], attention.Stages.Select(s =>
            s.Error(results) is var e ? new[] { s.Name, $"{s.Expected.Rows} × {s.Expected.Columns}", $"{e.RelativeRms:P2}", $"{e.RelativeMax:P2}" } : []));
        terminal.Result["attention"] = new JsonObject
        {
            ["instructions"] = verdict.Instructions, ["writes"] = verdict.Writes, ["mismatches"] = 0, ["cycles"] = verdict.Cycles, ["utilization"] = use,
            ["tensors"] = new JsonArray([.. attention.Stages.Select(s => s.Error(results) is var e ? new JsonObject { ["name"] = s.Name, ["rms"] = e.RelativeRms, ["max"] = e.RelativeMax } : null)]),
        };
    }

    /// <summary>Lockstep has compared all of memory, so the golden's results are the chip's.</summary>
    Func<long, int, byte[]> Results()
    {
        var machine = new TxuMachine(target.Lanes);
        attention.Image.CopyTo(machine.Dram);
        GoldenEngine.Run(machine, attention.Program.Code);
        return machine.Dram.Read;
    }

    Dram Memory()
    {
        var memory = new Dram();
        attention.Image.CopyTo(memory);
        return memory;
    }
}
