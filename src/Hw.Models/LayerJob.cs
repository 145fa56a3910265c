namespace Hw.Models;

/// <summary>
/// The five projections of one decoder layer that start from a norm (Q, K and V from the attention's, gate and up from the MLP's), ready for the
/// machine: their inputs come from the float forward pass of a prompt. What lies between them (rotation, attention, activation) stays in float.
/// </summary>
public sealed class LayerJob
{
    LayerJob(int layer, DramImage image, IReadOnlyList<ProjectionJob> projections)
    {
        (Layer, Image, Projections) = (layer, image, projections);
        Program = Gemm.Program([.. projections.Select(p => p.Problem)]);
    }

    public int Layer { get; }
    /// <summary>Shared by all programs of the job.</summary>
    public DramImage Image { get; }
    public IReadOnlyList<ProjectionJob> Projections { get; }
    /// <summary>All five, one after another without a gap; labels begin with the projection's name.</summary>
    public TxuProgram Program { get; }

    /// <param name="start">Where DRAM is free: operands and results follow from there.</param>
    /// <exception cref="ArgumentException">No such layer, tokens the model does not take, or sizes that are no multiples of 32.</exception>
    public static LayerJob Create(LlamaModel model, ReadOnlySpan<int> tokens, int layer, int lanes, long start = 0x10_0000)
    {
        if ((uint)layer >= (uint)model.Layers.Count) throw new ArgumentException($"layer {layer}: the model has layers 0 … {model.Layers.Count - 1}");
        var (weights, trace, image) = (model.Layers[layer], FloatForward.Run(model, tokens).Layers[layer], new DramImage(start));
        var projections = new (string Name, Matrix Input, Matrix Weight, Matrix Expected)[]
        {
            ("q_proj", trace.AttentionInput, weights.Query, trace.Query),
            ("k_proj", trace.AttentionInput, weights.Key, trace.Key),
            ("v_proj", trace.AttentionInput, weights.Value, trace.Value),
            ("gate_proj", trace.MlpInput, weights.Gate, trace.Gate),
            ("up_proj", trace.MlpInput, weights.Up, trace.Up),
        };
        foreach (var p in projections)
            if ((p.Weight.Rows | p.Weight.Columns) % 32 != 0) throw new ArgumentException($"{p.Name} is {p.Weight.Rows} × {p.Weight.Columns}; the machine takes multiples of 32");
        var inputs = new[] { trace.AttentionInput, trace.MlpInput }.ToDictionary(x => x, x => QuantizedInput.Place(x, lanes, image));
        return new(layer, image, [.. projections.Select(p => new ProjectionJob(p.Name, inputs[p.Input], p.Weight, p.Expected, lanes, image))]);
    }
}
