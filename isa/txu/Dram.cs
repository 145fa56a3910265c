namespace Hw.Isa.Txu;

/// <summary>Byte-addressed memory of 2^40 bytes, in sparse pages. Bytes nobody wrote are zero. An access wraps at the end.</summary>
public sealed class Dram
{
    public const long Mask = (1L << TxuIsa.AddressBits) - 1;
    const int PageBits = 16, PageBytes = 1 << PageBits;
    readonly Dictionary<long, byte[]> pages = [];
    long lastNumber = -1;
    byte[] lastPage = [];

    public void Read(long address, Span<byte> to)
    {
        while (to.Length > 0)
        {
            var (page, offset) = (Page(address, create: false), (int)(address & (PageBytes - 1)));
            var n = Math.Min(to.Length, PageBytes - offset);
            if (page is null) to[..n].Clear();
            else page.AsSpan(offset, n).CopyTo(to);
            to = to[n..];
            address += n;
        }
    }

    public byte[] Read(long address, int count)
    {
        var bytes = new byte[count];
        Read(address, bytes);
        return bytes;
    }

    public void Write(long address, ReadOnlySpan<byte> from)
    {
        while (from.Length > 0)
        {
            var offset = (int)(address & (PageBytes - 1));
            var n = Math.Min(from.Length, PageBytes - offset);
            from[..n].CopyTo(Page(address, create: true)!.AsSpan(offset));
            from = from[n..];
            address += n;
        }
    }

    /// <summary>The data of a program, as it lies before the run.</summary>
    /// <exception cref="IsaException">It lies beyond the memory.</exception>
    public void Write(IsaProgram program)
    {
        foreach (var data in program.Data)
        {
            if (data.End - 1 > Mask) throw new IsaException($"the program's data at {data} lies beyond the {Mask + 1:N0} bytes of memory: give it another address with .data");
            Write(data.Address, data.Bytes.Span);
        }
    }

    /// <summary>Numbers of the pages that were written, ascending, and their bytes: for comparing whole memories.</summary>
    public IEnumerable<(long Address, byte[] Bytes)> Pages => pages.OrderBy(p => p.Key).Select(p => (p.Key << PageBits, p.Value));

    byte[]? Page(long address, bool create)
    {
        var number = (address & Mask) >> PageBits;
        if (number == lastNumber) return lastPage;
        if (!pages.TryGetValue(number, out var page))
        {
            if (!create) return null;
            pages[number] = page = new byte[PageBytes];
        }
        (lastNumber, lastPage) = (number, page);
        return page;
    }
}
