using System.Globalization;

namespace Hw.Isa;

/// <summary>What software includes: a C header and a Python module with the set's numbers, encoders, and in Python a decoder. Equal definitions give equal bytes.</summary>
public static class Bindings
{
    /// <summary>Beside the definition.</summary>
    public const string Folder = "bindings";

    public static IReadOnlyList<GeneratedText> Write(IsaDefinition isa, ManualSources sources)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var book = new Book(isa, sources);
            return [new CHeader(book).Write(), new PythonModule(book).Write()];
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
