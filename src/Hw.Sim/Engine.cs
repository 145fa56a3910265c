namespace Hw.Sim;

/// <summary>What runs a design. All of them hand out an <see cref="IBuiltDesign"/>, and none shows anything another does not.</summary>
public enum Engine
{
    /// <summary>Its Verilog, compiled to native code: needs Verilator and a C++ compiler.</summary>
    Verilator,
    /// <summary>Its graph, compiled to .NET code in this process: needs nothing, and leaves no files.</summary>
    BuiltIn,
}

public static class Engines
{
    /// <summary>What its wave files are called.</summary>
    public static string WaveExtension(this Engine engine) => engine == Engine.Verilator ? ".fst" : ".vcd";
}
