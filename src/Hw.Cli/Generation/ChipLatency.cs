using Hw.Isa;
using Hw.Isa.Txu;
using Hw.Txu.Matrix;
using Hw.Txu.Vector;

namespace Hw.Cli.Generation;

/// <summary>How long the chip takes over a row, from the constants that its pipelines are built with. What depends on memory or on other instructions is not said.</summary>
static class ChipLatency
{
    public static string? Of(InstructionInfo i) => i.QueueOperand is not null ? null : (Queue)i.Queue switch
    {
        Queue.MM => $"{MatrixUnit.WriteLatency} cycles from the issue of a moving row to the write of its sums; a moving row each cycle",
        Queue.VX => $"{VectorUnit.Latency} cycles from the read of a row to its write; a row is read each cycle",
        Queue.CT => "done at dispatch",
        _ => null,
    };
}
