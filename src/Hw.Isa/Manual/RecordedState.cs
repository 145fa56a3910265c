using System.Globalization;
using System.Text.Json;

namespace Hw.Isa;

/// <summary>A JSON object that a verb left beside a definition. What cannot be read counts as absent: a manual is made all the same.</summary>
readonly struct RecordedState(JsonElement root)
{
    public static RecordedState? Read(string? text)
    {
        if (text is null) return null;
        try { return Of(JsonDocument.Parse(text).RootElement.Clone()); }
        catch (JsonException) { return null; }
    }

    static RecordedState? Of(JsonElement element) => element.ValueKind == JsonValueKind.Object ? new(element) : null;

    public RecordedState? Object(string name) => root.TryGetProperty(name, out var value) ? Of(value) : null;

    public string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>With its digits grouped; null where there is no such number.</summary>
    public string? Number(string name) =>
        root.TryGetProperty(name, out var n) && n.ValueKind == JsonValueKind.Number && n.TryGetInt64(out var value) ? value.ToString("N0", CultureInfo.InvariantCulture) : null;
}
