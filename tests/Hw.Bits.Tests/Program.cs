namespace Hw.Bits.Tests;

/// <summary>The SIMD laws alone, for a child process whose environment takes instruction sets away.</summary>
static class Program
{
    static int Main()
    {
        Console.WriteLine($"AVX-512 {System.Runtime.Intrinsics.X86.Avx512F.IsSupported}, AVX2 {System.Runtime.Intrinsics.X86.Avx2.IsSupported}, 128-bit {System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated}");
        foreach (IReading reading in new IReading[] { new Simd<int>(), new Simd<long>() })
            foreach (var law in Laws.All)
                if ((Harness.Exhaustive(reading, law) ?? Harness.Random(reading, law, seed: 2, shapes: 20)) is { } error)
                {
                    Console.WriteLine(error);
                    return 1;
                }
        return 0;
    }
}
