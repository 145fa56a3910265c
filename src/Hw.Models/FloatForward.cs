namespace Hw.Models;

/// <summary>
/// What a layer computed on the way, a token per row: the residual stream before it, the projections' inputs and outputs (Query and Key before and after the rotation), what attention gives and its
/// projection, the residual stream after that, and after the layer.
/// </summary>
public sealed record LayerTrace(
    Matrix Input, Matrix AttentionInput, Matrix Query, Matrix Key, Matrix Value, Matrix RotatedQuery, Matrix RotatedKey, Matrix Attended, Matrix Projected, Matrix Middle,
    Matrix MlpInput, Matrix Gate, Matrix Up, Matrix Output);

/// <summary>
/// The forward pass in FP32, plainly: the judge of what the machine computes. RMSNorm, rotary embedding of pairs (i, i + d/2), grouped
/// queries, causal softmax, SwiGLU. Nothing is kept between calls.
/// </summary>
public static class FloatForward
{
    /// <returns>A token's logits per row, and every layer's trace.</returns>
    /// <exception cref="ArgumentException">There are no tokens, more than the context, or one outside the vocabulary.</exception>
    public static (Matrix Logits, IReadOnlyList<LayerTrace> Layers) Run(LlamaModel model, ReadOnlySpan<int> tokens)
    {
        var c = model.Config;
        if (tokens.Length < 1 || tokens.Length > c.Context) throw new ArgumentException($"the model takes 1 … {c.Context} tokens, got {tokens.Length}");
        var x = new Matrix(tokens.Length, c.Hidden);
        for (var t = 0; t < tokens.Length; t++)
        {
            if ((uint)tokens[t] >= (uint)c.Vocabulary) throw new ArgumentException($"token {t} is {tokens[t]}; the vocabulary is 0 … {c.Vocabulary - 1}");
            model.Embedding.Row(tokens[t]).CopyTo(x.Row(t));
        }
        var traces = new List<LayerTrace>();
        foreach (var layer in model.Layers)
        {
            traces.Add(Layer(c, layer, x));
            x = traces[^1].Output;
        }
        return (Normalize(x, model.Norm, c.RmsEpsilon).Times(model.Head), traces);
    }

    /// <summary>Text as tokens of a byte-level model: its UTF-8 bytes.</summary>
    public static int[] Bytes(string text) => [.. System.Text.Encoding.UTF8.GetBytes(text).Select(b => (int)b)];

    static LayerTrace Layer(LlamaConfig c, LlamaLayer layer, Matrix x)
    {
        var attentionInput = Normalize(x, layer.AttentionNorm, c.RmsEpsilon);
        var (q, k, v) = (attentionInput.Times(layer.Query), attentionInput.Times(layer.Key), attentionInput.Times(layer.Value));
        var (turnedQ, turnedK) = (Rotate(q, c), Rotate(k, c));
        var attended = Attend(c, turnedQ, turnedK, v);
        var projected = attended.Times(layer.Output);
        var middle = Add(x, projected);
        var mlpInput = Normalize(middle, layer.MlpNorm, c.RmsEpsilon);
        var (gate, up) = (mlpInput.Times(layer.Gate), mlpInput.Times(layer.Up));
        return new(x, attentionInput, q, k, v, turnedQ, turnedK, attended, projected, middle, mlpInput, gate, up, Add(middle, Gated(gate, up).Times(layer.Down)));
    }

    static Matrix Normalize(Matrix x, float[] weight, double epsilon)
    {
        var y = new Matrix(x.Rows, x.Columns);
        for (var t = 0; t < x.Rows; t++)
        {
            var from = x.Row(t);
            var to = y.Row(t);
            var scale = (float)(1 / Math.Sqrt(Matrix.Dot(from, from) / (double)x.Columns + epsilon));
            for (var i = 0; i < from.Length; i++) to[i] = from[i] * scale * weight[i];
        }
        return y;
    }

    static Matrix Rotate(Matrix x, LlamaConfig c)
    {
        var (y, half) = (new Matrix(x.Rows, x.Columns), c.HeadSize / 2);
        for (var t = 0; t < x.Rows; t++)
            for (var i = 0; i < half; i++)
            {
                var (sin, cos) = Math.SinCos(t * Math.Pow(c.RopeTheta, -2.0 * i / c.HeadSize));
                for (var at = i; at < x.Columns; at += c.HeadSize)
                {
                    var (a, b) = (x.Row(t)[at], x.Row(t)[at + half]);
                    y.Row(t)[at] = (float)(a * cos - b * sin);
                    y.Row(t)[at + half] = (float)(b * cos + a * sin);
                }
            }
        return y;
    }

    static Matrix Attend(LlamaConfig c, Matrix q, Matrix k, Matrix v)
    {
        var (y, d, group) = (new Matrix(q.Rows, q.Columns), c.HeadSize, c.Heads / c.KeyValueHeads);
        var scale = 1 / Math.Sqrt(d);
        var weights = new double[q.Rows];
        for (var head = 0; head < c.Heads; head++)
            for (var t = 0; t < q.Rows; t++)
            {
                var (mine, shared, largest, sum) = (head * d, head / group * d, double.NegativeInfinity, 0.0);
                for (var s = 0; s <= t; s++) largest = Math.Max(largest, weights[s] = scale * Matrix.Dot(q.Row(t).Slice(mine, d), k.Row(s).Slice(shared, d)));
                for (var s = 0; s <= t; s++) sum += weights[s] = Math.Exp(weights[s] - largest);
                var to = y.Row(t).Slice(mine, d);
                for (var s = 0; s <= t; s++)
                {
                    var w = (float)(weights[s] / sum);
                    var from = v.Row(s).Slice(shared, d);
                    for (var i = 0; i < d; i++) to[i] += w * from[i];
                }
            }
        return y;
    }

    static Matrix Gated(Matrix gate, Matrix up) => Combine(gate, up, (g, u) => g / (1 + MathF.Exp(-g)) * u);
    static Matrix Add(Matrix a, Matrix b) => Combine(a, b, (x, y) => x + y);
    static Matrix Combine(Matrix a, Matrix b, Func<float, float, float> f) => new(a.Rows, a.Columns, [.. a.Values.Zip(b.Values, f)]);
}
