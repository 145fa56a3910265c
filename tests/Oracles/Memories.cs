using System.Buffers.Binary;

namespace Hw.Oracles;

/// <summary>
/// The on-chip memories as plain arrays, and how rows of FP32 numbers lie in them: places BF16 (two SPAD rows), E4M3 (one), ACC and STATE. Every write goes to the log, in order.
/// </summary>
public sealed class Memories(int lanes)
{
    public int Lanes => lanes;
    public byte[,] Spad { get; } = new byte[8192, 32];
    public uint[,] Acc { get; } = new uint[1024, lanes];
    public uint[,] State { get; } = new uint[32, lanes];
    public List<(string Memory, long Row, byte[] Data)> Log { get; } = [];

    public uint Read(string place, long row, int lane) => place switch
    {
        "ACC" => Acc[row, lane],
        "STATE" => State[row, lane],
        "BF16" => (uint)Bf16(row + lane / 16, lane % 16) << 16,       // an FP32 number without its lower half; a NaN too stays as it is
        "E4M3" => (uint)FastConversionOracle.Convert("e4m3", "fp32", Spad[row, lane]),
        _ => throw new ArgumentException($"There is no place '{place}'."),
    };

    /// <summary>The 16 bits of element e of a SPAD row.</summary>
    public long Bf16(long row, int e) => Spad[row, 2 * e] + 256L * Spad[row, 2 * e + 1];

    public void Write(string place, long row, uint[] values)
    {
        if (place is "ACC" or "STATE")
        {
            var memory = place == "ACC" ? Acc : State;
            var data = new byte[4 * lanes];
            for (var t = 0; t < lanes; t++) BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(4 * t), memory[row, t] = values[t]);
            Log.Add((place, row, data));
        }
        else WritePatterns(place, row, [.. values.Select(v => FastConversionOracle.Convert("fp32", place.ToLowerInvariant(), v))]);
    }

    /// <summary>A SPAD row of elements of two bytes or one; slots without a lane are zero.</summary>
    public void WritePatterns(string place, long row, long[] patterns)
    {
        var size = place == "BF16" ? 2 : 1;
        var data = new byte[32 * size];
        for (var t = 0; t < lanes; t++)
            for (var b = 0; b < size; b++) data[t * size + b] = (byte)(patterns[t] >> 8 * b);
        for (var i = 0; i < data.Length; i++) Spad[row + i / 32, i % 32] = data[i];
        Log.Add(("SPAD", row, data));
    }
}
