using System.Runtime.InteropServices;
using Hw.Golden;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>A problem with random operands in a machine's DRAM, and what plain loops say of it.</summary>
sealed class Trial
{
    const long Weights = 0x100_0000, Activations = 0x200_0000, Quantized = 0x300_0000, Sums = 0x400_0000;
    readonly sbyte[] w, x;

    public Trial(int tokens, int features, int outputs, int lanes, bool quantized = true, bool sums = true, int seed = 1, int least = -128)
    {
        var random = new Random(seed);
        (w, x) = (Draw(outputs * features), Draw(tokens * features));
        Problem = new GemmProblem
        {
            Tokens = tokens, Features = features, Outputs = outputs, Lanes = lanes, Weights = Weights, Activations = Activations,
            Quantized = quantized ? Quantized : null,
            Sums = sums ? Sums : null,
            Requantizations = [.. Enumerable.Range(0, outputs / 32).Select(_ => new Requantization(random.Next(1, 65536), random.Next(18, 30)))],
        };

        sbyte[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (sbyte)random.Next(least, 128))];
    }

    public GemmProblem Problem { get; }

    public TxuMachine Machine()
    {
        var machine = new TxuMachine(Problem.Lanes);
        machine.Dram.Write(Weights, MemoryMarshal.AsBytes(w.AsSpan()));
        machine.Dram.Write(Activations, TokenBlocks.Pack(x, Problem.Tokens, Problem.Features, Problem.Lanes));
        return machine;
    }

    /// <summary>Runs the program on the golden; it must halt.</summary>
    public TxuMachine Run(TxuProgram program)
    {
        var machine = Machine();
        var outcome = GoldenEngine.Run(machine, program.Code);
        Assert.Equal((Ending.Halted, outcome.Message), (outcome.Ending, outcome.Message));
        return machine;
    }

    public int[] SumsOf(TxuMachine m) => TokenBlocks.UnpackSums(m.Dram.Read(Sums, (int)Problem.SumsBytes), Problem.Tokens, Problem.Outputs, Problem.Lanes);
    public sbyte[] QuantizedOf(TxuMachine m) => TokenBlocks.Unpack(m.Dram.Read(Quantized, (int)Problem.QuantizedBytes), Problem.Tokens, Problem.Outputs, Problem.Lanes);
    public byte[] RawSums(TxuMachine m) => m.Dram.Read(Sums, (int)Problem.SumsBytes);
    public byte[] RawQuantized(TxuMachine m) => m.Dram.Read(Quantized, (int)Problem.QuantizedBytes);

    /// <summary>[token][output], by a triple loop.</summary>
    public int[] ExpectedSums()
    {
        var y = new int[Problem.Tokens * Problem.Outputs];
        for (var t = 0; t < Problem.Tokens; t++)
            for (var n = 0; n < Problem.Outputs; n++)
                for (var k = 0; k < Problem.Features; k++)
                    y[t * Problem.Outputs + n] += w[n * Problem.Features + k] * x[t * Problem.Features + k];
        return y;
    }

    public sbyte[] ExpectedQuantized() =>
        [.. ExpectedSums().Select((sum, i) => Problem.Requantizations[i % Problem.Outputs / 32] is var q ? (sbyte)Hw.Oracles.RequantizeOracle.Of(sum, q.Scale, q.Shift) : (sbyte)0)];
}
