using System.Runtime.InteropServices;
using Hw.Bits.Numbers;

namespace Hw.Isa.Txu;

/// <summary>How the vector unit reads and writes rows of C lanes: FP32 inside, a format of its own in SPAD. A row travels as its lanes' patterns, eight lanes at a time.</summary>
static class Rows
{
    static readonly FloatFormat F = FloatFormat.Fp32;

    /// <summary>Where group <paramref name="g"/> of a row begins.</summary>
    static int At(int g) => g * Patterns.Count;

    public static void Read(this TxuMachine m, Source place, long row, Span<Lanes8> to)
    {
        switch (place)
        {
            case Source.BF16:
                var pair = m.Spad.ReadPadded(row, m.PairRows);
                for (var g = 0; g < to.Length; g++) to[g] = Patterns.Load16(pair[(2 * At(g))..]) << 16;     // the upper half of the FP32 number
                break;
            case Source.E4M3:
                var bytes = m.Spad.Read(row);
                for (var g = 0; g < to.Length; g++) to[g] = Conversion.Of(FloatFormat.E4M3, F, Patterns.Load8(bytes[At(g)..]));
                break;
            default:
                var words = (place == Source.ACC ? m.Acc : m.State).ReadPadded(row);
                for (var g = 0; g < to.Length; g++) to[g] = Patterns.Load32(words[At(g)..]);
                break;
        }
    }

    /// <summary>A state vector, for the whole of an instruction.</summary>
    public static Lanes8[] Read(this TxuMachine m, StateVector state)
    {
        var row = new Lanes8[m.Groups];
        m.Read(Source.STATE, state.Index, row);
        return row;
    }

    /// <summary>Operand i of a walk.</summary>
    public static void Read(this TxuMachine m, Other other, RowSet rows, int i, Span<Lanes8> to)
    {
        if (other != Other.SCALAR) m.Read(rows.Place, rows[i], to);
        else to.Fill((long)MemoryMarshal.Cast<sbyte, ushort>(m.Spad.Read(rows[i / RowSet.Scalars]))[i % RowSet.Scalars] << 16);
    }

    public static void Write(this TxuMachine m, IEffects effects, Target target, long row, Span<Lanes8> values)
    {
        if (target is Target.ACC or Target.STATE)
        {
            var (memory, id) = target == Target.ACC ? (m.Acc, TxuIsa.Acc) : (m.State, TxuIsa.State);
            var words = memory.WritePadded(row);
            for (var g = 0; g < values.Length; g++) Patterns.Store32(values[g], words[At(g)..]);
            effects.Write(id, row, memory.Bytes(row));
            return;
        }
        foreach (ref var v in values) v = Conversion.Of(F, Format(target), v);
        m.WritePatterns(effects, target, row, values);
    }

    /// <summary>A SPAD row of patterns that are rounded already; with BF16 an even row and the next, as one entry of the log. Slots beyond the machine's lanes become zero.</summary>
    public static void WritePatterns(this TxuMachine m, IEffects effects, Target target, long row, ReadOnlySpan<Lanes8> patterns)
    {
        var bytes = m.Spad.WritePadded(row, target == Target.BF16 ? TxuIsa.PairRows : 1);
        if (target == Target.BF16)
            for (var g = 0; g < patterns.Length; g++) Patterns.Store16(patterns[g], bytes[(2 * At(g))..]);
        else
            for (var g = 0; g < patterns.Length; g++) Patterns.Store8(patterns[g], bytes[At(g)..]);
        bytes[(bytes.Length / TxuIsa.MaxLanes * m.Lanes)..].Clear();
        effects.Write(TxuIsa.Spad, row, MemoryMarshal.AsBytes(bytes));
    }

    public static FloatFormat Format(Target target) => target == Target.E4M3 ? FloatFormat.E4M3 : FloatFormat.Bf16;
}
