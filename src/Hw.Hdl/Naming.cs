using System.Text;

namespace Hw.Hdl;

/// <summary>C# names to Verilog names: MovingRow → moving_row. Ports are never renamed to dodge a clash; that is an error.</summary>
public static class Naming
{
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && (!char.IsUpper(name[i - 1]) && name[i - 1] != '_' || i + 1 < name.Length && char.IsLower(name[i + 1]) && name[i - 1] != '_'))
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    public static string Upper(string name) => Snake(name).ToUpperInvariant();

    /// <summary>A hint as a name that is legal: what a text calls a value may be a reserved word here.</summary>
    public static string Legal(string hint)
    {
        var name = Snake(hint).Replace('-', '_');
        return Problem(name) is null ? name : $"{name}_value";
    }

    /// <summary>lanes → lane: the genvar of an array's loop.</summary>
    public static string IndexOf(string array) => array is [.., 's'] and not [_, 's'] && Problem(array[..^1]) is null ? array[..^1] : $"{array}_index";

    public static string? Problem(string name) =>
        name.Length == 0 || !(char.IsAsciiLetterLower(name[0]) || name[0] == '_') || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? "is not a Verilog identifier of lower-case letters, digits and underscores"
        : name.Contains("__") ? "holds a double underscore, which simulators use for their own names"
        : Reserved.Contains(name) ? "is a reserved word of SystemVerilog"
        : name is "clock" or "reset" ? "is taken: every module has its clock and reset by itself"
        : null;

    /// <summary>IEEE 1800-2017 annex B.</summary>
    static readonly HashSet<string> Reserved = [.. """
        accept_on alias always always_comb always_ff always_latch and assert assign assume automatic before begin bind bins binsof bit
        break buf bufif0 bufif1 byte case casex casez cell chandle checker class clocking cmos config const constraint context continue
        cover covergroup coverpoint cross deassign default defparam design disable dist do edge else end endcase endchecker endclass
        endclocking endconfig endfunction endgenerate endgroup endinterface endmodule endpackage endprimitive endprogram endproperty
        endspecify endsequence endtable endtask enum event eventually expect export extends extern final first_match for force foreach
        forever fork forkjoin function generate genvar global highz0 highz1 if iff ifnone ignore_bins illegal_bins implements implies
        import incdir include initial inout input inside instance int integer interconnect interface intersect join join_any join_none
        large let liblist library local localparam logic longint macromodule matches medium modport module nand negedge nettype new
        nexttime nmos nor noshowcancelled not notif0 notif1 null or output package packed parameter pmos posedge primitive priority
        program property protected pull0 pull1 pulldown pullup pulsestyle_ondetect pulsestyle_onevent pure rand randc randcase
        randsequence rcmos real realtime ref reg reject_on release repeat restrict return rnmos rpmos rtran rtranif0 rtranif1 s_always
        s_eventually s_nexttime s_until s_until_with scalared sequence shortint shortreal showcancelled signed small soft solve specify
        specparam static string strong strong0 strong1 struct super supply0 supply1 sync_accept_on sync_reject_on table tagged task
        this throughout time timeprecision timeunit tran tranif0 tranif1 tri tri0 tri1 triand trior trireg type typedef union unique
        unique0 unsigned until until_with untyped use uwire var vectored virtual void wait wait_order wand weak weak0 weak1 while
        wildcard wire with within wor xnor xor
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Legal, but a top's port must not be called so: simulators that compile to C++ have it mean something else.</summary>
    public static bool IsForeign(string name) => Foreign.Contains(name);

    /// <summary>What Verilator 5.006 warns of under -Wall (SYMRSVDWORD), but for the words above.</summary>
    static readonly HashSet<string> Foreign = [.. """
        abort alignas alignof and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bit_vector bitand bitor bool catch cdecl char char16_t
        char32_t compl complex concept const_cast const_iterator constexpr decltype delete deque double dynamic_cast explicit false far float
        friend goto huge inline interrupt iterator list long map mutable namespace near noexcept not_eq nullptr operator or_eq override pascal
        private public queue reference register requires sc_clock sc_in sc_inout sc_out sc_signal sensitive sensitive_neg sensitive_pos set short
        sizeof stack static_assert static_cast switch synchronized template thread_local throw transaction_safe transaction_safe_dynamic true try
        type_info typeid typename uint16_t uint32_t uint8_t using vector volatile wchar_t xor_eq
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
