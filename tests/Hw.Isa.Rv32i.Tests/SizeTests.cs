namespace Hw.Isa.Rv32i.Tests;

/// <summary>What the library is worth: a whole instruction set, with the machine that runs it, in few lines that can be read.</summary>
public class SizeTests
{
    [Fact]
    public void TheDefinitionIsShort()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hw.sln"))) folder = folder.Parent!;
        var lines = Directory.GetFiles(Path.Combine(folder.FullName, "isa", "rv32i"), "*.cs").SelectMany(File.ReadLines).ToList();
        Assert.InRange(lines.Count, 1, 350);
        Assert.All(lines, l => Assert.InRange(l.Length, 0, 180));
        Assert.Equal(42, Rv32i.Definition.Instructions.Length);
    }
}
