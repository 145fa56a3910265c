namespace Hw.Ip;

/// <summary>
/// The memory a chip is tested against: read ports and one write port on AXI4, with latency, stalls and errors as asked, and a
/// host side that loads and reads it a word per cycle. A reset forgets what is under way, so chip and memory are reset together: neither could tell
/// beats that were asked for before from later ones. Not for silicon; every simulator runs it as it stands.
/// </summary>
/// <param name="reads">Read ports, each with its own queue at one beat per cycle.</param>
/// <param name="words">Words of 32 bytes, a power of two; an access beyond answers DECERR.</param>
/// <param name="outstanding">Bursts a port has open before it takes no more.</param>
public sealed class AxiMemory(int reads, int words = AxiMemory.DefaultWords, int outstanding = 64) : Module
{
    public const int DefaultWords = 1 << 19;   // 16 MiB

    readonly int words = words >= 2 && BitOperations.IsPow2(words) ? words
        : throw new BitsException($"an AxiMemory has a power of two of 32-byte words, got {words}; the next is {BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, words))}");

    public override string VerilogName => $"axi_memory_{reads}x{words}" + (outstanding == 64 ? "" : $"_{outstanding}");

    public IReadOnlyList<AxiRead> Reads { get; } = [.. Enumerable.Range(0, reads).Select(i => Sink(() => new AxiRead(), $"read_{i}"))];
    public AxiWrite Write { get; } = Sink(() => new AxiWrite());
    public AxiMemorySettings Settings { get; } = Sink(() => new AxiMemorySettings(words));
    /// <summary>decides every stall; taken during reset</summary>
    public In Seed { get; } = Input(UInt(31));

    /// <summary>the host writes a word</summary>
    public In PokeValid { get; } = Input(Bit);
    public In PokeAddress { get; } = Input(UpTo(words - 1));
    public In PokeData { get; } = Input(AxiBus.Beat);
    public In PeekAddress { get; } = Input(UpTo(words - 1));
    /// <summary>the word at peek_address, one cycle later</summary>
    public Out PeekData { get; } = Output(AxiBus.Beat);

    /// <summary>Beats moved so far, and cycles in which the injector kept one back, by read port.</summary>
    public IReadOnlyList<Out> ReadBeats { get; } = [.. Enumerable.Range(0, reads).Select(i => Output(UInt(48), $"read_{i}_beats"))];
    public IReadOnlyList<Out> ReadWithheld { get; } = [.. Enumerable.Range(0, reads).Select(i => Output(UInt(48), $"read_{i}_withheld"))];
    public Out WriteBeats { get; } = Output(UInt(48));
    public Out WriteWithheld { get; } = Output(UInt(48));

    readonly Memory storage = Memory(words, AxiBus.Beat);
    readonly AxiMemoryReadPort[] readers = [.. Enumerable.Range(0, reads).Select(i => Instance(() => new AxiMemoryReadPort(words, outstanding), $"reader_{i}"))];
    readonly AxiMemoryWritePort writer = Instance(() => new AxiMemoryWritePort(words, outstanding));

    protected override void Build()
    {
        for (var i = 0; i < reads; i++)
        {
            var reader = readers[i];
            Bundle.Connect(Reads[i], reader.Bus);
            Bundle.Connect(Settings, reader.Settings);
            reader.Seed.Drive(SeedOf(i + 1));
            reader.Fetched.Drive(storage.Read(reader.Word, reader.Fetch, $"fetched_{i}"));
            ReadBeats[i].Drive(reader.Beats);
            ReadWithheld[i].Drive(reader.Withheld);
        }

        Bundle.Connect(Write, writer.Bus);
        Bundle.Connect(Settings, writer.Settings);
        writer.Seed.Drive(SeedOf(0));
        storage.Write(writer.Store, writer.Word, writer.Data, writer.Bytes);
        WriteBeats.Drive(writer.Beats);
        WriteWithheld.Drive(writer.Withheld);

        storage.Write(PokeValid, PokeAddress, PokeData);
        PeekData.Drive(storage.Read(PeekAddress, 1, "peeked"));
    }

    /// <summary>A seed of its own for every port: multiples of 2^31/φ are far apart.</summary>
    Signal SeedOf(int port) => Seed ^ (port * 0x4F1B_BCDDL & int.MaxValue);
}
