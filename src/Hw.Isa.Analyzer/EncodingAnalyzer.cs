using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Hw.Encodings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hw.Isa.Analyzer;

/// <summary>
/// The laws of encodings in the editor, each finding on the declaration that breaks it. A compilation with one instruction set is read once, when the first of its declarations is looked at, and
/// every declaration shows what was found in it: so an editor has them while the author types, and not only when a build ends. Queues and choices are known only at run time; the rest is the same.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EncodingAnalyzer : DiagnosticAnalyzer
{
    static readonly ImmutableDictionary<string, DiagnosticDescriptor> rules =
        Codes.All.ToImmutableDictionary(c => c.Key, c => new DiagnosticDescriptor(c.Key, c.Value, "{0}", "Encoding", DiagnosticSeverity.Error, isEnabledByDefault: true));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. rules.Values.OrderBy(r => r.Id, StringComparer.Ordinal)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Hw.Isa.InstructionSetAttribute") is null) return;
            var findings = new Lazy<ILookup<ISymbol, Diagnostic>>(() => Read(start.Compilation, start.CancellationToken));
            start.RegisterSymbolAction(symbol =>
            {
                if (!IsDeclared(symbol.Symbol)) return;
                foreach (var found in findings.Value[symbol.Symbol]) symbol.ReportDiagnostic(found);
            }, SymbolKind.NamedType);
        });
    }

    static bool IsDeclared(ISymbol type) => SymbolReader.Attribute(type, "InstructionAttribute") is not null || SymbolReader.Attribute(type, "InstructionSetAttribute") is not null;

    static ILookup<ISymbol, Diagnostic> Read(Compilation compilation, CancellationToken token)
    {
        var declared = Types(compilation.Assembly.GlobalNamespace).Where(IsDeclared).ToList();
        var sets = declared.Where(t => SymbolReader.Attribute(t, "InstructionSetAttribute") is not null).ToList();
        var reader = new SymbolReader(token);
        // Which of several sets an instruction belongs to is said at run time only.
        var findings = sets.Count == 1 ? Laws.Findings(reader.Set(sets[0]), [.. declared.Where(t => SymbolReader.Attribute(t, "InstructionAttribute") is not null).Select(reader.Instruction)])
            : sets.SelectMany(s => Laws.Findings(reader.Set(s), []));
        return findings.Select(f => (reader.Places[f.Place].Owner, Diagnostic: Show(f, reader))).ToLookup(f => (ISymbol)f.Owner, f => f.Diagnostic, SymbolEqualityComparer.Default);
    }

    static Diagnostic Show(Finding finding, SymbolReader reader) => Diagnostic.Create(rules[finding.Code], reader.Places[finding.Place].At,
        finding.Severity == Severity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, [.. finding.Parties.Select(p => reader.Places[p.Place].At)], properties: null, finding.Words);

    static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol within) => within.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(m => m is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(m));
}
