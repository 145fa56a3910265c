using System.Runtime.InteropServices;

namespace Hw.Sim;

/// <summary>A design compiled to native code and loaded: start as many simulations of it as you like.</summary>
public sealed class CompiledDesign : IBuiltDesign
{
    readonly LoadedLibrary _library;

    internal CompiledDesign(SimDesign design, string libraryPath, bool cached)
    {
        (Design, LibraryPath, Cached) = (design, libraryPath, cached);
        _library = new LoadedLibrary(libraryPath);
    }

    public SimDesign Design { get; }
    public string LibraryPath { get; }

    /// <summary>It came from the cache: nothing was built.</summary>
    public bool Cached { get; }

    /// <summary>A fresh simulation, before any clock edge. The seed is for <c>$random</c> and, when built <see cref="Profile.Checked"/>, for registers.</summary>
    public ISimulation Start(ulong seed = 1)
    {
        ulong mixed = WriteHash.SplitMix64(ref seed);
        return new NativeSimulation(Design, _library, (int)(mixed & 0x3FFFFFFF) + 1);   // Verilator takes 0 for "choose one"
    }

    /// <summary>Running simulations keep the code loaded until they are disposed.</summary>
    public void Dispose() => _library.Dispose();
}

/// <summary>Native code that stays loaded while anything holds a reference, also when its file has left the cache.</summary>
sealed class LoadedLibrary : SafeHandle
{
    public LoadedLibrary(string path) : base(0, ownsHandle: true) => SetHandle(NativeLibrary.Load(Path.GetFullPath(path)));

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeLibrary.Free(handle);
        return true;
    }
}
