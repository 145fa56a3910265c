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
        var (count, first) = (Setting("HW_RANDOM_MODULES", 40), Setting("HW_RANDOM_SEED", 401));
        foreach (var numbers in Enumerable.Range(first, count).Chunk(120))
        {
            var batch = Of(numbers);
            batch.Add(Design.Elaborate(() => new Writer.Chooser()), (ulong)first);
            var differences = batch.Check();
            Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
        }
    }

    /// <summary>One operator of the emitted text changed, the first in each module that has it: the comparison is not blind to any.</summary>
    public static TheoryData<string, string> Plants() => new()
    {
        { " >>> ", " >> " }, { " < ", " >= " }, { " == ", " != " }, { " && ", " || " }, { " ^ ", " | " }, { " + ", " - " }, { "$signed(", "$unsigned(" }, { "1'b1 : ", "1'b0 : " }, { "    case (", "    case (~" },
    };

    /// <summary>A table with one arm moved, dropped, or made another's.</summary>
    [Theory]
    [InlineData("LOAD, STORE: mask", "LOAD: mask")]
    [InlineData("80'h8000_0000_0000_0000_0000", "80'h4000_0000_0000_0000_0000")]
    [InlineData("default:     mask = 80'h0000_0000_0000_0000_1234;", "default: mask = 80'd0;")]
    [InlineData("is_move, ", "")]
    [InlineData("offset = -13'sd3;", "offset = 13'sd3;")]
    [InlineData("length = 3'(word[6:5]) + 3'd1;", "length = 3'(word[6:5]);")]
    public void Every_plant_in_a_table_is_found(string from, string to)
    {
        var batch = new Batch();
        batch.Add(Design.Elaborate(() => new Writer.Chooser()), 8);
        Assert.Empty(batch.Differences());
        Assert.Contains(from, batch["chooser.sv"], StringComparison.Ordinal);
        batch["chooser.sv"] = batch["chooser.sv"].Replace(from, to, StringComparison.Ordinal);
        Assert.NotEmpty(batch.Differences());
    }

    const int Group = 10;

    [Fact]
    public void Every_plant_is_found()
    {
        // modules 2001 … in groups, one group for each plant, and one left as it is
        var plants = Plants().Select(p => ((string)p[0], (string)p[1])).Append(("", "")).ToList();
        var numbers = Enumerable.Range(2001, Group * plants.Count).ToList();
        var batch = Of(numbers);
        foreach (var (n, i) in numbers.Select((n, i) => (n, i)))
        {
            var (from, to) = plants[i / Group];
            var file = $"random_{n}.sv";
            var assign = batch[file].IndexOf("\n\n", StringComparison.Ordinal);
            var at = from.Length == 0 ? -1 : batch[file].IndexOf(from, assign, StringComparison.Ordinal);
            // one arithmetic shift shows only where its operand is negative, so all of a module's are broken
            if (at >= 0) batch[file] = from == " >>> " ? batch[file].Replace(from, to, StringComparison.Ordinal) : $"{batch[file][..at]}{to}{batch[file][(at + from.Length)..]}";
        }
        var differences = batch.Differences();
        foreach (var (plant, i) in plants.Select((p, i) => (p, i)))
        {
            var found = numbers.Skip(Group * i).Take(Group).Count(n => differences.Any(d => d.Contains($" random_{n},", StringComparison.Ordinal)));
            Assert.True(plant.Item1.Length == 0 ? found == 0 : found > 0, $"`{plant.Item1}` → `{plant.Item2}`: found in {found} of {Group} modules");
        }
    }

    static Batch Of(IEnumerable<int> numbers)
    {
        var batch = new Batch();
        foreach (var n in numbers) batch.Add(Design.Elaborate(() => new RandomModule((ulong)n)), (ulong)n);
        return batch;
    }
}
