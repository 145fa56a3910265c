namespace Hw.Sim.Tests;

public sealed class BuildCacheTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("hw-cache-").FullName;
    int _builds;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    Task Build(string folder)
    {
        Interlocked.Increment(ref _builds);
        File.WriteAllText(Path.Combine(folder, "result"), "made");
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_entries_used_longest_ago_go()
    {
        var cache = new BuildCache(_root, capacity: 3);
        foreach (string key in new[] { "a", "b", "c" }) await cache.Get(key, Build);
        Age("a", 3); Age("b", 2); Age("c", 1);
        Assert.True((await cache.Get("a", Build)).Hit);
        await cache.Get("d", Build);
        Assert.Equal(["a", "c", "d", "locks", "tmp"], Directory.GetDirectories(_root).Select(Path.GetFileName).Order());
        void Age(string key, int hours) => File.SetLastWriteTimeUtc(Path.Combine(_root, key, "manifest"), DateTime.UtcNow.AddHours(-hours));
    }

    [Fact]
    public async Task A_builder_that_waits_for_another_finds_its_result()
    {
        var (started, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = new BuildCache(_root).Get("k", async folder => { started.SetResult(); await finish.Task; await Build(folder); });
        await started.Task;
        var second = new BuildCache(_root).Get("k", Build);
        await Task.Delay(120);
        Assert.False(second.IsCompleted);
        finish.SetResult();
        Assert.Equal((false, true, 1), ((await first).Hit, (await second).Hit, _builds));
    }

    [Fact]
    public async Task Without_the_lock_the_first_to_finish_wins()
    {
        var cache = new BuildCache(_root);
        var (folder, _) = await cache.Get("k", async temp =>
        {
            await Build(temp);
            File.Delete(Path.Combine(_root, "locks", "k"));          // the next one locks another file of that name
            await new BuildCache(_root).Get("k", Build);
        });
        Assert.Equal(2, _builds);
        Assert.Equal("made", File.ReadAllText(Path.Combine(folder, "result")));
        Assert.True((await cache.Get("k", Build)).Hit);
    }

    [Fact]
    public async Task A_failed_build_leaves_nothing_and_old_leftovers_are_swept()
    {
        var cache = new BuildCache(_root);
        await Assert.ThrowsAsync<InvalidOperationException>(() => cache.Get("k", async folder => { await Build(folder); throw new InvalidOperationException(); }));
        Assert.False(Directory.Exists(Path.Combine(_root, "k")));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_root, "tmp")));

        var (old, recent) = (Directory.CreateDirectory(Path.Combine(_root, "tmp", "old")), Directory.CreateDirectory(Path.Combine(_root, "tmp", "recent")));
        old.LastWriteTimeUtc = DateTime.UtcNow.AddDays(-2);
        await cache.Get("k", Build);
        Assert.Equal((false, true), (Directory.Exists(old.FullName), Directory.Exists(recent.FullName)));
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        var finish = new TaskCompletionSource();
        var first = new BuildCache(_root).Get("k", _ => finish.Task);
        using var stop = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new BuildCache(_root).Get("k", Build, stop.Token));
        finish.SetResult();
        await first;
    }

    [Fact]
    public void Keys_tell_parts_apart() => Assert.NotEqual(BuildCache.Key("ab", "c"), BuildCache.Key("a", "bc"));
}
