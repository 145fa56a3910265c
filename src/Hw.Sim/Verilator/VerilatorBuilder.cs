using System.Text;

namespace Hw.Sim;

/// <summary>
/// Compiles a design with Verilator and a C++ compiler, once per content: the key of the result covers every text, flag and tool version
/// that goes in. Quiet when all is well, except that <see cref="Progress"/> hears of builds that take time.
/// </summary>
public sealed class VerilatorBuilder
{
    const int Capacity = 64;

    readonly BuildCache _models, _runtimes;
    readonly Tools _tools;
    readonly string _logs;

    /// <param name="capacity">Builds that are kept.</param>
    public VerilatorBuilder(string? cache = null, Tools? tools = null, int capacity = Capacity)
    {
        cache ??= BuildCache.DefaultRoot;
        _tools = tools ?? Tools.System;
        _models = new BuildCache(Path.Combine(cache, "sim"), capacity);
        _runtimes = new BuildCache(Path.Combine(cache, "runtime"), 16);
        _logs = Path.Combine(cache, "logs");
    }

    /// <summary>Hears "building fifo with g++ …" before a build and "built fifo in 2.1 s" after; nothing when the cache has it.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>The first of the programs that such a build calls and this machine lacks, or null.</summary>
    public static string? Missing(BuildOptions? options = null, Tools? tools = null)
    {
        tools ??= Tools.System;
        return Programs(options ?? BuildOptions.Fast, tools).FirstOrDefault(p => tools.Find(p) is null);
    }

    static string[] Programs(BuildOptions options, Tools tools) => ["verilator", options.CompilerName(tools)];

    /// <exception cref="SimBuildException">A tool rejected the design.</exception>
    /// <exception cref="ToolMissingException">Verilator or the compiler is not installed.</exception>
    /// <exception cref="SimCacheException">The cache cannot be written.</exception>
    public CompiledDesign Build(SimDesign design, BuildOptions? options = null, CancellationToken token = default)
        => BuildAsync(design, options, token).GetAwaiter().GetResult();

    public async Task<CompiledDesign> BuildAsync(SimDesign design, BuildOptions? options = null, CancellationToken token = default)
    {
        var build = Prepare(design, options ?? BuildOptions.Fast, token);
        string shim = ShimWriter.Shim(design, name => name);
        string key = BuildCache.Key([.. build.Identity, "library", shim, WriteHash.Cpp, ShimWriter.StepLoop]);
        var (folder, hit) = await _models.Get(key, temp => Announced(build, key, () => build.Library(temp)), token).ConfigureAwait(false);
        return new CompiledDesign(design, Path.Combine(folder, VerilatorBuild.LibraryName), hit);
    }

    /// <summary>
    /// An executable with a plain C++ loop over the same generated code and flags: the yardstick for driving from C#. Its options are
    /// in <c>Native/bare_main.h</c>.
    /// </summary>
    public string BuildBareMain(SimDesign design, BuildOptions? options = null, CancellationToken token = default)
    {
        var build = Prepare(design, options ?? BuildOptions.Fast, token);
        string main = ShimWriter.Bare(design, name => name);
        string key = BuildCache.Key([.. build.Identity, "bare", main, ShimWriter.BareMain]);
        var (folder, _) = _models.Get(key, temp => Announced(build, key, () => build.Executable(temp)), token).GetAwaiter().GetResult();
        return Path.Combine(folder, VerilatorBuild.ExecutableName);
    }

    /// <summary>The ports of a module as its Verilog declares them, for designs that come without a port list.</summary>
    public IReadOnlyList<SimPort> ReadPorts(string top, IReadOnlyList<string> files, IReadOnlyDictionary<string, string>? parameters = null, CancellationToken token = default)
    {
        var design = new SimDesign(top, files, []) { Parameters = parameters ?? new Dictionary<string, string>() };
        var build = Prepare(design, BuildOptions.Quick, token);
        string temp = Path.Combine(Path.GetTempPath(), "hw-ports-" + Path.GetRandomFileName());
        try
        {
            string header = build.Verilate(temp).GetAwaiter().GetResult();
            return [.. ShimWriter.ReadPorts(header).Select(p => p.Port)];
        }
        catch (ToolFailure failure) { throw Explain(failure, build, "ports-" + top); }
        finally { if (Directory.Exists(temp)) Directory.Delete(temp, recursive: true); }
    }

    VerilatorBuild Prepare(SimDesign design, BuildOptions options, CancellationToken token)
    {
        design.Check();
        foreach (string program in Programs(options, _tools)) _tools.Require(program);
        return new VerilatorBuild(design, options, _tools, _runtimes, token);
    }

    async Task Announced(VerilatorBuild build, string key, Func<Task> work)
    {
        Progress?.Invoke($"building {build.Title}");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try { await work().ConfigureAwait(false); }
        catch (ToolFailure failure) { throw Explain(failure, build, key); }
        Progress?.Invoke(FormattableString.Invariant($"built {build.Design.Top} in {clock.Elapsed.TotalSeconds:F1} s"));
    }

    SimException Explain(ToolFailure failure, VerilatorBuild build, string key)
    {
        if (failure.Output.Contains("No space left on device"))
            return new SimCacheException($"the disk is full: {failure.Tool} could not finish building {build.Design.Top} under {_models.Root}. Free some space there, or point HW_CACHE elsewhere.");
        string log = Path.Combine(_logs, key + ".log");
        Directory.CreateDirectory(_logs);
        File.WriteAllText(log, build.Log);
        var lines = failure.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var message = new StringBuilder($"building {build.Design.Top} failed: {failure.Tool} exited with {failure.Code}\n");
        foreach (string line in lines.TakeLast(24)) message.Append("  ").Append(line.TrimEnd()).Append('\n');
        message.Append($"command: {failure.Command}\nlog: {log}");
        return new SimBuildException(message.ToString(), failure.Command, failure.Output, log);
    }
}
