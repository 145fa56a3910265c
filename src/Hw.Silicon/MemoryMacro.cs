using System.Globalization;
using System.Text.RegularExpressions;

namespace Hw.Silicon;

/// <summary>
/// A memory that would be a macro on a chip: a black box to the gates, with a Liberty cell of its own. Nobody offers a memory compiler for osu018, so its figures are
/// stated, not measured: they are what foundry macros of 0.18 µm and a few thousand words are sold with, rounded to the slow side.
/// </summary>
sealed partial record MemoryMacro(int Words, int Width, int AddressBits, int Reads, int Writes)
{
    /// <summary>Smaller ones, and those of fewer words, are flip-flops.</summary>
    public const int LeastBits = 1024, LeastWords = 64;

    /// <summary>Clock to data, and setup of everything.</summary>
    const double ClockToQ = 2.0, Setup = 0.5;
    /// <summary>The six-transistor cell of 0.18 µm has 4.65 µm²; a second port doubles it, and decoders, sense amplifiers and drivers take as much again.</summary>
    const double CellUm2 = 4.65, Periphery = 2.0;
    /// <summary>Of an address or a data pin; a write enable is one wire in a macro and one pin a bit here, so each has little.</summary>
    const double Pin = 0.01, EnablePin = 0.0005;

    const string Generic = "hw_memory";

    public long Bits => (long)Words * Width;
    public double AreaUm2 => Bits * CellUm2 * (Reads + Writes) * Periphery;
    public string Cell => $"{Generic}_{Words}x{Width}_{Reads}r{Writes}w";

    /// <summary>Yosys' memory cell → the black box, for memories that are large, written, and read at the clock.</summary>
    public static string Techmap => $$"""
        module \$mem_v2 (RD_CLK, RD_EN, RD_ARST, RD_SRST, RD_ADDR, RD_DATA, WR_CLK, WR_EN, WR_ADDR, WR_DATA);
          parameter MEMID = ""; parameter signed SIZE = 4; parameter signed OFFSET = 0; parameter signed ABITS = 2; parameter signed WIDTH = 8; parameter signed INIT = 1'bx;
          parameter signed RD_PORTS = 1; parameter RD_CLK_ENABLE = 1'b1; parameter RD_CLK_POLARITY = 1'b1; parameter RD_TRANSPARENCY_MASK = 1'b0; parameter RD_COLLISION_X_MASK = 1'b0;
          parameter RD_WIDE_CONTINUATION = 1'b0; parameter RD_CE_OVER_SRST = 1'b0; parameter RD_ARST_VALUE = 1'b0; parameter RD_SRST_VALUE = 1'b0; parameter RD_INIT_VALUE = 1'b0;
          parameter signed WR_PORTS = 1; parameter WR_CLK_ENABLE = 1'b1; parameter WR_CLK_POLARITY = 1'b1; parameter WR_PRIORITY_MASK = 1'b0; parameter WR_WIDE_CONTINUATION = 1'b0;
          input [RD_PORTS-1:0] RD_CLK, RD_EN, RD_ARST, RD_SRST;
          input [RD_PORTS*ABITS-1:0] RD_ADDR;
          output [RD_PORTS*WIDTH-1:0] RD_DATA;
          input [WR_PORTS-1:0] WR_CLK;
          input [WR_PORTS*WIDTH-1:0] WR_EN, WR_DATA;
          input [WR_PORTS*ABITS-1:0] WR_ADDR;
          wire _TECHMAP_FAIL_ = SIZE * WIDTH < {{LeastBits}} || SIZE < {{LeastWords}} || WR_PORTS == 0 || !(&RD_CLK_ENABLE[RD_PORTS-1:0]);
          {{Generic}} #(.SIZE(SIZE), .WIDTH(WIDTH), .ABITS(ABITS), .RD_PORTS(RD_PORTS), .WR_PORTS(WR_PORTS)) _TECHMAP_REPLACE_
            (.CLK(WR_CLK[0]), .RD_EN(RD_EN), .RD_ADDR(RD_ADDR), .RD_DATA(RD_DATA), .WR_EN(WR_EN), .WR_ADDR(WR_ADDR), .WR_DATA(WR_DATA));
        endmodule

        """;

