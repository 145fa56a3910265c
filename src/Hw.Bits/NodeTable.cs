namespace Hw.Bits;

/// <summary>
/// Where nodes live while a text is read symbolically: equal nodes become one object. Each hardware module reads its text
/// inside a table of its own; outside any module a table per thread serves.
/// </summary>
public sealed class NodeTable
{
    [ThreadStatic] static NodeTable? current;
    readonly Dictionary<Key, Node> nodes = [];

    public static NodeTable Current => current ??= new();

    /// <summary>Makes this the current table until the result is disposed.</summary>
    public IDisposable Enter()
    {
        var outer = current;
        current = this;
        return new Leave(() => current = outer);
    }

    internal Node Intern(Op op, Interval range, Node[] operands, int high = 0, int low = 0, object? detail = null)
    {
        var key = new Key(op, range, operands, high, low, detail);
        if (!nodes.TryGetValue(key, out var node)) nodes.Add(key, node = new(op, range, operands, high, low, detail));
        return node;
    }

    sealed class Leave(Action action) : IDisposable { public void Dispose() => action(); }

    readonly struct Key(Op op, Interval range, Node[] operands, int high, int low, object? detail) : IEquatable<Key>
    {
        readonly Op op = op;
        readonly Interval range = range;
        readonly Node[] operands = operands;
        readonly int high = high, low = low;
        readonly object? detail = detail;

        public bool Equals(Key o) => op == o.op && range == o.range && high == o.high && low == o.low
            && operands.AsSpan().SequenceEqual(o.operands)
            && (detail is int[] a && o.detail is int[] b ? a.AsSpan().SequenceEqual(b) : Equals(detail, o.detail));

        public override bool Equals(object? o) => o is Key k && Equals(k);
        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(op); hash.Add(high); hash.Add(low); hash.Add(range);
            if (detail is not int[]) hash.Add(detail);
            foreach (var n in operands) hash.Add(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(n));
            return hash.ToHashCode();
        }
    }
}
