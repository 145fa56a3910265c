namespace Hw.Models;

/// <summary>A step of a layer's attention: what the machine leaves in DRAM for it, and what the float layer has there, a token per row.</summary>
/// <param name="MultiplyAdds">Products it needs.</param>
public sealed record AttentionStage(string Name, long MultiplyAdds, Matrix Expected, TokenTensor Result)
{
    /// <summary>How far a memory after the run is from the float layer: <paramref name="dram"/> reads so many bytes at an address.</summary>
    public ErrorFigures Error(Func<long, int, byte[]> dram) => ErrorFigures.Of(Expected.Values, Bf16.Read(Result, dram));
}

/// <summary>
/// The attention half of one decoder layer as one program in BF16, nothing left to the host: norm, Q, K and V, their rotation and regrouping, causal attention over grouped heads, the output's projection
/// and the residual sum. Only the residual stream comes from the float forward pass of a prompt.
/// </summary>
public sealed class AttentionJob
{
    readonly List<AttentionStage> stages = [];

    AttentionJob(int layer, int lanes, long start) => (Layer, Lanes, Image) = (layer, lanes, new(start));

    public int Layer { get; }
    public int Lanes { get; }
    public DramImage Image { get; }
    /// <summary>Labels begin with the step's name.</summary>
    public TxuProgram Program { get; private set; } = null!;
    /// <summary>The steps whose results lie in DRAM token by token, in order.</summary>
    public IReadOnlyList<AttentionStage> Stages => stages;
    public long MultiplyAdds => stages.Sum(s => s.MultiplyAdds);

    /// <param name="start">Where DRAM is free: operands and results follow from there.</param>
    /// <exception cref="ArgumentException">No such layer, tokens the model does not take, or heads of a size the machine does not take.</exception>
    public static AttentionJob Create(LlamaModel model, ReadOnlySpan<int> tokens, int layer, int lanes, long start = 0x10_0000)
    {
        if ((uint)layer >= (uint)model.Layers.Count) throw new ArgumentException($"layer {layer}: the model has layers 0 … {model.Layers.Count - 1}");
        var job = new AttentionJob(layer, lanes, start);
        job.Write(model.Config, model.Layers[layer], FloatForward.Run(model, tokens).Layers[layer]);
        return job;
    }

    void Write(LlamaConfig c, LlamaLayer weights, LayerTrace trace)
    {
        var (p, d, count) = (new ProgramBuilder(), c.HeadSize, trace.Input.Rows);
        var (angles, room) = (Image.Place(HeadKernels.Angles(count, Lanes, d, c.RopeTheta)), (count + AttentionProblem.Page - 1) / AttentionProblem.Page * AttentionProblem.Page);
        var x = new TokenTensor(Image.Place(Bf16.Blocks(trace.Input, Lanes)), count, c.Hidden, Lanes);

        var normed = Stage("norm", 0, trace.AttentionInput);
        RowKernels.Normalize(p, "norm", x, Image.Place(Bf16.Patterns(weights.AttentionNorm)), normed, c.RmsEpsilon);

        var (q, k, v) = (Product("q_proj", normed, weights.Query, trace.Query), Product("k_proj", normed, weights.Key, trace.Key), Product("v_proj", normed, weights.Value, trace.Value));
        Gemm.Write(p, q.Problem, k.Problem, v.Problem);

        var turned = Stage("rope q", 0, trace.RotatedQuery);
        HeadKernels.Rotate(p, "rope q", q.Result, d, angles, turned);
        var bytes = (long)c.KeyValueHeads * room * d * sizeof(ushort);
        var (keys, byKey, pages) = (Image.Reserve(bytes), Image.Reserve(bytes), Image.Reserve(bytes));
        HeadKernels.RotateKeys(p, "rope k", k.Result, d, angles, keys, room);
        HeadKernels.Page(p, "page v", v.Result, d, byKey, pages, room);

        var problem = new AttentionProblem
        {
            Name = "attention", Queries = count, Keys = count, Heads = c.Heads, KeyValueHeads = c.KeyValueHeads, HeadSize = d, Lanes = Lanes, Room = room,
            Query = turned.Address, Key = keys, Value = pages, Result = 0,
        };
        var attended = Stage("attention", problem.MultiplyAdds, trace.Attended);
        Attention.Write(p, problem with { Result = attended.Address });

        var o = Product("o_proj", attended, weights.Output, trace.Projected);
        Gemm.Write(p, o.Problem);
        RowKernels.Add(p, "residual", x, o.Result, Stage("residual", 0, trace.Middle));
        Program = p.Halt();
    }

    TokenTensor Stage(string name, long multiplyAdds, Matrix expected)
    {
        var result = new TokenTensor(0, expected.Rows, expected.Columns, Lanes);
        result = result with { Address = Image.Reserve(result.Bytes) };
        stages.Add(new(name, multiplyAdds, expected, result));
        return result;
    }

    (GemmProblem Problem, TokenTensor Result) Product(string name, TokenTensor input, Matrix weight, Matrix expected)
    {
        var problem = new GemmProblem
        {
            Name = name, Type = MmType.BF16, Tokens = input.Tokens, Features = weight.Columns, Outputs = weight.Rows, Lanes = Lanes, Activations = input.Address, Weights = 0, Quantized = 0,
        };
        var result = Stage(name, problem.MultiplyAdds, expected);
        return (problem with { Weights = Image.Place(Bf16.Rows(weight, problem.WeightPitch)), Quantized = result.Address }, result);
    }
}
