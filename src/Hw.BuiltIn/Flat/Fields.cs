using System.Numerics;
using Hw.Bits;

namespace Hw.BuiltIn.Flat;

/// <summary>
/// Makes values, and takes words apart and puts them together so that fields stay fields: a slice of a concatenation is its part. A
/// lane has no words of more than 63 bits; there a wide value is its <see cref="Kind.Parts"/>, and what moves it moves the parts.
/// </summary>
static class Fields
{
    const int LaneBits = 63, Chunk = 32;

    public static Value Constant(BigInteger value, Unit unit) => new(Kind.Constant, Op.Constant, [], Interval.Of(value), unit, 0);

    static int LanesOf(IEnumerable<Value> args) => args.Max(a => a.Lanes);

    /// <param name="unit">Where it is computed if it is one value for all lanes.</param>
    /// <param name="laneUnit">Where it is computed if it is not.</param>
    public static Value Operation(Op op, Interval range, int high, int low, object? detail, Value[] args, Unit unit, Unit laneUnit)
    {
        switch (op)
        {
            case Op.Slice: return Slice(args[0], high, low, unit, laneUnit);
            case Op.Concat: return Join([.. args.Zip((int[])detail!)], unit, laneUnit);
            case Op.Mux when args[0].IsConstant: return args[0].Number.IsZero ? args[2] : args[1];
            case Op.Mux when args[1] == args[2]: return args[1];
            case Op.Fits or Op.Wrap when range.Contains(args[0].Range): return args[0];
            case Op.And when args[0].IsBit && args[1].IsBit && args.FirstOrDefault(a => a.IsConstant) is { } c: return c.Number.IsZero ? c : args[0] == c ? args[1] : args[0];
            case Op.Or when args[0].IsBit && args[1].IsBit && args.FirstOrDefault(a => a.IsConstant) is { } c: return !c.Number.IsZero ? c : args[0] == c ? args[1] : args[0];
        }
        if (op == Op.Element && high > LaneBits && args[0].Is(Op.Concat) && args.All(a => !a.IsLanes) && ((int[])args[0].Detail!).All(w => w == high)) return OneOf(args[0].Args, args[1], range, unit);
        var lanes = LanesOf(args);
        if (args.Any(a => a.Kind == Kind.Parts) || lanes > 0 && args.Append(null).Any(a => Value.FormOf(a?.Range ?? range) == Form.Wide))
            return OfWords(op, range, high, low, detail, args, unit, laneUnit);
        return new(Kind.Operation, op, args, range, lanes > 0 ? laneUnit : unit, lanes) { High = high, Low = low, Detail = detail };
    }

    /// <summary>One of some words, as a choice between them: nothing has to be put side by side first.</summary>
    static Value OneOf(Value[] words, Value index, Interval range, Unit unit)
    {
        var chosen = words[0];
        for (var i = 1; i < words.Length; i++)
        {
            var here = new Value(Kind.Operation, Op.Equal, [index, Constant(i, unit)], Interval.Bit, unit, 0);
            chosen = new(Kind.Operation, Op.Mux, [here, words[i], chosen], range, unit, 0);
        }
        return chosen;
    }

    // Scalars and lanes alike ------------------------------------------------------------------------------------------

    public static Value Slice(Value word, int high, int low, Unit unit, Unit laneUnit)
    {
        var width = word.Range.Width;
        if (!word.Range.IsSigned)
        {
            if (low >= width) return Constant(0, unit);
            high = Math.Min(high, width - 1);
            if (low == 0 && high == width - 1) return word;
        }
        if (word.IsConstant) return Constant((word.Number >> low) & Interval.UInt(high - low + 1).Max, unit);
        if (word.Kind == Kind.Parts) return Join([.. Cut(word, high, low, unit, laneUnit)], unit, laneUnit);
        if (word.Is(Op.Slice)) return Slice(word.Args[0], word.Low + high, word.Low + low, unit, laneUnit);
        if (word.Is(Op.Concat))
        {
            var at = 0;
            foreach (var (i, w) in ((int[])word.Detail!).Index())
            {
                if (low >= at && high < at + w) return Slice(word.Args[i], high - at, low - at, unit, laneUnit);
                at += w;
            }
        }
        return new(Kind.Operation, Op.Slice, [word], Interval.UInt(high - low + 1), word.IsLanes ? laneUnit : unit, word.Lanes) { High = high, Low = low };
    }

