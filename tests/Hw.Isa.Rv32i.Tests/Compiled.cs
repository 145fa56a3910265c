using System.Text;

namespace Hw.Isa.Rv32i.Tests;

/// <summary>The programs beside this file, compiled for RV32I at one level, and for this machine.</summary>
static class Compiled
{
    public static readonly string[] Levels = ["-O0", "-O2", "-Os"];
    static readonly string[] sources = ["main", "arithmetic", "bytes", "control", "division", "numbers", "sorting", "text"];
    static readonly string[] flags = ["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-fwrapv", "-fno-tree-loop-distribute-patterns"];

    static string Source(string name) => Path.Combine(AppContext.BaseDirectory, "programs", name);
    static IEnumerable<string> Sources => sources.Select(s => Source(s + ".c"));

    public static Elf32 For(string level)
    {
        var file = Tools.Scratch($"programs{level}.elf");
        Tools.Run(Tools.Cross + "gcc", ["-march=rv32i", "-mabi=ilp32", level, .. flags, "-nostdlib", "-nostartfiles", "-T", Source("link.ld"), "-o", file, Source("crt0.S"), .. Sources, "-lgcc"]);
        return Elf32.Read(File.ReadAllBytes(file), file);
    }

    static readonly Lazy<(int Code, string Output)> onHost = new(() =>
    {
        var file = Tools.Scratch("programs-host");
        Tools.Run("gcc", ["-O1", .. flags, "-fno-builtin", "-o", file, .. Sources, Source("host.c")]);
        var (code, output) = Tools.Call(file);
        return (code, Encoding.UTF8.GetString(output));
    });

    /// <summary>What the host's compiler makes of them.</summary>
    public static (int Code, string Output) OnHost => onHost.Value;
}
