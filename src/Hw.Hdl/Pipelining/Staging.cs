using Hw.Bits.Numbers;

namespace Hw.Hdl;

/// <summary>What a pipeline of a text would be, without building it: what <see cref="FunctionBlock"/> builds with the same number of stages.</summary>
/// <param name="Delays">Of each stage, first to last, in the nanoseconds of <see cref="DelayModel"/>.</param>
/// <param name="Whole">The text in one cycle; a perfect balance is Whole / stages in each.</param>
/// <param name="RegisterBits">Bits of registers of all stages.</param>
public sealed record Staging(IReadOnlyList<double> Delays, double Whole, int RegisterBits)
{
    /// <exception cref="BitsException">Fewer than 1 stage.</exception>
    public static Staging Of(NumberFunction function, int stages)
    {
        if (stages < 1) throw new BitsException($"a pipeline is cut into 1 or more stages, not {stages}");
        using var _ = new NodeTable().Enter();
        var schedule = Schedule.Of(Cost.Read(function), stages);
        return new(schedule.Delays(), schedule.Whole, schedule.Registers);
    }
}
