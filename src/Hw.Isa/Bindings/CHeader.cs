using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>
/// The set as a C header (C99 and C++17): numbers as macros, an encoder for each instruction whose operands are asserted. Words of more than 64 bits are two halves.
/// </summary>
sealed class CHeader(Book book)
{
    readonly IsaDefinition isa = book.Isa;
    readonly OwnedText text = new(book.Owner);
    readonly Names names = new(Names.OfC);

    string Low { get; } = Paths.Snake(book.Isa.Name);
    string Up => Low.ToUpperInvariant();
    bool IsHalves => isa.Shape.WordBits > 64;
    string Native => isa.Shape.WordBits <= 32 ? "uint32_t" : "uint64_t";

    public GeneratedText Write()
    {
        Preface();
        Numbers();
        foreach (var type in isa.Instructions.SelectMany(i => i.Operands).Select(f => f.Type).Where(t => t.IsEnum).Distinct()) Enumeration(type);
        Words();
        foreach (var format in isa.Instructions.Select(i => i.Format).Distinct().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            Semaphores(format, "wait", format.Waits);
            Semaphores(format, "signal", format.Signals);
        }
        foreach (var i in isa.Instructions) text.Of(book.OwnerOf(i), () => Instruction(i));
        text.Append($"""

            #ifdef __cplusplus
            {"}"}
            #endif

            #endif

            """);
        return text.Done(book.Bindings("h"));
    }

    void Preface() => text.Append($"""
        /* {Comment($"{isa.Name} {isa.Version}")}: its words for software, in C99 and C++17. Generated from the definition: edit the C#, then `make gen`.
           Encoders assert that operands are legal; define {Up}_ASSERT to have it done otherwise. */
        #ifndef {Up}_ISA_H
        #define {Up}_ISA_H

        #include <stdint.h>

        #ifndef {Up}_ASSERT
        #include <assert.h>
        #define {Up}_ASSERT(condition) assert(condition)
        #endif

        #ifdef __cplusplus
        extern "C" {"{"}
        #endif

        #define {Up}_ISA_VERSION {Quote(isa.Version)}
        #define {Up}_ISA_HASH {Quote(isa.Hash)}
        #define {Up}_WORD_BITS {isa.Shape.WordBits}
        #define {Up}_WORD_BYTES {isa.WordBytes}

        """);

    void Numbers()
    {
        if (isa.Shape.Semaphores.Count > 0) text.Append($"#define {Up}_SEMAPHORES {isa.Shape.Semaphores.Count}\n#define {Up}_SEMAPHORE_MAX {isa.Shape.Semaphores.Max}\n");
        // an operand that names the queue brings its enumeration along
        if (!isa.Instructions.SelectMany(i => i.Operands).Any(f => f.Type == isa.Shape.Queues)) List("Queues.", "QUEUE", isa.QueueNames.Select((q, n) => (q, (long)n, "")));
        List("Why a program stopped.", "TRAP", Enum.GetValues<Trap>().Select(t => ($"{t}", (long)t, Summaries.OfMember(typeof(Trap), $"{t}"))));
        List("Control and status registers: byte addresses.", "CSR", book.Sources.Registers.Select(r => (r.Name, (long)r.Address, r.Summary)), hex: true);
        List("Counters: byte addresses of their low halves; the high half is 4 bytes on.", "COUNTER", isa.Shape.Counters.Select(c => (c.Name, (long)c.Address, c.Summary)), hex: true);
    }

    void List(string title, string kind, IEnumerable<(string Name, long Value, string What)> rows, bool hex = false)
    {
        var all = rows.Select(r => (Name: Macro((kind, r.Name), $"{Up}_{kind}_{Upper(r.Name)}"), Value: hex ? $"0x{r.Value:x3}" : $"{r.Value}", r.What)).ToList();
        if (all.Count == 0) return;
        var width = all.Max(r => r.Name.Length);
        text.Append($"\n/* {title} */\n");
        foreach (var (name, value, what) in all) text.Append($"#define {name.PadRight(width)} {value}{(what == "" ? "" : $" /* {Comment(what)} */")}\n");
    }

