namespace Hw.Sim;

public enum Compiler
{
    /// <summary>
    /// clang, which builds 2–5× faster; g++ when it is missing. Which of the two runs faster depends on the design; on the chip at C=32
    /// they are even (docs/decisions/0020).
    /// </summary>
    Auto,
    Gxx,
    Clang,
}

public enum Profile
{
    /// <summary>For long runs: full optimization for this CPU, no assertions.</summary>
    Fast,
    /// <summary>For unit tests: the shortest build. Assertions on.</summary>
    Quick,
    /// <summary>Waves and assertions.</summary>
    Debug,
    /// <summary>Assertions, and every register starts with a random value drawn from the seed.</summary>
    Checked,
}

public sealed record BuildOptions(Profile Profile = Profile.Fast, Compiler Compiler = Compiler.Auto)
{
    public static BuildOptions Fast { get; } = new(Profile.Fast);
    public static BuildOptions Quick { get; } = new(Profile.Quick);
    public static BuildOptions Debug { get; } = new(Profile.Debug);
    public static BuildOptions Checked { get; } = new(Profile.Checked);

    /// <summary>What the compiler is told of optimization, in place of the profile's: for measuring which flags are best.</summary>
    public string? Flags { get; init; }
    /// <summary>Threads that evaluate one simulation; 1 is Verilator without its thread pool.</summary>
    public int Threads { get; init; } = 1;

    internal bool Traces => Profile == Profile.Debug;
    internal bool Native => Profile == Profile.Fast || Flags is not null;

    /// <summary>`-fno-const-bit-op-tree`: Verilator 5.006 folds some trees of XORed conditions to the wrong value.</summary>
    internal IEnumerable<string> VerilatorFlags =>
    [
        "--cc", "-O3", "-fno-const-bit-op-tree", "-Wno-fatal", "-Wno-lint", "-Wno-style", "--no-timing",
        .. Profile is Profile.Checked ? (string[])["--x-assign", "unique", "--x-initial", "unique"] : ["--x-assign", "fast", "--x-initial", "fast"],
        Profile is Profile.Fast ? "--noassert" : "--assert",
        .. Traces ? (string[])["--trace-fst", "--trace-structs"] : [],
        .. Threads > 1 ? (string[])["--threads", $"{Threads}"] : [],
    ];

    internal string[] Optimization => Flags?.Split(' ') ?? Profile switch
    {
        Profile.Fast => ["-O3", "-march=native"],
        Profile.Quick => ["-O0"],
        _ => ["-O1"],
    };

    /// <summary>The compiler to use: the one asked for, or the better one of those installed.</summary>
    internal string CompilerName(Tools tools) => Compiler switch
    {
        Compiler.Gxx => "g++",
        Compiler.Clang => "clang++",
        _ => tools.Find("clang++") is not null ? "clang++" : "g++",
    };
}
