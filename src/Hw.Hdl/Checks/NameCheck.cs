namespace Hw.Hdl;

/// <summary>Names are legal in Verilog as they stand and name one thing each: HW0301, HW0302.</summary>
static class NameCheck
{
    public static void Run(Body body)
    {
        var taken = new Dictionary<string, Origin>();
        foreach (var (name, origin) in Declared(body))
        {
            if (Naming.Problem(name) is { } problem) body.Report("HW0301", origin, $"`{name}` {problem}", $"rename the member, for instance to `{name.Trim('_')}_value`");
            else if (!taken.TryAdd(name, origin)) body.Report("HW0302", origin, $"`{name}` is declared twice", "rename one of the two", taken[name]);
        }
        if (Naming.Problem(body.VerilogName) is { } bad) body.Report("HW0301", Origin.Unknown, $"the module name `{body.VerilogName}` {bad}", "rename the class or its VerilogName");
    }

    static IEnumerable<(string, Origin)> Declared(Body body) => body.Ports.Select(p => (p.Name, p.Origin))
        .Concat(body.Registers.Select(r => (r.Name, r.Origin)))
        .Concat(body.Memories.Select(m => (m.Name, m.Origin)))
        .Concat(body.Memories.SelectMany(m => m.Reads).Select(r => (r.Name, r.Origin)))
        .Concat(body.Children.Select(c => (c.Name, c.Origin)))
        .Concat(body.Named().Select(n => (n.Name, Origin.Unknown)));
}
