using Hw.BuiltIn.Code;

namespace Hw.BuiltIn;

/// <summary>Waves: while they are written the simulation runs in the variant of its design in which every named value has a place.</summary>
public sealed unsafe partial class BuiltInSimulation
{
    IWave? wave;

    public void StartWave(string path) => throw new NotImplementedException();
    public void StopWave() => wave = null;
}

interface IWave : IDisposable { void Sample(ulong cycle); }
