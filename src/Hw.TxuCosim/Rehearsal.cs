using Hw.Cosim;
using Hw.Hdl;
using Hw.Ip;
using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Sim;

namespace Hw.TxuCosim;

/// <summary>
/// The whole TXU from its text to a verdict: elaborated, compiled by the built-in simulator, brought to its first cycle, and run in
/// lockstep with the golden. `hw watch` calls it in assemblies that were compiled a moment ago, so its surface is made of plain types.
/// </summary>
public static class Rehearsal
{
    const string Binary = ".bin";

    /// <param name="program">A file of assembly, what hw asm made of one, or bare words when it ends in .bin; null for the programs of all plants, which use every unit.</param>
    /// <param name="memory">What memory holds before the run, by address.</param>
    /// <param name="text">A text that the program includes, by path.</param>
    /// <param name="tensor">A tensor that it places: path, name, most bytes.</param>
    /// <param name="done">Hears the name of each phase when it ends.</param>
    /// <returns>The exit code of the command, how much was found equal, and, when something is wrong, what.</returns>
    public static (int Exit, long Instructions, long Writes, string Wrong) Run(
        string? program, int lanes, IReadOnlyList<(long Address, byte[] Bytes)> memory, int latency, string stalls, int seed,
        Func<string, string> text, Func<string, string?, long, (string Type, int[] Shape, byte[] Bytes)> tensor, Action<string> done, CancellationToken token)
    {
        try
        {
            var settings = new TxuSettings { Latency = latency, Stalls = Enum.Parse<StallProfile>(stalls), Seed = seed };
            using var target = new TxuTarget(lanes, new() { Engine = Engine.BuiltIn });
            _ = target.Elaborated;
            done("elaborated");
            var built = target.Built(token: token);
            done("simulator");
            using (var first = built.Start((ulong)seed)) first.Step();
            done("first cycle");
            var (instructions, writes) = (0L, 0L);
            foreach (var (name, code) in Programs(program, new Files(text, tensor)))
            {
                var dram = new Dram();
                foreach (var (address, bytes) in memory) dram.Write(address, bytes);
                dram.Write(code);
                var verdict = Lockstep.Run(target.Job(code, dram, settings, $"hw cosim {name} --engine builtin --lanes {lanes}"), new() { CompareMemory = true }, token);
                if (!verdict.Passed) return (verdict.ExitCode, instructions, writes, verdict.ToString());
                (instructions, writes) = (instructions + verdict.Instructions, writes + verdict.Writes);
            }
            return (0, instructions, writes, "");
        }
        catch (IsaException e) { return (2, 0, 0, e.Message); }
        catch (HdlException e) { return (4, 0, 0, e.Message); }
        catch (SimAssertException e) { return (1, 0, 0, e.Message); }
        catch (SimException e) { return (2, 0, 0, e.Message); }
    }

    static IEnumerable<(string Name, IsaProgram Code)> Programs(string? file, Files files)
    {
        if (file is null)
            foreach (var plant in TxuPlants.All) yield return ($"src/Hw.TxuCosim/plants/{plant.Name}.asm", TxuPlants.Program(plant.Name));
        else if (Path.GetExtension(file).Equals(Binary, StringComparison.OrdinalIgnoreCase))
            yield return (file, IsaProgram.FromBytes(TxuIsa.Definition, File.ReadAllBytes(file), file));
        else if (File.ReadAllBytes(file) is var bytes && ProgramImage.Is(bytes)) yield return (file, ProgramImage.Read(TxuIsa.Definition, bytes, file));
        else yield return (file, Assembler.Assemble(TxuIsa.Definition, files.Text(file), file, new() { Sources = files }));
    }

    /// <summary>The command's files, for an assembler that may be of another assembly than the command's.</summary>
    sealed class Files(Func<string, string> text, Func<string, string?, long, (string Type, int[] Shape, byte[] Bytes)> tensor) : IAssemblySources
    {
        public string Text(string path) => Said(() => text(path));

        public Tensor Tensor(string path, string? name, long maxBytes)
        {
            var (type, shape, bytes) = Said(() => tensor(path, name, maxBytes));
            return new(Numeral.Named(type)!, [.. shape], bytes);
        }

        static T Said<T>(Func<T> read)
        {
            try { return read(); }
            catch (Exception e) { throw new IsaException(e.Message); }
        }
    }
}
