using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Hw.Cli.Bench.Simulators;

/// <summary>
/// Time for which this thread has had a processor, so that programs which share the machine do not count; the wall clock where the system cannot tell, or when
/// several threads do the work.
/// </summary>
readonly partial struct Work
{
    const int ThreadTime = 3;   // CLOCK_THREAD_CPUTIME_ID of Linux
    readonly bool byThread;
    readonly long start;

    Work(bool byThread) => (this.byThread, start) = (byThread, Now(byThread));

    public static Work Begin(bool manyThreads = false) => new(OperatingSystem.IsLinux() && Environment.Is64BitProcess && !manyThreads);

    public double Nanoseconds => Now(byThread) - start;

    static long Now(bool byThread)
    {
        if (!byThread) return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
        _ = Time(ThreadTime, out var t);
        return t.Seconds * 1_000_000_000 + t.Nanoseconds;
    }

    struct Moment
    {
        public long Seconds, Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Time(int clock, out Moment moment);
}
