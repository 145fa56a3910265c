using BenchmarkDotNet.Attributes;
using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Rv32i;

namespace Hw.Cli.Bench;

/// <summary>Instructions per second of the golden model where an instruction does next to nothing, so that what is measured is the engine: RV32I striking out composites in a byte table.</summary>
public class HartSpeed
{
    const string Sieve = """
                lui  s0, 16             # the table, 65536 bytes from 65536
                lui  s1, 32             # its end
                addi a0, zero, 2
        next:   add  t0, s0, a0
                lbu  t1, 0(t0)
                bne  t1, zero, struck
                add  t0, t0, a0
        strike: bgeu t0, s1, struck
                sb   a0, 0(t0)
                add  t0, t0, a0
                jal  zero, strike
        struck: addi a0, a0, 1
                sub  t2, s1, s0
                bltu a0, t2, next
                addi a7, zero, 93
                ecall

        """;
    readonly Rv32Machine machine = new(1 << 18);
    readonly IsaProgram program = Assembler.Assemble(Rv32i.Definition, Sieve);

    /// <summary>How many one run executes.</summary>
    internal static long Instructions => new HartSpeed().Run();

    [Benchmark]
    public long Run()
    {
        machine.Bytes.Clear();
        return GoldenEngine.Run(machine, program).Executed;
    }
}
