using System.Globalization;
using System.Text.Json;

namespace Hw.Isa;

/// <summary>
/// What `fuzz --record` left beside a definition: how often each instruction stood in the random programs on which golden model and chip agreed, and how many of the ends of its fields' ranges.
/// What cannot be read counts as no record.
/// </summary>
public sealed class CoverageState
{
    readonly JsonElement root;
    CoverageState(JsonElement root) => this.root = root;

    public static CoverageState? Read(string? text)
    {
        if (text is null) return null;
        try
        {
            var root = JsonDocument.Parse(text).RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object ? new(root) : null;
        }
        catch (JsonException) { return null; }
    }

    /// <summary>Null where nobody records such a thing.</summary>
    public static string? State(CoverageState? record, IsaDefinition isa, string mnemonic)
    {
        if (record is null) return null;
        if (!(record.root.TryGetProperty("hash", out var hash) && hash.ValueKind == JsonValueKind.String && hash.GetString() == isa.Hash)) return "not run since the definition changed";
        if (!record.root.TryGetProperty("instructions", out var all) || all.ValueKind != JsonValueKind.Object || !all.TryGetProperty(mnemonic, out var row) || row.ValueKind != JsonValueKind.Object)
            return "the record does not name it";
        return $"{Number(row, "count")} times in {Number(record.root, "programs")} programs on which golden model and chip agree; {Number(row, "corners")} of {Number(row, "of")} least, greatest and other values of its fields";
    }

    static string Number(JsonElement of, string name) =>
        of.TryGetProperty(name, out var n) && n.ValueKind == JsonValueKind.Number && n.TryGetInt64(out var value) ? value.ToString("N0", CultureInfo.InvariantCulture) : "0";
}
