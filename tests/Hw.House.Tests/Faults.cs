namespace Hw.House.Tests;

/// <summary>A rule finds its faults as whole sentences; a failing test prints all of them, uncut.</summary>
static class Faults
{
    public static void MustBeEmpty(this IEnumerable<string> faults)
    {
        var sentences = faults.ToList();
        if (sentences.Count > 0)
            Assert.Fail(string.Join('\n', sentences));
    }
}
