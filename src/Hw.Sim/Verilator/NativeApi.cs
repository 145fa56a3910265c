using System.Runtime.InteropServices;

namespace Hw.Sim;

// The structs that C# and Native/hw_sim.h share; a layout changes in both or in neither.

[StructLayout(LayoutKind.Sequential)]
unsafe struct Place { public void* Memory; public ulong Bytes; }

/// <summary>A port as the native play loop sees it.</summary>
[StructLayout(LayoutKind.Sequential)]
unsafe struct Lane { public void* Memory; public uint Bytes, Words; public ulong Mask; }

[StructLayout(LayoutKind.Sequential)]
unsafe struct Status
{
    public ulong Cycle;
    public SimRecord* Records;
    public ulong RecordCount;
    public uint* Data;
    public ulong DataCount;
    public byte* Text;
    public ulong TextLength;
    public RecordMode Mode;
    public uint Stale;
}

/// <summary>What a native call came back with; the first three are <see cref="StopReason"/>.</summary>
enum Reason { Cycles, StopPort, RecordsFull, Finished, Failed, Dead }

[StructLayout(LayoutKind.Sequential)]
unsafe struct NativeApi
{
    public ulong Size;
    public delegate* unmanaged[Cdecl]<int, Place*, Status*> Create;
    public delegate* unmanaged[Cdecl]<Status*, void> Destroy;
    public delegate* unmanaged[Cdecl]<Status*, Reason> Settle;
    public delegate* unmanaged[Cdecl]<Status*, ulong, byte*, int, Reason> Run;
    public delegate* unmanaged[Cdecl]<Status*, ulong, Lane*, ulong, uint*, Lane*, ulong, uint*, Reason> Play;
    public delegate* unmanaged[Cdecl]<Status*, Reason> Flush;
    public delegate* unmanaged[Cdecl]<Status*, void> Acknowledge;
    public delegate* unmanaged[Cdecl]<Status*, byte*, Reason> Wave;
}
