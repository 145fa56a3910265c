using System.Text.Json;
using System.Text.Json.Nodes;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.TxuCosim;

namespace Hw.Cli.Generation;

/// <summary>What random programs had in them, as the manual shows it. Same definition, same seeds, same bytes.</summary>
static class FuzzRecord
{
    public const string File = "coverage.json";
    static readonly JsonSerializerOptions format = new() { WriteIndented = true, NewLine = "\n" };

    public static string PathOf(IsaDefinition isa) => $"{Product.Sets}/{isa.Name}/{File}";

    public static string Write(FuzzResult result, int seed, int lanes)
    {
        var isa = TxuIsa.Definition;
        return new JsonObject
        {
            ["isa"] = isa.Name, ["version"] = isa.Version, ["hash"] = isa.Hash, ["programs"] = result.Programs, ["seed"] = seed, ["lanes"] = lanes,
            ["instructions"] = new JsonObject(result.Coverage.Counts.OrderBy(x => x.Instruction.Mnemonic, StringComparer.Ordinal).Select(x => KeyValuePair.Create(x.Instruction.Mnemonic, (JsonNode?)Entry(x.Instruction, x.Count)))),
        }.ToJsonString(format) + "\n";

        JsonObject Entry(InstructionInfo i, long count)
        {
            var (seen, all) = result.Coverage.Of(i);
            return new() { ["count"] = count, ["corners"] = seen, ["of"] = all };
        }
    }
}
