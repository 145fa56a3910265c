using System.CommandLine;
using Hw.Cli;
using Hw.Cli.Verbs;

var root = new RootCommand("One instruction-set definition: its golden model, its Verilog, and the proof that the two agree.")
{
    new DemoVerb(), new CosimVerb(), new FuzzVerb(), new RunVerb(), new KernelVerbs(), new WatchVerb(), new AsmVerb(), new DisasmVerb(), new IsaVerbs(), new NumbersVerbs(), new SimVerbs(), new GenVerb(), new BenchVerb(), new SynthVerb(),
};
root.Options.Add(Verb.Json);
root.Options.Add(Verb.Verbose);
return await Application.Start(root, args);
