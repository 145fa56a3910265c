using Hw.Hdl;
using Hw.Isa;
using Hw.Models;
using Hw.Silicon;
using Hw.Sim;

namespace Hw.Cli;

/// <summary>The command, or something it names, is wrong: place, cause, remedy, in one line.</summary>
sealed class UsageException(string message) : Exception(message);

/// <summary>From what was thrown to what a person reads and the shell gets. Whatever is not listed is a mistake of ours and says so.</summary>
static class Errors
{
    const int NoSpace = 28;

    public static (int Exit, string Message) Explain(Exception e) => e switch
    {
        OperationCanceledException => (ExitCode.Interrupted, "interrupted; nothing was left half-written"),
        UsageException or IsaException or ModelException => (ExitCode.BadInput, e.Message),
        SimBuildException or SiliconException or ToolMissingException or SimCacheException or HdlException => (ExitCode.BuildFailed, e.Message),
        SimAssertException => (ExitCode.Mismatch, e.Message),
        SimException => (ExitCode.BadInput, e.Message),
        IOException when e.HResult == NoSpace => (ExitCode.BadInput, $"the disk is full: {e.Message.TrimEnd('.')}. Free some space there and run this again"),
        FileNotFoundException { FileName: { } file } => (ExitCode.BadInput, $"{file}: there is no such file"),
        IOException or UnauthorizedAccessException => (ExitCode.BadInput, e.Message),
        AggregateException { InnerExceptions: [var inner] } => Explain(inner),
        _ => (ExitCode.Internal, $"internal error: {e.GetType().Name}: {e.Message} This is a mistake in hw: run again with --verbose and report what it prints"),
    };
}
