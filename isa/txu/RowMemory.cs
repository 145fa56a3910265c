using System.Runtime.InteropServices;

namespace Hw.Isa.Txu;

/// <summary>
/// An on-chip memory of rows. A row has no value until it is written: the hardware's memory holds whatever it held, so reading an
/// unwritten row is a mistake in the program, and is reported as one. Rows lie a whole number of SIMD vectors apart.
/// </summary>
public sealed class RowMemory<E>(string name, int rows, int elements) where E : unmanaged
{
    const int Vector = 16;
    readonly int pitch = (elements + Vector - 1) / Vector * Vector;
    readonly E[] data = new E[rows * ((elements + Vector - 1) / Vector * Vector)];
    readonly bool[] written = new bool[rows];

    public int Rows => rows;

    /// <exception cref="ProgramErrorException">The row was never written.</exception>
    public ReadOnlySpan<E> Read(long row) => ReadPadded(row)[..elements];

    /// <summary>The row and what fills it up to whole vectors, whose value nobody may use; or so many rows, side by side.</summary>
    /// <inheritdoc cref="Read(long)"/>
    public ReadOnlySpan<E> ReadPadded(long row, int count = 1)
    {
        for (var r = row; r < row + count; r++)
            if (!written[r]) throw new ProgramErrorException($"{name} row {r} is read but was never written");
        return data.AsSpan((int)row * pitch, count * pitch);
    }

    /// <summary>The row, to be overwritten in full; its old contents are still there.</summary>
    public Span<E> Write(long row) => WritePadded(row)[..elements];

    /// <inheritdoc cref="ReadPadded"/>
    public Span<E> WritePadded(long row, int count = 1)
    {
        written.AsSpan((int)row, count).Fill(true);
        return data.AsSpan((int)row * pitch, count * pitch);
    }

    public bool IsWritten(long row) => written[row];
    public ReadOnlySpan<byte> Bytes(long row) => MemoryMarshal.AsBytes(data.AsSpan((int)row * pitch, elements));
    public void Forget() => written.AsSpan().Clear();
}
