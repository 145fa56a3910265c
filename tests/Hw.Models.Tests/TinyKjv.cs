using System.Text.Json;

namespace Hw.Models.Tests;

/// <summary>The model in the repository's models/tiny-kjv, and what PyTorch says of it (tools/train/reference.py). Missing files are failures.</summary>
static class TinyKjv
{
    public static string Folder { get; } = Path.Combine(Root(), "models", "tiny-kjv");
    public static LlamaModel Model => model.Value;
    public static JsonElement Reference { get; } = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "reference.json"))).RootElement;
    public static int[] Tokens { get; } = [.. Reference.GetProperty("tokens").EnumerateArray().Select(t => t.GetInt32())];

    static readonly Lazy<LlamaModel> model = new(() => LlamaModel.Load(Folder));

    static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Hw.sln"))) return at.FullName;
        throw new DirectoryNotFoundException($"no Hw.sln above {AppContext.BaseDirectory}");
    }
}
