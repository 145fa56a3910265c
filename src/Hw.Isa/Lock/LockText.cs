using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hw.Bits;

namespace Hw.Isa;

/// <summary>A lock as canonical JSON: keys sorted, two blanks, LF, nothing of time or machine. Equal locks, equal bytes.</summary>
public static class LockText
{
    static readonly JsonSerializerOptions canonical = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IsaLock of)
    {
        var terms = new TermText.Writer();
        string Word(UInt128 w) => $"0x{w.ToString($"x{of.WordBits / 4}")}";
        return Sorted(new()
        {
            ["isa"] = of.Isa, ["version"] = of.Version, ["wordBits"] = of.WordBits,
            ["hashes"] = Sorted(new() { ["encoding"] = of.Hashes.Encoding, ["semantics"] = of.Hashes.Semantics, ["numerics"] = of.Hashes.Numerics, ["isa"] = of.Hashes.Isa }),
            ["shape"] = Named(of.Shape.Select(s => (s.Key, (JsonNode)s.Value))),
            ["instructions"] = Named(of.Instructions.Values.Select(i => (i.Name, (JsonNode)Sorted(new()
            {
                ["match"] = Word(i.Match), ["mask"] = Word(i.Mask), ["queue"] = i.Queue, ["since"] = i.Since, ["status"] = i.Status.ToString().ToLowerInvariant(), ["semHash"] = i.SemHash,
                ["fields"] = Lines(i.Fields.Select(f => f.ToString())), ["reserved"] = Sorted(new() { ["mustBeZero"] = Word(i.MustBeZero), ["hint"] = Word(i.Hint) }),
                ["texts"] = Named(i.Texts.Select(t => (t.Key, (JsonNode)Sorted(new()
                {
                    ["inputs"] = string.Join(' ', t.Value.Inputs.Select(x => $"{x.Name}:{x.Range.Min}..{x.Range.Max}")), ["terms"] = Lines(terms.Write(t.Value)),
                })))),
                ["cases"] = new JsonArray([.. i.Behaviours.Select(b => Sorted(new() { ["case"] = string.Join("; ", b.Case), ["did"] = Lines(b.Kept), ["hash"] = b.Hash }))]),
            })))),
            ["tombstones"] = Named(of.Tombstones.Select(t => (t.Name, (JsonNode)Sorted(new() { ["match"] = Word(t.Match), ["mask"] = Word(t.Mask), ["since"] = t.Since, ["removedIn"] = t.RemovedIn })))),
        }).ToJsonString(canonical) + "\n";
    }

    static JsonObject Sorted(JsonObject o) => new(o.ToList().OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => { o.Remove(p.Key); return p; }));
    static JsonObject Named(IEnumerable<(string Name, JsonNode Value)> entries) => new(entries.OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Name, (JsonNode?)e.Value)));
    static JsonArray Lines(IEnumerable<string> lines) => new([.. lines.Select(l => (JsonNode)l)]);

    /// <param name="place">For messages: the file, or REV:file.</param>
    /// <exception cref="IsaException">HW3005: the text is no lock.</exception>
    public static IsaLock Read(string text, string place)
    {
        try { return Read(JsonNode.Parse(text) as JsonObject ?? throw new FormatException("it is no JSON object")); }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException or ArgumentException or KeyNotFoundException or BitsException)
        {
            throw new IsaException($"{place}: error HW3005: this is no lock that hw wrote: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Take it back (git checkout -- {place[(place.IndexOf(':') + 1)..]}), or where there is none to take, delete it and `make gen`");
        }
    }

    static IsaLock Read(JsonObject json)
    {
        var terms = new TermText.Reader();
        return new()
        {
            Isa = Text(json, "isa"), Version = Text(json, "version"), WordBits = Node(json, "wordBits").GetValue<int>(),
            Hashes = new(Text(Node(json, "hashes"), "encoding"), Text(Node(json, "hashes"), "semantics"), Text(Node(json, "hashes"), "numerics")),
            Shape = Node(json, "shape").AsObject().ToImmutableSortedDictionary(p => p.Key, p => p.Value?.GetValue<string>() ?? throw new FormatException($"\"{p.Key}\" is null"), StringComparer.Ordinal),
            // in the order of the file: later graphs refer to terms of earlier ones
            Instructions = Node(json, "instructions").AsObject().Select(p => Instruction(p.Key, p.Value, terms)).ToImmutableSortedDictionary(i => i.Name, i => i, StringComparer.Ordinal),
            Tombstones = [.. Node(json, "tombstones").AsObject().Select(p => new Tombstone(p.Key, Word(p.Value, "match"), Word(p.Value, "mask"), Text(p.Value, "since"), Text(p.Value, "removedIn")))],
        };
    }

    static LockedInstruction Instruction(string name, JsonNode? i, TermText.Reader terms) => new()
    {
        Name = name, Match = Word(i, "match"), Mask = Word(i, "mask"), Queue = Text(i, "queue"), Since = Text(i, "since"), Status = Enum.Parse<Status>(Text(i, "status"), ignoreCase: true),
        MustBeZero = Word(Node(i, "reserved"), "mustBeZero"), Hint = Word(Node(i, "reserved"), "hint"),
        Fields = [.. Strings(i, "fields").Select(LockedField.Parse)],
        Texts = Node(i, "texts").AsObject().Select(t => KeyValuePair.Create(t.Key, terms.Read(Inputs(Text(t.Value, "inputs")), Strings(t.Value, "terms")))).ToImmutableSortedDictionary(StringComparer.Ordinal),
        Behaviours = [.. Node(i, "cases").AsArray().Select(c => new Behaviour([.. Text(c, "case").Split("; ")], [.. Strings(c, "did")], Text(c, "hash")))],
    };

    static ImmutableArray<MeaningInput> Inputs(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split((string[])[":", ".."], StringSplitOptions.None) is [var name, var min, var max] ? new MeaningInput(name, new(BigInteger.Parse(min, CultureInfo.InvariantCulture), BigInteger.Parse(max, CultureInfo.InvariantCulture))) : throw new FormatException($"`{x}` is no input"))];

    static JsonNode Node(JsonNode? node, string name) => node?[name] ?? throw new FormatException($"it has no \"{name}\"");
    static string Text(JsonNode? node, string name) => Node(node, name).GetValue<string>();
    static IEnumerable<string> Strings(JsonNode? node, string name) => Node(node, name).AsArray().Select(l => l?.GetValue<string>() ?? throw new FormatException($"\"{name}\" has a null"));
    static UInt128 Word(JsonNode? node, string name) =>
        Text(node, name) is var text && text.StartsWith("0x", StringComparison.Ordinal) ? UInt128.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : throw new FormatException($"`{text}` is no word");
}
