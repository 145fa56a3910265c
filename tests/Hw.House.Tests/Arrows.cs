namespace Hw.House.Tests;

/// <summary>
/// Who may see whom: the one table behind docs/architecture.md. A project may reference what its row names and whatever
/// those rows name in turn; nothing else. A new project gets a row here before it gets a reference.
/// </summary>
static class Arrows
{
    public static readonly IReadOnlyDictionary<string, string[]> Allowed = new Dictionary<string, string[]>
    {
        ["Hw.Bits"] = [],
        ["Hw.Hdl"] = ["Hw.Bits"],
        ["Hw.Ip"] = ["Hw.Hdl"],
        ["Hw.Encodings"] = [],
        ["Hw.Isa"] = ["Hw.Bits", "Hw.Encodings"],
        ["Hw.Isa.Analyzer"] = ["Hw.Encodings"],
        ["Hw.IsaRtl"] = ["Hw.Hdl", "Hw.Isa"],
        ["Hw.Golden"] = ["Hw.Isa"],
        ["Hw.Sim"] = [],
        ["Hw.Silicon"] = ["Hw.Sim"],
        ["Hw.BuiltIn"] = ["Hw.Hdl", "Hw.Sim"],
        ["Hw.SimCheck"] = ["Hw.Hdl", "Hw.Sim", "Hw.BuiltIn"],
        ["Hw.IsaProof"] = ["Hw.IsaRtl", "Hw.Golden", "Hw.BuiltIn", "Hw.Silicon"],
        ["Hw.Cosim"] = ["Hw.Sim", "Hw.Hdl", "Hw.Isa", "Hw.Golden"],
        ["Hw.Testbench"] = ["Hw.Sim"],
        ["Hw.Isa.Txu"] = ["Hw.Isa"],
        ["Hw.Isa.Rv32i"] = ["Hw.Isa"],
        ["Hw.Txu"] = ["Hw.Ip", "Hw.IsaRtl", "Hw.Isa.Txu"],
        ["Hw.TxuCosim"] = ["Hw.Txu", "Hw.Cosim", "Hw.BuiltIn", "Hw.Isa.Txu"],
        ["Hw.Kernels"] = ["Hw.Isa.Txu", "Hw.Golden"],
        ["Hw.Models"] = ["Hw.Kernels"],
        ["Hw.Oracles"] = [],
        ["Hw.NumberCheck"] = ["Hw.Hdl", "Hw.Oracles"],
        ["Hw.Cli"] = ["Hw.NumberCheck", "Hw.Txu", "Hw.TxuCosim", "Hw.Models", "Hw.Cosim", "Hw.Testbench", "Hw.BuiltIn", "Hw.SimCheck", "Hw.Isa.Rv32i", "Hw.Oracles", "Hw.Silicon", "Hw.IsaProof"],
    };

    /// <summary>What the compiler loads while it builds others. Those reference it as an analyzer, which is no arrow: no code of theirs sees it.</summary>
    public static readonly IReadOnlySet<string> Analyzers = new HashSet<string> { "Hw.Isa.Analyzer" };

    /// <summary>What a chip author brings. Everything outside this set, the oracles included, works for any chip.</summary>
    public static readonly IReadOnlySet<string> Chip =
        new HashSet<string> { "Hw.Isa.Txu", "Hw.Isa.Rv32i", "Hw.Txu", "Hw.TxuCosim", "Hw.Kernels", "Hw.Models", "Hw.Cli" };

    /// <summary>Why an arrow is missing, where the reason is worth more than the table.</summary>
    public static string Reason(string from, string to) => (from, to) switch
    {
        ("Hw.Oracles", _) => "an oracle is a second opinion, so it shares no code with what it judges",
        ("Hw.Golden", "Hw.Txu") => "the golden model must not see the hardware it is compared with",
        ("Hw.Sim", "Hw.Hdl") => "Sim runs any Verilog, also Verilog that no HDL of ours wrote",
        _ when !Chip.Contains(from) && Chip.Contains(to) => "the framework knows no chip",
        _ => "the arrows run one way",
    };
}
