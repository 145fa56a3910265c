using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Hw.Encodings;
using Microsoft.CodeAnalysis;
using TypeKind = Hw.Encodings.TypeKind;

namespace Hw.Isa.Analyzer;

/// <summary>What a definition's C# says of its words, by the compiler's symbols, as the claims that the laws judge; and where each place is in the text. The twin of Hw.Isa's ClaimReader.</summary>
sealed class SymbolReader(CancellationToken token)
{
    /// <summary>Where a place of a claim is, and in whose declaration.</summary>
    public Dictionary<SourcePlace, (Location At, INamedTypeSymbol Owner)> Places { get; } = [];

    public SetClaim Set(INamedTypeSymbol type)
    {
        var a = new Written(Attribute(type, "InstructionSetAttribute")!);
        return SetClaim.Written(a.Text(0), Place(a, type), (int)a.Number("WordBits", 32), a.Named("Opcode", "7:0")!, a.Named("Unclaimed", nameof(Policy.MustBeZero))) with
        {
            Formats = [.. All(type, "FormatAttribute").Select(f => FormatClaim.Written(f.Text(0), Place(f, type), f.Named("Waits", "")!, f.Named("Signals", "")!, f.Named("Fields", "")!, f.Named("Queue", "")!))],
            Regions = [.. All(type, "RegionAttribute").Select(r => new RegionClaim(r.Number(0), r.Number(1), (Policy)r.Number(2), r.Text(3), Place(r, type)))],
        };
    }

