using System.Text;

namespace Hw.SimCheck;

/// <summary>
/// The Verilog around a batch of designs, all side by side under one clock: it gives every register, read port and memory word its
/// first value, brings the inputs, and shows a frame of every design, the inside through hierarchical names. Ports are arrays of 32-bit
/// words, so that the C++ around them only copies.
/// </summary>
sealed class ProbeText
{
    readonly StringBuilder declarations = new(), preset = new(), dump = new(), frames = new();
    int given, seen, words, first, count;

    /// <summary>Words of inputs per cycle, of frames per cycle, of memories, and of first values.</summary>
    public (int Given, int Seen, int Words, int First) Sizes => (Math.Max(1, given), Math.Max(1, seen), Math.Max(1, words), Math.Max(1, first));

    public void Add(View view)
    {
        var dut = $"dut_{count++}";
        foreach (var (_, e) in view.State.Concat(view.Memories).OrderBy(e => e.Index))
            if (e.Kind == StateKind.Memory) Memory(dut, e);
            else { preset.Append($"    {dut}.{e.Path} = {Taken("first", e.Width, $"{first}", 0)};\n"); first += View.WordsOf(e.Width); }

        List<string> pins = [];
        if (view.Design.HasClock) pins.Add(".clock (clock)");
        if (view.Design.HasReset) pins.Add($".reset (now[{given}][0])");
        given++;
        foreach (var port in view.Inputs)
        {
            pins.Add($".{port.Name} ({Taken("now", port.Width, $"{given}", 0)})");
            given += View.WordsOf(port.Width);
        }
        foreach (var port in view.Outputs)
        {
            declarations.Append($"  wire {Bits(port.Width)}{dut}_{port.Name};\n");
            pins.Add($".{port.Name} ({dut}_{port.Name})");
        }
        declarations.Append($"  {view.Design.Name} {dut} (\n    {string.Join(",\n    ", pins)});\n");
        foreach (var (i, f) in view.Fields.Index())
            for (var k = 0; k < View.WordsOf(f.Width); k++)
                frames.Append($"  assign seen[{seen++}] = {Shown($"{dut}{(i < view.State.Count ? '.' : '_')}{f.Path}", f.Width, k)};\n");
    }

    void Memory(string dut, StateElement memory)
    {
        var each = View.WordsOf(memory.Width);
        preset.Append($"    for (int i = 0; i < {memory.Depth}; i++) {dut}.{memory.Path}[i] = {Taken("first", memory.Width, $"{first} + {each} * i", 0)};\n");
        for (var k = 0; k < each; k++)
            dump.Append($"    for (int i = 0; i < {memory.Depth}; i++) words[{words + k} + {each} * i] = {Shown($"{dut}.{memory.Path}[i]", memory.Width, k)};\n");
        first += each * memory.Depth;
        words += each * memory.Depth;
    }

    static string Bits(int width) => width > 1 ? $"[{width - 1}:0] " : "";

    /// <summary>A value out of an array of words.</summary>
    static string Taken(string array, int width, string at, int word)
    {
        var (count, top) = (View.WordsOf(width), (width - 1) % 32);
        var parts = Enumerable.Range(word, count).Reverse().Select(k => $"{array}[{at}{(k > 0 ? $" + {k}" : "")}]{(k == count - 1 && top < 31 ? top == 0 ? "[0]" : $"[{top}:0]" : "")}");
        return count == 1 ? parts.First() : $"{{{string.Join(", ", parts)}}}";
    }

    /// <summary>One word of a value.</summary>
    static string Shown(string name, int width, int word)
    {
        var bits = Math.Min(32, width - 32 * word);
        var part = width == 1 ? name : $"{name}[{32 * word + bits - 1}:{32 * word}]";
        return bits == 32 ? part : $"{{{32 - bits}'d0, {part}}}";
    }

    public override string ToString()
    {
        var (given, seen, words, first) = Sizes;
        return $$"""
            module probe (
              input  logic        clock,
              input  logic        take,
              input  logic        dump,
              input  logic [31:0] first [0:{{first - 1}}],
              input  logic [31:0] given [0:{{given - 1}}],
              output logic [31:0] seen  [0:{{seen - 1}}],
              output logic [31:0] words [0:{{words - 1}}]
            );
              // inputs change at an edge, as registers do: logic behind a port would be compiled once more for the port alone
              logic [31:0] now [0:{{given - 1}}];
              always @(posedge take) for (int i = 0; i < {{given}}; i++) now[i] = given[i];

            {{declarations}}
              initial begin
            {{preset}}  end

              always @(posedge dump) begin
            {{dump}}  end

            {{frames}}endmodule

            """;
    }

    /// <summary>`Vprobe CYCLES` reads first values and inputs from given.bin and writes frames and memories to seen.bin.</summary>
    public const string Main = """
        #include <cstdio>
        #include <cstdlib>
        #include "Vprobe.h"
        #include "verilated.h"

        template <class T> void take(T& words, FILE* file) {
          if (fread(&words[0], sizeof(words), 1, file) != 1) { fprintf(stderr, "given.bin is too short\n"); exit(1); }
        }

        int main(int, char** arguments) {
          FILE *in = fopen("given.bin", "rb"), *out = fopen("seen.bin", "wb");
          static Vprobe probe;
          take(probe.first, in);
          probe.eval();
          const int cycles = atoi(arguments[1]);
          for (int cycle = 0; cycle < cycles; cycle++) {
            take(probe.given, in);
            probe.clock = 0;
            probe.take = 1;
            probe.eval();
            probe.take = 0;
            fwrite(&probe.seen[0], sizeof(probe.seen), 1, out);
            if (cycle % 10 == 9 || cycle == cycles - 1) {
              probe.dump = 1;
              probe.eval();
              fwrite(&probe.words[0], sizeof(probe.words), 1, out);
              probe.dump = 0;
              probe.eval();
            }
            probe.clock = 1;
            probe.eval();
          }
          return fclose(out);
        }

        """;
}
