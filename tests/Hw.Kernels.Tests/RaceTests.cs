using Hw.Isa;
using Hw.Isa.Txu;

namespace Hw.Kernels.Tests;

/// <summary>A kernel's result does not depend on how its queues interleave, and one that lacks one wait is found out: by the checker always, by running it in many orders mostly.</summary>
public class RaceTests
{
    const int Orders = 25;

    /// <summary>A kernel by name: its program and a machine with its operands.</summary>
    static (TxuProgram Program, Func<TxuMachine> Machine) Kernel(string name)
    {
        var gemm = name switch
        {
            "one group" => new Trial(13, 64, 96, 4),
            "slabs and tiles" => new Trial(100, 520, 300, 8),
            "ragged BF16" => new Trial(40, 203, 131, 32, type: MmType.BF16),
            "E4M3" => new Trial(90, 288, 64, 4, type: MmType.E4M3, narrow: VqType.E4M3),
            _ => null,
        };
        if (gemm is not null) return (Gemm.Program(gemm.Problem), () => gemm.Machine());
        var attention = new AttentionTrial(name switch
        {
            "one lane-block" => AttentionTrial.Small(MmType.BF16, 4, 4, 64, offset: 300),
            "two heads" => AttentionTrial.Small(MmType.BF16, 8, 30, 64, 4, 2, wide: false),
            "window" => AttentionTrial.Small(MmType.BF16, 4, 40, 128, 1, 1, offset: 120, window: 50),
            "E4M3 attention" => AttentionTrial.Small(MmType.E4M3, 4, 30, 64, 2, 1, offset: 250),
            _ => throw new ArgumentException(name),
        });
        return (Attention.Program(attention.Problem), attention.Machine);
    }

    public static TheoryData<string> Kernels => ["one group", "slabs and tiles", "ragged BF16", "E4M3", "one lane-block", "two heads", "window", "E4M3 attention"];

    [Theory, MemberData(nameof(Kernels))]
    public void Any_order_gives_the_same_DRAM(string kernel)
    {
        var (program, make) = Kernel(kernel);
        Assert.Empty(RaceCheck.Of(program));
        var golden = make();
        Golden.GoldenEngine.Run(golden, program.Code);
        var expected = Image(golden);
        var trace = Interleaving.Trace(make(), program.Code);
        for (var seed = 0; seed < Orders; seed++)
        {
            var machine = make();
            Assert.Null(Interleaving.Run(machine, trace, seed));
            Assert.True(expected == Image(machine), $"order {seed} gives another result");
        }
    }

    /// <summary>The builder writes no wait that is not needed: the checker misses every single one of them, and names both ends.</summary>
    [Theory, MemberData(nameof(Kernels))]
    public void The_checker_finds_every_missing_wait(string kernel)
    {
        var (program, _) = Kernel(kernel);
        var planted = 0;
        for (var pc = 0; pc < program.Count; pc++)
        {
            var d = TxuIsa.Definition.Decode(program.Code.Words[pc]);
            foreach (var semaphore in d.Waits)
            {
                var race = Assert.Single(RaceCheck.Of(Without(program, pc, semaphore), most: 1));
                Assert.True(race.Earlier < race.Later && race.Later >= pc, race.Message);
                planted++;
            }
        }
        Assert.InRange(planted, 10, int.MaxValue);
    }

    [Fact]
    public void A_race_names_both_instructions_their_lines_and_the_row()
    {
        var p = new ProgramBuilder { Label = "bring" };
        p.Load(16, 0x1000, Walk.Contiguous(2), file: "kernel.cs", line: 3);
        p.Label = "send";
        p.Store(Space.SPAD, 17, 0x2000, Walk.Contiguous(1), file: "kernel.cs", line: 4);
        var program = p.Halt();
        Assert.Empty(RaceCheck.Of(program));
        var store = Enumerable.Range(0, program.Count).Single(pc => TxuIsa.Definition.Decode(program.Code.Words[pc]).Instruction is St);
        var message = Assert.Single(RaceCheck.Of(Without(program, store, 0))).Message;
        Assert.Matches(@"kernel\.cs\(4\): pc \d+: ST .*\(send\) touches SPAD row 17, as does kernel\.cs\(3\): pc \d+: LD .*\(bring\), and nothing orders the two", message);
    }

    /// <summary>Beside the checker: of the missing waits that matter, running in many orders sees some.</summary>
    [Fact]
    public void Running_in_many_orders_sees_missing_waits_too()
    {
        var (program, make) = Kernel("two heads");
        var golden = make();
        Golden.GoldenEngine.Run(golden, program.Code);
        var expected = Image(golden);
        var waits = Enumerable.Range(0, program.Count).Where(pc => TxuIsa.Definition.Decode(program.Code.Words[pc]).Waits.Length > 0).ToArray();
        foreach (var pc in (int[])[waits[3], waits[waits.Length / 2]])
        {
            var planted = Without(program, pc, TxuIsa.Definition.Decode(program.Code.Words[pc]).Waits[0]);
            var trace = Interleaving.Trace(make(), planted.Code);
            Assert.True(Enumerable.Range(0, Orders).Any(seed => make() is var m && (Interleaving.Run(m, trace, seed) is not null || Image(m) != expected)), $"a wait missing at pc {pc}, and nobody noticed");
        }
    }

    static TxuProgram Without(TxuProgram program, int pc, int semaphore)
    {
        var code = new IsaProgram(TxuIsa.Definition);
        for (var i = 0; i < program.Count; i++)
        {
            var d = TxuIsa.Definition.Decode(program.Code.Words[i]);
            var word = i == pc ? TxuIsa.Definition.Encode(d.Instruction, [.. d.Waits.Remove(semaphore)], [.. d.Signals]) : program.Code.Words[i];
            code.AddWord(word, program.Code.PlaceOf(i));
        }
        return program with { Code = code };
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
