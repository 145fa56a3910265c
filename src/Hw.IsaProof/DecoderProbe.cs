using Hw.Hdl;
using Hw.IsaRtl;

namespace Hw.IsaProof;

/// <summary>A decoder with its outputs side by side, so that a simulator runs it over an array of words in one call.</summary>
sealed class DecoderProbe(IsaDefinition isa) : Module
{
    readonly Decoder decoder = Instance(() => new Decoder(isa));

    public override string VerilogName => $"{isa.Name}_decoder_probe";

    public In Word { get; } = Input(UInt(isa.Shape.WordBits));
    public Out Answer { get; } = Output(UInt(Outputs(isa).Sum(o => o.Width)));

    protected override void Build()
    {
        decoder.Word.Drive(Word);
        Answer.Drive(Concat([.. decoder.AllPorts.OfType<Out>().Select(port => port.Wrap(UInt(port.Width)))]));
    }

    /// <summary>Name and width of each output, in order; a module can be asked only while it is made.</summary>
    static ImmutableArray<(string Port, int Width)> Outputs(IsaDefinition isa) => [.. isa.Instructions.Select(i => ($"is_{i.Mnemonic.ToLowerInvariant()}", 1)), ("illegal", 1), ("cause", 2)];

    /// <summary>What each output shows by the table: one line per instruction, illegal, and cause.</summary>
    public static AnswerLayout Layout(EncodingTable table)
    {
        var lines = table.Rows.ToDictionary(row => $"is_{row.Name.ToLowerInvariant()}");
        return new([.. Outputs(table.Isa).Select(o => o.Port switch
        {
            "illegal" => new Shown(o.Port, o.Width, (_, finding) => finding.IsLegal ? 0u : 1u, "found != 0"),
            "cause" => new Shown(o.Port, o.Width, (_, finding) => (UInt128)(byte)finding.Cause, "found"),
            _ when lines.TryGetValue(o.Port, out var row) => new Shown(o.Port, o.Width, (_, finding) => finding.Row == row ? 1u : 0u, TableVerilog.Line(row)),
            _ => throw new IsaException($"the decoder of {table.Isa.Name} has an output `{o.Port}` that the table knows nothing of"),
        })]);
    }
}
