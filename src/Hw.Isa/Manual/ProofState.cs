using System.Globalization;
using System.Text.Json;

namespace Hw.Isa;

/// <summary>
/// What `isa prove --record` left beside a definition: how many cubes and words of each instruction the three decoders agreed on and how many planted faults were found, and for which definition.
/// What cannot be read counts as no record.
/// </summary>
public sealed class ProofState
{
    readonly JsonElement root;
    ProofState(JsonElement root) => this.root = root;

    public static ProofState? Read(string? text)
    {
        if (text is null) return null;
        try
        {
            var root = JsonDocument.Parse(text).RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object ? new(root) : null;
        }
        catch (JsonException) { return null; }
    }

    /// <summary>It was made for this encoding, or for this very definition.</summary>
    public bool IsOf(IsaDefinition isa) => root.TryGetProperty("hash", out var hash) && hash.ValueKind == JsonValueKind.String && hash.GetString() == isa.EncodingHash;

    /// <summary>"proven at this hash: 12 cubes, 34,567 words, 40 of 40 mutants killed", of an instruction or of all words that belong to none.</summary>
    public static string State(ProofState? record, IsaDefinition isa, string? mnemonic)
    {
        if (record is null) return "not proven: there is no record";
        if (!record.IsOf(isa)) return "not proven since the definition changed";
        var row = default(JsonElement);
        var found = mnemonic is null ? record.root.TryGetProperty("rest", out row)
            : record.root.TryGetProperty("instructions", out var all) && all.ValueKind == JsonValueKind.Object && all.TryGetProperty(mnemonic, out row);
        if (!found || row.ValueKind != JsonValueKind.Object) return "not proven: the record does not name it";
        string? Number(string name) => row.TryGetProperty(name, out var n) && n.ValueKind == JsonValueKind.Number && n.TryGetInt64(out var value) ? value.ToString("N0", CultureInfo.InvariantCulture) : null;
        var mutants = Number("mutants") is { } of ? $", {Number("killed") ?? "0"} of {of} mutants killed" : "";
        return $"proven at this hash: {Number("cubes") ?? "0"} cubes, {Number("words") ?? "0"} words{mutants}";
    }
}
