using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>The kernel's result does not depend on how its queues interleave; and a kernel that lacks one wait is found out.</summary>
public class RaceTests
{
    const int Orders = 40;

    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 13, 64, 96, 4 },        // one group, its last block alone
        { 100, 288, 160, 8 },     // slabs and tiles
        { 150, 64, 32, 4 },       // a loop, one tile: the odd period
        { 90, 288, 64, 4 },       // a loop, two slabs, one tile
        { 40, 544, 192, 32 },
    };

    [Theory, MemberData(nameof(Shapes))]
    public void Any_order_gives_the_same_DRAM(int tokens, int features, int outputs, int lanes)
    {
        var trial = new Trial(tokens, features, outputs, lanes);
        var program = Gemm.Program(trial.Problem);
        var expected = Image(trial.Run(program));
        var trace = Interleaving.Trace(trial.Machine(), program.Code);
        for (var seed = 0; seed < Orders; seed++)
        {
            var machine = trial.Machine();
            Assert.Null(Interleaving.Run(machine, trace, seed));
            Assert.True(expected == Image(machine), $"order {seed} gives another result");
        }
    }

    /// <summary>Every semaphore, a wait early, in the middle and late.</summary>
    [Theory]
    [InlineData("loaded")]
    [InlineData("consumed")]
    [InlineData("sums")]
    [InlineData("results")]
    [InlineData("drained")]
    public void A_missing_wait_is_caught(string name)
    {
        var trial = new Trial(90, 288, 160, 4);
        var program = Gemm.Program(trial.Problem);
        var expected = Image(trial.Run(program));
        var trace = Interleaving.Trace(trial.Machine(), program.Code);
        var semaphore = Array.IndexOf(["loaded", "consumed", "sums", "results", "drained"], name);
        var waits = Enumerable.Range(0, trace.Count).Where(i => trace[i].Decoded.Waits.Contains(semaphore)).ToArray();
        foreach (var at in (int[])[waits[2], waits[waits.Length / 2]])
        {
            var planted = trace.ToList();
            planted[at] = trace[at] with { Decoded = trace[at].Decoded with { Waits = trace[at].Decoded.Waits.Remove(semaphore) } };
            Assert.True(Enumerable.Range(0, Orders).Any(seed => Differs(planted, seed)), $"{name} not waited for at step {at} of {trace.Count}, and nobody noticed");
        }

        bool Differs(List<Interleaving.Step> planted, int seed)
        {
            var machine = trial.Machine();
            return Interleaving.Run(machine, planted, seed) is not null || Image(machine) != expected;
        }
    }

    static string Image(TxuMachine machine)
    {
        var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var (address, bytes) in machine.Dram.Pages)
        {
            hash.AppendData(BitConverter.GetBytes(address));
            hash.AppendData(bytes);
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
