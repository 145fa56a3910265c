using Hw.Isa.Txu;

namespace Hw.IsaProof.Tests;

/// <summary>Every fault that can be planted is found, and what is none is not taken for one.</summary>
public class FaultTests
{
    static readonly Questions questions = new(Tiny.Isa);

    [Fact]
    public void Every_planted_fault_of_a_small_set_is_found()
    {
        var faults = Faults.Of(Tiny.Isa);
        var fates = new FaultRun(questions).Run(faults);
        Assert.Empty(fates.Where(f => f.Survived).Select(f => f.ToString()));
        Assert.True(fates.Count(f => f.Killed) > 200, $"{fates.Count}");
        string[] kinds = ["case dropped", "fixed bit flipped", "fixed bit ignored", "reserved bit forgotten", "ignored bit refused", "specialisation ignored", "cause order swapped", "legal set", "field moved",
            "pieces swapped", "sign", "fields swapped"];
        Assert.Equal(kinds.Order(), fates.Where(f => f.Killed && f.Side == Side.Verilog).Select(f => f.Fault.Kind).Distinct().Order());
    }

    [Fact]
    public void A_word_that_kills_is_about_the_faulty_instruction()
    {
        var fault = Faults.Of(Tiny.Isa).Single(f => f.ToString() == "HOP: reserved bit 13 forgotten");
        foreach (var fate in new FaultRun(questions).Run([fault]))
            Assert.Equal(("HOP", "bit 13"), (questions.Finding(fate.KilledBy!.Value).Row?.Name, questions.Finding(fate.KilledBy.Value).What));
    }

    [Fact]
    public void What_changes_nothing_is_said_to_be_no_fault()
    {
        var fates = new FaultRun(questions).Run([new("none", "nothing", Tiny.Isa.Instructions[0], i => i, false), .. Faults.Of(Tiny.Isa).Where(f => f.ToString() == "DO: Op legal for all but 2")]);
        Assert.Equal(["the Verilog is the same", "proven by Yosys"], fates.Where(f => f.Side == Side.Verilog).Select(f => f.Equivalent));
        Assert.All(fates, f => Assert.False(f.Survived || f.Killed));
    }

    [Fact]
    public void A_fault_that_no_word_sees_survives_and_the_solver_says_which_word_is_lacking()
    {
        var halt = TxuIsa.Definition.Find("HALT")!;
        var hole = new Fault("hole", "Code not legal for 31,337", halt, i => i with { Operands = [i.Operands[0] with { Legal = [new(0, 31_336), new(31_338, 65_535)] }] }, false);
        var fates = new FaultRun(new(TxuIsa.Definition)).Run([hole]);
        Assert.All(fates, f => Assert.True(f.Survived));
        Assert.Equal(31_337, halt.Operands[0].Decode(fates.Single(f => f.Side == Side.Verilog).Lacking!.Value));
    }

    [Fact]
    public void A_record_says_what_was_proven_and_is_the_same_each_time()
    {
        var report = new ProofReport(questions) { SolverProven = true };
        var fates = new FaultRun(questions).Run([.. Faults.Of(Tiny.Isa).Where(f => f.Kind == "case dropped")]);
        var text = ProofFile.Write(report, fates);
        Assert.Equal(text, ProofFile.Write(new ProofReport(new Questions(Tiny.Isa)) { SolverProven = true }, fates));
        var json = System.Text.Json.JsonDocument.Parse(text).RootElement;
        Assert.Equal(Tiny.Isa.EncodingHash, json.GetProperty("hash").GetString());
        var hop = json.GetProperty("instructions").GetProperty("HOP");
        Assert.Equal((5, 3, 3), (hop.GetProperty("cubes").GetInt32(), hop.GetProperty("mutants").GetInt32(), hop.GetProperty("killed").GetInt32()));
    }
}
