using System.Runtime.InteropServices;

namespace Hw.Isa.Txu;

/// <summary>
/// An on-chip memory of rows. A row has no value until it is written: the hardware's memory holds whatever it held, so reading an
/// unwritten row is a mistake in the program, and is reported as one.
/// </summary>
public sealed class RowMemory<E>(string name, int rows, int elements) where E : unmanaged
{
    readonly E[] data = new E[rows * elements];
    readonly bool[] written = new bool[rows];

    public int Rows => rows;

    /// <exception cref="ProgramErrorException">The row was never written.</exception>
    public ReadOnlySpan<E> Read(long row) =>
        written[row] ? data.AsSpan((int)row * elements, elements) : throw new ProgramErrorException($"{name} row {row} is read but was never written");

    /// <summary>The row, to be overwritten in full; its old contents are still there.</summary>
    public Span<E> Write(long row)
    {
        written[row] = true;
        return data.AsSpan((int)row * elements, elements);
    }

    public bool IsWritten(long row) => written[row];
    public ReadOnlySpan<byte> Bytes(long row) => MemoryMarshal.AsBytes(data.AsSpan((int)row * elements, elements));
    public void Forget() => written.AsSpan().Clear();
}
