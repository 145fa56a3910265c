namespace Hw.Isa;

/// <summary>
/// What `fuzz --record` left beside a definition: how often each instruction stood in the random programs on which golden model and chip agreed, and how many of the ends of its fields' ranges.
/// </summary>
public sealed class CoverageState
{
    readonly RecordedState record;
    CoverageState(RecordedState record) => this.record = record;

    public static CoverageState? Read(string? text) => RecordedState.Read(text) is { } record ? new(record) : null;

    /// <summary>Null where nobody recorded any.</summary>
    public static string? State(CoverageState? coverage, IsaDefinition isa, string mnemonic)
    {
        if (coverage is null) return null;
        if (coverage.record.Text("hash") != isa.Hash) return "not run since the definition changed";
        if (coverage.record.Object("instructions")?.Object(mnemonic) is not { } row) return "the record does not name it";
        return $"{row.Number("count") ?? "0"} times in {coverage.record.Number("programs") ?? "0"} programs on which golden model and chip agree; {row.Number("corners") ?? "0"} of {row.Number("of") ?? "0"} least, greatest and other values of its fields";
    }
}
