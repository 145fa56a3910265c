using System.Text.RegularExpressions;
using Hw.Hdl;
using Hw.Hdl.Verilog;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.IsaRtl;
using Hw.NumberCheck.Manual;
using Hw.Txu;
using Hw.Txu.Control;

namespace Hw.Cli.Generation;

/// <summary>
/// Everything that is generated and checked in: the Verilog of the default configuration, with a file list for each top that
/// somebody may want alone; of every instruction set the manual and the bindings for software; and the manual of the number library.
/// Same definitions, same bytes.
/// </summary>
static partial class Product
{
    public const int DefaultLanes = 32;
    public const string Verilog = "rtl", Manuals = "docs/isa", Numbers = "docs/numbers", Sets = "isa";

    static readonly (string Folder, string[] Extensions)[] folders = [(Verilog, [".sv", ".f"]), (Manuals, [".md", ".svg", ".html"]), (Numbers, [".md", ".svg"])];
    static readonly string[] bindings = [".h", ".py"];

    /// <summary>Where generated files lie, and which of the files there are generated.</summary>
    public static IEnumerable<(string Folder, string[] Extensions)> Folders(string root) =>
        Path.Combine(root, Sets) is var sets && Directory.Exists(sets) ? [.. folders, .. Directory.EnumerateDirectories(sets).Select(s => ($"{Sets}/{Path.GetFileName(s)}/{Bindings.Folder}", bindings))] : folders;

    public static IReadOnlyList<GeneratedText> Make(CancellationToken token = default)
    {
        IEnumerable<Func<IEnumerable<GeneratedText>>> parts =
        [
            () => NumberManual.Write(token: token).Select(p => new GeneratedText($"{Numbers}/{p.Path}", p.Text, p.Owner)),
            () => Of(() => new TxuChip(DefaultLanes)).Concat(Of(() => new TxuSystem(DefaultLanes))),
            () => IsaOption.All.SelectMany(set => Of(set.Value())).Append(Manual.Shelf(nameof(IsaOption), IsaOption.All.Values.Select(set => set()))),
        ];
        var files = new Dictionary<string, GeneratedText>();
        foreach (var file in parts.AsParallel().WithCancellation(token).SelectMany(part => part().ToList()))
            if (!files.TryAdd(file.Path, file) && files[file.Path].Text != file.Text)
                throw new UsageException($"{file.Path}: {file.Owner} alone and {file.Owner} inside another top differ. Give the two different VerilogNames");
        return [.. files.Values.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    static IEnumerable<GeneratedText> Of<TModule>(Func<TModule> top) where TModule : Module =>
        VerilogWriter.Write(Design.Elaborate(top)).Select(f => new GeneratedText($"{Verilog}/{f.File}", f.Text, OwnerOf(f.Text) ?? typeof(TModule).Name));

    static IEnumerable<GeneratedText> Of(IsaDefinition isa)
    {
        var folder = Path.Combine(Checkout.Root, Sets, isa.Name);
        var sources = new ManualSources(Checkout.Root)
        {
            Registers = isa == TxuIsa.Definition ? StatusRegisters.Of(typeof(Csr)) : [],
            Latency = isa == TxuIsa.Definition ? ChipLatency.Of : _ => null,
            Coverage = CoverageState.Read(Text(Path.Combine(folder, FuzzRecord.File))),
            Proof = ProofState.Read(Text(Path.Combine(folder, "proof.json"))),
        };
        return [.. Of(() => new Decoder(isa)), .. Manual.Write(isa, sources), .. Bindings.Write(isa, sources), LockOf(isa)];
    }

    /// <summary>The former lock is an input: what it had and the definition has not is remembered in the next. An entry belongs to its instruction.</summary>
    static GeneratedText LockOf(IsaDefinition isa)
    {
        var path = IsaLock.PathOf(isa);
        var text = IsaLock.Write(isa, Text(Checkout.Path(path)));
        return Manual.OwnedByEntry(isa, new(Checkout.Root), path, text);
    }

    static string? Text(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    /// <summary>The C# type that a generated file names as its origin, and its file.</summary>
    public static string? OwnerOf(string text) => From().Match(text) is { Success: true } match ? $"{match.Groups[2].Value} (src/{match.Groups[1].Value})" : null;

    [GeneratedRegex(@"^// From (\S+) \((\w+)\)\. Generated", RegexOptions.Multiline)]
    private static partial Regex From();
}
