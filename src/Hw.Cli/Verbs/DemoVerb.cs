using System.CommandLine;
using System.Text.Json.Nodes;
using Hw.Cli.Generation;
using Hw.Cosim;
using Hw.Golden;
using Hw.Isa.Txu;
using Hw.Models;
using Hw.Sim;
using Hw.TxuCosim;

namespace Hw.Cli.Verbs;

/// <summary>
/// `hw demo`, which is `make run`: one layer of a trained language model. A float forward pass of a sentence gives the layer's inputs. Its attention (norm, Q, K, V, rotation, softmax, output
/// projection, residual) runs in BF16 as one program, then its five projections quantised to INT8: all on the golden model and on the simulated chip in lockstep.
/// </summary>
sealed class DemoVerb : Verb
{
    const string DefaultPrompt = "In the beginning God created the heaven and the earth. And the earth was without form, and void; and darkness was upon the face";
    const string WaveFile = "out/demo";

    readonly Option<string> prompt = new("--prompt") { Description = "The sentence the model reads; its bytes are the tokens", DefaultValueFactory = _ => DefaultPrompt, HelpName = "TEXT" };
    readonly Option<int> layer = new("--layer") { Description = "The layer to run, from 0", HelpName = "N" };
    readonly Option<int> lanes = Parameters.Lanes();
    readonly Option<string?> folder = new("--model") { Description = "The folder of another model: config.json and model.safetensors", HelpName = "DIR" };
    readonly Option<bool> wave = new("--wave") { Description = $"Write waves of the first cycles to {WaveFile}{Engine.Verilator.WaveExtension()}, with the built-in engine {Engine.BuiltIn.WaveExtension()}" };
    readonly EngineOption engine = new();
    readonly Surroundings surroundings = new();

    public DemoVerb() : base("demo", "Run a layer of a trained model, golden and chip in lockstep (make run)")
    {
        foreach (var option in (Option[])[prompt, layer, lanes, engine.Option, folder, wave, .. surroundings.All]) Options.Add(option);
    }

    public override Task<int> Run(ParseResult arguments, Terminal terminal, CancellationToken token)
    {
        var (c, text) = (arguments.GetValue(lanes), arguments.GetValue(prompt)!);
        var at = arguments.GetValue(folder) ?? Checkout.Shown(Checkout.Path("models", "tiny-kjv"));
        var model = LlamaModel.Load(at);
        var tokens = FloatForward.Bytes(text);
        if (tokens.Length == 0 || tokens.Length > model.Config.Context) throw new UsageException($"--prompt has {tokens.Length} bytes; the model takes 1 to {model.Config.Context}");
        if (arguments.GetValue(layer) is var wanted && (uint)wanted >= (uint)model.Layers.Count) throw new UsageException($"--layer {wanted}: the model has layers 0 to {model.Layers.Count - 1}");
        var (attention, job) = (AttentionJob.Create(model, tokens, wanted, c), LayerJob.Create(model, tokens, wanted, c));
        terminal.Say($"{at}, layer {wanted} of {model.Layers.Count}: {tokens.Length} tokens on a TXU with {c} lanes, {surroundings.Settings(arguments)}");
        terminal.Say($"“{text}”");

        var runs = engine.Of(arguments, terminal);
        using var target = new TxuTarget(c, new() { Engine = runs, Progress = terminal.Progress });
        token.ThrowIfCancellationRequested();
        target.Built(token: token);
        var first = new AttentionRun(attention, target, surroundings.Settings(arguments), $"hw demo{Typed(arguments)}");
        terminal.Bar("attention in lockstep", 0);
        var attended = first.Run(token);
        if (!attended.Passed)
        {
            VerdictReport.Write(attended, terminal);
            return Task.FromResult(attended.ExitCode);
        }
        first.Report(terminal, attended);

        var run = new LayerRun(job, target, surroundings.Settings(arguments), $"hw demo{Typed(arguments)}");
        foreach (var (i, projection) in job.Projections.Index())
        {
            terminal.Bar($"{projection.Name} in lockstep", (double)i / job.Projections.Count);
            if (run.Step(projection, token) is { Passed: false } verdict)
            {
                VerdictReport.Write(verdict, terminal);
                return Task.FromResult(verdict.ExitCode);
            }
        }
        run.Report(terminal);
        var waveFile = WaveFile + runs.WaveExtension();
        var waves = arguments.GetValue(wave) ? Waves.OfStart(first.Job(), waveFile, terminal, token) : null;
        terminal.Say(waves is null ? $"waves: none were asked for; ./hw demo{engine.Typed(arguments)} --wave writes the first {Waves.Window:N0} cycles to {waveFile}" : $"waves: {waves}");
        terminal.Say($"Verilog: {Text(c, target)}");
        terminal.Say(VerdictReport.Line(attended.Instructions + run.Instructions, attended.Writes + run.Writes));
        (terminal.Result["waves"], terminal.Result["prompt"], terminal.Result["layer"]) = (waves, text, wanted);
        return Task.FromResult(ExitCode.Pass);
    }

