namespace Hw.BuiltIn;

/// <summary>A named value of a running design: a port of an instance, a register, or a value its text names.</summary>
/// <param name="Words">Copies its bits, little end first, as 32-bit words; how many there are.</param>
public sealed record Probe(string Path, int Width, Func<uint[], int> Words);