    public InstructionClaim Instruction(INamedTypeSymbol type)
    {
        token.ThrowIfCancellationRequested();
        var a = new Written(Attribute(type, "InstructionAttribute")!);
        var place = Place(a, type);
        var parameters = type.InstanceConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared && c.DeclaredAccessibility == Accessibility.Public)?.Parameters ?? [];
        return new(a.Text(0), NameOf(type), place)
        {
            IsInstruction = type.AllInterfaces.Any(i => IsOurs(i, "IInstruction")), IsRecord = parameters.All(p => type.GetMembers(p.Name).Any(m => m is IPropertySymbol)),
            Opcode = a.Number("Opcode"), Format = a.Named("Format", "")!, Queue = a.Named("Queue", "")!, Syntax = a.Named("Syntax", "")!,
            Operands = [.. parameters.Select(p => Operand(p, type, place))],
            Fixed = [.. All(type, "FixedAttribute").Select(f => new FixedClaim(f.Piece, f.Number(2), Place(f, type)))],
            Reserved = [.. All(type, "ReservedAttribute").Select(r => new ReservedClaim(r.Piece, (Policy)r.Number(2), Place(r, type)))],
            Specializes = [.. All(type, "SpecializesAttribute").Select(s => new SpecializesClaim(s.Type(0) is { } general ? NameOf(general) : "", Place(s, type)))],
            Exclusive = All(type, "ExclusiveAttribute").Select(e => new ExclusiveClaim(e.Text(0), e.Text(1), Place(e, type))).FirstOrDefault(),
        };
    }

    OperandClaim Operand(IParameterSymbol p, INamedTypeSymbol owner, SourcePlace instruction)
    {
        var (data, type) = (Attribute(p, "FieldAttribute"), OfType(p.Type));
        var fallback = p.HasExplicitDefaultValue && type.Kind != TypeKind.Other ? Number(p.ExplicitDefaultValue) : (long?)null;
        if (data is null) return new(p.Name, null, type, instruction) { Default = fallback };
        var f = new Written(data);
        return new(p.Name, f.Layout, type, Place(f, owner))
        {
            Default = fallback, Signed = f.Named("Signed", false), Multiple = f.Number("Multiple", 1), Relative = f.Named("Relative", false), Min = f.Number("Min", long.MinValue), Max = f.Number("Max", long.MaxValue),
        };
    }

    static TypeClaim OfType(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Boolean) return new(TypeKind.Flag, type.MetadataName);
        if (type.TypeKind == Microsoft.CodeAnalysis.TypeKind.Enum)
            return new(type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "System.FlagsAttribute") ? TypeKind.FlagsEnum : TypeKind.Enum, type.MetadataName)
            {
                Members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(m => m.HasConstantValue).Select(m => Number(m.ConstantValue))],
            };
        if (Attribute(type, "RegisterAttribute") is { } register)
            return new(TypeKind.Register, type.MetadataName)
            {
                Count = (int)new Written(register).Number(1),
                IsWellFormed = type.GetMembers("Index").OfType<IPropertySymbol>().Any(p => p.Type.SpecialType == SpecialType.System_Int32)
                    && type is INamedTypeSymbol { InstanceConstructors: var constructors } && constructors.Any(c => c.Parameters.Length == 1 && c.Parameters[0].Type.SpecialType == SpecialType.System_Int32),
            };
        return (type.ContainingNamespace?.Name == nameof(System) ? TypeClaim.Number(type.MetadataName) : null) ?? new(TypeKind.Other, type.MetadataName);
    }

    /// <summary>The place that the attribute was given by the compiler, as it is at run time; the last of its arguments, file and line.</summary>
    SourcePlace Place(Written a, INamedTypeSymbol owner)
    {
        var at = a.Data.ApplicationSyntaxReference is { } syntax ? Location.Create(syntax.SyntaxTree, syntax.Span) : owner.Locations[0];
        var start = at.GetLineSpan();
        var place = new SourcePlace(start.Path, a.Line ?? start.StartLinePosition.Line + 1).Shortened with { Column = start.StartLinePosition.Character + 1 };
        Places[place] = (at, owner);
        return place;
    }

    internal static AttributeData? Attribute(ISymbol symbol, string name) => symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } c && IsOurs(c, name) && a.AttributeConstructor is not null);
    static IEnumerable<Written> All(ISymbol symbol, string name) => symbol.GetAttributes().Where(a => a.AttributeClass is { } c && IsOurs(c, name) && a.AttributeConstructor is not null).Select(a => new Written(a));
    static bool IsOurs(ISymbol symbol, string name) => symbol.MetadataName == name && symbol.ContainingNamespace?.ToDisplayString() == "Hw.Isa";

    /// <summary>As reflection names it too.</summary>
    static string NameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{NameOf(outer)}.{type.MetadataName}" : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;

    static long Number(object? constant) => constant switch
    {
        null => 0,
        bool b => b ? 1 : 0,
        ulong u => (long)Math.Min(u, long.MaxValue),
        IConvertible c and not string => Convert.ToInt64(c, System.Globalization.CultureInfo.InvariantCulture),
        _ => 0,
    };

    /// <summary>An attribute's arguments; what is missing or of another type, because the text is being typed, is a zero or empty.</summary>
    sealed class Written(AttributeData data)
    {
        public AttributeData Data => data;
        object? this[int i] => i < data.ConstructorArguments.Length && data.ConstructorArguments[i] is { Kind: not TypedConstantKind.Array } a ? a.Value : null;

        public string Text(int i) => this[i] as string ?? "";
        public long Number(int i) => SymbolReader.Number(this[i]);
        public INamedTypeSymbol? Type(int i) => this[i] as INamedTypeSymbol;
        public T? Named<T>(string name, T? missing) => data.NamedArguments.FirstOrDefault(n => n.Key == name) is { Key: not null } n ? n.Value.Value is T value ? value : default : missing;
        public long Number(string name, long missing = 0) => data.NamedArguments.FirstOrDefault(n => n.Key == name) is { Key: not null } n ? SymbolReader.Number(n.Value.Value) : missing;

        /// <summary>Of [Fixed] and [Reserved]: hi, lo.</summary>
        public Piece Piece => new((int)Number(0), (int)Number(1));

        /// <summary>Of [Field]: pieces as text, hi and lo, or one bit.</summary>
        public Layout Layout => this[0] is string text ? Layout.Parse(text)
            : data.AttributeConstructor!.Parameters.Length > 1 && data.AttributeConstructor.Parameters[1].Type.SpecialType == SpecialType.System_Int32 ? new(Piece) : new(new Piece((int)Number(0), (int)Number(0)));

        public int? Line => data.ConstructorArguments.Length > 0 && this[data.ConstructorArguments.Length - 1] is int line && data.AttributeConstructor!.Parameters.Last().Name == "line" ? line : null;
    }
}
