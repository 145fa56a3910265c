using System.Buffers.Binary;

namespace Hw.Cli.Bench.Simulators;

/// <summary>How much code a compiled simulation is: the executable sections of a 64-bit ELF library.</summary>
static class Elf
{
    const int Executable = 4;

    public static long TextBytes(string library)
    {
        var file = File.ReadAllBytes(library);
        var (table, entry, count) = ((int)U64(0x28), U16(0x3A), U16(0x3C));
        return Enumerable.Range(0, count).Where(i => (U64(table + i * entry + 8) & Executable) != 0).Sum(i => (long)U64(table + i * entry + 0x20));

        ulong U64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
        int U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));
    }
}
