using System.Security.Cryptography;
using System.Text;

namespace Hw.Sim;

/// <summary>
/// Folders of build results by key. An entry is made in a temporary folder and renamed into place, so it is there completely or not
/// at all; a manifest of hashes keeps damaged ones from being used. A lock file per key makes a second builder wait instead of
/// working twice; correctness does not need it. The entries used longest ago go when there are more than <paramref name="capacity"/>.
/// </summary>
public sealed class BuildCache(string root, int capacity = 64)
{
    const string Manifest = "manifest";

    public string Root { get; } = Path.GetFullPath(root);

    /// <summary><c>$HW_CACHE</c>, else <c>$XDG_CACHE_HOME/hw</c>, else <c>~/.cache/hw</c>.</summary>
    public static string DefaultRoot
    {
        get
        {
            if (Environment.GetEnvironmentVariable("HW_CACHE") is { Length: > 0 } own) return own;
            string caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } xdg ? xdg
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
            return Path.Combine(caches, "hw");
        }
    }

    /// <summary>SHA-256 over the parts, each with its length, as 40 hex digits.</summary>
    public static string Key(params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string part in parts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..40];
    }

    /// <summary>The folder of an entry, made by <paramref name="build"/> if it is not there; says whether it was.</summary>
    public async Task<(string Folder, bool Hit)> Get(string key, Func<string, Task> build, CancellationToken token = default)
    {
        string entry = Path.Combine(Root, key);
        if (Use(entry)) return (entry, true);
        try
        {
            Directory.CreateDirectory(Path.Combine(Root, "locks"));
            using var held = await Lock(Path.Combine(Root, "locks", key), token).ConfigureAwait(false);
            if (Use(entry)) return (entry, true);
            string temp = Temporary(key);
            Directory.CreateDirectory(temp);
            try
            {
                await build(temp).ConfigureAwait(false);
                File.WriteAllText(Path.Combine(temp, Manifest), Describe(temp));
                Discard(entry);   // damaged: a sound one was used above
                try { Directory.Move(temp, entry); }
                catch (IOException) when (Use(entry)) { }   // somebody without our lock was faster
            }
            finally { Delete(temp); }
            Tidy();
            return (entry, false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SimCacheException($"cannot write the build cache {Root}: {e.Message} Free some space there, or point HW_CACHE to a folder that can be written.", e);
        }
    }

    /// <summary>True when every file is as it was built; marks the entry as used now.</summary>
    static bool Use(string entry)
    {
        string manifest = Path.Combine(entry, Manifest);
        try
        {
            foreach (string line in File.ReadAllLines(manifest))
            {
                string file = Path.Combine(entry, line[65..]);
                if (Hash(file) != line[..64]) return false;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
        try { File.SetLastWriteTimeUtc(manifest, DateTime.UtcNow); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }   // a read-only cache still serves
        return true;
    }

    static string Describe(string folder) => string.Concat(Directory.GetFiles(folder)
        .Order(StringComparer.Ordinal).Select(file => $"{Hash(file)} {Path.GetFileName(file)}\n"));

    static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The kernel drops the lock when its holder dies, so a crash blocks nobody.</summary>
    static async Task<FileStream> Lock(string path, CancellationToken token)
    {
        while (true)
        {
            try { return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException e) when (IsHeld(e)) { await Task.Delay(50, token).ConfigureAwait(false); }
        }
    }

    /// <summary>EWOULDBLOCK (11 on Linux, 35 on macOS) and the Windows sharing violation: another process has it.</summary>
    static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;

    string Temporary(string key) => Path.Combine(Root, "tmp", $"{key}-{Environment.ProcessId}-{Path.GetRandomFileName()}");

    void Discard(string entry)
    {
        if (!Directory.Exists(entry)) return;
        string temp = Temporary(Path.GetFileName(entry));
        Directory.CreateDirectory(Path.GetDirectoryName(temp)!);
        try { Directory.Move(entry, temp); }
        catch (DirectoryNotFoundException) { return; }
        Delete(temp);
    }

    static void Delete(string folder)
    {
        try { Directory.Delete(folder, recursive: true); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }   // swept another day
    }

    /// <summary>Drops the entries used longest ago, and what crashed builds left behind more than a day ago.</summary>
    void Tidy()
    {
        var old = new DirectoryInfo(Root).GetDirectories().Where(d => d.Name is not ("locks" or "tmp"))
            .OrderByDescending(d => File.GetLastWriteTimeUtc(Path.Combine(d.FullName, Manifest))).Skip(capacity);
        foreach (var entry in old) Discard(entry.FullName);
        var yesterday = DateTime.UtcNow.AddDays(-1);
        foreach (var temp in new DirectoryInfo(Path.Combine(Root, "tmp")).GetDirectories())
            if (temp.LastWriteTimeUtc < yesterday) Delete(temp.FullName);
        foreach (var held in new DirectoryInfo(Path.Combine(Root, "locks")).GetFiles())
            if (held.LastWriteTimeUtc < yesterday) held.Delete();
    }
}
