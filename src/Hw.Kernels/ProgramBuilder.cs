using System.Runtime.CompilerServices;

namespace Hw.Kernels;

/// <summary>
/// Writes programs: operands are places and shapes, registers are found and set behind the scenes, semaphores have names and a
/// direction that is checked, and waits or signals beyond the two of an instruction go on a NOP of its queue beside it.
/// </summary>
public sealed class ProgramBuilder
{
    const int PerInstruction = 2;
    readonly IsaProgram program = new(TxuIsa.Definition);
    readonly List<string> labels = [];
    readonly List<Semaphore> semaphores = [];
    readonly RegisterCache<Pointer> addresses = new(32);
    readonly RegisterCache<Shape> shapes = new(16);
    int depth;

    /// <summary>What the instructions written from now on are for.</summary>
    public string Label { get; set; } = "";

    /// <summary>A new semaphore, holding <paramref name="initial"/> when the program begins. Ask before the first instruction that uses a queue.</summary>
    public Semaphore Semaphore(string name, Queue from, Queue to, int initial = 0, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (semaphores.Find(s => s.Name == name) is { } twin) throw Error($"there already is a semaphore {twin}; give each its own name", file, line);
        if (semaphores.Count == TxuIsa.Definition.Shape.Semaphores.Count) throw Error($"all {semaphores.Count} semaphores are taken, none is left for '{name}'", file, line);
        var semaphore = new Semaphore(name, semaphores.Count, from, to);
        semaphores.Add(semaphore);
        if (initial != 0) Control(new Setq(semaphore.Index, initial), $"{name}: {initial} to begin with", file, line);
        return semaphore;
    }

    /// <summary>LD: SPAD rows one after another from 32-byte units of DRAM.</summary>
    public void Load(Pointer spad, Pointer dram, Shape walk, ReadOnlySpan<Semaphore> wait = default, ReadOnlySpan<Semaphore> signal = default,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new Ld(Address(spad, file, line), Address(dram, file, line), Shape(walk, file, line)), Queue.LD, wait, signal, file, line);

    /// <summary>ST: rows of SPAD or ACC to DRAM.</summary>
    public void Store(Space space, Pointer row, Pointer dram, Shape walk, ReadOnlySpan<Semaphore> wait = default, ReadOnlySpan<Semaphore> signal = default,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new St(Address(row, file, line), Address(dram, file, line), Shape(walk, file, line), space), Queue.ST, wait, signal, file, line);

    /// <summary>MM: ACC rows (+)= moving rows · stationary chunks.</summary>
    public void Multiply(Pointer acc, Pointer moving, Pointer stationary, Shape shape, bool accumulate,
        ReadOnlySpan<Semaphore> wait = default, ReadOnlySpan<Semaphore> signal = default, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new Mm(Address(acc, file, line), Address(moving, file, line), Address(stationary, file, line), Shape(shape, file, line), accumulate ? MmMode.ADD : MmMode.SET), Queue.MM, wait, signal, file, line);

    /// <summary>VQ: ACC rows to INT8 rows of SPAD.</summary>
    public void Requantize(Pointer spad, Pointer acc, Shape rows, Requantization by, ReadOnlySpan<Semaphore> wait = default, ReadOnlySpan<Semaphore> signal = default,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(new Vq(Address(spad, file, line), Address(acc, file, line), Shape(rows, file, line), by.Scale, by.Shift), Queue.VX, wait, signal, file, line);

    /// <summary>Runs what <paramref name="body"/> writes <paramref name="count"/> times. The body gets its level, for <see cref="Pointer.Step"/>.</summary>
    public void Loop(int count, Action<int> body, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (depth == TxuIsa.Levels) throw Error($"loops nest at most {TxuIsa.Levels} deep", file, line);
        Control(new Loop(count), $"{count} times", file, line);
        Forget();
        body(depth++);
        depth--;
        Control(new Endl(), "", file, line);
        Forget();
    }

    /// <summary>Ends the program.</summary>
    public TxuProgram Halt(int code = 0, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Control(new Halt(code), "", file, line);
        return new(program, labels);
    }

    void Forget()
    {
        addresses.Forget();
        shapes.Forget();
    }

    AddressRegister Address(Pointer at, string file, int line)
    {
        var register = new AddressRegister(addresses.Find(at, out var set));
        if (!set) return register;
        Control(new Seta(register, at.Base), "", file, line);
        for (var level = 0; level < TxuIsa.Levels; level++)
            if (at.Stride(level) != 0) Control(new Setl(register, level, at.Stride(level)), "", file, line);
        return register;
    }

    ShapeRegister Shape(Shape s, string file, int line)
    {
        var register = new ShapeRegister(shapes.Find(s, out var set));
        if (set) Control(new Sets(register, s.E0, s.E1, s.E2, s.St0, s.St1, s.St2), "", file, line);
        return register;
    }

    void Control(IInstruction instruction, string label, string file, int line)
    {
        program.Add(instruction, file: file, line: line);
        labels.Add(label);
    }

    void Add(IInstruction instruction, Queue queue, ReadOnlySpan<Semaphore> wait, ReadOnlySpan<Semaphore> signal, string file, int line)
    {
        var (waits, signals) = (new int[wait.Length], new int[signal.Length]);
        for (var i = 0; i < wait.Length; i++)
            waits[i] = wait[i].To == queue ? wait[i].Index : throw Error($"{queue} cannot wait for {wait[i]}: {wait[i].To} does", file, line);
        for (var i = 0; i < signal.Length; i++)
            signals[i] = signal[i].From == queue ? signal[i].Index : throw Error($"{queue} cannot signal {signal[i]}: {signal[i].From} does", file, line);

        var early = Math.Max(0, waits.Length - PerInstruction);
        foreach (var part in waits.Take(early).Chunk(PerInstruction)) Emit(new Nop(queue), part, []);
        Emit(instruction, waits.AsSpan(early), signals.AsSpan(0, Math.Min(PerInstruction, signals.Length)));
        foreach (var part in signals.Skip(PerInstruction).Chunk(PerInstruction)) Emit(new Nop(queue), [], part);

        void Emit(IInstruction one, ReadOnlySpan<int> waiting, ReadOnlySpan<int> signalling)
        {
            program.Add(one, waiting, signalling, file, line);
            labels.Add(Label);
        }
    }

    static IsaException Error(string message, string file, int line) => new($"{new SourcePlace(file, line)}: error: {message}");
}
