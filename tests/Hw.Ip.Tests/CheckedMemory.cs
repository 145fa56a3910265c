namespace Hw.Ip.Tests;

/// <summary>The memory model with a checker listening to every port.</summary>
public sealed class CheckedMemory(int reads, int words, int outstanding) : Module
{
    public IReadOnlyList<AxiRead> Reads { get; } = [.. Enumerable.Range(0, reads).Select(i => Sink(() => new AxiRead(), $"read_{i}"))];
    public AxiWrite Write { get; } = Sink(() => new AxiWrite());
    public AxiMemorySettings Settings { get; } = Sink(() => new AxiMemorySettings(words));
    public In Seed { get; } = Input(UInt(31));
    public In PokeValid { get; } = Input(Bit);
    public In PokeAddress { get; } = Input(UpTo(words - 1));
    public In PokeData { get; } = Input(AxiBus.Beat);
    public In PeekAddress { get; } = Input(UpTo(words - 1));
    public Out PeekData { get; } = Output(AxiBus.Beat);
    /// <summary>of each read port, then the write port</summary>
    public IReadOnlyList<Out> Violations { get; } = [.. Enumerable.Range(0, reads + 1).Select(i => Output(UInt(4), $"violation_{i}"))];
    public IReadOnlyList<Out> Beats { get; } = [.. Enumerable.Range(0, reads + 1).Select(i => Output(UInt(48), $"beats_{i}"))];
    public IReadOnlyList<Out> Withheld { get; } = [.. Enumerable.Range(0, reads + 1).Select(i => Output(UInt(48), $"withheld_{i}"))];

    readonly AxiMemory memory = Instance(() => new AxiMemory(reads, words, outstanding));
    readonly AxiReadChecker[] readCheckers = [.. Enumerable.Range(0, reads).Select(i => Instance(() => new AxiReadChecker(outstanding), $"read_checker_{i}"))];
    readonly AxiWriteChecker writeChecker = Instance(() => new AxiWriteChecker());

    protected override void Build()
    {
        for (var i = 0; i < reads; i++)
        {
            Bundle.Connect(Reads[i], memory.Reads[i]);
            Bundle.Connect(readCheckers[i].Bus, memory.Reads[i]);
            Violations[i].Drive(readCheckers[i].Violation);
            Beats[i].Drive(memory.ReadBeats[i]);
            Withheld[i].Drive(memory.ReadWithheld[i]);
        }
        Bundle.Connect(Write, memory.Write);
        Bundle.Connect(writeChecker.Bus, Write);
        Violations[reads].Drive(writeChecker.Violation);
        Beats[reads].Drive(memory.WriteBeats);
        Withheld[reads].Drive(memory.WriteWithheld);

        Bundle.Connect(Settings, memory.Settings);
        memory.Seed.Drive(Seed);
        memory.PokeValid.Drive(PokeValid);
        memory.PokeAddress.Drive(PokeAddress);
        memory.PokeData.Drive(PokeData);
        memory.PeekAddress.Drive(PeekAddress);
        PeekData.Drive(memory.PeekData);
    }
}