    static string Upper(string name) => Paths.Snake(name).ToUpperInvariant().TrimStart('_') is { Length: > 0 } some ? some : "_";

    /// <summary>Macros and enumerators share one space.</summary>
    string Macro(object thing, string wanted) => names.Of("macro", thing, wanted);

    string TypeName(Type type) => names.Of("type", type, $"{Low}_{Paths.Snake(type.Name)}");

    void Enumeration(Type type)
    {
        var name = TypeName(type);
        var up = name.ToUpperInvariant();
        var members = Enum.GetNames(type).Select(n => (Name: n, Value: Convert.ToInt64(Enum.Parse(type, n)))).ToList();
        text.Append($"\n/* {Comment(Summaries.Of(type) is { Length: > 0 } what ? what : type.Name)} */\n");
        // an enumerator is an int, and so is a set of flags
        if (IsSet(type)) text.Append($"typedef int64_t {name};\n" + string.Concat(members.Select(m => $"#define {Macro((type, m.Name), $"{up}_{Upper(m.Name)}")} INT64_C({m.Value})\n")));
        else text.Append($"typedef enum {{ {string.Join(", ", members.Select(m => $"{Macro((type, m.Name), $"{up}_{Upper(m.Name)}")} = {m.Value}"))} }} {name};\n");
    }

    static bool IsSet(Type type) => type.IsDefined(typeof(FlagsAttribute), false) || Enum.GetNames(type).Any(n => Convert.ToInt64(Enum.Parse(type, n)) is > int.MaxValue or < int.MinValue);

    void Words()
    {
        text.Append($$"""

            static inline int {{Low}}_in_(int64_t value, int64_t least, int64_t most)
            {
                return value >= least && value <= most;
            }

            """);
        WordType();
    }

    void WordType() => text.Append(IsHalves ? $$"""

        /* A word: bits 63 … 0 and the bits above. In memory it lies little-endian. */
        typedef struct { uint64_t lo, hi; } {{Low}}_word;

        static inline void {{Low}}_store({{Low}}_word word, unsigned char *bytes)
        {
            for (int i = 0; i < {{isa.WordBytes}}; i++) bytes[i] = (unsigned char)(i < 8 ? word.lo >> 8 * i : word.hi >> 8 * (i - 8));
        }

        static inline {{Low}}_word {{Low}}_put_({{Low}}_word word, unsigned shift, unsigned width, uint64_t value)
        {
            value &= (UINT64_C(1) << width) - 1;
            if (shift >= 64) word.hi |= value << (shift - 64);
            else
            {
                word.lo |= value << shift;
                if (shift + width > 64) word.hi |= value >> (64 - shift);
            }
            return word;
        }

        """ : $$"""

        /* A word. In memory it lies little-endian. */
        typedef {{Native}} {{Low}}_word;

        static inline void {{Low}}_store({{Low}}_word word, unsigned char *bytes)
        {
            for (int i = 0; i < {{isa.WordBytes}}; i++) bytes[i] = (unsigned char)(word >> 8 * i);
        }

        static inline {{Low}}_word {{Low}}_put_({{Low}}_word word, unsigned shift, unsigned width, uint64_t value)
        {
            return word | ({{Low}}_word)((value & ((UINT64_C(1) << width) - 1)) << shift);
        }

        """);

    void Semaphores(Format format, string clause, ImmutableArray<BitRange> places)
    {
        if (places.IsEmpty) return;
        var what = clause == "wait" ? "waits for" : "signals";
        text.Append($$"""

            /* The word of an instruction of format {{Comment(format.Name)}} that also {{what}} a semaphore; it has room for {{places.Length}}. */
            static inline {{Low}}_word {{Low}}_{{names.Of("format", format, Paths.Snake(format.Name))}}_{{clause}}({{Low}}_word word, int slot, int semaphore)
            {
                static const unsigned char shift[] = { {{string.Join(", ", places.Select(p => p.Lo))}} }, width[] = { {{string.Join(", ", places.Select(p => p.Width))}} };
                {{Up}}_ASSERT(slot >= 0 && slot < {{places.Length}});
                {{Up}}_ASSERT(semaphore >= 0 && semaphore < {{isa.Shape.Semaphores.Count}});
                return {{Low}}_put_(word, shift[slot], width[slot], (UINT64_C(1) << (width[slot] - 1)) | (uint64_t)semaphore);
            }

            """);
    }

