using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;

namespace Hw.Cosim.Tests;

/// <summary>Program, golden and chip of different instruction sets refuse to run together, each pair of them.</summary>
public class MismatchTests
{
    /// <summary>The TXU with semaphores that count to 62: the same opcodes, and another instruction set.</summary>
    static readonly IsaDefinition other = IsaDefinition.Define(TxuIsa.Definition.Shape with { Semaphores = new(32, 62) }, typeof(TxuIsa).Assembly);

    static IsaProgram Halt(IsaDefinition isa)
    {
        var program = new IsaProgram(isa);
        program.Add(new Halt());
        return program;
    }

    [Fact]
    public void A_program_and_the_golden()
    {
        var e = Assert.Throws<IsaException>(() => GoldenEngine.Run(new TxuMachine(4), Halt(other)));
        Assert.Equal($"error HW3006: the program is of the instruction set txu {other.Version} {other.Hash[..16]}, the golden model of txu {TxuIsa.Definition.Version} {TxuIsa.Definition.Hash[..16]}. Assemble the program again from its source", e.Message);
        Assert.Equal(Ending.Halted, GoldenEngine.Run(new TxuMachine(4), Halt(TxuIsa.Definition)).Ending);
    }

    [Fact]
    public void A_program_and_the_chip()
    {
        using var session = (TxuCosim.TxuSession)Chips.Four(TxuCosim.Engine.BuiltIn).Job(Halt(other), new Dram(), new()).Start();
        var e = Assert.Throws<SimException>(session.Begin);
        Assert.Matches($"^error HW3006: the chip is of the instruction set txu [?]{{8}}{TxuIsa.Definition.Hash[8..16]}, the program of txu {other.Version} {other.Hash[..16]}\\. Build the chip again from this checkout, or", e.Message);
    }
}
