namespace Hw.Oracles;

/// <summary>
/// Elements that share a scale: value = element · 2^ElementExponent · scale. TopExponent is that of the largest element's binade (OCP MX 1.0
/// §6.3, emax_elem). OCP MX 1.0 §5.1 table 1; NVFP4.
/// </summary>
sealed record BlockFormat(string Name, string Element, string Scale, int Size, int TopExponent, int ElementExponent = 0)
{
    static readonly BlockFormat[] all =
    [
        new("mxfp8-e4m3", "e4m3", "e8m0", 32, 8),
        new("mxfp8-e5m2", "e5m2", "e8m0", 32, 15),
        new("mxfp6-e3m2", "e3m2", "e8m0", 32, 4),
        new("mxfp6-e2m3", "e2m3", "e8m0", 32, 2),
        new("mxfp4", "e2m1", "e8m0", 32, 2),
        new("mxint8", "int8", "e8m0", 32, 0, -6),
        new("nvfp4", "e2m1", "e4m3", 16, 2),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. all.Select(block => block.Name)];

    public static BlockFormat? Find(string name) => Array.Find(all, block => block.Name == name);

    public static BlockFormat Named(string name) => Find(name)
        ?? throw new ArgumentException($"There is no block format '{name}'; there are {string.Join(", ", Names)}.");
}
