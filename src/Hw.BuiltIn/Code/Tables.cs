using System.Numerics;
using System.Runtime.InteropServices;
using Hw.Bits;

namespace Hw.BuiltIn.Code;

/// <summary>Constants that lie in the frame.</summary>
static class Tables
{
    /// <summary>A ROM as 64-bit numbers; zeros follow up to the next power of two, where only a broken promise reads.</summary>
    public static int Of(Frame frame, Rom rom)
    {
        var entries = new long[BitOperations.RoundUpToPowerOf2((uint)rom.Entries.Length)];
        rom.Entries.CopyTo(entries);
        return frame.Constant(rom, entries.Length * 8 + 512, to => Marshal.Copy(entries, 0, to, entries.Length));
    }

    public static int Of(Frame frame, BigInteger number, int words) => frame.Constant((number, words), words * 8, to =>
    {
        unsafe { Runtime.Words.Put((byte*)to, words, number); }
    });

    public static int OfInts(Frame frame, Rom rom)
    {
        var entries = new int[BitOperations.RoundUpToPowerOf2((uint)rom.Entries.Length)];
        for (var i = 0; i < rom.Entries.Length; i++) entries[i] = (int)rom.Entries[i];
        return Of(frame, (rom, 4), entries);
    }

    public static int Of(Frame frame, object identity, int[] numbers) => frame.Constant(identity, numbers.Length * 4 + 512, to => Marshal.Copy(numbers, 0, to, numbers.Length));

    public static int Of(Frame frame, long[] numbers) => frame.Constant(numbers, numbers.Length * 8 + 512, to => Marshal.Copy(numbers, 0, to, numbers.Length));
}
