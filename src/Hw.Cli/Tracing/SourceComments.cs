using Hw.Isa;

namespace Hw.Cli.Tracing;

/// <summary>What an instruction is for, as the comment on its line says; kernels write their listings so.</summary>
static class SourceComments
{
    const char Comment = ';';

    public static Func<int, string> Of(IsaProgram program)
    {
        var files = new Dictionary<string, string[]>();
        return pc => program.PlaceOf(pc) is { IsKnown: true } place && Lines(place.File) is { } lines && place.Line <= lines.Length && lines[place.Line - 1].IndexOf(Comment) is var at and >= 0
            ? lines[place.Line - 1][(at + 1)..].Trim() : "";

        string[] Lines(string file) => files.TryGetValue(file, out var known) ? known : files[file] = File.Exists(file) ? File.ReadAllLines(file) : [];
    }
}
