using System.Collections.Immutable;

namespace Hw.Isa;

/// <summary>What a manual is made from besides the definition: the checkout to quote, and what only the chip and the prover know.</summary>
/// <param name="Root">The checkout's folder.</param>
public sealed record ManualSources(string Root)
{
    /// <summary>Registers of the chip that are no counters.</summary>
    public ImmutableArray<StatusRegister> Registers { get; init; } = [];
    public ProofState? Proof { get; init; }
    public CoverageState? Coverage { get; init; }
    /// <summary>How many cycles an instruction takes, where the chip states it.</summary>
    public Func<InstructionInfo, string?> Latency { get; init; } = _ => null;
}

/// <summary>One instruction set on its way into pages: where they lie, and who owns what of them.</summary>
sealed class Book(IsaDefinition isa, ManualSources sources)
{
    public const string Folder = "docs/isa";

    public IsaDefinition Isa => isa;
    public ManualSources Sources => sources;
    public SourceTree Tree { get; } = new(sources.Root);

    public string Set { get; } = Paths.Slug(isa.Name);
    public string Index => $"{Folder}/{Set}.md";
    public string Printed => $"{Folder}/{Set}.html";
    public string Map => $"{Folder}/{Set}.svg";
    public string Bindings(string extension) => $"isa/{Set}/bindings/{Paths.Snake(isa.Name)}_isa.{extension}";
    public string PageOf(InstructionInfo i) => $"{Folder}/{Set}/{Paths.Slug(i.Mnemonic)}.md";
    public string PictureOf(InstructionInfo i) => $"{Folder}/{Set}/{Paths.Slug(i.Mnemonic)}.svg";
    /// <summary>An underline stands in no mnemonic's file name.</summary>
    public string PictureOf(Format f) => $"{Folder}/{Set}/format_{Paths.Slug(f.Name)}.svg";

    /// <summary>The class that is the instruction set.</summary>
    public string Owner { get; } = SetOf(isa) is { } set ? new SourceTree(sources.Root).Owner(set.Type, set.Place) : isa.Name;
    public Type? SetType { get; } = SetOf(isa)?.Type;
    public string OwnerOf(InstructionInfo i) => Tree.Owner(i.Type, i.Place);

    static (Type Type, SourcePlace Place)? SetOf(IsaDefinition isa) => isa.Instructions.Select(i => i.Type.Assembly).Distinct().SelectMany(a => a.GetTypes())
        .Select(t => (Type: t, Set: (InstructionSetAttribute?)Attribute.GetCustomAttribute(t, typeof(InstructionSetAttribute)))).Where(t => t.Set?.Name == isa.Name).Select(t => ((Type, SourcePlace)?)(t.Type, t.Set!.Place)).FirstOrDefault();

    public string Word(UInt128 word) => $"0x{word.ToString("x" + isa.WordBytes * 2)}";
}
