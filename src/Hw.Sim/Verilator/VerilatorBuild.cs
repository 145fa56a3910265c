using System.Runtime.InteropServices;
using System.Text;

namespace Hw.Sim;

/// <summary>A tool said no. Becomes a <see cref="SimBuildException"/> where the log can be kept.</summary>
sealed class ToolFailure(string tool, int code, string command, string output) : Exception(command)
{
    public string Tool { get; } = tool;
    public int Code { get; } = code;
    public string Command { get; } = command;
    public string Output { get; } = output;
}

/// <summary>
/// One build: Verilator writes C++, the compiler turns it and the shim into one library. The generated files are compiled together in
/// one unit, as large ones run faster so; when there is much of it, the code that runs only once goes into a second unit beside it. The
/// Verilated runtime, the same for every design, is compiled once per compiler and kept.
/// </summary>
sealed class VerilatorBuild
{
    public const string LibraryName = "model.so", ExecutableName = "bare";
    const int SplitAbove = 256 << 10;   // bytes of generated C++

    readonly BuildOptions _options;
    readonly BuildCache _runtimes;
    readonly CancellationToken _token;
    readonly string _folder, _verilator, _cxx, _compiler, _compilerVersion, _verilatorVersion;
    readonly string[] _verilatorArguments;
    readonly Lazy<string> _includes;
    readonly StringBuilder _log = new();