    static string Text(int lanes, TxuTarget target) =>
        lanes == Product.DefaultLanes ? $"{Product.Verilog}/txu_{lanes}.sv and what {Product.Verilog}/txu_{lanes}.f lists"
        : target.Design.Files is [var file, ..] ? Path.GetDirectoryName(file)!
        : "none was needed; with --engine verilator it is";

    string Typed(ParseResult arguments) =>
        (arguments.GetValue(layer) is > 0 and var n ? $" --layer {n}" : "") + (arguments.GetResult(lanes) is { Implicit: false } ? $" --lanes {arguments.GetValue(lanes)}" : "")
        + (arguments.GetValue(prompt) is { } text && text != DefaultPrompt ? $" --prompt '{text.Replace("'", "'\\''")}'" : "") + engine.Typed(arguments) + surroundings.Typed(arguments);

    /// <summary>The projections one by one, and what was found in each.</summary>
    sealed class LayerRun(LayerJob layer, TxuTarget target, TxuSettings settings, string replay)
    {
        readonly List<(ProjectionJob Projection, Verdict Verdict, ProjectionResult Result)> done = [];

        public long Instructions => done.Sum(d => d.Verdict.Instructions);
        public long Writes => done.Sum(d => d.Verdict.Writes);

        public TxuJob Job(ProjectionJob projection) => target.Job(projection.Program.Code, Memory(), settings, replay);

        public Verdict Step(ProjectionJob projection, CancellationToken token)
        {
            var job = Job(projection);
            var verdict = Lockstep.Run(job, new() { CompareMemory = true }, token);
            if (verdict.Passed) done.Add((projection, verdict, Results(projection)));
            return verdict;
        }

        public void Report(Terminal terminal)
        {
            terminal.Table(["operation", "tokens × inputs × outputs ", "cycles ", "MAC use ", "writes compared ", "mismatches ", "error, INT32 sums ", "error, INT8 "], done.Select(d => new[]
            {
                d.Projection.Name, $"{d.Projection.Problem.Tokens} × {d.Projection.Problem.Features} × {d.Projection.Problem.Outputs}", $"{d.Verdict.Cycles:N0}", $"{Use(d.Projection, d.Verdict):P1}",
                $"{d.Verdict.Writes:N0}", "0", $"{d.Result.SumsError.RelativeRms:P2}", $"{d.Result.QuantizedError.RelativeRms:P2}",
            }));
            var cycles = done.Sum(d => (long)d.Verdict.Cycles);
            var speed = cycles / done.Sum(d => d.Verdict.Elapsed.TotalSeconds);
            terminal.Say("error: RMS of the difference to the float layer over RMS of the float layer");
            terminal.Say($"{cycles:N0} cycles in lockstep, {speed:N0} cycles/s");
            (terminal.Result["instructions"], terminal.Result["writes"], terminal.Result["mismatches"], terminal.Result["cyclesPerSecond"]) = (Instructions, Writes, 0, Math.Round(speed));
            terminal.Result["operations"] = new JsonArray([.. done.Select(d => new JsonObject
            {
                ["name"] = d.Projection.Name, ["tokens"] = d.Projection.Problem.Tokens, ["inputs"] = d.Projection.Problem.Features, ["outputs"] = d.Projection.Problem.Outputs,
                ["cycles"] = d.Verdict.Cycles, ["utilization"] = Use(d.Projection, d.Verdict), ["instructions"] = d.Verdict.Instructions, ["writes"] = d.Verdict.Writes, ["mismatches"] = 0,
                ["errorOfSums"] = d.Result.SumsError.RelativeRms, ["errorOfInt8"] = d.Result.QuantizedError.RelativeRms,
            })]);
        }

        /// <summary>Products that the projection needs, of those the array could have made in its cycles.</summary>
        static double Use(ProjectionJob p, Verdict v) => p.Problem.MultiplyAdds / (v.Cycles * (double)(Bits.Dot32.Depth * p.Problem.Lanes));

        Dram Memory()
        {
            var memory = new Dram();
            layer.Image.CopyTo(memory);
            return memory;
        }

        /// <summary>Lockstep has compared all of memory, so the golden's results are the chip's.</summary>
        ProjectionResult Results(ProjectionJob projection)
        {
            var machine = new TxuMachine(target.Lanes);
            layer.Image.CopyTo(machine.Dram);
            GoldenEngine.Run(machine, projection.Program.Code);
            return projection.Read(machine.Dram);
        }
    }
}
