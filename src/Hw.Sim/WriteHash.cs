using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Hw.Sim;

/// <summary>
/// The hash of what one instruction wrote on one channel: a contract between simulators and golden models. Start with
/// <see cref="Start"/>, then for each row in order  H = (H ^ (Row(data) + address·K)) · P;  H ^= H >> 29  (all mod 2^64).
/// Row is NH: Σ (w[2i] + k[2i] mod 2^32) · (w[2i+1] + k[2i+1] mod 2^32), the words zero-padded to an even count.
/// </summary>
public static class WriteHash
{
    public const int MaxWords = 256;
    public const ulong Start = 0x243F6A8885A308D3, AddressFactor = 0xD6E8FEB86659FD93, Multiplier = 0x9FB21C651E98DF25;
    const ulong KeySeed = 0x48772E53696D2E31;

    static readonly uint[] Keys = MakeKeys();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong hash, ulong address, ReadOnlySpan<uint> row)
    {
        hash = (hash ^ (Row(row) + address * AddressFactor)) * Multiplier;
        return hash ^ (hash >> 29);
    }

    public static ulong Row(ReadOnlySpan<uint> words)
    {
        if (words.Length > MaxWords) throw new ArgumentException($"a row has at most {MaxWords} words, not {words.Length}", nameof(words));
        ref uint w = ref MemoryMarshal.GetReference(words);
        ref uint k = ref MemoryMarshal.GetArrayDataReference(Keys);
        ulong sum = 0;
        int i = 0;
        if (Avx512F.IsSupported && words.Length >= 16)
        {
            var sums = Vector512<ulong>.Zero;
            for (; i + 16 <= words.Length; i += 16)
            {
                var v = Vector512.LoadUnsafe(ref w, (nuint)i) + Vector512.LoadUnsafe(ref k, (nuint)i);
                sums += Avx512F.Multiply(v, (v.AsUInt64() >>> 32).AsUInt32());
            }
            sum = Vector512.Sum(sums);
        }
        if (Avx2.IsSupported && words.Length - i >= 8)
        {
            var sums = Vector256<ulong>.Zero;
            for (; i + 8 <= words.Length; i += 8)
            {
                var v = Vector256.LoadUnsafe(ref w, (nuint)i) + Vector256.LoadUnsafe(ref k, (nuint)i);
                sums += Avx2.Multiply(v, (v.AsUInt64() >>> 32).AsUInt32());
            }
            sum += Vector256.Sum(sums);
        }
        for (; i + 2 <= words.Length; i += 2) sum += (ulong)(words[i] + Keys[i]) * (words[i + 1] + Keys[i + 1]);
        if (i < words.Length) sum += (ulong)(words[i] + Keys[i]) * Keys[i + 1];
        return sum;
    }

    /// <summary>The same in C++ (GNU vector extensions, so one text for any target): <c>hw_hash_start</c> and <c>hw_hash_add</c>.</summary>
    public static string Cpp { get; } = MakeCpp();

    static uint[] MakeKeys()
    {
        var keys = new uint[MaxWords];
        ulong state = KeySeed;
        for (int i = 0; i < MaxWords; i += 2)
        {
            ulong key = SplitMix64(ref state);
            (keys[i], keys[i + 1]) = ((uint)key, (uint)(key >> 32));
        }
        return keys;
    }

    internal static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    static string MakeCpp()
    {
        var text = new StringBuilder($$"""
            // The hash of written rows: WriteHash.cs is the contract, this is its second text.
            #include <cstdint>
            #include <cstring>
            static const uint64_t hw_hash_start = 0x{{Start:X}}ull;
            alignas(64) static const uint32_t hw_keys[{{MaxWords}}] = {
            """);
        for (int i = 0; i < MaxWords; i++) text.Append(i % 8 == 0 ? "\n  " : " ").Append($"0x{Keys[i]:X8}u,");
        text.Append($$"""

            };
            static inline uint64_t hw_row(const uint32_t* w, unsigned n) {
              typedef uint32_t Words __attribute__((vector_size(64)));
              typedef uint64_t Pairs __attribute__((vector_size(64)));
              uint64_t sum = 0;
              unsigned i = 0;
              if (n >= 16) {
                Pairs sums = {};
                for (; i + 16 <= n; i += 16) {
                  Words row, key;
                  memcpy(&row, w + i, 64);
                  memcpy(&key, hw_keys + i, 64);
                  const Pairs v = (Pairs)(row + key);
                  sums += (v & 0xFFFFFFFFull) * (v >> 32);
                }
                for (unsigned lane = 0; lane < 8; lane++) sum += sums[lane];
              }
              for (; i + 2 <= n; i += 2) sum += (uint64_t)(w[i] + hw_keys[i]) * (w[i + 1] + hw_keys[i + 1]);
              if (i < n) sum += (uint64_t)(w[i] + hw_keys[i]) * hw_keys[i + 1];
              return sum;
            }
            static inline uint64_t hw_hash_add(uint64_t hash, uint64_t address, const uint32_t* row, unsigned words) {
              hash = (hash ^ (hw_row(row, words) + address * 0x{{AddressFactor:X}}ull)) * 0x{{Multiplier:X}}ull;
              return hash ^ (hash >> 29);
            }

            """);
        return text.ToString();
    }
}
