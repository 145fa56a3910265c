using System.Collections.Immutable;
using System.Reflection;

namespace Hw.Isa;

/// <summary>Registers that a chip's author keeps as constants of a class: name, byte address, comment.</summary>
public static class StatusRegisters
{
    public static ImmutableArray<StatusRegister> Of(Type addresses) =>
        [.. addresses.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f is { IsLiteral: true, FieldType: var type } && type == typeof(int))
            .Select(f => new StatusRegister((int)f.GetRawConstantValue()!, f.Name, Summaries.OfMember(addresses, f.Name))).OrderBy(r => r.Address)];
}
