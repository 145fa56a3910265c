namespace Hw.Cli.Tests;

/// <summary>`hw fuzz`: what it counts, and what it refuses.</summary>
public class FuzzTests
{
    [Fact]
    public void It_counts_programs_instructions_and_the_ends_of_their_fields()
    {
        var result = Command.Hw("fuzz", "--programs", "12", "--lanes", "4", "--with", "vclip", "--json").Passed().Json;
        Assert.Equal(12, result.GetProperty("programs").GetInt32());
        Assert.True(result.GetProperty("counts").GetProperty("VCLIP").GetInt32() >= 12);
        Assert.True(result.GetProperty("programsPerMinute").GetDouble() > 0);
        var corners = result.GetProperty("corners");
        Assert.InRange(corners.GetProperty("seen").GetInt32(), 100, corners.GetProperty("all").GetInt32() - corners.GetProperty("missing").GetArrayLength());
    }

    /// <summary>The record follows from definition and seeds: however many chips ran, it is the same.</summary>
    [Fact]
    public void What_they_had_in_them_is_recorded_the_same_however_many_ran_side_by_side()
    {
        string Recorded(string chips)
        {
            using var tree = new Scratch();
            Command.Hw(["fuzz", "--programs", "9", "--lanes", "4", "-j", chips, "--record"], new() { ["HW_ROOT"] = tree.Folder }).Passed();
            return File.ReadAllText(tree["isa/txu/coverage.json"]);
        }
        var one = Recorded("1");
        Assert.Contains("\"programs\": 9,", one);
        Assert.Contains("\"VCLIP\": {", one);
        Assert.Equal(one, Recorded("2"));
    }

    [Theory]
    [InlineData("--with VCLOP", "Did you mean VCLIP?")]
    [InlineData("--programs 0", "write a number from 1")]
    [InlineData("--seed 2147483647 --programs 5", "so that 5 programs have one each")]
    [InlineData("--lanes 5", "the nearest is 4")]
    public void Wrong_options_name_what_is_right(string options, string remedy) => Command.Hw(["fuzz", .. options.Split(' ')]).Refused(2, remedy);
}
