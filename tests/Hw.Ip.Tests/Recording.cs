using System.Text;

namespace Hw.Ip.Tests;

/// <summary>
/// All ports in every cycle of an interpreted run, played again to the Verilog on Icarus: every output must agree, where the
/// Verilog has a value. Handshakes and verdicts must always have one; data may be unknown where nothing valid stands.
/// </summary>
sealed class Recording(Design design, Interpreter sim)
{
    readonly List<Port> inputs = [.. design.Ports.Where(p => p.Direction == Direction.In)], outputs = [.. design.Ports.Where(p => p.Direction == Direction.Out)];
    readonly StringBuilder lines = new();
    int cycles;

    public void Take(bool reset)
    {
        var word = BigInteger.Zero;
        foreach (var port in inputs.Concat(outputs)) word = word << port.Width | sim[port.Name] & Interval.UInt(port.Width).Max;
        lines.AppendLine((word << 1 | (reset ? 1 : 0)).ToString("x"));
        cycles++;
    }

    public void ReplayOnIcarus()
    {
        var (ins, outs) = (inputs.Sum(p => p.Width), outputs.Sum(p => p.Width));
        string Join(IEnumerable<Port> ports) => string.Join(", ", ports.Select(p => p.Name));
        string Declare(string kind, IEnumerable<Port> ports) => string.Join('\n', ports.Select(p => $"  {kind} [{p.Width - 1}:0] {p.Name};"));
        using var folder = new VerilogFolder(design);
        folder.Write("run.hex", lines.ToString());
        folder.Write("replay.sv", $$"""
            module replay;
              reg [{{ins + outs}}:0] run [0:{{cycles - 1}}];
              reg clock = 0;
              reg reset;
              reg [{{outs - 1}}:0] expected;
            {{Declare("reg", inputs)}}
            {{Declare("wire", outputs)}}
              wire [{{outs - 1}}:0] got = { {{Join(outputs)}} };
              {{design.Name}} dut (.clock(clock), .reset(reset), {{string.Join(", ", inputs.Concat(outputs).Select(p => $".{p.Name}({p.Name})"))}});
              integer cycle;
              initial begin
                $readmemh("run.hex", run);
                for (cycle = 0; cycle < {{cycles}}; cycle = cycle + 1) begin
                  { {{Join(inputs)}}, expected, reset } = run[cycle];
                  #1;
                  if (!reset && ((got ^ expected) !== ((got ^ expected) & {{outs}}'bx))) $display("cycle %0d: got %h, expected %h", cycle, got, expected);
                  if (!reset && ^{ {{Join(outputs.Where(p => !p.Name.EndsWith("_data") && !p.Name.EndsWith("_resp") && !p.Name.EndsWith("_last")))}} } === 1'bx) $display("cycle %0d: an unknown control output", cycle);
                  #1 clock = 1;
                  #1 clock = 0;
                end
              end
            endmodule
            """);
        folder.Run("iverilog", $"-g2012 -Wno-timescale -o replay.vvp -s replay replay.sv {folder.Sources}");
        folder.Run("vvp", "-n replay.vvp");
    }
}
