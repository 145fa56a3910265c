using System.Runtime.InteropServices;
using Hw.BuiltIn.Flat;

namespace Hw.BuiltIn.Runtime;

/// <summary>The memories of one simulation, with what snapshots know of their pages.</summary>
sealed unsafe class Memories : IDisposable
{
    /// <summary>Code may load a whole vector from the last word.</summary>
    const int Slack = 128, Line = 64;

    readonly IReadOnlyList<Store> stores;
    readonly byte*[] allocated, words, dirty;
    readonly byte[]?[][] pages;

    public Memories(IReadOnlyList<Store> stores)
    {
        (this.stores, allocated, words, dirty, pages) = (stores, new byte*[stores.Count], new byte*[stores.Count], new byte*[stores.Count], new byte[]?[stores.Count][]);
        foreach (var s in stores)
        {
            // zeroed by the system page by page as it is used; on a cache line, so that few words lie on two
            allocated[s.Index] = (byte*)NativeMemory.AllocZeroed((nuint)((long)s.Places * s.WordBytes + Slack + Line));
            words[s.Index] = (byte*)(((nuint)allocated[s.Index] + Line - 1) / Line * Line);
            dirty[s.Index] = (byte*)NativeMemory.AllocZeroed((nuint)s.Pages);
            pages[s.Index] = new byte[]?[s.Pages];
        }
    }

    /// <summary>Tells a frame where the memories are.</summary>
    public void Enter(byte* frame)
    {
        foreach (var s in stores)
        {
            *(byte**)(frame + Code.Frame.Pointer(s)) = words[s.Index];
            *(byte**)(frame + Code.Frame.Dirty(s)) = dirty[s.Index];
        }
    }

    public byte* Word(Store store, int address) => words[store.Index] + (long)address * store.WordBytes;
    public void Touch(Store store, int address) => dirty[store.Index][address >> store.PageShift] = 1;

    static int PageBytes(Store s) => (int)Math.Min((long)s.Places * s.WordBytes, (long)s.WordBytes << s.PageShift);

    public byte[]?[][] Save()
    {
        foreach (var s in stores)
            for (var p = 0; p < s.Pages; p++)
                if (dirty[s.Index][p] != 0)
                {
                    pages[s.Index][p] = new Span<byte>(words[s.Index] + (long)p * PageBytes(s), PageBytes(s)).ToArray();
                    dirty[s.Index][p] = 0;
                }
        return [.. pages.Select(p => (byte[]?[])p.Clone())];
    }

    public void Restore(byte[]?[][] saved)
    {
        foreach (var s in stores)
            for (var p = 0; p < s.Pages; p++)
            {
                if (dirty[s.Index][p] == 0 && pages[s.Index][p] == saved[s.Index][p]) continue;
                var to = new Span<byte>(words[s.Index] + (long)p * PageBytes(s), PageBytes(s));
                if (saved[s.Index][p] is { } page) page.CopyTo(to); else to.Clear();
                (pages[s.Index][p], dirty[s.Index][p]) = (saved[s.Index][p], 0);
            }
    }

    public void Dispose()
    {
        foreach (var s in stores)
        {
            NativeMemory.Free(allocated[s.Index]);
            NativeMemory.Free(dirty[s.Index]);
        }
    }
}