    /// <summary>Fields side by side, the first one lowest.</summary>
    public static Value Join(IReadOnlyList<(Value Value, int Width)> fields, Unit unit, Unit laneUnit)
    {
        var merged = new List<(Value Value, int Width)>();
        foreach (var f in fields.SelectMany(f => f.Value.Kind == Kind.Parts ? Padded(f.Value, f.Width, unit) : [f]))
            if (merged.Count > 0 && Adjoin(merged[^1], f) is { } whole) merged[^1] = whole;
            else merged.Add(f);
        if (merged is [var (only, _)] && !only.Range.IsSigned) return only;
        var (total, lanes) = (merged.Sum(f => f.Width), LanesOf(merged.Select(f => f.Value)));
        if (lanes > 0 && total > LaneBits) return Parts(merged, laneUnit);
        return new(Kind.Operation, Op.Concat, [.. merged.Select(f => f.Value)], Interval.UInt(total), lanes > 0 ? laneUnit : unit, lanes) { Detail = merged.Select(f => f.Width).ToArray() };
    }

    static IEnumerable<(Value, int)> Padded(Value parts, int width, Unit unit)
    {
        foreach (var part in Pieces(parts)) yield return part;
        if (width > parts.Range.Width) yield return (Constant(0, unit), width - parts.Range.Width);
    }

    /// <summary>Neighbouring slices of one word are one slice, where that fits a lane.</summary>
    static (Value, int)? Adjoin((Value Value, int Width) low, (Value Value, int Width) high)
    {
        if (!low.Value.Is(Op.Slice) || !high.Value.Is(Op.Slice) || low.Value.Args[0] != high.Value.Args[0] || low.Value.High + 1 != high.Value.Low) return null;
        if (low.Value.Range.Width != low.Width || high.Value.Range.Width != high.Width || low.Value.IsLanes && low.Width + high.Width > LaneBits) return null;
        return (Slice(low.Value.Args[0], high.Value.High, low.Value.Low, low.Value.Unit, low.Value.Unit), low.Width + high.Width);
    }

    // Words of lanes ---------------------------------------------------------------------------------------------------

    public static Value Parts(IReadOnlyList<(Value Value, int Width)> fields, Unit laneUnit)
    {
        var narrow = fields.SelectMany(IEnumerable<(Value Value, int Width)> (f) => !f.Value.IsWide && f.Width <= LaneBits ? [f] : Chunks(f.Value, f.Width)).ToList();
        // a field is read as bits: what is signed, or narrower than its place, is made unsigned
        var unsigned = narrow.Select(f => (f.Value.Range.IsSigned ? Slice(f.Value, f.Width - 1, 0, f.Value.Unit, f.Value.Unit) : f.Value, f.Width)).ToList();
        return new(Kind.Parts, Op.Concat, [.. unsigned.Select(f => f.Item1)], Interval.UInt(unsigned.Sum(f => f.Width)), laneUnit, 0) { Detail = unsigned.Select(f => f.Width).ToArray() };
    }

    static IEnumerable<(Value Value, int Width)> Chunks(Value word, int width)
    {
        for (var low = 0; low < width; low += Chunk) yield return (Slice(word, Math.Min(width, low + Chunk) - 1, low, word.Unit, word.Unit), Math.Min(Chunk, width - low));
    }

    static IEnumerable<(Value Value, int Width)> Pieces(Value parts) => parts.Args.Zip((int[])parts.Detail!);

