using System.Numerics;
using Hw.BuiltIn;
using Hw.Hdl;
using Hw.Txu.Control;
using Hw.Txu.Dma;

namespace Hw.Txu.Tests.Dma;

/// <summary>A channel's valid waits for no ready, of its own or of another channel: memory may take addresses first, data first, or neither until it sees both.</summary>
public class HandshakeTests
{
    [Theory]
    [InlineData(0, 0), InlineData(0, 1), InlineData(1, 0)]
    public void AStoreOffersAddressAndData(int addressReady, int dataReady)
    {
        using var sim = Start(() => new StoreEngine(4));
        (sim["bus_aw_ready"].Value, sim["bus_w_ready"].Value) = ((uint)addressReady, (uint)dataReady);
        var (addresses, data) = (0, 0);
        for (var i = 0; i < 60; i++, sim.Step())
        {
            if (i > 20 && addressReady == 0) Assert.Equal(1u, sim["bus_aw_valid"].Value);
            if (i > 20 && dataReady == 0) Assert.Equal(1u, sim["bus_w_valid"].Value);
            addresses += (int)(sim["bus_aw_valid"].Value & sim["bus_aw_ready"].Value);
            sim["spad_grant"].Value = sim["spad_valid"].Value;
            data += (int)(sim["bus_w_valid"].Value & sim["bus_w_ready"].Value);
        }
        Assert.Equal((addressReady * 2, dataReady * 20), (addresses, data));
    }

    [Fact]
    public void ALoadOffersItsRequest()
    {
        using var sim = Start(() => new LoadEngine(4));
        sim.Step(30);
        Assert.Equal(1u, sim["bus_ar_valid"].Value);
    }

    /// <summary>One transfer of 20 units, two bursts, given to an engine.</summary>
    static BuiltInSimulation Start<T>(Func<T> engine) where T : Module
    {
        var sim = BuiltInDesign.Compile(Design.Elaborate(engine), new() { Assertions = true }).Start();
        var f = TransferCommand.Fields;
        var command = BigInteger.Zero;
        foreach (var (field, value) in ((Field, int)[])[(f.E0, 20), (f.E1, 1), (f.E2, 1), (f.S0, 1), (f.Total, 20)]) command |= (BigInteger)value << field.Low;
        sim.Reset();
        (sim["push_valid"].Value, sim["push_data"].Wide) = (1, command);
        sim.Step();
        sim["push_valid"].Value = 0;
        return sim;
    }
}
