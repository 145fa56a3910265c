namespace Hw.SimCheck.Graphs;

/// <summary>Words of 64 to 600 bits through registers, memories, choices, cuts at odd places and arithmetic.</summary>
public sealed class RandomWide : Module
{
    readonly ulong number;
    readonly Twist twist;
    readonly Choices choose;
    readonly List<In> inputs = [];
    readonly List<Out> outputs = [];
    readonly List<Reg> registers = [];
    readonly List<Memory> memories = [];
    readonly List<Signal> words = [];
    readonly In select = Input(UInt(16), "select"), small = Input(Int(9), "factor");
    bool cut;

    public override string VerilogName => $"random_{number}";

    public RandomWide(ulong number, Twist twist = Twist.None)
    {
        (this.number, this.twist) = (number, twist);
        choose = new(number * 7 + 5);
        inputs.Add(Input(choose.Of(UInt(64), Int(64), UInt(63), Int(63), UInt(65)), "number"));
        for (var i = 0; i < 1 + choose.Below(3); i++) inputs.Add(Input(Wide(), $"in{i}"));
        for (var i = 0; i < 1 + choose.Below(3); i++)
        {
            var shape = Wide();
            var reset = Reset(shape.Range).TurnedReset(shape.Range, twist);
            registers.Add(choose.OneIn(2) ? Register(shape, $"reg{i}") : Register(shape, reset, $"reg{i}"));
        }
        for (var i = 0; i < choose.Below(3); i++) memories.Add(Memory(2 + choose.Below(9), Wide(), choose.Of(Collision.ReadFirst, Collision.WriteFirst).Turned(twist), $"mem{i}"));
        for (var i = 0; i < 1 + choose.Below(3); i++) outputs.Add(Output(Wide(), $"out{i}"));
        outputs.Add(Output(choose.Of(UInt(64), Int(64)), "out_number"));
        outputs.Add(Output(Bit, "digest"));
    }

    int Bits() => choose.Of(70, 95, 96, 97, 127, 128, 129, 191, 255, 256, 257, 320, 511, 512, 513, 600, 64 + choose.Below(537));

    Shape Wide()
    {
        if (choose.OneIn(2)) return choose.OneIn(5) ? Int(Bits()) : UInt(Bits());
        var element = choose.Of(UInt8, Int8, UInt(1), Int(5), UInt16, UInt(13), UInt(70), UInt(64));
        return Row(1 + Bits() / element.Width, element);
    }

    BigInteger Reset(Interval range)
    {
        var value = BigInteger.Zero;
        for (var i = 0; i < range.Width; i += 64) value = value << 64 | choose.Next();
        return range.Wrap(value);
    }

    protected override void Build()
    {
        foreach (var wire in inputs.Cast<Wire>().Concat(registers)) words.Add(wire);
        foreach (var memory in memories)
        {
            var mask = memory.Word.IsRow && !choose.OneIn(3) ? (Signal?)Resized(Word(1), memory.Word.Count) : null;
            if (twist == Twist.Mask && mask is { } m) mask = m ^ Signal.Constant(UInt(memory.Word.Count).Max);
            memory.Write(Condition(), Address(memory), Value(memory.Word.Range), mask);
            words.Add(memory.Read(Address(memory), choose.OneIn(2) ? 1 : Condition()));
        }
        foreach (var r in registers)
            if (choose.OneIn(3)) r.Next = Value(r.Shape.Range);
            else if (r.Shape.IsRow && choose.OneIn(2)) When(Condition(), () => r.Next = r.ShiftIn(Value(r.Shape.Element))).ElseWhen(Condition(), () => r.Next = Value(r.Shape.Range));
            else When(Condition(), () => r.Next = Value(r.Shape.Range)).Otherwise(() => r.Next = Value(r.Shape.Range));
        foreach (var o in outputs[..^1]) o.Drive(Value(o.Shape.Range));
        outputs[^1].Drive(words.Append(select).Append(small).Select((x, i) => x == Signal.Constant(i % 2 == 0 ? x.Range.Max : x.Range.Min)).Aggregate((a, b) => a ^ b));
    }

    Signal Address(Memory memory) => select.Value[choose.Of(3, 7, 15), 0].Saturate(UpTo(memory.Depth - 1));

    Signal Condition() => choose.Below(5) switch
    {
        0 => Word(1) == Word(0),
        1 => Word(1) < Word(1),
        2 => Resized(Word(0), 1)[0],
        _ => select[choose.Below(16)],
    } is { IsConstant: false } c ? c : select[3];

    Signal Value(Interval range) => range.IsSigned ? Resized(Word(2), range.Width).Wide().Wrap(range) : Resized(Word(2), range.Width);

    /// <summary>As many bits, from an odd place where there are more.</summary>
    Signal Resized(Signal x, int width)
    {
        if (x.Range.IsSigned) x = Unsigned(x);
        if (x.Width <= width) return x;
        var low = choose.Below(x.Width - width + 1);
        if (twist == Twist.Offset && !cut) (low, cut) = (low > 0 ? low - 1 : 1, true);
        return x[Math.Min(x.Width - 1, low + width - 1), low];
    }

    static Signal Unsigned(Signal x) => x.Wide().Wrap(UInt(x.Width));

    Signal Element(Signal word) => Signal.Element(word, select.Value[1, 0].Saturate(UpTo(Math.Min(3, word.Width / 33 - 1))), choose.OneIn(2) ? UInt(33) : Int(33));

    Signal Word(int depth)
    {
        if (depth == 0) return words[choose.Below(words.Count)];
        Signal a = Word(depth - 1), b = Word(choose.Below(depth));
        var result = choose.Below(14) switch
        {
            0 => Mux(Condition(), a, b),
            1 => Concat(Resized(a, 1 + choose.Below(a.Width)), Resized(b, 1 + choose.Below(b.Width))),
            2 => a & b,
            3 => a | b,
            4 => a ^ b,
            5 => a.Wide() + b,
            6 => a.Wide() - b,
            7 => a.Wide() * small,
            8 => Signal.ShiftRight(a, select.Value[choose.Of(4, 9), 0], 1023),
            9 => a >> (1 + choose.Below(a.Width)),
            10 => a.Wide() << (1 + choose.Below(70)),
            11 => Element(Concat(Unsigned(a), Unsigned(b))),
            12 => Signal.ShiftLeft(Resized(a, Math.Min(a.Width, 90)).Wide(), select.Value[6, 0], 127),
            _ => Concat(select, Unsigned(a), Mux(Condition(), small, 7).Wrap(UInt(5))),
        };
        if (result.IsConstant) return a;
        if (result.Width > 640) result = Resized(result, 600);
        if (choose.OneIn(3)) words.Add(result);
        return result;
    }
}