    static IEnumerable<(Value, int)> Cut(Value parts, int high, int low, Unit unit, Unit laneUnit)
    {
        var at = 0;
        foreach (var (value, width) in Pieces(parts))
        {
            var (h, l) = (Math.Min(high - at, width - 1), Math.Max(low - at, 0));
            if (h >= l) yield return (Slice(value, h, l, unit, laneUnit), h - l + 1);
            at += width;
        }
        if (high >= at) yield return (Constant(0, unit), high - Math.Max(at, low) + 1);
    }

    /// <summary>The value cut into fields of these widths.</summary>
    public static IEnumerable<Value> Align(Value value, IEnumerable<int> widths, Unit unit, Unit laneUnit)
    {
        var low = 0;
        foreach (var width in widths)
        {
            yield return Slice(value, low + width - 1, low, unit, laneUnit);
            low += width;
        }
    }

    static Value OfWords(Op op, Interval range, int high, int low, object? detail, Value[] args, Unit unit, Unit laneUnit)
    {
        switch (op)
        {
            case Op.Mux when !range.IsSigned: return Each(args[1..], range.Width, f => Operation(Op.Mux, f[0].Range.Union(f[1].Range), 0, 0, null, [args[0], .. f], unit, laneUnit), unit, laneUnit);
            case Op.And or Op.Or or Op.Xor when args.All(a => !a.Range.IsSigned):
                return Each(args, Math.Max(args[0].Range.Width, args[1].Range.Width), f => Operation(op, Interval.UInt(Math.Max(f[0].Range.Width, f[1].Range.Width)), 0, 0, null, f, unit, laneUnit), unit, laneUnit);
            case Op.Equal or Op.NotEqual when args.All(a => !a.Range.IsSigned):
                return Widths(args, args.Max(a => a.Range.Width)).Select(f => Operation(op, Interval.Bit, 0, 0, null, [.. args.Select(a => Slice(a, f.High, f.Low, unit, laneUnit))], unit, laneUnit))
                    .Aggregate((a, b) => Operation(op == Op.Equal ? Op.And : Op.Or, Interval.Bit, 0, 0, null, [a, b], unit, laneUnit));
            case Op.Wrap or Op.Fits when !range.IsSigned: return Slice(args[0], range.Width - 1, 0, unit, laneUnit);
            case Op.Wrap or Op.Fits when Value.FormOf(range) != Form.Wide: return Operation(Op.Wrap, range, 0, 0, null, [Slice(args[0], range.Width - 1, 0, unit, laneUnit)], unit, laneUnit);
            case Op.ShiftRight when !args[0].Range.IsSigned: return Slice(args[0], args[0].Range.Width - 1, low, unit, laneUnit);
            case Op.ShiftLeft when !args[0].Range.IsSigned: return Join([(Constant(0, unit), low), (args[0], args[0].Range.Width)], unit, laneUnit);
            case Op.Element: return Chosen(args[0], args[1], high, range, unit, laneUnit);
        }
        // a row of few bits is a number after all
        if (args.All(a => a.Kind != Kind.Parts || a.Range.Width <= LaneBits) && Value.FormOf(range) != Form.Wide && args.All(a => !a.IsWide))
            return Operation(op, range, high, low, detail, [.. args.Select(a => a.Kind == Kind.Parts ? Number(a, laneUnit) : a)], unit, laneUnit);
        throw new NotLanesException(laneUnit.Array, $"{op} on {args.Max(a => a.Range.Width)} bits of a lane");
    }

    static Value Number(Value parts, Unit laneUnit)
    {
        var lanes = LanesOf(parts.Args);
        return new(Kind.Operation, Op.Concat, parts.Args, parts.Range, laneUnit, lanes) { Detail = parts.Detail };
    }

    /// <summary>An element that each lane chooses.</summary>
    static Value Chosen(Value word, Value index, int width, Interval range, Unit unit, Unit laneUnit)
    {
        Value At(int i) => Operation(Op.Wrap, range, 0, 0, null, [Slice(word, (i + 1) * width - 1, i * width, unit, laneUnit)], unit, laneUnit);
        if (index.IsConstant) return At((int)index.Number);
        var chosen = At(0);
        for (var i = 1; i * width < word.Range.Width; i++)
            chosen = Operation(Op.Mux, range, 0, 0, null, [Operation(Op.Equal, Interval.Bit, 0, 0, null, [index, Constant(i, unit)], unit, laneUnit), At(i), chosen], unit, laneUnit);
        return chosen;
    }

