using System.Diagnostics;

namespace Hw.Bits.Tests;

/// <summary>The SIMD reading gives the same results on a processor without AVX-512, without AVX2, and without any vectors.</summary>
public class PortableTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", "AVX-512 False,")]
    [InlineData("DOTNET_EnableAVX2", "AVX-512 False, AVX2 False,")]
    [InlineData("DOTNET_EnableHWIntrinsic", "AVX-512 False, AVX2 False, 128-bit False")]
    public void Lanes_agree_without(string setting, string expected)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(PortableTests).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[setting] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.StartsWith(expected, output);
        Assert.True(process.ExitCode == 0, output);
    }
}