    public VerilatorBuild(SimDesign design, BuildOptions options, Tools tools, BuildCache runtimes, CancellationToken token)
    {
        (Design, _options, _runtimes, _token) = (design, options, runtimes, token);
        _compiler = options.CompilerName(tools);
        (_verilator, _cxx) = (tools.Require("verilator"), tools.Require(_compiler));
        (_verilatorVersion, _compilerVersion) = (tools.Version("verilator"), tools.Version(_compiler));
        _includes = new(() => Path.Combine(tools.VerilatorRoot, "include"));
        if (design.Files.Count == 0) throw new SimException($"{design.Top} has no files");
        foreach (string file in design.Files)
            if (!File.Exists(file)) throw new SimException($"{design.Top}: there is no file {file}");
        string[] full = [.. design.Files.Select(Path.GetFullPath)];
        _folder = CommonFolder(full);
        string[] names = [.. full.Select(file => Path.GetRelativePath(_folder, file))];   // what messages and assertions will say
        static bool IsHeader(string file) => Path.GetExtension(file) is ".vh" or ".svh";
        _verilatorArguments =
        [
            .. options.VerilatorFlags, "--prefix", "Vmodel", "--top-module", design.Top,
            .. design.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"-G{p.Key}={p.Value}"),
            .. names.Where(IsHeader).Select(file => "-I" + (Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".")).Distinct(),
            .. names.Where(file => !IsHeader(file)),
        ];
        Identity =
        [
            _verilatorVersion, _compilerVersion, options.Native ? Tools.Cpu : "",
            .. _verilatorArguments, "|", .. CompilerFlags, "|",
            .. names.Zip(full).SelectMany(f => new[] { f.First, File.ReadAllText(f.Second) }),
            .. design.Ports.Select(p => p.ToString()),
        ];
    }

    public SimDesign Design { get; }

    /// <summary>Everything the result depends on, except the shim.</summary>
    public IReadOnlyList<string> Identity { get; }

    public string Title => $"{Design.Top} with {_compiler} {string.Join(' ', _options.Optimization)} ({_options.Profile}; {_compilerVersion})";

    public string Log => _log.ToString();

    string[] CompilerFlags =>
    [
        "-std=gnu++17", .. _options.Optimization, "-fPIC", "-fvisibility=hidden", "-fvisibility-inlines-hidden", "-fcf-protection=none", "-w",
        .. RuntimeDefines,
    ];

    string[] RuntimeDefines =>
    [
        // Unique symbols would be shared between models. TLS descriptors: every eval touches thread-local state, which through the
        // ordinary call costs a library 3 ns per cycle more than an executable.
        .. _compiler == "g++" ? (string[])["-fno-gnu-unique", .. RuntimeInformation.OSArchitecture == Architecture.X64 ? (string[])["-mtls-dialect=gnu2"] : []] : [],
        $"-DVM_TRACE={(_options.Traces ? 1 : 0)}", $"-DVM_TRACE_FST={(_options.Traces ? 1 : 0)}", "-DVM_TRACE_VCD=0", "-DVM_COVERAGE=0", "-DVM_SC=0",
    ];

    /// <summary>Runs Verilator into <paramref name="into"/>; returns the text of the model's class.</summary>
    public async Task<string> Verilate(string into)
    {
        Directory.CreateDirectory(into);
        await Run("verilator", _verilator, [.. _verilatorArguments, "--Mdir", into], _folder).ConfigureAwait(false);
        return File.ReadAllText(Path.Combine(into, "Vmodel.h"));
    }

    public Task Library(string entry) => Compile(entry, LibraryName, ["-shared", "-Wl,-Bsymbolic"], names =>
    [
        ("write_hash.h", WriteHash.Cpp), ("hw_sim.h", ShimWriter.StepLoop), ("host.h", ShimWriter.Shim(Design, names)),
    ]);

    public Task Executable(string entry) => Compile(entry, ExecutableName, [], names =>
    [
        ("bare_main.h", ShimWriter.BareMain), ("host.h", ShimWriter.Bare(Design, names)),
    ]);

    async Task Compile(string entry, string result, string[] linkFlags, Func<Func<string, string>, (string Name, string Text)[]> host)
    {
        string work = Path.Combine(entry, "work");
        var names = ShimWriter.Match(Design, await Verilate(work).ConfigureAwait(false));
        foreach (var (name, text) in host(port => names[port])) File.WriteAllText(Path.Combine(work, name), text);
        // WhenAll waits for all even when one fails, so no compiler is left running behind an error.
        var runtime = Runtime();
        var units = CompileUnits(work);
        await Task.WhenAll(runtime, units).ConfigureAwait(false);
        await Run(_compiler, _cxx, [.. linkFlags, "-o", Path.Combine(entry, result), .. units.Result, .. runtime.Result,
            "-lpthread", "-latomic", .. _options.Traces ? (string[])["-lz"] : []], work).ConfigureAwait(false);
        Directory.Delete(work, recursive: true);
        File.WriteAllText(Path.Combine(entry, "build.log"), Log);
    }

    /// <summary>Writes the compilation units: what runs every cycle together with the host, what runs once apart when it is large.</summary>
    static IEnumerable<(string File, bool Slow)> Units(string work)
    {
        var files = new DirectoryInfo(work).GetFiles("Vmodel*.cpp").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        static bool Slow(FileInfo f) => f.Name.EndsWith("__Slow.cpp") || f.Name.EndsWith("__Syms.cpp");
        bool split = files.Sum(f => f.Length) > SplitAbove;
        string Unit(string name, IEnumerable<FileInfo> parts, string more)
        {
            File.WriteAllText(Path.Combine(work, name), string.Concat(parts.Select(f => $"#include \"{f.Name}\"\n")) + more);
            return name;
        }
        yield return (Unit("fast.cc", split ? files.Where(f => !Slow(f)) : files, "#include \"host.h\"\n"), false);
        if (split) yield return (Unit("slow.cc", files.Where(Slow), ""), true);
    }

    async Task<string[]> CompileUnits(string work)
    {
        return await Task.WhenAll(Units(work).Select(unit => CompileUnit(work, unit))).ConfigureAwait(false);
    }

    async Task<string> CompileUnit(string work, (string File, bool Slow) unit)
    {
        string result = Path.Combine(work, Path.ChangeExtension(unit.File, ".o"));
        await Run(_compiler, _cxx, [.. CompilerFlags, .. unit.Slow ? (string[])["-O0"] : [], .. Includes("."), "-c", unit.File, "-o", result], work).ConfigureAwait(false);
        return result;
    }

    string[] Includes(params string[] first)
        => [.. first.Select(f => "-I" + f), "-I" + _includes.Value, "-I" + Path.Combine(_includes.Value, "vltstd")];

    /// <summary>The Verilated runtime, compiled so that it reports to the host instead of printing and exiting.</summary>
    async Task<string[]> Runtime()
    {
        string[] sources = ["verilated", "verilated_threads", .. _options.Traces ? (string[])["verilated_fst_c"] : []];
        string[] flags =
        [
            "-std=gnu++17", "-O1", "-fPIC", "-fvisibility=hidden", "-fvisibility-inlines-hidden", "-fcf-protection=none", "-w", .. RuntimeDefines,
            "-DVL_USER_FINISH", "-DVL_USER_STOP", "-DVL_USER_FATAL", "-DVL_PRINTF=hw_printf", "-include", "hw_printf.h",
        ];
        string key = BuildCache.Key([_verilatorVersion, _compilerVersion, .. sources, "|", .. flags]);
        var (folder, _) = await _runtimes.Get(key, async temp =>
        {
            File.WriteAllText(Path.Combine(temp, "hw_printf.h"), "extern \"C\" int hw_printf(const char* format, ...);\n");
            await Task.WhenAll(sources.Select(source => Run(_compiler, _cxx,
                [.. flags, .. Includes(temp), "-I" + Path.Combine(_includes.Value, "gtkwave"), "-c", Path.Combine(_includes.Value, source + ".cpp"), "-o", Path.Combine(temp, source + ".o")], temp))).ConfigureAwait(false);
        }, _token).ConfigureAwait(false);
        return [.. sources.Select(source => Path.Combine(folder, source + ".o"))];
    }

    async Task Run(string tool, string program, string[] arguments, string folder)
    {
        string command = $"cd {folder} && {ToolRun.Line(program, arguments)}";
        var (code, output) = await ToolRun.Run(program, arguments, folder, _token).ConfigureAwait(false);
        lock (_log) _log.Append("$ ").AppendLine(command).Append(output);
        if (code != 0) throw new ToolFailure(tool, code, command, output);
    }

    static string CommonFolder(string[] files)
    {
        string folder = Path.GetDirectoryName(files[0])!;
        while (!files.All(f => f.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar)))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
