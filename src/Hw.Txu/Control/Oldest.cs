namespace Hw.Txu.Control;

/// <summary>Of the instructions under way, the one earliest in program order.</summary>
public sealed class Oldest : Module
{
    public In Present { get; } = Input(Row(4, Bit));
    public In Orders { get; } = Input(Row(4, Geometry.Order));
    public In Pcs { get; } = Input(Row(4, UInt(32)));
    public Out Pc { get; } = Output(UInt(32));

    protected override void Build()
    {
        var (present, orders, pcs) = (Present.Elements, Orders.Elements, Pcs.Elements);
        var oldest = (Present: present[0], Order: orders[0], Pc: pcs[0]);
        for (var i = 1; i < 4; i++)
        {
            var earlier = (present[i] & (!oldest.Present | (orders[i] < oldest.Order))).Named($"earlier_{i}");
            oldest = (oldest.Present | present[i], Mux(earlier, orders[i], oldest.Order).Named($"order_{i}"), Mux(earlier, pcs[i], oldest.Pc));
        }
        Pc.Drive(oldest.Pc);
        Unused(oldest.Order, "only the order among the others matters");
    }
}
