namespace Hw.BuiltIn;

/// <summary>
/// The whole state of a simulation at one moment; it never changes and can be restored as often as one likes, into any simulation of
/// the same design. Pages of memories that did not change are shared between snapshots.
/// </summary>
public sealed class Snapshot
{
    internal Snapshot(BuiltInDesign design, BuiltInDesign layout, ulong cycle, byte[] cells, byte[] ports, byte[]?[][] pages) =>
        (Of, Layout, Cycle, Cells, Ports, Pages) = (design, layout, cycle, cells, ports, pages);

    internal BuiltInDesign Of { get; }
    /// <summary>The variant whose cells these are.</summary>
    internal BuiltInDesign Layout { get; }
    public ulong Cycle { get; }
    internal byte[] Cells { get; }
    internal byte[] Ports { get; }
    /// <summary>By memory and page; null where a page is still all zeros.</summary>
    internal byte[]?[][] Pages { get; }
}
