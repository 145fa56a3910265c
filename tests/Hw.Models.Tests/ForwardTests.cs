using System.Security.Cryptography;
using System.Text.Json;

namespace Hw.Models.Tests;

/// <summary>The forward pass against PyTorch in double precision: every layer's traced values, the logits, the next token at every place.</summary>
public class ForwardTests
{
    const double Tolerance = 1e-4;
    static readonly (Matrix Logits, IReadOnlyList<LayerTrace> Layers) run = FloatForward.Run(TinyKjv.Model, TinyKjv.Tokens);

    [Fact]
    public void The_reference_is_of_this_model() =>
        Assert.Equal(TinyKjv.Reference.GetProperty("model_sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(TinyKjv.Folder, "model.safetensors")))));

    [Fact]
    public void The_prompt_s_bytes_are_the_tokens() => Assert.Equal(TinyKjv.Tokens, FloatForward.Bytes(TinyKjv.Reference.GetProperty("prompt").GetString()!));

    [Fact]
    public void Every_layer_agrees()
    {
        var layers = TinyKjv.Reference.GetProperty("layers");
        Assert.Equal(TinyKjv.Model.Config.Layers, layers.GetArrayLength());
        for (var i = 0; i < run.Layers.Count; i++)
        {
            var t = run.Layers[i];
            foreach (var (name, matrix) in new[] { ("attn_norm", t.AttentionInput), ("q", t.Query), ("k", t.Key), ("v", t.Value), ("gate", t.Gate), ("up", t.Up), ("out", t.Output) })
            {
                var expected = layers[i].GetProperty(name);
                Agree($"layer {i} {name}, first token", expected.GetProperty("first_token"), matrix.Row(0));
                Agree($"layer {i} {name}, last token", expected.GetProperty("last_token"), matrix.Row(matrix.Rows - 1));
            }
        }
    }

    [Fact]
    public void The_logits_agree()
    {
        Agree("last logits", TinyKjv.Reference.GetProperty("last_logits"), run.Logits.Row(run.Logits.Rows - 1));
        Assert.Equal(TinyKjv.Reference.GetProperty("argmax").EnumerateArray().Select(e => e.GetInt32()), Enumerable.Range(0, run.Logits.Rows).Select(t => Largest(run.Logits.Row(t))));
        foreach (var top in TinyKjv.Reference.GetProperty("last_top5").EnumerateArray())
            Near("top logit", top.GetProperty("logit").GetDouble(), run.Logits.Row(run.Logits.Rows - 1)[top.GetProperty("token").GetInt32()], 1);
    }

    /// <summary>The likelihood of the whole prompt: what every row of logits has a part in.</summary>
    [Fact]
    public void The_prompt_s_likelihood_agrees()
    {
        var nats = 0.0;
        for (var t = 0; t + 1 < TinyKjv.Tokens.Length; t++)
        {
            var row = run.Logits.Row(t);
            var (largest, sum) = (row[Largest(row)], 0.0);
            foreach (var logit in row) sum += Math.Exp(logit - largest);
            nats += Math.Log(sum) + largest - row[TinyKjv.Tokens[t + 1]];
        }
        Near("nats per byte", TinyKjv.Reference.GetProperty("prompt_nats_per_byte").GetDouble(), nats / (TinyKjv.Tokens.Length - 1), 0);
    }

    [Fact]
    public void Tokens_the_model_does_not_take_are_refused()
    {
        Assert.Contains("1 … 256 tokens, got 0", Assert.Throws<ArgumentException>(() => FloatForward.Run(TinyKjv.Model, [])).Message);
        Assert.Contains("got 257", Assert.Throws<ArgumentException>(() => FloatForward.Run(TinyKjv.Model, new int[257])).Message);
        Assert.Contains("token 1 is 256; the vocabulary is 0 … 255", Assert.Throws<ArgumentException>(() => FloatForward.Run(TinyKjv.Model, [1, 256])).Message);
    }

    /// <summary>Norm and first eight values; a value's error counts against the row's root mean square at least.</summary>
    static void Agree(string what, JsonElement expected, ReadOnlySpan<float> row)
    {
        var norm = expected.GetProperty("l2").GetDouble();
        Near($"{what}: norm", norm, Math.Sqrt(row.ToArray().Sum(v => (double)v * v)), 0);
        var first = expected.GetProperty("first8").EnumerateArray().Select(e => e.GetDouble()).ToArray();
        Assert.Equal(8, first.Length);
        for (var i = 0; i < first.Length; i++) Near($"{what}[{i}]", first[i], row[i], norm / Math.Sqrt(row.Length));
    }

    static void Near(string what, double expected, double actual, double scale) =>
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Max(Math.Abs(expected), scale), $"{what} is {actual:R}, PyTorch says {expected:R}");

    static int Largest(ReadOnlySpan<float> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length; i++)
            if (row[i] > row[best]) best = i;
        return best;
    }
}
