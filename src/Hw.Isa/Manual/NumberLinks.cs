using System.Text.RegularExpressions;

namespace Hw.Isa;

/// <summary>Texts of the number library that C# names, and where the manual of numbers has them.</summary>
static partial class NumberLinks
{
    const string Contract = "docs/numerics.md", Functions = "docs/numbers/functions";

    /// <summary>By class, or by class and method: the function's page, or none, and the chapter of the contract.</summary>
    static readonly Dictionary<string, (string? Page, string Chapter)> places = new()
    {
        ["Arithmetic.Add"] = ("fp32-add", "fp32-arithmetic"), ["Arithmetic.Subtract"] = ("fp32-sub", "fp32-arithmetic"), ["Arithmetic.Multiply"] = ("fp32-mul", "fp32-arithmetic"),
        ["Arithmetic.MultiplyAdd"] = ("fp32-fma", "fp32-arithmetic"), ["Compare.Maximum"] = ("fp32-max", "fp32-arithmetic"), ["Compare.Minimum"] = ("fp32-min", "fp32-arithmetic"),
        ["Compare.Equal"] = ("fp32-equal", "fp32-arithmetic"), ["Compare.Less"] = ("fp32-less", "fp32-arithmetic"), ["Compare.LessOrEqual"] = ("fp32-less-equal", "fp32-arithmetic"),
        ["Exp2"] = ("exp2", "functions-fp32--fp32"), ["Reciprocal"] = ("rcp", "functions-fp32--fp32"), ["ReciprocalSqrt"] = ("rsqrt", "functions-fp32--fp32"), ["Sigmoid"] = ("sigmoid", "functions-fp32--fp32"),
        ["Silu"] = ("silu", "functions-fp32--fp32"), ["Tanh"] = ("tanh", "functions-fp32--fp32"), ["Gelu"] = ("gelu", "functions-fp32--fp32"),
        ["Attention.Rope"] = ("rope", "attention"), ["Attention.SoftmaxStep"] = ("softmax-step", "attention"), ["Attention.SoftmaxFinish"] = ("softmax-finish", "attention"),
        ["Conversion"] = (null, "conversions"), ["Dot32"] = (null, "dot32-and-acc"), ["Accumulate"] = (null, "dot32-and-acc"), ["Quantize"] = (null, "blocks"),
    };

    public static IEnumerable<(string Name, string? Page, string Chapter)> In(string text) => Name().Matches(text)
        .Select(m => (Class: m.Groups[1].Value, Method: m.Value)).Select(n => places.ContainsKey(n.Method) ? n.Method : n.Class).Where(places.ContainsKey).Distinct().Order(StringComparer.Ordinal)
        .Select(n => (n, places[n].Page is { } page ? $"{Functions}/{page}.md" : null, $"{Contract}#{places[n].Chapter}"));

    [GeneratedRegex(@"\b([A-Z]\w*)\.[A-Z]\w*\b")]
    private static partial Regex Name();
}
