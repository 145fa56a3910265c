using System.Collections.Generic;

namespace Hw.Encodings;

/// <summary>What can be wrong with a definition, by code. A code never changes its meaning.</summary>
public static class Codes
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["HW1001"] = "Two instructions have a word in common",
        ["HW1002"] = "A bit is claimed twice",
        ["HW1003"] = "Bits and type do not go together",
        ["HW1004"] = "Bits, opcode or fixed value do not fit the word",
        ["HW1005"] = "An operand has no bits, or the type is no instruction",
        ["HW1006"] = "There is no such format or queue",
        ["HW1007"] = "A name is taken",
        ["HW1008"] = "The all-zero word is an instruction",
        ["HW1009"] = "Nobody says what a bit means",
        ["HW1010"] = "An instruction has no word left",
        ["HW1011"] = "A special instruction is not part of the general one",
        ["HW1012"] = "An exclusive group excludes nothing, or is not chosen from",
        ["HW1013"] = "An opcode is in a region",
        ["HW1014"] = "A region makes no sense",
        ["HW1015"] = "A word that was promised to others is taken",
        ["HW1016"] = "The instruction set makes no sense",
        ["HW1017"] = "An operand's numbers make no sense",
        ["HW1018"] = "A syntax does not name the operands",
    };
}
