using System.Collections.Immutable;
using System.Reflection;
using Hw.Encodings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hw.Isa.Analyzer.Tests;

/// <summary>The C# text of a definition, compiled in memory and read by both readers.</summary>
sealed class Definitions
{
    static readonly ImmutableArray<MetadataReference> references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => Path.GetFileName(p) is var n && (n.StartsWith("System.", StringComparison.Ordinal) || n.StartsWith("Hw.", StringComparison.Ordinal) || n == "netstandard.dll"))
            .Select(p => MetadataReference.CreateFromFile(p))];

    readonly CSharpCompilation compilation;

    public Definitions(params (string File, string Text)[] files) => compilation = CSharpCompilation.Create("definitions", [.. files.Select(f => CSharpSyntaxTree.ParseText(f.Text, path: f.File))], references,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the compiler itself says against it.</summary>
    public IEnumerable<Diagnostic> Errors => compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);

    public async Task<ImmutableArray<Diagnostic>> InTheEditor() => await compilation.WithAnalyzers([new EncodingAnalyzer()]).GetAnalyzerDiagnosticsAsync();

    /// <summary>Of every exclusive group the first member is chosen: the compiler cannot know.</summary>
    public IReadOnlyList<Finding> AtRunTime()
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var assembly = Assembly.Load(image.ToArray());
        var choices = assembly.GetTypes().Select(t => t.GetCustomAttribute<ExclusiveAttribute>()).OfType<ExclusiveAttribute>().GroupBy(e => e.Group).ToImmutableDictionary(g => g.Key, g => g.First().Member);
        var shape = IsaShape.Of(assembly.GetTypes().Single(t => t.IsDefined(typeof(InstructionSetAttribute)))) with { Choices = choices };
        try { return IsaDefinition.Define(shape, assembly).Findings; }
        catch (IsaException e) { return e.Findings; }
    }

    /// <summary>As a finding prints.</summary>
    public static string Text(Diagnostic d) => $"{d.Location.GetLineSpan().Path}({d.Location.GetLineSpan().StartLinePosition.Line + 1}): {d.Severity.ToString().ToLowerInvariant()} {d.Id}: {d.GetMessage()}";
}
