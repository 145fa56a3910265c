using Hw.TxuCosim;

namespace Hw.Cli;

/// <summary>Waves of a run in which nothing went wrong: its first cycles, from the build that can write them.</summary>
static class Waves
{
    public const ulong Window = 4_000;

    /// <returns>The file, which is there completely or not at all.</returns>
    public static string OfStart(TxuJob job, string file, Terminal terminal, CancellationToken token)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(file)}.{Environment.ProcessId}.tmp");
        terminal.Progress($"running the first {Window:N0} cycles again with waves");
        try
        {
            using (var session = job.Start(waves: true, token))
            {
                session.Simulation.StartWave(temporary);
                session.Begin();
                session.RunToEnd(Window, token);
                session.Simulation.StopWave();
            }
            File.Move(temporary, file, overwrite: true);
            return file;
        }
        finally { File.Delete(temporary); }
    }
}
