using System.Text;
using System.Text.RegularExpressions;

namespace Hw.Sim;

/// <summary>
/// The part of the native code that depends on the design: where its ports are and what its channels sample. The rest is fixed text
/// in <c>Native/</c>. Port names are C++ names here; <see cref="ReadPorts"/> finds them in the generated class.
/// </summary>
static partial class ShimWriter
{
    public static string StepLoop { get; } = Resource("hw_sim.h");
    public static string BareMain { get; } = Resource("bare_main.h");

    /// <summary>The ports of a Verilated class: name in Verilog, name in C++, width, direction.</summary>
    public static List<(SimPort Port, string Cpp)> ReadPorts(string header)
        => [.. PortMacro().Matches(header).Select(m => (new SimPort(Verilog(m.Groups["name"].Value),
            int.Parse(m.Groups["msb"].Value) - int.Parse(m.Groups["lsb"].Value) + 1,
            m.Groups["dir"].Value == "IN" ? PortDirection.Input : PortDirection.Output), m.Groups["name"].Value))];

    [GeneratedRegex(@"VL_(?<dir>IN|OUT|INOUT)(8|16|64|W|)\(&(?<name>\w+),(?<msb>-?\d+),(?<lsb>-?\d+)")]
    private static partial Regex PortMacro();

    [GeneratedRegex("__0([0-9A-F]{2})")]
    private static partial Regex EscapedCharacter();

    /// <summary>Undoes Verilator's mangling: C++ keywords get a prefix, characters C++ has not become <c>__0</c> and two hex digits.</summary>
    static string Verilog(string cpp)
        => EscapedCharacter().Replace(cpp.Replace("__SYM__", ""), m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    /// <summary>The C++ name of every port of the design, after checking that the Verilog has it with that width and direction.</summary>
    public static Dictionary<string, string> Match(SimDesign design, string header)
    {
        var found = ReadPorts(header);
        var names = new Dictionary<string, string>();
        foreach (var port in design.Ports)
        {
            var (actual, cpp) = found.FirstOrDefault(f => f.Port.Name == port.Name);
            if (cpp is null)
                throw new SimException($"module {design.Top} has no port `{port.Name}`{Names.Nearest(port.Name, found.Select(f => f.Port.Name))} (ports are packed vectors; unpacked arrays do not count)");
            if (actual.Width != port.Width)
                throw new SimException($"port `{port.Name}` of {design.Top} is {port.Width} bits in the port list and {actual.Width} in the Verilog");
            if (actual.Direction != port.Direction)
                throw new SimException($"port `{port.Name}` of {design.Top} is an {port.Direction} in the port list and an {actual.Direction} in the Verilog");
            names.Add(port.Name, cpp);
        }
        return names;
    }

    /// <summary>The shim of a simulation, to be compiled after the headers it names.</summary>
    public static string Shim(SimDesign design, Func<string, string> cpp)
    {
        var text = Prelude(design, cpp);
        text.Append("#include \"write_hash.h\"\n#include \"hw_sim.h\"\n");
        text.Append("namespace hw {\n");
        Places(text, design, cpp);
        text.Append("inline void hw_sample(Sim& s) {\n  const Model& model = *s.model;\n  (void)model;\n");
        foreach (var kind in new[] { ChannelKind.Write, ChannelKind.Retire })
            for (int i = 0; i < design.Channels.Count; i++)
                if (design.Channels[i].Kind == kind) Sample(text, design, i, cpp);
        return text.Append("}\n}\n").ToString();
    }

    /// <summary>A plain C++ program over the same model, to compare the bridge with.</summary>
    public static string Bare(SimDesign design, Func<string, string> cpp)
    {
        var text = Prelude(design, cpp);
        text.Append("struct Place { void* memory; uint64_t bytes; };\n");
        text.Append("static const char* const port_names[] = {")
            .AppendJoin(", ", design.Ports.Select(p => $"\"{p.Name}\"")).Append("};\n");
        Places(text, design, cpp);
        return text.Append("#include \"bare_main.h\"\n").ToString();
    }

    static StringBuilder Prelude(SimDesign design, Func<string, string> cpp) => new($"""
        #include "Vmodel.h"
        typedef Vmodel Model;
        #define HW_PORTS {design.Ports.Count}
        #define HW_CHANNELS {design.Channels.Count}
        #define HW_CLOCK(model, level) {(design.HasClock ? $"(model).{cpp(SimDesign.Clock)} = (level)" : "(void)0")}
        #define HW_IN_RESET(model) {(design.HasReset ? $"(model).{cpp(SimDesign.Reset)}" : "0")}

        """);

    static void Places(StringBuilder text, SimDesign design, Func<string, string> cpp)
    {
        text.Append("void hw_ports(Model& model, Place* places) {\n");
        for (int i = 0; i < design.Ports.Count; i++)
            text.Append($"  places[{i}] = {{(void*)&model.{cpp(design.Ports[i].Name)}, sizeof(model.{cpp(design.Ports[i].Name)})}};\n");
        text.Append("}\n");
    }

    static void Sample(StringBuilder text, SimDesign design, int index, Func<string, string> cpp)
    {
        var channel = design.Channels[index];
        text.Append($"  if (VL_UNLIKELY(model.{cpp(channel.Valid)})) {{  // {channel.Name}\n");
        string order = $"model.{cpp(channel.Order)}", address = channel.Address is null ? "0" : $"model.{cpp(channel.Address)}";
        if (channel.Kind == ChannelKind.Retire) text.Append($"    hw_retire(s, {index}, {order}, {address});\n");
        else
        {
            string row = $"model.{cpp(channel.Data[0])}.data()";
            if (channel.Data.Count > 1 || design.Port(channel.Data[0]).Width <= 64)
            {
                text.Append($"    uint32_t row[{channel.Words(design)}];\n");
                int word = 0;
                foreach (string name in channel.Data)
                {
                    var port = design.Port(name);
                    if (port.Width > 64) text.Append($"    memcpy(row + {word}, model.{cpp(name)}.data(), {port.Words * 4});\n");
                    else
                    {
                        text.Append($"    row[{word}] = (uint32_t)model.{cpp(name)};\n");
                        if (port.Words > 1) text.Append($"    row[{word + 1}] = (uint32_t)(model.{cpp(name)} >> 32);\n");
                    }
                    word += port.Words;
                }
                row = "row";
            }
            text.Append($"    hw_write(s, {index}, {order}, {address}, {row}, {channel.Words(design)});\n");
        }
        text.Append("  }\n");
    }

    static string Resource(string name)
    {
        using var stream = typeof(ShimWriter).Assembly.GetManifestResourceStream(name)!;
        return new StreamReader(stream).ReadToEnd();
    }
}
