using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Cli.Verbs;

/// <summary>`hw isa …`: the instruction set, looked up.</summary>
sealed class IsaVerbs : Command
{
    public IsaVerbs() : base("isa", "Look up the instruction set and check it: list, show, encode, decode, check, diff, prove")
    {
        Add(new ListVerb());
        Add(new ShowVerb());
        Add(new EncodeVerb());
        Add(new DecodeVerb());
        Add(new IsaCheckVerb());
        Add(new IsaDiffVerb());
        Add(new IsaProveVerb());
    }

    static string Hex(IsaDefinition isa, UInt128 word) => $"0x{word.ToString("x" + isa.WordBytes * 2)}";

    static JsonObject Fields(InstructionInfo i) => new(i.AllFields.OrderBy(f => f.Bits.Lo).Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Bits.ToString())));

    static string Since(InstructionInfo i) => i.Status == Status.Experimental ? $"{i.Since} experimental".Trim() : i.Since;

    /// <summary>A verb about one instruction set.</summary>
    abstract class IsaVerb : Verb
    {
        readonly IsaOption which = new();
        protected IsaVerb(string name, string description) : base(name, description) => Options.Add(which.Option);

        public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token) => Task.FromResult(Run(which.Of(arguments), arguments, terminal));
        protected abstract int Run(IsaDefinition isa, ParseResult arguments, Terminal terminal);
    }

    sealed class ListVerb() : IsaVerb("list", "Every instruction, one a line")
    {
        protected override int Run(IsaDefinition isa, ParseResult arguments, Terminal terminal)
        {
            terminal.Table(["instruction", "opcode", "since", "queue", "operands", "what"],
                isa.Instructions.Select(i => new[] { i.Mnemonic, $"0x{i.Opcode:x2}", Since(i), Manual.QueueOf(isa, i).Replace("`", ""), i.Syntax != "" ? i.Syntax : string.Join(", ", i.Operands.Select(o => o.Name)), i.Summary }));
            terminal.Result["isa"] = $"{isa.Name} {isa.Version}";
            terminal.Result["hash"] = isa.Hash;
            terminal.Result["instructions"] = new JsonArray([.. isa.Instructions.Select(i => new JsonObject { ["name"] = i.Mnemonic, ["opcode"] = i.Opcode, ["status"] = i.Status.ToString().ToLowerInvariant(), ["summary"] = i.Summary, ["fields"] = Fields(i) })]);
            return ExitCode.Pass;
        }
    }

    sealed class ShowVerb : IsaVerb
    {
        readonly Argument<string> name = new("NAME") { Description = "A mnemonic, such as MM" };
        public ShowVerb() : base("show", "One instruction with its fields") => Arguments.Add(name);

        protected override int Run(IsaDefinition isa, ParseResult arguments, Terminal terminal)
        {
            var wanted = arguments.GetRequiredValue(name);
            var info = isa.Find(wanted) ?? throw new UsageException($"there is no instruction '{wanted}'.{Nearest.Hint(wanted, isa.Instructions.Select(i => i.Mnemonic))} `hw isa list` has them all");
            terminal.Say($"{info.Mnemonic}   opcode 0x{info.Opcode:x2}   queue {Manual.QueueOf(isa, info).Replace("`", "")}{(Since(info) == "" ? "" : $"   since {Since(info)}")}   {info.Place}");
            terminal.Say(info.Summary);
            foreach (var line in Relations(isa, info)) terminal.Say(line);
            terminal.Table(["field", "bits", "legal", "when left out"], info.AllFields.OrderBy(f => f.Bits.Lo)
                .Select(f => new[] { f.Name, f.Bits.ToString(), Legal(f), f.Default is { } d ? f.Text(d) : "" }).Concat(Rest(isa, info)));
            foreach (var f in info.Operands.Where(f => f.Names.Length > 0).DistinctBy(f => f.Type))
                terminal.Say($"{f.LegalText} are also called {string.Join(' ', f.Names)}");
            (terminal.Result["name"], terminal.Result["opcode"], terminal.Result["summary"], terminal.Result["fields"]) = (info.Mnemonic, info.Opcode, info.Summary, Fields(info));
            if (File.Exists(Checkout.Path(Manual.PageOf(isa, info)))) terminal.Say($"all of it: {Manual.PageOf(isa, info)}");
            terminal.Result["page"] = Manual.PageOf(isa, info);
            (terminal.Result["status"], terminal.Result["since"], terminal.Result["syntax"]) = (info.Status.ToString().ToLowerInvariant(), info.Since, info.Syntax);
            (terminal.Result["match"], terminal.Result["mask"]) = (Hex(isa, info.Match), Hex(isa, info.Mask));
            terminal.Result["rest"] = new JsonArray([.. info.Unclaimed.Select(r => new JsonObject { ["bits"] = r.Bits.ToString(), ["policy"] = r.Policy.ToString() })]);
            return ExitCode.Pass;
        }

        static IEnumerable<string> Relations(IsaDefinition isa, InstructionInfo info)
        {
            if (info.Syntax != "") yield return $"written {info.Mnemonic} {info.Syntax}";
            if (info.Specializes.Length > 0) yield return $"its words are some of {string.Join(", ", info.Specializes.Select(t => isa[t].Mnemonic))}'s";
            if (isa.SpecialsOf(info) is { IsEmpty: false } specials) yield return $"some of its words are {string.Join(", ", specials.Select(i => i.Mnemonic))}";
            if (info.Exclusive is { } e) yield return $"of \"{e.Group}\" this machine has \"{e.Member}\"";
        }

        static string Legal(Field f) => f.Kind == FieldKind.Semaphore ? "unused, or a semaphore" : f.LegalText + (f.Relative ? ", from this instruction" : "");

        /// <summary>The bits that are no field: those with one value, and those that nobody claims.</summary>
        static IEnumerable<string[]> Rest(IsaDefinition isa, InstructionInfo info)
        {
            foreach (var r in (info.Mask & ~(isa.Shape.Opcode.Mask | info.Trapped | info.Custom)).ToWord().Runs)
                yield return ["fixed", new BitRange(r.Hi, r.Lo).ToString(), $"{new BitRange(r.Hi, r.Lo).Of(info.Match)}", ""];
            foreach (var (bits, policy) in info.Unclaimed)
                yield return ["reserved", bits.ToString(), policy switch { Policy.MustBeZero => "0", Policy.Hint => "any: a hint, ignored", Policy.Custom => "0; else an illegal opcode, for others to use", _ => "0; else an illegal opcode" }, ""];
        }
    }

    sealed class EncodeVerb : IsaVerb
    {
        readonly Argument<string> text = new("TEXT") { Description = "One line of assembly, in quotes" };
        public EncodeVerb() : base("encode", "A line of assembly to its word") => Arguments.Add(text);

        protected override int Run(IsaDefinition isa, ParseResult arguments, Terminal terminal)
        {
            var program = Assembler.Assemble(isa, arguments.GetRequiredValue(text), "line");
            if (program.Count != 1) throw new UsageException($"that is {program.Count} instructions; give one");
            terminal.Say(Hex(isa, program.Words[0]));
            terminal.Result["word"] = Hex(isa, program.Words[0]);
            return ExitCode.Pass;
        }
    }

    sealed class DecodeVerb : IsaVerb
    {
        readonly Argument<string> word = new("WORD") { Description = "A word, such as 0x2f" };
        public DecodeVerb() : base("decode", "A word to its line of assembly; exit 1 when it is no instruction") => Arguments.Add(word);

        protected override int Run(IsaDefinition isa, ParseResult arguments, Terminal terminal)
        {
            var typed = arguments.GetRequiredValue(word);
            var digits = (typed.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? typed[2..] : typed).Replace("_", "");
            if (!UInt128.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                throw new UsageException($"'{typed}' is no word: write up to {isa.WordBytes * 2} hexadecimal digits, with or without 0x");
            var legal = isa.TryDecode(value, out _, out var refusal);
            terminal.Say(isa.Text(value));
            (terminal.Result["text"], terminal.Result["legal"], terminal.Result["why"]) = (isa.Text(value), legal, refusal?.Message);
            return legal ? ExitCode.Pass : ExitCode.Mismatch;
        }
    }
}
