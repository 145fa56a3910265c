using Hw.BuiltIn;
using Hw.Sim;

namespace Hw.SimCheck;

/// <summary>
/// A whole design at its real work: something drives the built-in simulation, and what came in is given to Verilator from the same
/// first state; the interpreter, which is slow, follows for the first cycles.
/// </summary>
public sealed class DrivenCheck(Subjects subjects)
{
    const int ReferenceCycles = 300;

    /// <param name="drive">Drives it; may end a session and begin another.</param>
    /// <param name="configuration">How the built-in simulator compiles.</param>
    /// <param name="replay">The command line that does this again.</param>
    public ModuleVerdict Run(Design design, Action<ISimulation> drive, Configuration configuration, string replay, CancellationToken token)
    {
        var view = new View(design);
        var stimulus = Stimulus.BeginAtZero(view);
        using var compiled = BuiltInDesign.Compile(design, configuration.Options);
        var simulation = compiled.Start();
        BuiltInRun.Load(simulation, view, stimulus);
        using var recorder = new StimulusRecorder(simulation, view, stimulus);
        drive(recorder);
        List<Trace> traces = [new(configuration.Name, recorder.Frames, new Dictionary<int, uint[]>())];
        if (subjects.HasFlag(Subjects.Verilator))
        {
            var probe = new VerilatorProbe();
            probe.Add(view, stimulus);
            traces.Add(probe.Run(token, "-O1").GetAwaiter().GetResult()[0]);
        }
        var reference = Reference.Replay(view, stimulus, Math.Min(ReferenceCycles, recorder.Frames.Count));
        var mismatch = Mismatch.First(view, design.Name, [reference, .. traces], replay) ?? Mismatch.First(view, design.Name, traces, replay);
        return new($"{design.Name}, driven", view.State.Count, view.Memories.Count, recorder.Frames.Count, null, mismatch);
    }
}
