using System.Text.Json;

namespace Hw.Models;

/// <summary>The sizes of a Llama-style model, as Hugging Face's config.json gives them (LlamaConfig).</summary>
public sealed record LlamaConfig
{
    public required int Hidden { get; init; }
    public required int Intermediate { get; init; }
    public required int Layers { get; init; }
    public required int Heads { get; init; }
    public required int KeyValueHeads { get; init; }
    public required int HeadSize { get; init; }
    public required int Vocabulary { get; init; }
    public required int Context { get; init; }
    public required double RmsEpsilon { get; init; }
    public required double RopeTheta { get; init; }
    public required bool TiedEmbeddings { get; init; }

    public static LlamaConfig Open(string path)
    {
        try { return Parse(File.ReadAllBytes(path), path); }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelException(path, "there is no such file", "Give the folder that holds config.json and model.safetensors");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(path, $"it cannot be read: {e.Message.TrimEnd('.')}", "Check the path and its permissions");
        }
    }

    /// <exception cref="ModelException">Whatever the bytes are, if they are no configuration of a model that can be run.</exception>
    public static LlamaConfig Parse(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return new Reader(document.RootElement, file).Config();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new ModelException(file, $"it is no JSON: {e.Message.TrimEnd('.')}", "Copy it again from the model's export");
        }
    }

    readonly struct Reader(JsonElement root, string file)
    {
        const int MostOfAnything = 1 << 24;

        public LlamaConfig Config()
        {
            if (root.ValueKind != JsonValueKind.Object) throw Wrong("it is no JSON object", "Copy it again from the model's export");
            Only("model_type", "llama");
            Only("hidden_act", "silu");
            foreach (var extra in (string[])["attention_bias", "mlp_bias", "rope_scaling"])
                if (root.TryGetProperty(extra, out var e) && e.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
                    throw Wrong($"{extra} is {Shown(e)}", "Only models without it can be run");

            var (hidden, heads) = (Size("hidden_size"), Size("num_attention_heads"));
            var config = new LlamaConfig
            {
                Hidden = hidden,
                Heads = heads,
                Intermediate = Size("intermediate_size"),
                Layers = Size("num_hidden_layers"),
                KeyValueHeads = Size("num_key_value_heads", heads),
                HeadSize = Size("head_dim", Math.Max(1, hidden / heads)),
                Vocabulary = Size("vocab_size"),
                Context = Size("max_position_embeddings", 2048),
                RmsEpsilon = Real("rms_norm_eps", 1e-6),
                RopeTheta = Real("rope_theta", 10000),
                TiedEmbeddings = root.TryGetProperty("tie_word_embeddings", out var tied) && tied.ValueKind == JsonValueKind.True,
            };
            if (config.Heads % config.KeyValueHeads != 0) throw Wrong($"{config.Heads} heads cannot share {config.KeyValueHeads} key/value heads", "One number must divide the other");
            if (config.HeadSize % 2 != 0) throw Wrong($"head_dim is {config.HeadSize}", "Rotary embedding pairs its dimensions: it must be even");
            return config;
        }

        void Only(string name, string value)
        {
            if (root.TryGetProperty(name, out var e) && !(e.ValueKind == JsonValueKind.String && e.GetString() == value)) throw Wrong($"{name} is {Shown(e)}", $"Only '{value}' can be run");
        }

        int Size(string name, int? otherwise = null)
        {
            if (!root.TryGetProperty(name, out var e) || e.ValueKind == JsonValueKind.Null)
                return otherwise ?? throw Wrong($"{name} is missing", "Give config.json of a Llama-style model");
            return e.ValueKind == JsonValueKind.Number && e.TryGetInt32(out var n) && n is >= 1 and <= MostOfAnything ? n
                : throw Wrong($"{name} is {Shown(e)}", $"It must be an integer from 1 to {MostOfAnything:N0}");
        }

        double Real(string name, double otherwise)
        {
            if (!root.TryGetProperty(name, out var e) || e.ValueKind == JsonValueKind.Null) return otherwise;
            return e.ValueKind == JsonValueKind.Number && e.TryGetDouble(out var x) && double.IsFinite(x) && x > 0 ? x : throw Wrong($"{name} is {Shown(e)}", "It must be a positive number");
        }

        ModelException Wrong(string cause, string remedy) => new(file, cause, remedy);

        static string Shown(JsonElement e) => e.GetRawText() is { Length: > 40 } text ? text[..40] + "…" : e.GetRawText();
    }
}
