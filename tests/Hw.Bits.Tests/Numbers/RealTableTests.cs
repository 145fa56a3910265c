using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Hw.Bits.Tests.Numbers;

/// <summary>The tables are what tools/numbers/tables.py derives, which asserts on the way that no segment leaves [1, 2) and that exp2 never falls.</summary>
public class RealTableTests
{
    static string Root([CallerFilePath] string here = "") => Path.GetFullPath("../../../..", here);

    static (int Exit, string Output, string Error) Derive(string program)
    {
        var start = new ProcessStartInfo("python3", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.StandardOutputEncoding = System.Text.Encoding.UTF8;
        start.Environment["PYTHONUTF8"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Write(program);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    static readonly string Generator = File.ReadAllText(Path.Combine(Root(), "tools/numbers/tables.py"));
    static readonly string Tables = File.ReadAllText(Path.Combine(Root(), "src/Hw.Bits/Numbers/Functions/Tables.cs"));

    [Fact]
    public void Tables_are_as_derived()
    {
        var (exit, output, error) = Derive(Generator);
        Assert.True(exit == 0, error);
        Assert.True(output == Tables, "Tables.cs is not what tools/numbers/tables.py prints; run it again, or mend what was edited by hand");
    }

    /// <summary>Should fail: another function, a coefficient too short for its field, and an exp2 that falls between two segments.</summary>
    [Theory]
    [InlineData("return lambda t: 2 / (1 + (i + t) / 128)", "return lambda t: 2 / (1 + (i + t) / 129)", "")]
    [InlineData("25, 12, 0)", "25, 11, 0)", "AssertionError")]
    [InlineData("        entries.append(", "        end += 400\n        entries.append(", "starts below the end")]
    public void A_change_of_the_generator_is_found(string was, string becomes, string says)
    {
        Assert.Contains(was, Generator);
        var (exit, output, error) = Derive(Generator.Replace(was, becomes));
        Assert.NotEqual(Tables, output);
        if (says != "") Assert.True(exit != 0 && error.Contains(says), error);
    }
}
