using System;
using System.Collections.Generic;
using System.Linq;
using Hw.Isa;

namespace Hw.Encodings;

/// <summary>Which opcodes are free, and how to say so.</summary>
public static class OpcodeSpace
{
    /// <summary>Runs of opcodes that nobody has, from 1 on.</summary>
    public static IReadOnlyList<ValueRange> Free(SetClaim set, IEnumerable<long> taken)
    {
        var (free, next, last) = (new List<ValueRange>(), 1L, (1L << Math.Min(set.OpcodePiece.Width, 62)) - 1);
        foreach (var (from, to) in taken.Select(o => (From: o, To: o)).Concat(set.Regions.Select(r => (From: r.First, To: r.Last))).Where(r => r.From <= r.To).OrderBy(r => r.From))
        {
            if (from > next) free.Add(new(next, Math.Min(from - 1, last)));
            if (to >= next) next = to == long.MaxValue ? to : to + 1;
            if (next > last) return free;
        }
        free.Add(new(next, last));
        return free;
    }

    /// <summary>The free opcodes nearest to one that clashes, at most six, adjacent ones joined: 0x22, 0x25–0x2F.</summary>
    public static string Near(long opcode, IReadOnlyList<ValueRange> free)
    {
        const int some = 6;
        var near = free.SelectMany(r => Around(r, opcode, some)).OrderBy(o => Math.Abs(o - opcode)).ThenBy(o => o).Take(some).OrderBy(o => o);
        var runs = new List<ValueRange>();
        foreach (var o in near)
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Max == o - 1) runs[runs.Count - 1] = new(last.Min, o);
            else runs.Add(new(o, o));
        return runs.Count == 0 ? "none" : Text(runs);
    }

    public static string Text(IEnumerable<ValueRange> runs) => string.Join(", ", runs.Select(r => r.Min == r.Max ? $"0x{r.Min:X2}" : $"0x{r.Min:X2}–0x{r.Max:X2}"));

    /// <summary>The members of a run that are nearest to a number.</summary>
    static IEnumerable<long> Around(ValueRange run, long near, int count)
    {
        var from = Math.Max(run.Min, Math.Min(near, run.Max) - count);
        for (var o = from; o <= run.Max && o <= from + 2 * count; o++) yield return o;
    }
}
