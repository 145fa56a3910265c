using Hw.Sim;

namespace Hw.Silicon;

/// <summary>A design cannot be made of gates, or not be compared; the message is the tool's own sentence where it has one.</summary>
public sealed class SiliconException(string message) : SimException(message);
