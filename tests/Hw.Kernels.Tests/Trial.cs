using Hw.Golden;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>A product with random operands in a machine's DRAM, and what plain loops say of it.</summary>
sealed class Trial
{
    const long Weights = 0x100_0000, Activations = 0x200_0000, Quantized = 0x300_0000, Sums = 0x400_0000;
    readonly int[] w, x;

    public Trial(int tokens, int features, int outputs, int lanes, bool quantized = true, bool sums = true, int seed = 1, MmType type = MmType.INT8, VqType narrow = VqType.BF16, float? scale = null)
    {
        var random = new Random(seed);
        (w, x) = (Draw(outputs * features), Draw(tokens * features));
        Problem = new GemmProblem
        {
            Type = type, Narrow = narrow, Scale = scale,
            Tokens = tokens, Features = features, Outputs = outputs, Lanes = lanes, Weights = Weights, Activations = Activations,
            Quantized = quantized ? Quantized : null,
            Sums = sums ? Sums : null,
            Requantizations = type == MmType.INT8 ? [.. Enumerable.Range(0, (outputs + 31) / 32).Select(_ => new Requantization(random.Next(1, 65536), random.Next(18, 30)))] : [],
        };

        int[] Draw(int count) => type == MmType.INT8 ? [.. Enumerable.Range(0, count).Select(_ => (int)(byte)random.Next(-128, 128))] : Numbers.Normal(type, count, random);
    }

    public GemmProblem Problem { get; }

    public TxuMachine Machine(long shift = 0)
    {
        var (q, machine) = (Problem, new TxuMachine(Problem.Lanes));
        Place(machine, shift);
        return machine;
    }

    /// <summary>Weight rows are filled up with rubbish (NaN where the type has one), which must not count.</summary>
    public void Place(TxuMachine machine, long shift)
    {
        var q = Problem;
        var rubbish = Numbers.Bytes(q.Type, Enumerable.Repeat(q.Type == MmType.BF16 ? 0x7FC0 : 0x7F, q.WeightPitch / q.ElementBytes - q.Features));
        for (var n = 0; n < q.Outputs; n++) machine.Dram.Write(Weights + shift + (long)n * q.WeightPitch, [.. Numbers.Bytes(q.Type, w[(n * q.Features)..((n + 1) * q.Features)]), .. rubbish]);
        machine.Dram.Write(Activations + shift, Numbers.Blocks(q.Type, x, q.Tokens, q.Features, q.Lanes));
    }

    /// <summary>Runs the program on the golden; it must halt.</summary>
    public TxuMachine Run(TxuProgram program)
    {
        var machine = Machine();
        var outcome = GoldenEngine.Run(machine, program.Code);
        Assert.True(outcome.Ending == Ending.Halted, outcome.Message);
        return machine;
    }

    /// <summary>INT32 sums, or patterns of FP32 ones.</summary>
    public int[] SumsOf(TxuMachine m, long shift = 0) => TokenBlocks.UnpackSums(m.Dram.Read(Sums + shift, (int)Problem.SumsBytes), Problem.Tokens, Problem.Outputs, Problem.Lanes);
    public sbyte[] QuantizedOf(TxuMachine m, long shift = 0) => TokenBlocks.Unpack(m.Dram.Read(Quantized + shift, (int)Problem.QuantizedBytes), Problem.Tokens, Problem.Outputs, Problem.Lanes);

    /// <summary>Patterns of BF16 or E4M3 results.</summary>
    public int[] NarrowedOf(TxuMachine m) => m.Dram.Read(Quantized, (int)Problem.QuantizedBytes) is var bytes && Problem.Narrow == VqType.BF16
        ? [.. TokenBlocks.Unpack<ushort>(bytes, Problem.Tokens, Problem.Outputs, Problem.Lanes).Select(p => (int)p)]
        : [.. TokenBlocks.Unpack<byte>(bytes, Problem.Tokens, Problem.Outputs, Problem.Lanes).Select(p => (int)p)];

    public byte[] RawSums(TxuMachine m) => m.Dram.Read(Sums, (int)Problem.SumsBytes);
    public byte[] RawQuantized(TxuMachine m) => m.Dram.Read(Quantized, (int)Problem.QuantizedBytes);

    /// <summary>[token][output], by a triple loop in double, exact for INT8; and the sum of the products' magnitudes.</summary>
    public (double Sum, double Magnitude)[] Expected()
    {
        var (ws, xs, q) = (Numbers.Values(Problem.Type, w), Numbers.Values(Problem.Type, x), Problem);
        var y = new (double Sum, double Magnitude)[q.Tokens * q.Outputs];
        for (var t = 0; t < q.Tokens; t++)
            for (var n = 0; n < q.Outputs; n++)
                for (var k = 0; k < q.Features; k++)
                {
                    var product = ws[n * q.Features + k] * xs[t * q.Features + k];
                    y[t * q.Outputs + n].Sum += product;
                    y[t * q.Outputs + n].Magnitude += Math.Abs(product);
                }
        return y;
    }

    public int[] ExpectedSums() => [.. Expected().Select(y => (int)y.Sum)];

    public sbyte[] ExpectedQuantized() =>
        [.. ExpectedSums().Select((sum, i) => Problem.Requantizations[i % Problem.Outputs / 32] is var q ? (sbyte)Hw.Oracles.RequantizeOracle.Of(sum, q.Scale, q.Shift) : (sbyte)0)];
}
