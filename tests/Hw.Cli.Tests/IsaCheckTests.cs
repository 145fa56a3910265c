namespace Hw.Cli.Tests;

/// <summary>`hw isa check` over the sets that the command knows: no finding, and the words add up.</summary>
public class IsaCheckTests
{
    [Theory]
    [InlineData("txu", 128, "free opcodes: 0x06–0x07, ")]
    [InlineData("rv32i", 32, "region 0x0B: Custom, custom-0")]
    public void Sound_sets_pass_and_every_word_is_counted(string isa, int bits, string line)
    {
        Assert.Contains(line, Command.Hw("isa", "check", "--isa", isa).Passed().Out);
        var json = Command.Hw("isa", "check", "--isa", isa, "--json").Passed().Json;
        Assert.Equal(0, json.GetProperty("findings").GetArrayLength());
        var words = json.GetProperty("words").EnumerateObject().Aggregate(System.Numerics.BigInteger.Zero, (sum, w) => sum + System.Numerics.BigInteger.Parse(w.Value.GetString()!));
        Assert.Equal(System.Numerics.BigInteger.One << bits, words);
    }
}
