using System.Text.Json;
using System.Text.Json.Nodes;
using Hw.Sim;

namespace Hw.IsaProof;

/// <summary>
/// What was proven, as the manual shows it: of which encoding, how many parts of the space and words for each instruction, how many faults planted and killed. Same definition, same tools, same bytes.
/// </summary>
public static class ProofFile
{
    static readonly JsonSerializerOptions format = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string PathOf(IsaDefinition isa) => $"isa/{isa.Name}/proof.json";

    /// <param name="fates">Empty where no faults were planted.</param>
    public static string Write(ProofReport report, IReadOnlyList<Fate> fates)
    {
        var q = report.Questions;
        var (cells, words) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        for (var c = 0; c < q.Cells.Count; c++) Count(cells, q.Cells.Owner(c));
        for (var i = 0; i < q.Count; i++) Count(words, q.Finding(i).Row);
        return new JsonObject
        {
            ["isa"] = q.Isa.Name, ["version"] = q.Isa.Version, ["hash"] = q.Isa.EncodingHash,
            ["instructions"] = new JsonObject(q.Table.Rows.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Name, (JsonNode?)Entry(r.Name)))),
            ["rest"] = new JsonObject { ["cubes"] = cells.GetValueOrDefault(""), ["words"] = words.GetValueOrDefault("") },
            ["by"] = $"{Tools.System.Version("verilator")}; {Tools.System.Version("yosys")}{(report.SolverProven ? ", all words" : "")}",
        }.ToJsonString(format) + "\n";

        static void Count(Dictionary<string, int> counts, TableRow? row) => counts[row?.Name ?? ""] = counts.GetValueOrDefault(row?.Name ?? "") + 1;

        JsonObject Entry(string name)
        {
            var entry = new JsonObject { ["cubes"] = cells[name], ["words"] = words[name] };
            var planted = fates.Where(f => f.Fault.Instruction.Mnemonic == name && f.Equivalent is null).ToList();
            if (planted.Count > 0) (entry["mutants"], entry["killed"]) = (planted.Count, planted.Count(f => f.Killed));
            return entry;
        }
    }
}
