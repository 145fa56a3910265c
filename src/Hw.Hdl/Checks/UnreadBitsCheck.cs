namespace Hw.Hdl;

/// <summary>Every bit that is declared is used, as the Verilog will read it; what lint would find in the text is found here, in C#: HW0104.</summary>
static class UnreadBitsCheck
{
    public static void Run(Body body)
    {
        using var _ = body.Table.Enter();
        foreach (var (node, read) in Verilog.ModuleWriter.Measure(body))
        {
            var unread = Interval.UInt(node.Range.Width).Max & ~read;
            if (node.Op != Op.Leaf || unread.IsZero) continue;
            if ((node.Detail is ChildOutput { Child.IsArray: false } output ? output.Port : node.Detail) is Wire { Spare: { } because })
            {
                body.Unused.AddRange(Parts(unread).Select(p => (new Signal(node)[p.High, p.Low], because)));
                continue;
            }
            var (what, origin) = node.Detail switch
            {
                Port { Direction: Direction.In } p => ($"the input `{p.Name}`", p.Origin),
                Reg r => ($"the register `{r.Name}`", r.Origin),
                MemoryRead r => ($"the word read from `{r.Memory.Name}`", r.Origin),
                ChildOutput o => ($"the output `{o.Port.Name}` of `{o.Child.Name}`", o.Child.Origin),
                _ => ("", Origin.Unknown),
            };
            if (what.Length > 0) body.Report("HW0104", origin, $"{Fields(unread)} of {what} {(unread.IsPowerOfTwo ? "is" : "are")} never read", "declare it narrower, or say Unused(…, \"why\") of these bits");
        }
    }

    static IEnumerable<(int High, int Low)> Parts(BigInteger bits)
    {
        for (var i = (int)bits.GetBitLength() - 1; i >= 0; i--)
        {
            if (((bits >> i) & 1).IsZero) continue;
            var high = i;
            while (i > 0 && !((bits >> (i - 1)) & 1).IsZero) i--;
            yield return (high, i);
        }
    }

    static string Fields(BigInteger bits)
    {
        var fields = Parts(bits).Select(p => p.High == p.Low ? $"{p.Low}" : $"{p.High} … {p.Low}");
        return $"{(bits.IsPowerOfTwo ? "bit" : "bits")} {string.Join(", ", fields)}";
    }
}
