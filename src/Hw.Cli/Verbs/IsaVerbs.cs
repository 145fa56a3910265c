using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Cli.Verbs;

/// <summary>`hw isa …`: the instruction set, looked up.</summary>
sealed class IsaVerbs : Command
{
    public IsaVerbs() : base("isa", "Look up the instruction set: list, show, encode, decode")
    {
        Add(new ListVerb());
        Add(new ShowVerb());
        Add(new EncodeVerb());
        Add(new DecodeVerb());
    }

    static IsaDefinition Isa => TxuIsa.Definition;

    static string Hex(UInt128 word) => $"0x{word.ToString("x" + Isa.WordBytes * 2)}";

    static JsonObject Fields(InstructionInfo i) => new(i.AllFields.OrderBy(f => f.Bits.Lo).Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Bits.ToString())));

    sealed class ListVerb() : Verb("list", "Every instruction, one a line")
    {
        public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
        {
            terminal.Table(["instruction", "opcode", "queue", "operands", "what"],
                Isa.Instructions.Select(i => new[] { i.Mnemonic, $"0x{i.Opcode:x2}", Manual.QueueOf(Isa, i).Replace("`", ""), string.Join(", ", i.Operands.Select(o => o.Name)), i.Summary }));
            terminal.Result["isa"] = $"{Isa.Name} {Isa.Version}";
            terminal.Result["hash"] = Isa.Hash;
            terminal.Result["instructions"] = new JsonArray([.. Isa.Instructions.Select(i => new JsonObject { ["name"] = i.Mnemonic, ["opcode"] = i.Opcode, ["summary"] = i.Summary, ["fields"] = Fields(i) })]);
            return Task.FromResult(ExitCode.Pass);
        }
    }

    sealed class ShowVerb : Verb
    {
        readonly Argument<string> name = new("NAME") { Description = "A mnemonic, such as MM" };
        public ShowVerb() : base("show", "One instruction with its fields") => Arguments.Add(name);

        public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
        {
            var wanted = arguments.GetRequiredValue(name);
            var info = Isa.Find(wanted) ?? throw new UsageException($"there is no instruction '{wanted}'.{Nearest.Hint(wanted, Isa.Instructions.Select(i => i.Mnemonic))} `hw isa list` has them all");
            terminal.Say($"{info.Mnemonic}   opcode 0x{info.Opcode:x2}   queue {Manual.QueueOf(Isa, info).Replace("`", "")}   {info.Place}");
            terminal.Say(info.Summary);
            terminal.Table(["field", "bits", "legal", "when left out"], info.AllFields.OrderBy(f => f.Bits.Lo)
                .Select(f => new[] { f.Name, f.Bits.ToString(), f.Kind == FieldKind.Semaphore ? "unused, or a semaphore" : f.LegalText, f.Default is { } d ? f.Text(d) : "" }));
            (terminal.Result["name"], terminal.Result["opcode"], terminal.Result["summary"], terminal.Result["fields"]) = (info.Mnemonic, info.Opcode, info.Summary, Fields(info));
            return Task.FromResult(ExitCode.Pass);
        }
    }

    sealed class EncodeVerb : Verb
    {
        readonly Argument<string> text = new("TEXT") { Description = "One line of assembly, in quotes" };
        public EncodeVerb() : base("encode", "A line of assembly to its word") => Arguments.Add(text);

        public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
        {
            var program = Assembler.Assemble(Isa, arguments.GetRequiredValue(text), "line");
            if (program.Count != 1) throw new UsageException($"that is {program.Count} instructions; give one");
            terminal.Say(Hex(program.Words[0]));
            terminal.Result["word"] = Hex(program.Words[0]);
            return Task.FromResult(ExitCode.Pass);
        }
    }

    sealed class DecodeVerb : Verb
    {
        readonly Argument<string> word = new("WORD") { Description = "A word, such as 0x2f" };
        public DecodeVerb() : base("decode", "A word to its line of assembly; exit 1 when it is no instruction") => Arguments.Add(word);

        public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
        {
            var typed = arguments.GetRequiredValue(word);
            var digits = (typed.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? typed[2..] : typed).Replace("_", "");
            if (!UInt128.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                throw new UsageException($"'{typed}' is no word: write up to {Isa.WordBytes * 2} hexadecimal digits, with or without 0x");
            var legal = Isa.TryDecode(value, out _, out var refusal);
            terminal.Say(Isa.Text(value));
            (terminal.Result["text"], terminal.Result["legal"], terminal.Result["why"]) = (Isa.Text(value), legal, refusal?.Message);
            return Task.FromResult(legal ? ExitCode.Pass : ExitCode.Mismatch);
        }
    }
}
