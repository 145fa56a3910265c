using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Hw.Sim.Tests;

public class WriteHashTests
{
    /// <summary>The definition in the words of its documentation, in unbounded integers.</summary>
    static ulong ByDefinition(uint[] words)
    {
        BigInteger sum = 0, two32 = BigInteger.One << 32;
        uint[] padded = words.Length % 2 == 0 ? words : [.. words, 0];
        for (int i = 0; i < padded.Length; i += 2)
            sum += (padded[i] + Key(i)) % two32 * ((padded[i + 1] + Key(i + 1)) % two32);
        return (ulong)(sum % (BigInteger.One << 64));
    }

    /// <summary>Keys recovered from the hash itself: a row of zeros but one 1 differs from zeros by the partner's key.</summary>
    static BigInteger Key(int i)
    {
        var row = new uint[WriteHash.MaxWords];
        ulong zeros = WriteHash.Row(row);
        row[i ^ 1] = 1;
        return unchecked(WriteHash.Row(row) - zeros);
    }

    [Fact]
    public void Row_follows_its_definition()
    {
        var random = new Random(4);
        foreach (int n in new[] { 0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 40, 63, 64, 100, 255, 256 })
        {
            var words = new uint[n];
            random.NextBytes(MemoryMarshal.AsBytes(words.AsSpan()));
            Assert.Equal(ByDefinition(words), WriteHash.Row(words));
        }
        Assert.Throws<ArgumentException>(() => WriteHash.Row(new uint[257]));
    }

    [Fact]
    public void Order_address_and_every_bit_matter()
    {
        uint[] row = [.. Enumerable.Range(0, 32).Select(i => (uint)i * 77)];
        ulong one = WriteHash.Add(WriteHash.Start, 5, row);
        Assert.NotEqual(one, WriteHash.Add(WriteHash.Start, 6, row));
        Assert.NotEqual(WriteHash.Add(WriteHash.Add(WriteHash.Start, 1, row), 2, row), WriteHash.Add(WriteHash.Add(WriteHash.Start, 2, row), 1, row));
        for (int bit = 0; bit < 1024; bit++)
        {
            row[bit / 32] ^= 1u << (bit % 32);
            Assert.NotEqual(one, WriteHash.Add(WriteHash.Start, 5, row));
            row[bit / 32] ^= 1u << (bit % 32);
        }
    }

    /// <summary>The C++ text, compiled plainly and for this CPU, says the same for every row length.</summary>
    [Theory]
    [InlineData("g++", "-O0"), InlineData("g++", "-O3 -march=native"), InlineData("clang++", "-O1")]
    public void Cpp_says_the_same(string compiler, string flags)
    {
        string folder = Directory.CreateTempSubdirectory("hw-hash-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "main.cpp"), WriteHash.Cpp + """
                #include <cstdio>
                int main() {
                  uint32_t row[256], x = 12345;
                  for (unsigned n = 0; n <= 256; n++) {
                    uint64_t hash = hw_hash_start;
                    for (unsigned r = 0; r < 3; r++) {
                      for (unsigned i = 0; i < n; i++) row[i] = x = x * 1664525u + 1013904223u;
                      hash = hw_hash_add(hash, x * 0x100000001ull, row, n);
                    }
                    printf("%016llX\n", (unsigned long long)hash);
                  }
                }
                """);
            Shell(folder, Tools.System.Require(compiler), $"{flags} main.cpp -o main");
            var lines = Shell(folder, Path.Combine(folder, "main"), "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(257, lines.Length);
            uint x = 12345;
            for (int n = 0; n <= 256; n++)
            {
                ulong hash = WriteHash.Start;
                for (int r = 0; r < 3; r++)
                {
                    var row = new uint[n];
                    for (int i = 0; i < n; i++) row[i] = x = x * 1664525 + 1013904223;
                    hash = WriteHash.Add(hash, x * 0x100000001ul, row);
                }
                Assert.Equal($"{hash:X16}", lines[n]);
            }
        }
        finally { Directory.Delete(folder, recursive: true); }
    }

    static string Shell(string folder, string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
