using System.Text.Json;

namespace Hw.Cli.Tests;

/// <summary>The frame of every verb: wrong words get the nearest right one and exit 2, --json is one object, help is there.</summary>
public class FrameTests
{
    [Fact]
    public void Help_lists_the_verbs()
    {
        var help = Command.Hw("--help").Passed();
        foreach (var verb in new[] { "gen", "isa", "asm", "disasm", "run", "cosim", "demo", "bench" }) Assert.Contains($"  {verb}", help.Out);
    }

    [Theory]
    [InlineData("gn", "Did you mean gen?")]
    [InlineData("isa lst", "Did you mean list?")]
    [InlineData("gen --chek", "Did you mean --check?")]
    [InlineData("isa", "list, show, encode, decode")]
    [InlineData("asm", "Required argument")]
    [InlineData("isa show MN", "Did you mean MM?")]
    [InlineData("bench --only sim --unit Decodre", "Did you mean Decoder?")]
    public void A_wrong_word_gets_the_nearest_right_one(string line, string remedy) => Command.Hw(line.Split(' ')).Refused(2, remedy);

    [Fact]
    public void Json_is_one_object_also_when_the_command_line_is_wrong()
    {
        foreach (var line in new[] { "isa list --json", "isa show --json MN", "gn --json", "gen --chek --json" })
        {
            var ran = Command.Hw(line.Split(' '));
            Assert.Equal(JsonValueKind.Object, ran.Json.ValueKind);
            Assert.Equal(ran.Exit, ran.Json.GetProperty("exit").GetInt32());
            Assert.Equal(ran.Exit != 0, ran.Json.TryGetProperty("error", out _));
        }
    }

    [Fact]
    public void A_stack_trace_stands_only_behind_verbose()
    {
        Command.Hw("asm", "no/such.asm").Refused(2, "no such file");
        Assert.Contains("   at ", Command.Hw("asm", "no/such.asm", "--verbose").Error);
    }
}
