using Hw.Hdl;
using Hw.Txu.Vector;

namespace Hw.Txu.Tests.Vector;

/// <summary>Faults that the comparison with the golden must see.</summary>
static class VectorPlants
{
    public static IReadOnlyList<Plant> All { get; } = [];
}
