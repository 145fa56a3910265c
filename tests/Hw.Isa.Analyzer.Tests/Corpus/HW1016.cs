using Hw.Isa;

[InstructionSet("corpus", "1", WordBits = 12, Opcode = "7:4 3:0", Unclaimed = "MustBeZeros")]
[Format("f")]
[Format("g", Fields = "A 1, A 2")]
[Format("f")]
public static class Corpus;


