namespace Hw.Sim;

/// <summary>A design made ready by some simulator: start as many simulations of it as you like.</summary>
public interface IBuiltDesign : IDisposable
{
    SimDesign Design { get; }

    /// <summary>A fresh simulation, before any clock edge.</summary>
    /// <param name="seed">Decides what is random in it; builds in which nothing is random ignore it.</param>
    ISimulation Start(ulong seed = 1);
}
