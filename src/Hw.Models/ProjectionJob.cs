using System.Runtime.InteropServices;

namespace Hw.Models;

/// <summary>What the machine computed for one projection, [token][output], and how far it is from the float layer.</summary>
public sealed record ProjectionResult(int[] Sums, sbyte[] Quantized, ErrorFigures SumsError, ErrorFigures QuantizedError);

/// <summary>A float tensor as INT8 with one scale, and where it lies in DRAM as token blocks.</summary>
sealed record QuantizedInput(Matrix Float, double Scale, long Address)
{
    public static QuantizedInput Place(Matrix x, int lanes, DramImage image)
    {
        var scale = Quantize.Scale(x.Values);
        return new(x, scale, image.Place(TokenBlocks.Pack(Quantize.Elements(x.Values, scale), x.Rows, x.Columns, lanes)));
    }
}

/// <summary>
/// One projection y = x · Wᵀ of a layer as the machine runs it: INT8 activations with one scale, INT8 weights with a scale per 32 outputs, exact
/// INT32 sums, and INT8 results with one scale, which each block of 32 outputs reaches by its own requantization.
/// </summary>
public sealed class ProjectionJob
{
    const int Block = 32;
    readonly double[] sumScales;          // what one unit of a sum is worth, per block of outputs
    readonly double outputScale;

    internal ProjectionJob(string name, QuantizedInput input, Matrix weight, Matrix expected, int lanes, DramImage image)
    {
        (Expected, outputScale) = (expected, Quantize.Scale(expected.Values));
        sumScales = new double[weight.Rows / Block];
        var elements = new sbyte[weight.Values.Length];
        for (var b = 0; b < sumScales.Length; b++)
        {
            var (start, count) = (b * Block * weight.Columns, Block * weight.Columns);
            var block = weight.Values.AsSpan(start, count);
            var scale = Quantize.Scale(block);
            Quantize.Elements(block, scale).CopyTo(elements, start);
            sumScales[b] = input.Scale * scale;
        }
        Problem = new GemmProblem
        {
            Name = name, Tokens = input.Float.Rows, Features = weight.Columns, Outputs = weight.Rows, Lanes = lanes,
            Activations = input.Address,
            Weights = image.Place(MemoryMarshal.AsBytes(elements.AsSpan()).ToArray()),
            Quantized = image.Reserve(TokenBlocks.Bytes(input.Float.Rows, weight.Rows, lanes)),
            Sums = image.Reserve(TokenBlocks.Bytes(input.Float.Rows, weight.Rows, lanes) * TxuIsa.AccSlotBytes),
            Requantizations = [.. sumScales.Select(s => Requantization.Nearest(s / outputScale))],
        };
        Program = Gemm.Program(Problem);
    }

    public string Name => Problem.Name;
    public GemmProblem Problem { get; }
    /// <summary>This projection alone.</summary>
    public TxuProgram Program { get; }
    /// <summary>What the float layer gives, a token per row.</summary>
    public Matrix Expected { get; }

    public ProjectionResult Read(Dram dram) => Read(dram.Read);

    /// <summary>The results in a memory after a run: <paramref name="dram"/> reads so many bytes at an address.</summary>
    public ProjectionResult Read(Func<long, int, byte[]> dram)
    {
        var q = Problem;
        var sums = TokenBlocks.UnpackSums(dram(q.Sums!.Value, (int)q.SumsBytes), q.Tokens, q.Outputs, q.Lanes);
        var quantized = TokenBlocks.Unpack(dram(q.Quantized!.Value, (int)q.QuantizedBytes), q.Tokens, q.Outputs, q.Lanes);
        return new(sums, quantized,
            ErrorFigures.Of(Expected.Values, [.. sums.Select((s, i) => s * sumScales[i % q.Outputs / Block])]),
            ErrorFigures.Of(Expected.Values, [.. quantized.Select(s => s * outputScale)]));
    }
}
