using System.Text.RegularExpressions;
using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.IsaRtl;
using Hw.NumberCheck.Manual;
using Hw.Txu;

namespace Hw.Cli.Generation;

/// <summary>
/// Everything that is generated and checked in: the Verilog of the default configuration, with a file list for each top that
/// somebody may want alone, the page of the instruction set, and the manual of the number library. Same definitions, same bytes.
/// </summary>
static partial class Product
{
    public const int DefaultLanes = 32;
    public const string Verilog = "rtl", Manuals = "docs/isa", Numbers = "docs/numbers";

    public static IReadOnlyList<GeneratedFile> Make(CancellationToken token = default)
    {
        var files = new Dictionary<string, GeneratedFile>();
        Add(() => new Decoder(TxuIsa.Definition));
        Add(() => new TxuChip(DefaultLanes));
        Add(() => new TxuSystem(DefaultLanes));
        Keep(new($"{Manuals}/{TxuIsa.Definition.Name}.md", Manual.Write(TxuIsa.Definition), nameof(TxuIsa)));
        foreach (var page in NumberManual.Write(token: token)) Keep(new($"{Numbers}/{page.Path}", page.Text, page.Owner));
        return [.. files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];

        void Add<TModule>(Func<TModule> top) where TModule : Module
        {
            token.ThrowIfCancellationRequested();
            foreach (var (name, text) in VerilogWriter.Write(Design.Elaborate(top)))
                Keep(new($"{Verilog}/{name}", text, OwnerOf(text) ?? typeof(TModule).Name));
        }

        void Keep(GeneratedFile file)
        {
            if (!files.TryAdd(file.Path, file) && files[file.Path].Text != file.Text)
                throw new UsageException($"{file.Path}: {file.Owner} alone and {file.Owner} inside another top differ. Give the two different VerilogNames");
        }
    }

    /// <summary>The C# type that a generated file names as its origin.</summary>
    public static string? OwnerOf(string text) => From().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^// From .*\((\w+)\)\. Generated", RegexOptions.Multiline)]
    private static partial Regex From();
}
