namespace Hw.BuiltIn.Tests;

/// <summary>A value change dump read back, by the grammar of IEEE 1800-2017 §21.7.2: what is not in it is refused.</summary>
sealed class VcdFile
{
    static readonly string[] scopeKinds = ["begin", "fork", "function", "module", "task"];
    readonly Dictionary<string, string> ids = [], values = [];
    readonly Dictionary<string, int> widths = [];
    readonly SortedDictionary<ulong, Dictionary<string, string>> times = [];

    public VcdFile(string text)
    {
        var tokens = new Queue<string>(text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Declarations(tokens);
        Changes(tokens);
    }

    /// <summary>`$scope` lines as written: kind and path.</summary>
    public List<(string Kind, string Path)> Scopes { get; } = [];
    public IReadOnlyCollection<string> Paths => widths.Keys;
    public IReadOnlyCollection<ulong> Times => times.Keys;
    /// <summary>Value changes written after the initial ones.</summary>
    public int Written { get; private set; }
    public int Width(string path) => widths[path];

    /// <summary>Bits of a signal at a time, the highest first, at its full width.</summary>
    public string At(string path, ulong time)
    {
        var reached = times.Keys.Last(t => t <= time);
        return times[reached][path];
    }

    void Declarations(Queue<string> tokens)
    {
        var scope = new Stack<string>();
        for (; ; )
        {
            var keyword = tokens.Dequeue();
            var words = new List<string>();
            while (tokens.Dequeue() is var word && word != "$end") words.Add(word);
            switch (keyword)
            {
                case "$version" or "$timescale": break;
                case "$scope":
                    Assert.Contains(words[0], scopeKinds);
                    scope.Push(words[1]);
                    Scopes.Add((words[0], string.Join('.', scope.Reverse())));
                    break;
                case "$upscope":
                    scope.Pop();
                    break;
                case "$var":
                    var (width, id, path) = (int.Parse(words[1]), words[2], string.Join('.', scope.Reverse().Append(words[3])));
                    Assert.Equal(width > 1 ? [$"[{width - 1}:0]"] : [], words[4..]);
                    Assert.All(id, c => Assert.InRange(c, '!', '~'));
                    ids.Add(id, path);
                    widths.Add(path, width);
                    break;
                case "$enddefinitions":
                    Assert.Empty(scope);
                    return;
                default: throw new InvalidDataException($"`{keyword}` is no declaration");
            }
        }
    }

    void Changes(Queue<string> tokens)
    {
        var (initial, dumping) = (new HashSet<string>(), false);
        while (tokens.TryDequeue(out var token))
            switch (token[0])
            {
                case '#':
                    var time = ulong.Parse(token[1..]);
                    Assert.True(times.Count == 0 || time > times.Keys.Last(), $"time goes back at {token}");
                    times.Add(time, new(values));
                    break;
                case '$':
                    Assert.Equal(dumping ? "$end" : "$dumpvars", token);
                    dumping = !dumping;
                    if (!dumping) Assert.Equal(ids.Count, initial.Count);
                    break;
                case '0' or '1':
                    Set(token[1..], token[..1]);
                    break;
                case 'b':
                    Set(tokens.Dequeue(), token[1..]);
                    break;
                default: throw new InvalidDataException($"`{token}` is no value change");
            }
        Assert.False(dumping);

        void Set(string id, string bits)
        {
            var path = ids[id];
            Assert.InRange(bits.Length, 1, widths[path]);
            Assert.All(bits, c => Assert.InRange(c, '0', '1'));
            if (dumping) Assert.True(initial.Add(path), $"{path} has two initial values");
            else Written++;
            values[path] = bits.PadLeft(widths[path], '0');
            times[times.Keys.Last()] = new(values);
        }
    }
}
