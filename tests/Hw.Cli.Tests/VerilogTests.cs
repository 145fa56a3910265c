using System.Diagnostics;

namespace Hw.Cli.Tests;

/// <summary>Three readers accept every top of rtl/ from its file list, and Verilator's lint has nothing to say about any of it.</summary>
public class VerilogTests
{
    static string[] Names => [.. Directory.EnumerateFiles(Rtl, "*.f").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    public static TheoryData<string> Tops => [.. Names];

    static string Rtl => Path.Combine(Command.Checkout, "rtl");

    [Fact]
    public void There_is_a_list_for_the_chip_its_harness_and_the_decoders() => Assert.Equal(["rv32i_decoder", "txu_32", "txu_decoder", "txu_system_32"], Names);

    [Theory, MemberData(nameof(Tops))]
    public void Verilator_finds_nothing_to_warn_of(string top) => Silent("verilator", "--lint-only", "-Wall", "--top-module", top, "-F", $"{top}.f");

    [Theory, MemberData(nameof(Tops))]
    public void Icarus_reads_it(string top) => Silent("iverilog", "-g2012", "-Wall", "-tnull", "-s", top, "-c", $"{top}.f");

    [Theory, MemberData(nameof(Tops))]
    public void Yosys_reads_it(string top) =>
        Silent("yosys", "-q", "-p", $"read_verilog -sv {File.ReadAllText(Path.Combine(Rtl, $"{top}.f")).Replace('\n', ' ')}; hierarchy -check -top {top}; proc; check -assert");

    static void Silent(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = Rtl, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        Assert.Equal((0, "", ""), (process.ExitCode, output.Result, error.Result));
    }
}
