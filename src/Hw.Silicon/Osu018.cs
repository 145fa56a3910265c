using Hw.Sim;

namespace Hw.Silicon;

/// <summary>
/// The gates everything is measured in: Oklahoma State University's cells for 0.18 µm, 1.8 V, typical, from Debian's qflow-tech-osu018.
/// Areas are of cells alone and delays without wires: figures to compare designs by, not those of a placed chip.
/// </summary>
static class Osu018
{
    /// <summary>What drives every input, and what every output drives, in pF.</summary>
    public const string InputDriver = "INVX4", OutputLoad = "0.02";

    const string File = "/usr/share/qflow/tech/osu018/osu018_stdcells.lib";

    /// <exception cref="ToolMissingException">It is not installed.</exception>
    public static string Liberty => System.IO.File.Exists(File) ? File : throw new ToolMissingException("qflow-tech-osu018",
        $"the gate library {File} is missing. Run tools/bootstrap test, or install it yourself: apt install qflow-tech-osu018");

    public static bool IsFlipFlop(string cell) => cell.StartsWith("DFF", StringComparison.Ordinal);
}
