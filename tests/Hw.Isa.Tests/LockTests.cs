using System.Collections.Immutable;
using System.Numerics;
using Hw.Bits;
using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>What a lock holds it gives back; what changed since asks for the version that the table says; what is gone keeps its grave.</summary>
public class LockTests
{
    /// <summary>A machine of eight registers, whose rounding and order of writes a test can change.</summary>
    sealed class Toy(IsaDefinition isa) : Machine
    {
        public long[] X { get; } = new long[8];
        public override IsaDefinition Isa => isa;
        public override void Reset() => X.AsSpan().Clear();
        public override void Check(Decoded instruction) { }

        public override void Execute(Decoded d, IEffects effects)
        {
            var (to, a) = d.Instruction switch { Inc i => (i.To.Index, i.A.Index), Twice t => (t.To.Index, t.A.Index), _ => (0, 0) };
            X[to] = X[a] + 1;
            foreach (var i in Twist ? (int[])[to, 7] : [7, to]) effects.Write(0, i, [(byte)X[i]]);
        }

        [ThreadStatic] public static bool Twist;
    }

    sealed class ToyBench(IsaDefinition isa) : IBench
    {
        public Machine Machine() => new Toy(isa) { X = { [1] = 5, [2] = 7, [7] = 9 } };
        public IEnumerable<IInstruction> Setup(Decoded instruction, CaseRandom random) => [];
        public IEnumerable<string> Registers(Machine machine) => [];
    }

    [Register("x", 8)] readonly record struct X(int Index);

    [Instruction("INC", Opcode = 0x10, Format = "plain", Since = "1.0")]
    readonly record struct Inc([Field(10, 8)] X To, [Field(13, 11)] X A, [Field(19, 16, Max = 9)] int By = 0) : IInstruction, IHasMeaning
    {
        [ThreadStatic] public static bool Twist;
        public static IEnumerable<Meaning> Meanings => [new("value", [new("a", Interval.UInt32)], x => (x[0] + (Twist ? 2 : 1)).Wrap(Interval.UInt32))];
    }

    [Instruction("TWICE", Opcode = 0x11, Format = "plain", Since = "1.1")]
    readonly record struct Twice([Field(10, 8)] X To, [Field(13, 11)] X A) : IInstruction;

    static IsaDefinition Isa(string version = "1.2", params Type[] types)
    {
        IsaDefinition? isa = null;
        return isa = IsaDefinition.Define(new()
        {
            Name = "toy", Version = version, WordBits = 32, Opcode = new(7, 0), Formats = [new("plain")], Memories = [new("X", 8, "register")], Bench = () => new ToyBench(isa!),
        }, types.Length > 0 ? types : [typeof(Inc), typeof(Twice)]);
    }

    static readonly IsaLock old = IsaLock.Of(Isa());

    static IsaLock With(string name, Func<LockedInstruction, LockedInstruction> edit, IsaLock? of = null) =>
        (of ?? old) with { Instructions = (of ?? old).Instructions.SetItem(name, edit((of ?? old).Instructions[name])) };

    static LockedInstruction Other(string name, UInt128 match, UInt128 mask) => old.Instructions["INC"] with { Name = name, Match = match, Mask = mask };

    [Fact]
    public void A_lock_is_the_same_bytes_again()
    {
        foreach (var isa in (IsaDefinition[])[TxuIsa.Definition, Isa()])
        {
            var text = IsaLock.Write(isa, null);
            Assert.Equal(text, LockText.Write(LockText.Read(text, "lock")));
            Assert.Equal(text, IsaLock.Write(isa, text));
            Assert.DoesNotContain('\r', text);
            Assert.Equal(Change.None, LockComparison.Of(LockText.Read(text, "lock"), isa).Greatest);
        }
    }

    [Fact]
    public void Two_definitions_of_the_same_have_one_hash() => Assert.Equal(Isa().Hashes, Isa().Hashes);

    [Fact]
    public void A_meaning_is_in_the_hash_and_in_no_encoding()
    {
        try
        {
            Inc.Twist = true;
            Assert.Equal(old.Hashes.Encoding, Isa().Hashes.Encoding);
            Assert.Equal(old.Hashes.Semantics, Isa().Hashes.Semantics);
            Assert.NotEqual(old.Hashes.Numerics, Isa().Hashes.Numerics);
            Assert.NotEqual(old.Hashes.Isa, Isa().Hashes.Isa);
        }
        finally { Inc.Twist = false; }
    }

