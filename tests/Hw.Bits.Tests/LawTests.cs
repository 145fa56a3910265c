namespace Hw.Bits.Tests;

/// <summary>Every reading means what BigInteger says, for every law.</summary>
public class LawTests
{
    public static TheoryData<string, string> Every()
    {
        var data = new TheoryData<string, string>();
        foreach (var reading in Harness.Readings) foreach (var law in Laws.All) data.Add(reading.Name, law.Name);
        return data;
    }

    static IReading Reading(string name) => Harness.Readings.Single(r => r.Name == name);

    [Theory, MemberData(nameof(Every))]
    public void Every_operand_of_one_to_four_bits(string reading, string law) => Assert.Null(Harness.Exhaustive(Reading(reading), Laws.Named(law)));

    [Theory, MemberData(nameof(Every))]
    public void Random_operands_up_to_32_bits(string reading, string law) => Assert.Null(Harness.Random(Reading(reading), Laws.Named(law), seed: 1, shapes: 60));
}
