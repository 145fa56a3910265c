using System.Diagnostics;
using System.Text;
using Hw.Isa;
using Hw.Isa.Rv32i;
using Hw.Isa.Txu;

namespace Hw.Cli.Bench;

/// <summary>Lines per second of the assembler, one thread: instructions of many operands for the TXU, short ones and branches for RV32I; labels, constants and comments in both.</summary>
static class AssemblySpeed
{
    const int Lines = 100_000, Rounds = 9;
    const double Goal = 500_000;

    static readonly string[] txu =
    [
        "tile{0}: SETA  a1, BASE + {0} * ROWS      ; where it lies", "        SETS  s0, ROWS, 3, st0=64", "        LD    a0, a1, s0  wait(3, 4) signal(5)", "        MM    a1, a2, a3, s15, ADD  signal(1,2)",
        "        VQ    a1, a2, s3, scale=0xFFFF, 63", "        SETA  a4, end", "        ST    a1, a2, s3, ACC   # sums", "        LOOP  16", "        NOP   VX", "        ENDL",
    ];

    static readonly string[] rv32i =
    [
        "l{0}:   addi a0, a1, -5      # comment", "        lw   a0, 8(sp)", "        beq  a0, a1, l{0}", "        lui  a0, 0x12345", "        add  t0, t1, t2", "        sw   ra, -4(s0)", "        bne  a0, zero, m{0}", "        andi a0, a0, MASK & 15", "m{0}:   slli a0, a0, 3", "        jal  ra, l{0}",
    ];

    public static IEnumerable<Figure> Measure(Terminal terminal, CancellationToken token)
    {
        yield return Of(TxuIsa.Definition, ".equ ROWS, 16\n.equ BASE, 0x10000\n", txu, "\nend:\n", token);
        yield return Of(Rv32i.Definition, ".equ MASK, 7\n", rv32i, "\n", token);
    }

    static Figure Of(IsaDefinition isa, string head, string[] lines, string tail, CancellationToken token)
    {
        var text = new StringBuilder(head);
        for (var i = 0; i < Lines; i++) text.Append(string.Format(System.Globalization.CultureInfo.InvariantCulture, lines[i % lines.Length], i / lines.Length)).Append('\n');
        var whole = text.Append(tail).ToString();
        var speeds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            token.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            Assembler.Assemble(isa, whole);
            if (round >= Rounds / 3) speeds.Add(Lines / clock.Elapsed.TotalSeconds);
        }
        return new("asm", $"assembly of {Lines:N0} lines, {isa.Name}", Figure.Median(speeds), Goal, v => $"{v:N0} lines/s");
    }
}
