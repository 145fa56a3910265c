using System.CommandLine;
using Hw.Cli.Bench.Machine;
using Hw.Isa.Txu;

namespace Hw.Cli.Verbs;

/// <summary>`hw kernel`: the programs of src/Hw.Kernels in sizes of one's own.</summary>
sealed class KernelVerbs : Command
{
    public KernelVerbs() : base("kernel", "A kernel in sizes of your own: its schedule, its program, a run of it")
    {
        Add(new KernelVerb("gemm", "Y = W·X: outputs × features by features × tokens, narrowed results", [MmType.INT8, MmType.BF16, MmType.E4M3],
            [("--tokens", 512, "Tokens"), ("--outputs", 512, "Outputs, N"), ("--features", 512, "Features, K")],
            (type, sizes, lanes) => Work.Product(type, sizes[0], sizes[1], sizes[2], lanes)));
        Add(new KernelVerb("attention", "Causal attention of heads that share key/value heads, as prefill does it", [MmType.BF16, MmType.E4M3],
            [("--queries", 512, "Queries, S"), ("--head-size", 64, "d: 32, 64, 96 or 128"), ("--heads", 8, "Query heads"), ("--kv-heads", 2, "Key/value heads")],
            (type, sizes, lanes) => Work.Prefill(type, sizes[0], sizes[1], sizes[2], sizes[3], lanes)));
    }
}
