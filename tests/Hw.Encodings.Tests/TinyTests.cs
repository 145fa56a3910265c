namespace Hw.Encodings.Tests;

/// <summary>The laws and the map of random definitions of 8-bit words, held against the enumeration of all words.</summary>
public class TinyTests
{
    const int Sets = 3000;

    [Fact]
    public void The_laws_find_what_enumeration_finds()
    {
        var seen = new Dictionary<string, int>();
        for (var seed = 0; seed < Sets; seed++)
        {
            var tiny = new TinySet(seed);
            var (oracle, all) = (new TinyOracle(tiny.Set, tiny.Instructions), tiny.Instructions);
            var words = all.ToDictionary(i => i.Name, oracle.Set);
            var findings = Laws.Findings(tiny.Set, all);

            var pairs = from a in all from b in all where a.Place.Line < b.Place.Line select (a, b);
            Same("HW1001", from p in pairs where words[p.a.Name].Overlaps(words[p.b.Name]) && !TinyOracle.Exclude(p.a, p.b) && !oracle.Specializes(p.a, p.b) && !oracle.Specializes(p.b, p.a) select $"{p.a.Name} {p.b.Name}",
                f => string.Join(' ', f.Parties.Select(p => p.Name).Append(f.Message.Split(' ')[0]).Order()));
            Same("HW1008", all.Where(i => words[i.Name].Contains(0)).Select(i => i.Name), f => f.Message.Split(' ')[0]);
            Same("HW1009", tiny.Set.Unclaimed is null ? all.Where(i => oracle.Under(i, null).Count > 0).Select(i => i.Name) : [], f => f.Message.Split(':')[0]);
            Same("HW1010", all.Where(g => words[g.Name].IsSubsetOf(all.Where(s => oracle.Specializes(s, g) && s.Exclusive is null && words[s.Name].IsProperSubsetOf(words[g.Name])).SelectMany(s => words[s.Name]))).Select(g => g.Name),
                f => f.Message.Split(' ')[0]);
            Same("HW1011", from s in all from claim in s.Specializes let g = all.First(i => i.Type == claim.General) where !words[s.Name].IsProperSubsetOf(words[g.Name]) select s.Name, f => f.Message.Split(':')[0]);
            Same("HW1013", all.Where(i => tiny.Set.Regions.Any(r => r.First <= i.Opcode)).Select(i => i.Name), f => f.Message.Split(':')[0]);
            Same("HW1015", from k in all from t in all where k != t && !TinyOracle.Exclude(k, t) && words[t.Name].Any(w => oracle.IsKept(k, w, Policy.Custom)) select $"{t.Name} {k.Name}", f => $"{f.Message.Split(' ')[0]} {f.Parties[0].Name}");

            // A witness shows what is wrong.
            foreach (var f in findings.Where(f => f is { Code: "HW1001", Witness: { } }))
                Assert.All(f.Parties.Select(p => p.Name).Append(f.Message.Split(' ')[0]), n => Assert.Contains((int)f.Witness!.Value.Low, words[n]));
            foreach (var f in findings.Where(f => f is { Code: "HW1011", Witness: { } } && !f.Message.Contains("same words")))
                Assert.True(words[f.Message.Split(':')[0]].Contains((int)f.Witness!.Value.Low) && !words[f.Parties[0].Name].Contains((int)f.Witness!.Value.Low), f.ToString());

            void Same(string code, IEnumerable<string> expected, Func<Finding, string> name)
            {
                var (wanted, got) = (expected.Order().ToList(), findings.Where(f => f.Code == code).Select(name).Order().ToList());
                Assert.True(wanted.SequenceEqual(got), $"seed {seed}: {code}: enumeration finds [{string.Join(", ", wanted)}], the laws [{string.Join(", ", got)}]");
                seen[code] = seen.GetValueOrDefault(code) + wanted.Count;
            }
        }
        Assert.All(seen, s => Assert.True(s.Value > 15, $"{s.Key} was tried only {s.Value} times"));
    }

    [Fact]
    public void Every_word_is_in_one_area_the_right_one()
    {
        var (maps, seen) = (0, new HashSet<AreaKind>());
        for (var seed = 0; seed < Sets; seed++)
        {
            var tiny = new TinySet(seed);
            if (tiny.Instructions.Any(i => i.Exclusive is not null) || Laws.Findings(tiny.Set, tiny.Instructions).Any(f => f.Severity == Severity.Error)) continue;
            var (oracle, map) = (new TinyOracle(tiny.Set, tiny.Instructions), new EncodingMap(tiny.Set, tiny.Instructions));
            var areas = map.Areas.Select(a => (Area: a, Cubes: a.Cubes.ToList())).ToList();
            foreach (var word in TinyOracle.Words)
            {
                var home = areas.SelectMany(a => a.Cubes.Where(c => c.Contains((ulong)word)).Select(_ => a.Area)).ToList();
                Assert.True(home.Count == 1, $"seed {seed}: 0x{word:X2} is in {home.Count} areas: {string.Join(", ", home)}");
                Assert.True(oracle.Area(word) == (home[0].Kind, home[0].Name), $"seed {seed}: 0x{word:X2} is {oracle.Area(word)}, the map says {home[0]}");
                seen.Add(home[0].Kind);
            }
            Assert.All(areas, a => Assert.Equal(TinyOracle.Words.Count(w => a.Cubes.Any(c => c.Contains((ulong)w))), (int)a.Area.Words));
            Assert.Equal(TinySet.Words, (int)map.Words);
            var (opcodes, gap) = (1 << tiny.Set.OpcodePiece.Width, TinyOracle.Words.Where(w => oracle.Area(w).Kind == AreaKind.Gap).ToList());
            Assert.Equal(gap.Count / (double)TinySet.Words, map.Free);
            for (var o = 0; o < opcodes; o++)
            {
                Assert.Equal(gap.Count(w => w % opcodes == o) / (TinySet.Words / (double)opcodes), map.FreeIn(o));
                var nobodys = o > 0 && tiny.Instructions.All(i => i.Opcode != o) && !tiny.Set.Regions.Any(r => r.First <= o && o <= r.Last);
                Assert.Equal(nobodys, map.FreeOpcodes.Any(r => r.Min <= o && o <= r.Max));
            }
            maps++;
        }
        Assert.True(maps > 100, $"only {maps} definitions were sound");
        Assert.Equal(Enum.GetValues<AreaKind>(), seen.Order());
    }
}
