using System.Text;

namespace Hw.BuiltIn;

/// <summary>The declarations of a value change dump: a scope for every step of a path, `begin` where it is one turn of a generate loop, and a short id for every signal.</summary>
static class VcdHeader
{
    const int FirstCharacter = '!', Characters = '~' - '!' + 1;
    const string Clock = "clock";

    /// <summary>The shortest text for a number: printable characters as digits.</summary>
    public static byte[] Id(int number)
    {
        var id = new List<byte>();
        for (var rest = number; rest >= 0; rest = rest / Characters - 1) id.Add((byte)(FirstCharacter + rest % Characters));
        return [.. id];
    }

    public static string Of(string version, string top, IEnumerable<(string Path, int Width, byte[] Id)> signals, byte[]? clock)
    {
        var root = new Scope(top);
        if (clock is not null) root.Variables.Add((Clock, 1, clock));
        foreach (var (path, width, id) in signals)
        {
            var steps = path.Split('.');
            var scope = steps[..^1].Aggregate(root, (at, step) => at[step]);
            scope.Variables.Add((steps[^1], width, id));
        }
        var text = new StringBuilder($"$version {version} $end\n$timescale 1ns $end\n");
        root.Write(text, "");
        return text.Append("$enddefinitions $end\n").ToString();
    }

    sealed class Scope(string name)
    {
        readonly Dictionary<string, Scope> inner = [];
        readonly List<Scope> ordered = [];
        public readonly List<(string Name, int Width, byte[] Id)> Variables = [];

        public Scope this[string step]
        {
            get
            {
                if (!inner.TryGetValue(step, out var scope))
                {
                    inner.Add(step, scope = new(step));
                    ordered.Add(scope);
                }
                return scope;
            }
        }

        public void Write(StringBuilder text, string indent)
        {
            text.Append($"{indent}$scope {(name.EndsWith(']') ? "begin" : "module")} {name} $end\n");
            foreach (var (variable, width, id) in Variables)
                text.Append($"{indent} $var wire {width} {Encoding.ASCII.GetString(id)} {variable}{(width > 1 ? $" [{width - 1}:0]" : "")} $end\n");
            foreach (var scope in ordered) scope.Write(text, indent + " ");
            text.Append($"{indent}$upscope $end\n");
        }
    }
}
