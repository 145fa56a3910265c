using System.Text.Json.Nodes;
using Hw.Cosim;

namespace Hw.Cli;

/// <summary>A verdict for people, and the same for --json. The last line of every good one is the line that scripts look for.</summary>
static class VerdictReport
{
    public static void Write(Verdict verdict, Terminal terminal)
    {
        terminal.Say(verdict.ToString());
        if (verdict.Passed)
        {
            if (verdict.WaveFile is not null) terminal.Say($"  waves: {verdict.WaveFile}");
            IsaStamp.Put(terminal, Hw.Isa.Txu.TxuIsa.Definition);
            terminal.Say(Line(verdict.Instructions, verdict.Writes));
        }
        foreach (var (name, value) in Json(verdict)) terminal.Result[name] = value?.DeepClone();
    }

    public static string Line(long instructions, long writes) => $"lockstep: {instructions} instructions, {writes} writes compared, 0 mismatches";

    public static JsonObject Json(Verdict v)
    {
        var json = new JsonObject
        {
            ["verdict"] = v.Kind.ToString(), ["summary"] = v.Summary, ["title"] = v.Title, ["instructions"] = v.Instructions, ["writes"] = v.Writes,
            ["cycles"] = v.Cycles, ["replay"] = v.Replay, ["waves"] = v.WaveFile,
        };
        if (v.Rtl is { } rtl) json["counters"] = new JsonObject(rtl.Counters.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)));
        if (v.First is { } d) json["first"] = First(d);
        return json;
    }

    static JsonObject First(Difference d)
    {
        var json = new JsonObject { ["kind"] = d.Kind.ToString(), ["message"] = d.Message, ["cycle"] = d.Cycle };
        if (d.Instruction is { } i) json["instruction"] = new JsonObject { ["order"] = i.Order, ["pc"] = i.Pc, ["text"] = i.Text, ["source"] = i.Source, ["queue"] = i.Queue };
        if (d.Element is { } e)
            json["element"] = new JsonObject { ["memory"] = e.Memory, ["row"] = e.Row, [e.Name] = e.Index, ["rtl"] = e.RtlHex, ["golden"] = e.GoldenHex, ["differing"] = e.DifferingElements, ["of"] = e.Elements };
        return json;
    }
}
