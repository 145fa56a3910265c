using Hw.Isa;

namespace Hw.Golden;

/// <summary>One executed instruction: its place in the dynamic order (from 0), in the program, and its queue.</summary>
public readonly record struct Retired(long Order, int Pc, int Queue, Decoded Instruction);

/// <summary>
/// Receives the write log as it happens: Begin, the instruction's writes in their defined order, End; for every executed instruction,
/// also one that writes nothing. The bytes are valid during the call only. A trapping instruction does not
/// appear; one that ends in a program error may begin and never end.
/// </summary>
public interface IWriteSink
{
    void Begin(in Retired instruction);
    void Write(int memory, long address, ReadOnlySpan<byte> data);
    void End();
}
