using Hw.Hdl;
using Hw.Isa;
using Hw.Txu;

namespace Hw.Cli.Silicon;

/// <summary>The chip, or by its C# name any module of it that needs nothing but a number of lanes: also one that no chip has yet.</summary>
static class UnitChoice
{
    /// <exception cref="UsageException">There is no such module.</exception>
    public static Design Elaborate(string? unit, int lanes)
    {
        if (unit is null) return Design.Elaborate(() => new TxuChip(lanes, records: false));
        var makers = typeof(TxuChip).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Module)) && !t.IsAbstract).Select(t => (t.Name, Make: Maker(t, lanes))).Where(m => m.Make is not null).ToList();
        var (_, make) = makers.Find(m => m.Name.Equals(unit, StringComparison.OrdinalIgnoreCase));
        return make is not null ? Design.Elaborate(make) : throw new UsageException($"--unit {unit}: there is no such module in src/Hw.Txu, or it needs more than a number of lanes.{Nearest.Hint(unit, makers.Select(m => m.Name))}");
    }

    /// <summary>By a constructor of `lanes` and of what has defaults.</summary>
    static Func<Module>? Maker(Type type, int lanes)
    {
        foreach (var constructor in type.GetConstructors())
        {
            var parameters = constructor.GetParameters();
            if (parameters.All(p => p.HasDefaultValue || p.ParameterType == typeof(int) && p.Name is "lanes" or "count"))
                return () => (Module)constructor.Invoke([.. parameters.Select(p => p.Name is "lanes" or "count" ? lanes : p.DefaultValue)]);
        }
        return null;
    }
}
