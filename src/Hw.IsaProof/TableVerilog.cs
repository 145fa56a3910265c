using System.Globalization;
using System.Text;

namespace Hw.IsaProof;

/// <summary>
/// The table once more, as Verilog in its dumbest form: for each row its fixed bits, its zeros, and each field against its illegal patterns. Written as text, with nothing of the
/// decoder's own writer, for a solver to compare with the decoder on all words.
/// </summary>
static class TableVerilog
{
    public static string Line(TableRow row) => $"row_{string.Concat(row.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}_{row.Match:x}";

    public static string Name(IsaDefinition isa) => $"{isa.Name}_table";

    public static string Write(EncodingTable table, AnswerLayout layout)
    {
        var width = table.Isa.Shape.WordBits;
        var text = new StringBuilder($"module {Name(table.Isa)}(input [{width - 1}:0] word");
        foreach (var output in layout.Outputs) text.Append($", output {Range(output.Width)}{output.Port}");
        text.AppendLine(");");
        foreach (var row in table.Rows)
        {
            var others = string.Concat(table.Above(row).Select(special => $" & ~has_{Line(special)}"));
            text.AppendLine($"  wire has_{Line(row)} = (word & {Number(row.Mask)}) == {Number(row.Match)};");
            text.AppendLine($"  wire {Line(row)} = has_{Line(row)}{others};");
            text.AppendLine($"  wire zero_{Line(row)} = (word & {Number(row.Zero)}) != 0{string.Concat(row.References.Select(Illegal))};");
            text.AppendLine($"  wire bad_{Line(row)} = 0{string.Concat(row.Operands.Select(Illegal))};");
        }
        text.AppendLine($"  wire [1:0] found = {string.Concat(table.Rows.Select(row => $"{Line(row)} ? (zero_{Line(row)} ? 2'd{(int)Trap.ReservedBits} : bad_{Line(row)} ? 2'd{(int)Trap.BadOperand} : 2'd0) : "))}2'd{(int)Trap.IllegalOpcode};");
        foreach (var output in layout.Outputs) text.AppendLine($"  assign {output.Port} = {output.Verilog};");
        return text.AppendLine("endmodule").ToString();

        string Number(UInt128 value) => $"{width}'h{value.ToString("x", CultureInfo.InvariantCulture)}";
    }

    static string Range(int width) => width == 1 ? "" : $"[{width - 1}:0] ";

    static string Illegal(TableField field) => string.Concat(field.Gaps().Select(gap => $" | ({Raw(field)} >= {field.Width}'d{gap.Least} & {Raw(field)} <= {field.Width}'d{gap.Greatest})"));

    /// <summary>The number that a field stands for, in so many bits of two's complement; the sign is its first bit again and again.</summary>
    public static string Value(TableField field, int width)
    {
        var zeros = System.Numerics.BitOperations.Log2((ulong)field.Multiple);
        var missing = width - field.Width - zeros;
        string[] parts = [.. Enumerable.Repeat(field.Signed ? $"word[{field.Places[0]}]" : "1'b0", missing), Raw(field), .. zeros > 0 ? (string[])[$"{zeros}'d0"] : []];
        return $"{{{string.Join(", ", parts)}}}";
    }

    static string Raw(TableField field) => $"{{{string.Join(", ", field.Places.Select(place => $"word[{place}]"))}}}";
}
