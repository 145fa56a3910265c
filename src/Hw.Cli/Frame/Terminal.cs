using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Hw.Cli;

/// <summary>
/// Where a verb speaks. Text for people goes to standard output, and with --json to standard error, so that standard output
/// is one JSON object. Progress always goes to standard error: one line that is rewritten on a terminal, plain lines elsewhere.
/// </summary>
sealed class Terminal(bool json)
{
    const int PlainWidth = 240;
    static readonly JsonSerializerOptions format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    readonly bool rewrites = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
    bool progressShown;

    /// <summary>What --json prints besides command and exit code.</summary>
    public JsonObject Result { get; } = [];

    TextWriter Text => json ? Console.Error : Console.Out;

    /// <summary>The same place, for bytes of a program that prints.</summary>
    public Stream Output => json ? Console.OpenStandardError() : Console.OpenStandardOutput();

    public void Say(string line = "")
    {
        EndProgress();
        Text.WriteLine(line);
    }

    /// <summary>A table; columns whose name ends with a space hold numbers and are right-aligned.</summary>
    public void Table(string[] columns, IEnumerable<string[]> rows)
    {
        EndProgress();
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(column.TrimEnd())) { Alignment = column.EndsWith(' ') ? Justify.Right : Justify.Left, NoWrap = column.EndsWith(' ') });
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Text) });
        if (json ? Console.IsErrorRedirected : Console.IsOutputRedirected) console.Profile.Width = PlainWidth;
        console.Write(table);
    }

    /// <summary>What is going on now.</summary>
    public void Progress(string line)
    {
        if (rewrites) Console.Error.Write($"\r\x1b[2K{Cut(line)}");
        else Console.Error.WriteLine(line);
        progressShown = rewrites;
    }

    /// <summary>How far it is: on a terminal only, a log wants no such line.</summary>
    public void Tick(string line)
    {
        if (rewrites) Progress(line);
    }

    /// <summary>The same, of a known whole.</summary>
    public void Bar(string what, double part)
    {
        const int cells = 24;
        var full = (int)(Math.Clamp(part, 0, 1) * cells);
        Tick($"{new string('━', full)}{new string('╌', cells - full)} {what}");
    }

    public void Error(string message)
    {
        EndProgress();
        Console.Error.WriteLine(message);
    }

    /// <summary>Ends the run: with --json, prints the object.</summary>
    public void Finish(string command, int exit, string? error)
    {
        EndProgress();
        if (!json) return;
        var result = new JsonObject { ["command"] = command, ["exit"] = exit };
        if (error is not null) result["error"] = error;
        foreach (var (name, value) in Result) result[name] = value?.DeepClone();
        Console.Out.WriteLine(result.ToJsonString(format));
    }

    void EndProgress()
    {
        if (progressShown) Console.Error.Write("\r\x1b[2K");
        progressShown = false;
    }

    static string Cut(string line) => Console.WindowWidth is > 1 and var width && line.Length >= width ? line[..(width - 1)] : line;
}
