using Hw.Hdl;
using Hw.SimCheck.Graphs;
namespace Hw.SimCheck.Tests;
public class ScratchTests
{
    [Fact]
    public void All_elaborate()
    {
        var errors = new Dictionary<string, List<ulong>>();
        var t = System.Diagnostics.Stopwatch.StartNew();
        for (ulong n = 2; n < 400; n++)
            foreach (var twist in Enum.GetValues<Twist>())
            try { if (n % 4 >= 2) Graph.Of(n).Elaborate(twist); }
            catch (Exception e) { var k = $"{n%4} {twist} {e.GetType().Name} {e.Message.Split('\n')[0]} {(e is HdlException ? "" : e.StackTrace!.Split('\n').FirstOrDefault(l => l.Contains("Random")))}"; k = System.Text.RegularExpressions.Regex.Replace(k, "[0-9]{2,}", "#"); if (!errors.TryGetValue(k, out var l)) errors[k] = l = []; l.Add(n); }
        var text = string.Join('\n', errors.OrderByDescending(e => e.Value.Count).Take(25).Select(e => $"{e.Value.Count} e.g. {e.Value[0]}: {e.Key}"));
        Assert.True(errors.Count == 0, text);
    }
}
public class Kinds
{
    [Theory] [InlineData(0)] [InlineData(2)] [InlineData(3)]
    public async Task Kind(int k)
    {
        var probe = new VerilatorProbe();
        foreach (var n in Enumerable.Range(1, 24)) { var g = Graph.Of((ulong)(4 * n + k)); var v = new View(g.Design); probe.Add(v, Reference.Run(v, 1, 50).Stimulus); }
        await probe.Run(default);
    }
}
public class BuiltInScratch
{
    [Fact]
    public void Agrees()
    {
        var (first, count) = (int.Parse(Environment.GetEnvironmentVariable("F") ?? "1"), int.Parse(Environment.GetEnvironmentVariable("N") ?? "100"));
        var problems = new List<string>(); var t = new Dictionary<string, double>();
        foreach (var n in Enumerable.Range(first, count))
        {
            var g = Graph.Of((ulong)n);
            var v = new View(g.Design); var (s, r, e) = Reference.Run(v, g.Number + 1_000_003, 50);
            foreach (var c in Configuration.All)
            {
                var w = System.Diagnostics.Stopwatch.StartNew();
                try { if (Mismatch.First(v, $"{g}", [r, .. BuiltInRun.Run(v, v.Design, s, c)], "") is { } m) { problems.Add(m.ToString()); break; } }
                catch (Exception x) { problems.Add($"{g} {c.Name} {x.GetType().Name} {x.Message.Split('\n')[0]} {x.StackTrace!.Split('\n')[0]}"); break; }
                finally { t[c.Name + g.Kind] = t.GetValueOrDefault(c.Name + g.Kind) + w.Elapsed.TotalMilliseconds; }
            }
        }
        Console.WriteLine(string.Join("\n", t));
        Assert.True(problems.Count == 0, problems.Count + "\n" + string.Join('\n', problems.Take(30)));
    }
}
public class PlantScratch
{
    [Fact]
    public void Found()
    {
        var v = new PlantCheck(Enum.Parse<Subjects>(Environment.GetEnvironmentVariable("S") ?? "BuiltIn")).Run([.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("N") ?? "100")).Select(i => (ulong)i)], _ => { }, default);
        Console.WriteLine(string.Join("\n", v));
    }
}
public class TextScratch { [Fact] public void Show() { foreach (var (f, t) in Hw.Hdl.Verilog.VerilogWriter.Write(Graph.Of(ulong.Parse(Environment.GetEnvironmentVariable("F")!)).Design)) Console.WriteLine(t); } }
