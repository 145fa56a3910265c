namespace Hw.Cli.Tests;

/// <summary>`hw synth`: a unit in gates, a period it misses, and names that are not.</summary>
public class SynthTests
{
    [Fact]
    public void A_unit_meets_a_wide_period_and_misses_a_narrow_one_with_exit_1()
    {
        var wide = Command.Hw("synth", "--unit", "semaphorecell", "--json").Passed().Json.GetProperty("blocks")[0];
        Assert.Equal("semaphore_cell", wide.GetProperty("block").GetString());
        Assert.True(wide.GetProperty("areaUm2").GetDouble() > 100 && wide.GetProperty("ns").GetDouble() is > 0.2 and < 6.67);
        Command.Hw("synth", "--unit", "SemaphoreCell", "--period", "0.2").Refused(1, "too long", "cut it by a register");
    }

    [Theory]
    [InlineData("--unit SemaphorCell", "Did you mean SemaphoreCell?")]
    [InlineData("--period 0", "such as 6.67 for 150 MHz")]
    [InlineData("--lanes 5", "the nearest is 4")]
    public void Wrong_options_name_what_is_right(string options, string remedy) => Command.Hw(["synth", .. options.Split(' ')]).Refused(2, remedy);
}
