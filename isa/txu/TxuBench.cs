namespace Hw.Isa.Txu;

/// <summary>The TXU with four lanes, its memories full of bits that make reasonable numbers in most formats; and values for the registers that an instruction names.</summary>
sealed class TxuBench : IBench
{
    const int Lanes = 4, SpadRows = 512, AccRows = 320, DramBytes = 1 << 14, Far = 64, Near = 8;

    public Machine Machine()
    {
        var m = new TxuMachine(Lanes);
        m.Reset();
        var random = new CaseRandom(1);
        for (var row = 0; row < SpadRows; row++)
            foreach (ref var e in m.Spad.Write(row)) e = (sbyte)random.Bits();
        for (var row = 0; row < AccRows; row++)
            foreach (ref var e in m.Acc.Write(row)) e = Pattern(random);
        for (var row = 0; row < TxuIsa.StateVectors; row++)
            foreach (ref var e in m.State.Write(row)) e = Pattern(random);
        var bytes = new byte[DramBytes];
        foreach (ref var b in bytes.AsSpan()) b = (byte)random.Bits();
        m.Dram.Write(0, bytes);
        return m;
    }

    /// <summary>FP32 numbers near 1, now and then one of the others.</summary>
    static int Pattern(CaseRandom random) => (int)random.Bits() is var bits && random.Next(8) == 0 ? bits : bits & unchecked((int)0x807FFFFF) | (int)random.Next(120L, 134) << 23;

    public IEnumerable<IInstruction> Setup(Decoded instruction, CaseRandom random)
    {
        if (random.Flip())      // the second iteration of a loop
        {
            yield return new Loop((int)random.Next(2L, 4), (int)random.Next(-1L, 2));
            yield return new Endl();
        }
        var apart = random.Of(Near, Far);
        foreach (var (slot, f) in instruction.Info.Operands.Index())
        {
            var index = (int)f.Decode(instruction.Word);
            if (f.Type == typeof(AddressRegister))
            {
                yield return new Seta(new(index), slot * apart);
                if (random.Next(3) == 0) yield return new Setl(new(index), 0, random.Of(2, apart));
            }
            else if (f.Type == typeof(ShapeRegister))
                yield return new Sets(new(index), (int)random.Next(1L, 4), random.Next(4) == 0 ? 2 : 1, 1, random.Of(2, 2, 1), random.Of(2, 2, 1, 0), random.Of(2, 2, 1));
            else if (f.Type == typeof(ConstantRegister))
                yield return new Setc(new(index), (uint)Pattern(random), (uint)Pattern(random), random.Next(24), random.Of(0, 3));
        }
    }

    public IEnumerable<string> Registers(Machine machine)
    {
        var m = (TxuMachine)machine;
        for (var i = 0; i < m.Addresses.Length; i++)
        {
            var a = m.Addresses[i];
            yield return $"a{i} = {a.Base} {string.Join(' ', Enumerable.Range(0, TxuIsa.Levels).Select(l => a.Strides[l]))}";
        }
        for (var i = 0; i < m.Shapes.Length; i++) yield return $"s{i} = {m.Shapes[i] switch { var s => $"{s.E0} {s.E1} {s.E2} {s.St0} {s.St1} {s.St2}" }}";
        for (var i = 0; i < m.Constants.Length; i++) yield return $"c{i} = {m.Constants[i] switch { var c => $"{c.Scale:x} {c.Bias:x} {c.KeyCount} {c.Window}" }}";
        yield return $"loops = {string.Join(' ', Enumerable.Range(0, m.Loops.Depth).Select(m.Loops.Iteration))}";
    }
}
