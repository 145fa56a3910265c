namespace Hw.Cli.Tests;

/// <summary>The tutorial is true: what it writes builds, is proven, and agrees with its oracle and with the chip, and nothing else is edited.</summary>
public class InstructionTests
{
    const int MostLines = 25 + 5;       // the instruction's file, and the oracle's method

    [Fact]
    public void An_instruction_is_one_file_and_one_oracle()
    {
        var figures = Command.Hw("bench", "--only", "instruction", "--quick", "--json").Passed().Json.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToList();
        Assert.Contains(figures, f => f.StartsWith("./hw isa prove", StringComparison.Ordinal));
        Assert.Contains(figures, f => f.StartsWith("./hw fuzz --with", StringComparison.Ordinal));
        Assert.Contains(figures, f => f.StartsWith("an instruction added:", StringComparison.Ordinal) && f.Contains("lines in 2 files"));
        Assert.InRange(Lines(Path.Combine(Command.Checkout, "docs/tutorials/add-an-instruction.md")), 10, MostLines);
    }

    /// <summary>Of C# in the tutorial.</summary>
    static int Lines(string file) => File.ReadAllText(file).Split("```csharp\n")[1..].Sum(block => block.Split("```")[0].Split('\n').Length - 1);
}
