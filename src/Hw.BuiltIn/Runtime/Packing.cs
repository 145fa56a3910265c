namespace Hw.BuiltIn.Runtime;

/// <summary>Between lanes and words where a lane's field is no whole 8, 16, 32 or 64 bits: one lane after the other.</summary>
unsafe static class Packing
{
    /// <summary>Fields of a word, one for each lane, as numbers of 4 or 8 bytes.</summary>
    public static void Unpack(byte* to, int bytes, byte* word, int words, byte* positions, int lanes, int width, int signed)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var value = Words.Slice64(word, words, 0, ((long*)positions)[lane], width);
            if (signed != 0) value = value << (64 - width) >> (64 - width);
            if (bytes == 4) ((int*)to)[lane] = (int)value; else ((long*)to)[lane] = value;
        }
    }

    /// <summary>Adds a field of each lane to a word that is 0 there; a number may be kept in fewer bits than its field has.</summary>
    public static void Pack(byte* word, byte* from, int bytes, int signed, int lanes, int stride, int low, int width)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var value = bytes switch { 1 => (sbyte)from[lane], 2 => ((short*)from)[lane], 4 => ((int*)from)[lane], _ => ((long*)from)[lane] };
            if (signed == 0 && bytes < 8) value &= (1L << (8 * bytes)) - 1;
            Words.Insert(word, lane * stride + low, width, (byte*)&value);
        }
    }

    public static void Repeat(byte* to, long value, int lanes) => new Span<long>(to, lanes).Fill(value);

    public static void Clear(byte* word, int words) => new Span<ulong>(word, words).Clear();

    /// <summary>What padding lanes left above the word's last bit.</summary>
    public static void CutTop(byte* word, int width)
    {
        if (width % 64 != 0) ((ulong*)word)[width / 64] &= ulong.MaxValue >> (64 - width % 64);
    }
}
