using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Hw.Encodings;
using Hw.Isa;

namespace Hw.Cli.Verbs;

/// <summary>`hw isa check`: the laws of encodings over a definition; all that is wrong, or what its words are and which are free.</summary>
sealed class IsaCheckVerb : Verb
{
    readonly IsaOption which = new();

    public IsaCheckVerb() : base("check", "Hold the instruction set against the laws of encodings: all findings, or how its words are used; exit 1 on an error") => Options.Add(which.Option);

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        IsaDefinition isa;
        try { isa = which.Of(arguments); }
        catch (IsaException e) when (e.Findings.Count > 0)
        {
            Report(e.Findings, terminal);
            return Task.FromResult(ExitCode.Mismatch);
        }
        Report(isa.Findings, terminal);
        Use(isa, terminal);
        return Task.FromResult(ExitCode.Pass);
    }

    static void Report(IReadOnlyList<Finding> findings, Terminal terminal)
    {
        foreach (var f in findings) terminal.Say(f.ToString());
        var errors = findings.Count(f => f.Severity == Severity.Error);
        if (findings.Count > 0) terminal.Say($"{errors} error{(errors == 1 ? "" : "s")}, {findings.Count - errors} warning{(findings.Count - errors == 1 ? "" : "s")}");
        terminal.Result["findings"] = new JsonArray([.. findings.Select(f => new JsonObject
        {
            ["code"] = f.Code, ["severity"] = f.Severity.ToString().ToLowerInvariant(), ["place"] = f.Place.ToString(), ["message"] = f.Message, ["fix"] = f.Fix, ["witness"] = f.Witness?.ToString(),
            ["parties"] = new JsonArray([.. f.Parties.Select(p => new JsonObject { ["name"] = p.Name, ["place"] = p.Place.ToString() })]),
        })]);
    }

    static void Use(IsaDefinition isa, Terminal terminal)
    {
        var map = isa.Map;
        terminal.Say($"{isa.Name} {isa.Version}: {isa.Instructions.Length} instructions in words of {isa.Shape.WordBits} bits, {isa.Instructions.Count(i => i.Status == Status.Experimental)} of them experimental; the laws hold");
        (AreaKind Kind, string Name, string What)[] kinds =
        [
            (AreaKind.Legal, "legal", "an instruction with legal operands"), (AreaKind.BadOperand, "bad operand", "an instruction with an operand that is not legal"),
            (AreaKind.ReservedBits, "reserved bits", "an instruction with a bit set that must be zero"), (AreaKind.Kept, "kept", "an instruction's opcode with a bit set that it keeps under Trap or Custom"),
            (AreaKind.Region, "region", "opcodes that no instruction may take"), (AreaKind.Gap, "free", "nobody's"),
        ];
        terminal.Table(["words", "how many ", "share ", "what"], kinds.Where(k => !map.Count(k.Kind).IsZero).Select(k => new[] { k.Name, Power(map.Count(k.Kind)), Share(map.Count(k.Kind), map.Words), k.What }));

        var used = isa.Instructions.GroupBy(i => i.Opcode).OrderBy(g => g.Key).ToList();
        // An opcode that one instruction fills has nothing to offer.
        if (used.Any(g => map.FreeIn(g.Key) > 0)) terminal.Table(["opcode", "free in it ", "instructions"], used.Where(g => map.FreeIn(g.Key) > 0).Select(g => new[] { Opcode(g.Key), Percent(map.FreeIn(g.Key)), string.Join(", ", g.Select(i => i.Mnemonic)) }));
        foreach (var r in isa.Shape.Regions) terminal.Say($"region {OpcodeSpace.Text([new(r.First, r.Last)])}: {r.Policy}{(r.What == "" ? "" : $", {r.What}")}");
        terminal.Say($"free opcodes: {OpcodeSpace.Text(map.FreeOpcodes)}");

        terminal.Result["isa"] = $"{isa.Name} {isa.Version}";
        terminal.Result["instructions"] = isa.Instructions.Length;
        // Numbers of up to 129 bits: as text.
        terminal.Result["words"] = new JsonObject(kinds.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)map.Count(k.Kind).ToString(CultureInfo.InvariantCulture))));
        terminal.Result["free"] = map.Free;
        terminal.Result["opcodes"] = new JsonArray([.. used.Select(g => new JsonObject { ["opcode"] = g.Key, ["free"] = map.FreeIn(g.Key), ["instructions"] = new JsonArray([.. g.Select(i => (JsonNode)i.Mnemonic)]) })]);
        terminal.Result["regions"] = new JsonArray([.. isa.Shape.Regions.Select(r => new JsonObject { ["first"] = r.First, ["last"] = r.Last, ["policy"] = r.Policy.ToString(), ["what"] = r.What })]);
        terminal.Result["freeOpcodes"] = new JsonArray([.. map.FreeOpcodes.Select(r => new JsonObject { ["first"] = r.Min, ["last"] = r.Max })]);
    }

    static string Opcode(int opcode) => $"0x{opcode:X2}";
    static string Power(BigInteger words) => string.Create(CultureInfo.InvariantCulture, $"2^{BigInteger.Log(words, 2):0.0}");
    static string Share(BigInteger part, BigInteger all) => Percent(Math.Exp(BigInteger.Log(part) - BigInteger.Log(all)));
    static string Percent(double share) => share is > 0 and < 0.0001 ? "< 0.01 %" : share is > 0.9999 and < 1 ? "> 99.99 %" : string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.00} %");
}
