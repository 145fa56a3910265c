namespace Hw.Sim;

/// <summary>Something about a simulation is wrong; the message names place, cause and remedy.</summary>
public class SimException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A tool rejected the design. <see cref="Exception.Message"/> holds the end of its output.</summary>
public sealed class SimBuildException(string message, string command, string output, string logPath) : SimException(message)
{
    /// <summary>The command as one would type it.</summary>
    public string Command { get; } = command;
    /// <summary>All the tool printed.</summary>
    public string Output { get; } = output;
    public string LogPath { get; } = logPath;
}

/// <summary>A program this machine lacks.</summary>
public sealed class ToolMissingException(string tool, string message) : SimException(message)
{
    public string Tool { get; } = tool;
}

/// <summary>The build cache cannot be written.</summary>
public sealed class SimCacheException(string message, Exception? inner = null) : SimException(message, inner);

/// <summary>The design itself said stop: an assertion failed, <c>$error</c>, <c>$fatal</c> or <c>$stop</c> ran.</summary>
public sealed class SimAssertException(string message, ulong cycle) : SimException(message)
{
    public ulong Cycle { get; } = cycle;
}
