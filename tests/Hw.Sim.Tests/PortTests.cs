using System.Numerics;

namespace Hw.Sim.Tests;

[Collection("simulator")]
public class PortTests(Bench bench)
{
    [Fact]
    public void Every_width_goes_in_and_out()
    {
        using var sim = bench.Open(Bench.Widths);
        var random = new Random(1);
        foreach (int width in Bench.AllWidths)
        {
            var (a, y) = (sim[$"a{width}"], sim[$"y{width}"]);
            var all = (BigInteger.One << width) - 1;
            for (int i = 0; i < 50; i++)
            {
                var bytes = new byte[width / 8 + 1];
                random.NextBytes(bytes);
                var value = new BigInteger(bytes, isUnsigned: true) & all;
                a.Wide = value;
                Assert.Equal(value, a.Wide);
                Assert.Equal(all - value, y.Wide);
                if (width > 64) continue;
                a.Value = (ulong)value;
                Assert.Equal((ulong)value, a.Value);
                Assert.Equal((ulong)(all - value), y.Value);
            }
        }
    }

    [Fact]
    public void What_is_written_is_cut_to_the_width()
    {
        using var sim = bench.Open(Bench.Widths);
        foreach (int width in Bench.AllWidths)
        {
            var (a, y) = (sim[$"a{width}"], sim[$"y{width}"]);
            var all = (BigInteger.One << width) - 1;
            a.Wide = -1;
            Assert.Equal(all, a.Wide);
            Assert.Equal(0, y.Wide);
            a.Value = ulong.MaxValue;
            Assert.Equal(all & ulong.MaxValue, a.Wide);
            a.Write([]);
            Assert.Equal(all, y.Wide);
        }
        sim["a65"].Write([1, 2, 0xFFFF_FFFF]);
        var words = new uint[3];
        sim["a65"].Read(words);
        Assert.Equal([1u, 2u, 1u], words);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        using var sim = bench.Open(Bench.Widths);
        Assert.Contains("did you mean `a256`", Assert.Throws<SimException>(() => sim["a256x"]).Message);
        Assert.Contains("is an output", Assert.Throws<SimException>(() => sim["y8"].Value = 1).Message);
        Assert.Contains(".Wide", Assert.Throws<SimException>(() => sim["y65"].Value).Message);
        Assert.Contains("no input `reset`", Assert.Throws<SimException>(() => sim.Reset()).Message);
        var port = sim["a8"];
        sim.Dispose();
        Assert.Throws<ObjectDisposedException>(() => port.Value);
        Assert.Throws<ObjectDisposedException>(() => sim.Step());
    }

    [Fact]
    public void A_port_list_that_differs_from_the_verilog_is_refused()
    {
        string Refusal(SimPort wrong) => Assert.Throws<SimException>(() => bench.Open(Bench.Counter with { Ports = [wrong] })).Message;
        Assert.Contains("8 bits in the port list and 16 in the Verilog", Refusal(SimPort.Out("count", 8)));
        Assert.Contains("did you mean `count`", Refusal(SimPort.Out("cuont", 16)));
        Assert.Contains("an Input in the port list and an Output in the Verilog", Refusal(SimPort.In("count", 16)));
    }

    [Fact]
    public void Ports_can_be_read_from_the_verilog()
    {
        Assert.Equal(Bench.Counter.Ports.OrderBy(p => p.Name), bench.Builder.ReadPorts("counter", Bench.Counter.Files).OrderBy(p => p.Name));
    }
}