    /// <summary>Old lock, what is to be said of it, and how much it asks for. The definition is always the same one.</summary>
    public static readonly Dictionary<string, (Func<IsaLock> Old, string What, Change Change)> Table = new()
    {
        ["nothing"] = (() => old, "", Change.None),
        ["since"] = (() => With("INC", i => i with { Since = "0.9" }), "since 0.9, now since 1.0", Change.Patch),
        ["new instruction in a gap"] = (() => old with { Instructions = old.Instructions.Remove("TWICE") }, "added, where every word trapped", Change.Minor),
        ["new field where zero was asked"] = (() => With("INC", i => i with { Fields = i.Fields.RemoveAt(2), MustBeZero = i.MustBeZero | 0xF0000 }), "By [19:16] added, where bits had to be zero", Change.Minor),
        ["new field where bits were ignored"] = (() => With("INC", i => i with { Fields = i.Fields.RemoveAt(2), Hint = 0xF0000 }), "By [19:16] added, where bits were ignored", Change.Minor),
        ["more values"] = (() => With("INC", i => i with { Fields = i.Fields.SetItem(2, i.Fields[2] with { Legal = [new(0, 4)] }) }), "values that trapped are legal now", Change.Minor),
        ["experimental, now stable"] = (() => With("INC", i => i with { Status = Status.Experimental }), "stable from now on", Change.Minor),
        ["change of an experimental one"] = (() => With("INC", i => i with { Status = Status.Experimental, Match = 0x13 }), "moved from match 0x13", Change.Minor),
        ["fixed bits set free"] = (() => With("INC", i => i with { Mask = i.Mask | 0xF0000000 }), "bits that were fixed no longer are", Change.Minor),
        ["region given away"] = (() => old with { Shape = old.Shape.Add("region 0x80..0x8f", "Custom") }, "region 0x80..0x8f removed: it was Custom", Change.Breaking),
        ["new instruction in a promised region"] = (() => old with { Instructions = old.Instructions.Remove("TWICE"), Shape = old.Shape.Add("region 0x11..0x12", "Custom") }, "added in the region 0x11..0x12, which was promised to others", Change.Breaking),
        ["encoding moved"] = (() => With("INC", i => i with { Match = 0x13 }), "moved from match 0x13, mask 0xff to match 0x10, mask 0xff", Change.Breaking),
        ["field moved"] = (() => With("INC", i => i with { Fields = i.Fields.SetItem(0, i.Fields[0] with { Bits = new BitRange(23, 21) }) }), "To moved from [23:21] to [10:8]", Change.Breaking),
        ["width changed"] = (() => With("INC", i => i with { Fields = i.Fields.SetItem(0, i.Fields[0] with { Bits = new BitRange(10, 9) }) }), "To resized from [10:9] to [10:8]", Change.Breaking),
        ["fewer values"] = (() => With("INC", i => i with { Fields = i.Fields.SetItem(2, i.Fields[2] with { Legal = [new(0, 15)] }) }), "values that were legal trap now", Change.Breaking),
        ["field removed"] = (() => With("TWICE", i => i with { Fields = i.Fields.Add(old.Instructions["INC"].Fields[2]) }), "By [19:16] removed", Change.Breaking),
        ["field renamed"] = (() => With("INC", i => i with { Fields = i.Fields.SetItem(0, i.Fields[0] with { Name = "Dst" }) }), "Dst is called To", Change.Breaking),
        ["new field where something was"] = (() => With("INC", i => i with { Fields = i.Fields.RemoveAt(2), MustBeZero = 0 }), "By [19:16] added on bits that meant something", Change.Breaking),
        ["ignored, now must be zero"] = (() => With("TWICE", i => i with { Hint = 0xF0000 }), "bits that were ignored have to be zero", Change.Breaking),
        ["removed"] = (() => old with { Instructions = old.Instructions.Add("GONE", Other("GONE", 0x12, 0xFF)) }, "removed: opcode 0x12 traps now", Change.Breaking),
        ["words taken over"] = (() => old with { Instructions = old.Instructions.Remove("TWICE").Add("GONE", Other("GONE", 0x11, 0xFF)) }, "removed; TWICE has its words now", Change.Breaking),
        ["retired opcode taken again"] = (() => old with { Instructions = old.Instructions.Remove("TWICE"), Tombstones = [new("GONE", 0x11, 0xFF, "1.0", "1.1")] }, "added, on words of GONE, which was removed in 1.1", Change.Breaking),
        ["stable, now experimental is a promise taken back"] = (() => With("INC", i => i with { Queue = "VX" }), "executed by queue VX, now by Core", Change.Breaking),
        ["words of another length"] = (() => old with { WordBits = 64 }, "words had 64 bits, have 32", Change.Breaking),
        ["text removed"] = (() => With("TWICE", i => i with { Texts = old.Instructions["INC"].Texts }), "no longer has the text value", Change.Breaking),
        ["text added"] = (() => With("INC", i => i with { Texts = i.Texts.Clear() }), "has a new text, value", Change.Minor),
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_change_asks_for_what_the_table_says(string row)
    {
        var (was, what, change) = Table[row];
        var found = LockComparison.Of(was(), Isa());
        Assert.Equal(change, found.Greatest);
        if (change != Change.None) Assert.Contains(found.Changes, c => c.Change == change && c.What.Contains(what));
        Assert.Equal(change <= Change.Patch, found.IsEnough);      // 1.2 was declared and is
    }

    [Theory]
    [InlineData("1.2", Change.Patch, "1.2.1")]
    [InlineData("1.2", Change.Minor, "1.3")]
    [InlineData("1.2.7", Change.Breaking, "2.0")]
    [InlineData("0.3", Change.Patch, "0.3.1")]
    [InlineData("0.3", Change.Minor, "0.3.1")]
    [InlineData("0.3.4", Change.Breaking, "0.4")]
    [InlineData("0.3", Change.None, "0.3")]
    public void A_version_rises_as_Semantic_Versioning_says(string version, Change change, string least) => Assert.Equal(least, $"{SemanticVersion.Parse(version).After(change)}");

    [Fact]
    public void A_version_that_is_too_low_is_refused_and_one_that_is_not_is_not()
    {
        var was = old with { Instructions = old.Instructions.Add("GONE", Other("GONE", 0x12, 0xFF)) };
        Assert.Equal("(unknown): error HW3001: old programs can break: breaking; toy declares 1.9 after 1.2. Declare version 2.0, or restore what is listed as breaking", LockComparison.Of(was, Isa("1.9")).Verdict);
        Assert.True(LockComparison.Of(was, Isa("2.0")).IsEnough);
        Assert.Equal("old programs can break: breaking, which before 1.0 raises the minor number (SemVer §4); 0.3 → 0.4 is enough", LockComparison.Of(was with { Version = "0.3" }, Isa("0.4")).Verdict);
        Assert.False(LockComparison.Of(was with { Version = "0.3" }, Isa("0.3.9")).IsEnough);
        Assert.Equal("`two` is no version: write major.minor or major.minor.patch, such as 0.3", Assert.Throws<IsaException>(() => SemanticVersion.Parse("two")).Message);
    }

    [Fact]
    public void An_encoding_that_moved_is_drawn()
    {
        var moved = LockComparison.Of(With("INC", i => i with { Fields = i.Fields.SetItem(0, i.Fields[0] with { Bits = new BitRange(23, 21) }) }), Isa()).Changes[0];
        Assert.Equal<string>(
        [
            "       31                             0",
            "  old  ........TTT.BBBB..AAA...00010000",
            "  new  ............BBBB..AAATTT00010000",
            "               ^^^          ^^^",
            "       T To, A A, B By",
        ], moved.Lines);
    }

    [Fact]
    public void A_changed_meaning_comes_with_an_input()
    {
        try
        {
            Inc.Twist = true;
            var change = LockComparison.Of(old, Isa()).Changes[0];
            Assert.Equal(("HW3003", "INC", Change.Breaking, "value means something else"), (change.Code, change.Instruction, change.Change, change.What));
            Assert.Equal<string>(["  a = 0x00000000 (0; as FP32 +0)", "  old 0x00000001 (1; as FP32 1E-45)", "  new 0x00000002 (2; as FP32 3E-45)"], change.Lines);
        }
        finally { Inc.Twist = false; }
    }

    [Fact]
    public void Another_order_of_writes_is_another_behaviour()
    {
        try
        {
            Toy.Twist = true;
            var changes = LockComparison.Of(old, Isa()).Changes;
            Assert.All(changes, c => Assert.Equal(("HW3003", Change.Breaking), (c.Code, c.Change)));
            Assert.Equal(["INC", "TWICE"], changes.Select(c => c.Instruction));
            Assert.Matches("^does something else in [1-9] of [0-9]+ cases; the first:$", changes[0].What);
            Assert.Matches("^  INC x", changes[0].Lines[0]);
            Assert.Equal("  old X 7 = 09", changes[0].Lines[1]);
            Assert.Matches("^  new X [0-6] = ", changes[0].Lines[2]);
        }
        finally { Toy.Twist = false; }
    }

    [Fact]
    public void What_is_gone_keeps_its_grave()
    {
        var first = IsaLock.Write(Isa(), null);
        var second = IsaLock.Write(Isa("2.0", typeof(Inc)), first);
        Assert.Equal<Tombstone>([new Tombstone("TWICE", 0x11, 0xFF, "1.1", "2.0")], LockText.Read(second, "lock").Tombstones);
        Assert.Equal(second, IsaLock.Write(Isa("2.0", typeof(Inc)), second));
        // it may come back as it was
        Assert.Empty(LockText.Read(IsaLock.Write(Isa("2.1"), second), "lock").Tombstones);
        // another one may have its words with the next breaking version only
        var refused = Assert.Throws<IsaException>(() => IsaLock.Write(Isa("2.1", typeof(Inc), typeof(Heir)), second));
        Assert.Matches(@"^Hw\.Isa\.Tests/LockTests\.cs\(\d+\): error HW3002: HEIR takes words of TWICE, which was removed in 2\.0 \(match 0x11, mask 0xff\): an old program would run it in TWICE's place\. Give HEIR another opcode, or declare version 3\.0 of toy$",
            refused.Message[refused.Message.IndexOf("Hw.Isa.Tests", StringComparison.Ordinal)..]);
        Assert.Empty(LockText.Read(IsaLock.Write(Isa("3.0", typeof(Inc), typeof(Heir)), second), "lock").Tombstones);
    }

    [Instruction("HEIR", Opcode = 0x11, Format = "plain", Since = "2.1")]
    readonly record struct Heir([Field(10, 8)] X To, [Field(13, 11)] X A) : IInstruction;

    [Fact]
    public void What_is_no_lock_is_refused_and_nothing_else_happens()
    {
        var text = IsaLock.Write(Isa(), null);
        Assert.Equal("HEAD:isa/toy/isa.lock.json: error HW3005: this is no lock that hw wrote: it has no \"version\". Take it back (git checkout -- isa/toy/isa.lock.json), or where there is none to take, delete it and `make gen`",
            Assert.Throws<IsaException>(() => LockText.Read(text.Replace("\"version\"", "\"vision\""), "HEAD:isa/toy/isa.lock.json")).Message);
        var random = new CaseRandom(3);
        var refused = 0;
        for (var n = 0; n < 400; n++)
        {
            var (at, damaged) = (random.Next(text.Length), text.ToCharArray());
            damaged[at] = (char)random.Next(32L, 126);
            try { _ = LockText.Read(random.Next(4) == 0 ? text[..at] : new(damaged), "lock"); }
            catch (IsaException e)
            {
                Assert.StartsWith("lock: error HW3005: ", e.Message);
                refused++;
            }
        }
        Assert.InRange(refused, 50, 399);
    }

    [Fact]
    public void Halves_of_two_instruction_sets_do_not_meet()
    {
        Assert.Equal("error HW3006: the chip is of the instruction set txu 0123456789abcdef, the program of txu 0.3 fedcba9876543210. Build the chip again",
            IsaMismatch.Between(("the chip", "txu", "0123456789abcdef"), ("the program", "txu 0.3", "fedcba98765432100000"), "Build the chip again"));
        Assert.Null(IsaMismatch.Between(("a", "x", "0123"), ("b", "x", "01234567"), ""));
        Assert.NotNull(IsaMismatch.Between(("a", "x", ""), ("b", "x", "01234567"), ""));
    }
}