    [GeneratedRegex(Generic + @" #\(\s*(?<parameters>(\.\w+\([^)]*\),?\s*)+)\)")]
    private static partial Regex Instance { get; }

    [GeneratedRegex(@"\.(?<name>\w+)\((\d+'[sd]+)?(?<value>\d+)\)")]
    private static partial Regex Parameter { get; }

    /// <summary>The macros in a netlist, and the netlist with each of them under the name of its size.</summary>
    public static (string Gates, IReadOnlyList<MemoryMacro> Macros) Name(string gates)
    {
        var macros = new List<MemoryMacro>();
        return (Instance.Replace(gates, match =>
        {
            var p = Parameter.Matches(match.Groups["parameters"].Value).ToDictionary(m => m.Groups["name"].Value, m => int.Parse(m.Groups["value"].Value, CultureInfo.InvariantCulture));
            macros.Add(new(p["SIZE"], p["WIDTH"], p["ABITS"], p["RD_PORTS"], p["WR_PORTS"]));
            return macros[^1].Cell;
        }), macros);
    }

    /// <summary>A library of these.</summary>
    public static string Liberty(IEnumerable<MemoryMacro> macros)
    {
        var distinct = macros.Distinct().ToList();
        var widths = distinct.SelectMany(m => m.Buses).Select(b => b.Bits).Distinct().Order();
        return $$"""
            /* Stated, not characterized: clock to data and area per bit are those of foundry memories of 0.18 µm (six-transistor cell 4.65 µm²; each port once more,
               periphery as much as the cells), rounded to the slow side. osu018 has no memory compiler. */
            library (hw_memories) {
              delay_model : table_lookup; time_unit : "1ns"; capacitive_load_unit (1, pf); voltage_unit : "1V"; current_unit : "1uA"; pulling_resistance_unit : "1kohm";
              nom_process : 1; nom_temperature : 25; nom_voltage : 1.8;
              input_threshold_pct_rise : 50; input_threshold_pct_fall : 50; output_threshold_pct_rise : 50; output_threshold_pct_fall : 50;
              slew_lower_threshold_pct_rise : 20; slew_lower_threshold_pct_fall : 20; slew_upper_threshold_pct_rise : 80; slew_upper_threshold_pct_fall : 80;
            {{string.Concat(widths.Select(w => $"  type (bits_{w}) {{ base_type : array; data_type : bit; bit_width : {w}; bit_from : {w - 1}; bit_to : 0; downto : true; }}\n"))}}
            {{string.Concat(distinct.Select(m => m.CellText()))}}}

            """;
    }

    IEnumerable<(string Name, int Bits)> Buses =>
        [("RD_EN", Reads), ("RD_ADDR", Reads * AddressBits), ("RD_DATA", Reads * Width), ("WR_EN", Writes * Width), ("WR_ADDR", Writes * AddressBits), ("WR_DATA", Writes * Width)];

    string CellText()
    {
        string Number(double v) => v.ToString(CultureInfo.InvariantCulture);
        string Scalar(string what, double v) => $"{what} (scalar) {{ values (\"{Number(v)}\"); }}";
        string Pins((string Name, int Bits) bus) => bus.Name == "RD_DATA"
            ? $"    bus ({bus.Name}) {{ bus_type : bits_{bus.Bits}; direction : output; timing () {{ related_pin : \"CLK\"; timing_type : rising_edge; "
              + $"{Scalar("cell_rise", ClockToQ)} {Scalar("cell_fall", ClockToQ)} {Scalar("rise_transition", 0.2)} {Scalar("fall_transition", 0.2)} }} }}\n"
            : $"    bus ({bus.Name}) {{ bus_type : bits_{bus.Bits}; direction : input; capacitance : {Number(bus.Name == "WR_EN" ? EnablePin : Pin)}; timing () {{ related_pin : \"CLK\"; "
              + $"timing_type : setup_rising; {Scalar("rise_constraint", Setup)} {Scalar("fall_constraint", Setup)} }} }}\n";
        return $"  cell ({Cell}) {{\n    area : {Number(AreaUm2)};\n    pin (CLK) {{ direction : input; clock : true; capacitance : {Number(Pin)}; }}\n{string.Concat(Buses.Select(Pins))}  }}\n";
    }
}
