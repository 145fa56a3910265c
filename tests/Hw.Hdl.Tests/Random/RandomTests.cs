using System.Globalization;

namespace Hw.Hdl.Tests.Random;

/// <summary>Random modules mean the same to the interpreter, Verilator and Icarus; lint and synthesis accept them as they are.</summary>
public class RandomTests
{
    /// <summary>HW_RANDOM_MODULES asks for more than a commit's share, HW_RANDOM_SEED for others.</summary>
    static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var n) ? n : usual;

    [Fact]
    public void Every_tool_agrees()
    {
        var (count, first) = (Setting("HW_RANDOM_MODULES", 120), Setting("HW_RANDOM_SEED", 1));
        foreach (var numbers in Enumerable.Range(first, count).Chunk(120))
        {
            var differences = Of(numbers).Check();
            Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
        }
    }

    static Batch Of(IEnumerable<int> numbers)
    {
        var batch = new Batch();
        foreach (var n in numbers) batch.Add(Design.Elaborate(() => new RandomModule((ulong)n)), (ulong)n);
        return batch;
    }
}
