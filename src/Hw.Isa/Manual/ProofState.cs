namespace Hw.Isa;

/// <summary>
/// What `isa prove --record` left beside a definition: how many cubes and words of each instruction the three decoders agreed on and how many planted faults were found, and for which encoding.
/// </summary>
public sealed class ProofState
{
    readonly RecordedState record;
    ProofState(RecordedState record) => this.record = record;

    public static ProofState? Read(string? text) => RecordedState.Read(text) is { } record ? new(record) : null;

    /// <summary>"proven at this hash: 12 cubes, 34,567 words, 40 of 40 mutants killed", of an instruction or of all words that belong to none.</summary>
    public static string State(ProofState? proof, IsaDefinition isa, string? mnemonic)
    {
        if (proof is null) return "not proven: there is no record";
        if (proof.record.Text("hash") != isa.EncodingHash) return "not proven since the definition changed";
        if ((mnemonic is null ? proof.record.Object("rest") : proof.record.Object("instructions")?.Object(mnemonic)) is not { } row) return "not proven: the record does not name it";
        var mutants = row.Number("mutants") is { } of ? $", {row.Number("killed") ?? "0"} of {of} mutants killed" : "";
        return $"proven at this hash: {row.Number("cubes") ?? "0"} cubes, {row.Number("words") ?? "0"} words{mutants}";
    }
}
