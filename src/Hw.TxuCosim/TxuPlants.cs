using Hw.Hdl;
using Hw.Sim;

namespace Hw.TxuCosim;

/// <summary>Faults of the TXU, each with a program that makes it bite (<c>plants/NAME.asm</c>).</summary>
public static class TxuPlants
{
    public static IReadOnlyList<Plant> All { get; } = [];

    /// <summary>The value of <c>plant_select</c> that switches a plant on.</summary>
    public static int Select(string name)
    {
        for (var i = 0; i < All.Count; i++)
            if (All[i].Name == name) return i + 1;
        throw new SimException($"there is no plant `{name}`{Names.Nearest(name, All.Select(p => p.Name))}");
    }
}
