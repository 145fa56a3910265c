using System.Numerics;
using System.Runtime.InteropServices;

namespace Hw.Models;

/// <summary>Rows of floats: a token per row, or an output per row of a weight.</summary>
public sealed class Matrix(int rows, int columns, float[] values)
{
    public Matrix(int rows, int columns) : this(rows, columns, new float[checked(rows * columns)]) { }

    public int Rows => rows;
    public int Columns => columns;
    public float[] Values { get; } = values.Length == (long)rows * columns ? values : throw new ArgumentException($"{values.Length} values are no {rows} × {columns}");
    public Span<float> Row(int row) => Values.AsSpan(row * columns, columns);

    /// <summary>y[t, n] = Σ_k this[t, k] · weight[n, k].</summary>
    public Matrix Times(Matrix weight)
    {
        if (columns != weight.Columns) throw new ArgumentException($"rows of {columns} meet rows of {weight.Columns}");
        var y = new Matrix(rows, weight.Rows);
        for (var t = 0; t < rows; t++)
            for (var n = 0; n < weight.Rows; n++)
                y.Values[t * weight.Rows + n] = Dot(Row(t), weight.Row(n));
        return y;
    }

    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < va.Length; i++) sum += va[i] * vb[i];
        var total = Vector.Sum(sum);
        for (var i = va.Length * Vector<float>.Count; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }
}
