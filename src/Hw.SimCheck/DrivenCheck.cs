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
    /// <param name="replay">The command line that does this again.</param>
    /// <param name="faulty">For the built-in simulator instead: the same ports and state with a fault in it.</param>
    public ModuleVerdict Run(Design design, Action<ISimulation> drive, string replay, CancellationToken token, Design? faulty = null)
    {
        var view = new View(design);
        var stimulus = Stimulus.BeginAtZero(view);
        using var compiled = BuiltInDesign.Compile(faulty ?? design, Configuration.All[0].Options);
        var simulation = compiled.Start();
        BuiltInRun.Load(simulation, view, stimulus);
        using var recorder = new StimulusRecorder(simulation, view, stimulus);
        drive(recorder);
        List<Trace> traces = [new(Configuration.All[0].Name, recorder.Frames, new Dictionary<int, uint[]>())];
        if (subjects.HasFlag(Subjects.BuiltIn)) traces.AddRange(Configuration.All.Skip(1).SelectMany(c => BuiltInRun.Run(view, faulty ?? design, stimulus, c)));
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
