namespace Hw.Silicon.Tests;

/// <summary>Small modules written for one test, in a folder of their own whose name has a space.</summary>
sealed class Sources : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("hw silicon-").FullName;

    public string[] Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return [file];
    }

    /// <summary>A module m whose 8-bit y is an expression of its 8-bit a and b.</summary>
    public string[] Expression(string name, string y) =>
        Write(name + ".sv", $"module m(input logic [7:0] a, input logic [7:0] b, output logic [7:0] y);\n  assign y = {y};\nendmodule\n");

    /// <summary>A module m that keeps 8-bit r: next after each edge, 0 after reset.</summary>
    public string[] Register(string name, string next) => Write(name + ".sv", $$"""
        module m(input logic clock, input logic reset, input logic [7:0] a, output logic [7:0] y);
          logic [7:0] r;
          always_ff @(posedge clock) if (reset) r <= 8'd0; else r <= {{next}};
          assign y = r;
        endmodule
        """);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
