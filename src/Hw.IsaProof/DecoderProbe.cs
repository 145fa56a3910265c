using Hw.Bits;
using Hw.Hdl;
using Hw.IsaRtl;

namespace Hw.IsaProof;

/// <summary>A decoder with its outputs side by side, so that a simulator runs it over an array of words in one call.</summary>
/// <param name="operandsFirst">A definition without reserved bits: where its decoder finds a bad operand, that is the cause. A fault; null for the sound decoder.</param>
sealed class DecoderProbe(IsaDefinition isa, AnswerLayout layout, IsaDefinition? operandsFirst = null) : Module
{
    readonly Decoder decoder = Instance(() => new Decoder(isa));
    readonly Decoder? operands = operandsFirst is null ? null : Instance(() => new Decoder(operandsFirst), nameof(operands));

    public override string VerilogName => $"{isa.Name}_decoder_probe";

    public In Word { get; } = Input(UInt(isa.Shape.WordBits));
    public Out Answer { get; } = Output(UInt(layout.Width));

    protected override void Build()
    {
        decoder.Word.Drive(Word);
        operands?.Word.Drive(Word);
        foreach (var port in operands?.AllPorts.OfType<Out>().Where(port => !ReferenceEquals(port, operands.Cause)) ?? []) Unused(port, "of this one only the cause is of interest");
        var ports = decoder.AllPorts.OfType<Out>().ToDictionary(port => port.Name);
        Answer.Drive(Concat([.. layout.Outputs.Select(o => (o.Port == DecoderNames.Cause ? Cause : ports[o.Port]).Wrap(UInt(o.Width)))]));
    }

    Signal Cause => operands is null ? decoder.Cause : Mux(operands.Cause == (long)Trap.BadOperand, (long)Trap.BadOperand, decoder.Cause);

    /// <summary>What each output shows by the table, in the order in which they stand in the answer. Names come from the decoder, everything else from the table.</summary>
    public static AnswerLayout Layout(EncodingTable table)
    {
        var (isa, lines) = (table.Isa, DecoderNames.Lines(table.Isa));
        return new(
        [
            .. table.Rows.Select(row => new Shown(lines[row.Instruction.Type], 1, (_, finding) => finding.Row == row ? 1u : 0u, TableVerilog.Line(row))),
            new(DecoderNames.Illegal, 1, (_, finding) => finding.IsLegal ? 0u : 1u, "found != 0"),
            new(DecoderNames.Cause, 2, (_, finding) => (UInt128)(byte)finding.Cause, "found"),
            .. DecodedField.Of(isa).Select(f => Field(table, f.Port, Naming.Snake(f.Name), f.Range.Width)),
        ]);
    }

    /// <summary>A field that all instructions that name it have in one place shows it of any word; else that of the word's instruction, and 0 where it has none of this name.</summary>
    static Shown Field(EncodingTable table, string port, string name, int width)
    {
        var mask = UInt128.MaxValue >> (128 - width);
        var fields = table.Rows.ToDictionary(row => row, row => row.References.Concat(row.Operands).FirstOrDefault(f => Naming.Snake(f.Name) == name));
        var places = fields.Values.OfType<TableField>().DistinctBy(f => (string.Join(' ', f.Places), f.Signed, f.Multiple)).ToList();
        if (places is [var one]) return new(port, width, (word, _) => (UInt128)(Int128)one.Value(word) & mask, TableVerilog.Value(one, width));
        return new(port, width, (word, finding) => finding.Row is { } row && fields[row] is { } field ? (UInt128)(Int128)field.Value(word) & mask : 0,
            string.Concat(fields.Where(f => f.Value is not null).Select(f => $"{TableVerilog.Line(f.Key)} ? {TableVerilog.Value(f.Value!, width)} : ")) + $"{width}'d0");
    }
}