    static Value Each(Value[] words, int width, Func<Value[], Value> make, Unit unit, Unit laneUnit) =>
        Join([.. Widths(words, width).Select(f => (make([.. words.Select(w => Slice(w, f.High, f.Low, unit, laneUnit))]), f.High - f.Low + 1))], unit, laneUnit);

    /// <summary>The fields that no cut of any of the words goes through.</summary>
    static IEnumerable<(int High, int Low)> Widths(IEnumerable<Value> words, int width)
    {
        var cuts = new SortedSet<int> { width };
        foreach (var word in words)
        {
            var at = 0;
            if (word.Kind == Kind.Parts) foreach (var w in (int[])word.Detail!) cuts.Add(at += w);
        }
        if (cuts.Count == 1) for (var at = Chunk; at < width; at += Chunk) cuts.Add(at);
        var low = 0;
        foreach (var cut in cuts.Where(c => c <= width))
        {
            for (; cut - low > LaneBits; low += Chunk) yield return (low + Chunk - 1, low);
            yield return (cut - 1, low);
            low = cut;
        }
    }

    // Between words and lanes ------------------------------------------------------------------------------------------

    /// <summary>All lanes of a value side by side, <paramref name="width"/> bits each.</summary>
    public static Value Pack(Value value, int lanes, int width, Unit laneUnit)
    {
        var parts = value.Kind == Kind.Parts ? value.Args : [value];
        return new(Kind.Pack, Op.Concat, parts, Interval.UInt(lanes * width), laneUnit, 0) { Low = width, High = lanes, Detail = value.Kind == Kind.Parts ? value.Detail : new[] { width } };
    }

    /// <summary>The field of each lane of a word that all lanes see.</summary>
    /// <param name="positions">Where its lowest bit is.</param>
    public static Value Unpack(Value word, int[] positions, int width, Interval range, Unit laneUnit)
    {
        if (word.IsLanes || word.Kind == Kind.Parts) throw new NotLanesException(laneUnit.Array, "it takes a lane of a lane");
        if (word is { Kind: Kind.Pack, Args: [var whole] } && word.Low == width && word.High == positions.Length && positions.Index().All(p => p.Item == p.Index * width))
            return Operation(Op.Wrap, range, 0, 0, null, [whole], laneUnit, laneUnit);
        if (Arranged(word, positions, width, range, laneUnit) is { } arranged) return arranged;
        if (width > LaneBits)
        {
            var chunks = new List<(Value, int)>();
            for (var low = 0; low < width; low += Chunk)
                chunks.Add((Unpack(word, [.. positions.Select(p => p + low)], Math.Min(Chunk, width - low), Interval.UInt(Math.Min(Chunk, width - low)), laneUnit), Math.Min(Chunk, width - low)));
            return Parts(chunks, laneUnit);
        }
        if (word.IsConstant)
            return new(Kind.LaneNumber, Op.Leaf, [], range, laneUnit, positions.Length) { Detail = positions.Select(p => (long)range.Wrap(word.Number >> p)).ToArray() };
        return new(Kind.Unpack, Op.Element, [word], range, laneUnit, positions.Length) { Low = width, Detail = positions };
    }

