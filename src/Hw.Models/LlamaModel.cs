namespace Hw.Models;

/// <summary>One decoder layer's weights; every projection is [outputs][inputs].</summary>
public sealed record LlamaLayer(float[] AttentionNorm, Matrix Query, Matrix Key, Matrix Value, Matrix Output, float[] MlpNorm, Matrix Gate, Matrix Up, Matrix Down);

/// <summary>A Llama-style model in float: embedding, layers, final norm, head. Loaded from a folder with config.json and model.safetensors.</summary>
public sealed record LlamaModel(LlamaConfig Config, Matrix Embedding, IReadOnlyList<LlamaLayer> Layers, float[] Norm, Matrix Head)
{
    /// <exception cref="ModelException">A file is missing, damaged or not of a model that can be run.</exception>
    public static LlamaModel Load(string folder)
    {
        var config = LlamaConfig.Open(Path.Combine(folder, "config.json"));
        using var tensors = SafeTensors.Open(Path.Combine(folder, "model.safetensors"));
        var (hidden, queries, keys) = (config.Hidden, config.Heads * config.HeadSize, config.KeyValueHeads * config.HeadSize);
        var embedding = Weight("model.embed_tokens.weight", config.Vocabulary, hidden);
        return new(config, embedding, [.. Enumerable.Range(0, config.Layers).Select(Layer)], tensors.Floats("model.norm.weight", hidden),
            config.TiedEmbeddings ? embedding : Weight("lm_head.weight", config.Vocabulary, hidden));

        Matrix Weight(string name, int rows, int columns) => new(rows, columns, tensors.Floats(name, rows, columns));

        LlamaLayer Layer(int index)
        {
            var at = $"model.layers.{index}.";
            return new(
                tensors.Floats(at + "input_layernorm.weight", hidden),
                Weight(at + "self_attn.q_proj.weight", queries, hidden), Weight(at + "self_attn.k_proj.weight", keys, hidden),
                Weight(at + "self_attn.v_proj.weight", keys, hidden), Weight(at + "self_attn.o_proj.weight", hidden, queries),
                tensors.Floats(at + "post_attention_layernorm.weight", hidden),
                Weight(at + "mlp.gate_proj.weight", config.Intermediate, hidden), Weight(at + "mlp.up_proj.weight", config.Intermediate, hidden),
                Weight(at + "mlp.down_proj.weight", hidden, config.Intermediate));
        }
    }
}
