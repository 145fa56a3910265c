namespace Hw.Hdl.Verilog;

/// <summary>
/// The SystemVerilog of a design: one file per module, named after it, and one file list per top with the children first.
/// The subset is what Verilator, Yosys 0.23 and Icarus 11 all read. The same design gives the same bytes on every run.
/// </summary>
public static class VerilogWriter
{
    /// <summary>File names and contents: `module.sv` for each distinct module and `top.f`, the list.</summary>
    /// <exception cref="HdlException">Two different modules claim one name (HW0303).</exception>
    public static IReadOnlyList<(string File, string Text)> Write(Design design)
    {
        var files = new List<(string File, string Text)>();
        var errors = new List<HdlError>();
        Add(design.Top);
        if (errors.Count > 0) throw new HdlException(errors);
        files.Add(($"{design.Name}.f", string.Concat(files.Select(f => $"{f.File}\n"))));
        return files;

        void Add(Body body)
        {
            foreach (var child in body.Children) Add(child.Body);
            using var _ = body.Table.Enter();
            var (file, text) = ($"{body.VerilogName}.sv", ModuleWriter.Write(body));
            var same = files.Find(f => f.File == file);
            if (same.File is null) files.Add((file, text));
            else if (same.Text != text)
                errors.Add(new("HW0303", body.Path, body.Ports.Select(p => p.Origin).FirstOrDefault(Origin.Unknown), $"two different modules are called `{body.VerilogName}`",
                    "override VerilogName so that it tells the parameters apart, for instance $\"fifo_{depth}\""));
        }
    }
}