    void Instruction(InstructionInfo i)
    {
        var name = names.Of("instruction", i, Paths.Snake(i.Mnemonic).TrimStart('_') is { Length: > 0 } some ? some : "_");
        var up = $"{Up}_{name.ToUpperInvariant()}";
        text.Append($"\n/* {Comment(i.Mnemonic)}: {Comment(i.Summary)} */\n#define {up}_OPCODE 0x{i.Opcode:x2}\n");
        Halves($"{up}_MATCH", i.Match);
        Halves($"{up}_MASK", i.Mask);
        var parameters = i.Operands.Select(f => (Field: f, Name: names.Of($"operand {i.Mnemonic}", f, Paths.Snake(f.Name)))).ToList();
        foreach (var (f, parameter) in parameters)
        {
            var field = $"{up}_{parameter.TrimEnd('_').ToUpperInvariant()}";
            if (f.Bits.IsWhole) text.Append($"#define {field}_SHIFT {f.Bits.Lo}\n#define {field}_WIDTH {f.Bits.Width}\n");
            Halves($"{field}_FIELD", f.Bits.Mask);
        }
        text.Append($"\nstatic inline {Low}_word {Low}_encode_{name}({(parameters.Count == 0 ? "void" : string.Join(", ", parameters.Select(p => $"{Parameter(p.Field)} {p.Name}")))})\n{{\n");
        text.Append($"    {Low}_word word{(IsHalves ? $" = {{ UINT64_C(0x{(ulong)i.Match:x16}), UINT64_C(0x{(ulong)(i.Match >> 64):x16}) }}" : $" = {Constant(i.Match)}")};\n");
        foreach (var (f, parameter) in parameters)
        {
            var value = f.Kind is FieldKind.Enum && !IsSet(f.Type) ? $"(int64_t){parameter}" : parameter;
            text.Append($"    {Up}_ASSERT({(f.Multiple > 1 ? $"{value} % {f.Multiple} == 0 && " : "")}({string.Join(" || ", f.Legal.Select(r => r.Min == r.Max ? $"{value} == {Long(r.Min)}" : $"{Low}_in_({value}, {Long(r.Min)}, {Long(r.Max)})"))}));\n");
            var left = f.Bits.Width;
            foreach (var piece in f.Bits.Pieces)
            {
                left -= piece.Width;
                var raw = f.Multiple > 1 ? $"(uint64_t)({value} / {f.Multiple})" : $"(uint64_t){parameter}";
                text.Append($"    word = {Low}_put_(word, {piece.Lo}, {piece.Width}, {raw}{(left > 0 ? $" >> {left}" : "")});\n");
            }
        }
        text.Append("    return word;\n}\n");
    }

    /// <summary>Numbers are wide and signed, so that what is out of range is caught, not cut.</summary>
    string Parameter(Field f) => f.Type.IsEnum ? TypeName(f.Type) : "int64_t";

    void Halves(string name, UInt128 value) => text.Append(IsHalves
        ? $"#define {name}_LO UINT64_C(0x{(ulong)value:x16})\n#define {name}_HI UINT64_C(0x{(ulong)(value >> 64):x16})\n"
        : $"#define {name} {Constant(value)}\n");

    string Constant(UInt128 value) => isa.Shape.WordBits <= 32 ? $"UINT32_C(0x{(uint)value:x8})" : $"UINT64_C(0x{(ulong)value:x16})";

    static string Long(long value) => value == long.MinValue ? "INT64_MIN" : $"INT64_C({value})";

    /// <summary>Nothing in it ends the comment or begins another.</summary>
    static string Comment(string words) => Paths.Flat(words).Replace("*/", "* /").Replace("/*", "/ *").Replace("??", "? ?").Replace("\\", "/");
    static string Quote(string words) => $"\"{string.Concat(Paths.Flat(words).Select(c => c is '"' or '\\' ? $"\\{c}" : c is < ' ' or > '~' or '?' ? "_" : $"{c}"))}\"";
}