    /// <summary>
    /// Lanes that take what other lanes give, perhaps of another array and with some fields of their own at the ends, as in a systolic
    /// array: words are seen through, so that nothing is packed into one.
    /// </summary>
    static Value? Arranged(Value word, int[] positions, int width, Interval range, Unit laneUnit)
    {
        if (width > LaneBits) return null;
        var (sources, runs) = (new List<Value>(), new List<Run>());
        foreach (var (lane, position) in positions.Index())
        {
            if (Trace(word, position, width) is not var (source, from)) return null;
            var index = sources.IndexOf(source);
            if (index < 0)
            {
                index = sources.Count;
                sources.Add(source);
            }
            if (runs.Count > 0 && from >= 0 && runs[^1] is var last && last.Source == index && last.From + last.Count == from) runs[^1] = last with { Count = last.Count + 1 };
            else runs.Add(new(index, from, lane, 1));
        }
        if (!sources.Any(s => s.IsLanes) || runs.Count > positions.Length / 2) return null;
        // every source is copied as it lies in memory
        var held = sources.Where(s => s.IsLanes).Select(s => s.Range).Aggregate((a, b) => a.Union(b));
        var bytes = Code.Frame.BytesOf(held);
        if (sources.Any(s => s.IsLanes && (Code.Frame.BytesOf(s) != bytes || s.Range.IsSigned != held.IsSigned)) || 8 * bytes < width) return null;
        // a single field is bits: of what it is as a number the last cut decides
        var all = sources.All(s => held.Full.Contains(s.Range)) ? held.Full : held.IsSigned ? Interval.Int(8 * bytes) : Interval.UInt(8 * bytes);
        if (Value.FormOf(all) == Form.Wide) return null;
        var arranged = new Value(Kind.Arrange, Op.Element, [.. sources], all, laneUnit, positions.Length) { Detail = runs.ToArray() };
        return Operation(Op.Wrap, range, 0, 0, null, [arranged], laneUnit, laneUnit);
    }

    /// <summary>What a field of a word is: a lane of a value, or with lane −1 a value of its own.</summary>
    static (Value Source, int Lane)? Trace(Value word, int low, int width)
    {
        if (word is { Kind: Kind.Pack, Args: [var value] }) return low % word.Low == 0 && width == word.Low && value.IsLanes ? (value, low / word.Low) : null;
        if (word.Is(Op.Slice)) return low + width <= word.High - word.Low + 1 ? Trace(word.Args[0], word.Low + low, width) : null;
        if (word.Is(Op.Concat))
        {
            var at = 0;
            foreach (var (part, w) in word.Args.Zip((int[])word.Detail!))
            {
                if (low >= at && low + width <= at + w && Trace(part, low - at, width) is var (source, lane)) return (source, lane);
                if (low == at && width == w && !part.IsWide) return (part, -1);
                at += w;
            }
        }
        return null;
    }
}

/// <summary>
/// Takes a register's next value apart into a condition and a value, where it is a choice between something new and the register itself.
/// Equal conditions become one value, so that what happens together can be found.
/// </summary>
sealed class Hold(Unit unit)
{
    readonly Dictionary<(Op, Value, Value?, Value?), Value> conditions = [];

    /// <returns>Null where it always holds. When is null where it never does.</returns>
    public (Value? When, Value Next)? Split(Value now, Value next)
    {
        if (next == now) return null;
        if (!next.Is(Op.Mux) || next.Args[0].IsLanes) return (null, next);
        var (c, then, otherwise) = (next.Args[0], Split(now, next.Args[1]), Split(now, next.Args[2]));
        if (then is not var (t, thenValue)) return otherwise is var (w, v) ? (And(Make(Op.Not, c), w), v) : null;
        if (otherwise is not var (f, otherValue)) return (And(c, t), thenValue);
        if (t is null && f is null) return (null, next);
        return (Make(Op.Mux, c, t ?? One, f ?? One), Fields.Operation(Op.Mux, next.Range, 0, 0, null, [c, thenValue, otherValue], unit, next.Unit));
    }

    Value One => field ??= Fields.Constant(1, unit);

    Value And(Value x, Value? y) => y is null ? x : Make(Op.And, x, y);

    Value Make(Op op, Value a, Value? b = null, Value? c = null)
    {
        if (op == Op.Not && a.Is(Op.Not)) return a.Args[0];
        if (!conditions.TryGetValue((op, a, b, c), out var made))
            conditions[(op, a, b, c)] = made = Fields.Operation(op, Interval.Bit, 0, 0, null, [a, .. new[] { b, c }.OfType<Value>()], unit, unit);
        return made;
    }
}
