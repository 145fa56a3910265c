using System.Security.Cryptography;
using System.Text;
using Hw.Isa.Txu;

namespace Hw.Isa.Tests;

/// <summary>The program file: what is written comes back; what is damaged, foreign or from later is refused in words.</summary>
public class ProgramImageTests
{
    const int Sum = 16, Checked = 48;
    static readonly IsaDefinition isa = Toy.Isa;
    static readonly IsaProgram program = Assembler.Assemble(isa, ".equ N, -(1 << 100)\nstart: jal ra, start\nstop\nend:\n.data 0x100\nd: .byte 1, 2, 3\n.data 0x1000\n.quad end", "a.s");

    static string Refused(byte[] image) => Assert.Throws<IsaException>(() => ProgramImage.Read(isa, image, "p.hwp")).Message;

    /// <summary>The image with a right check sum.</summary>
    static byte[] Summed(byte[] image)
    {
        if (image.Length >= Checked) SHA256.HashData(image.AsSpan(Checked)).CopyTo(image.AsSpan(Sum));
        return image;
    }

    static byte[] Changed(Action<byte[]> change)
    {
        var image = ProgramImage.Write(program);
        change(image);
        return Summed(image);
    }

    static int At(byte[] image, string text) => image.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text));

    [Fact]
    public void Programs_come_back_whole()
    {
        var random = new Random(3);
        foreach (var set in (IsaDefinition[])[isa, TxuIsa.Definition])
            for (var n = 0; n < 200; n++)
            {
                var p = n == 0 && set == isa ? program : DisassemblyTests.Random(set, random);
                var image = ProgramImage.Write(p);
                Assert.True(ProgramImage.Is(image));
                var again = ProgramImage.Read(set, image, "p.hwp");
                DisassemblyTests.Same(p, again, symbols: true);
                Assert.Equal(p.Data.Select(d => d.Address), again.Data.Select(d => d.Address));
                Assert.Equal(Enumerable.Range(0, p.Count).Select(p.PlaceOf), Enumerable.Range(0, p.Count).Select(again.PlaceOf));
                Assert.Equal(image, ProgramImage.Write(again));
            }
    }

    [Fact]
    public void A_program_of_another_set_is_refused_with_both_hashes()
    {
        var hash = Refused(Changed(i => i[Checked] ^= 1));
        Assert.Contains("HW3006", hash);
        Assert.Contains(isa.Hash[..16], hash);
        Assert.Contains((byte.Parse(isa.Hash[..2], System.Globalization.NumberStyles.HexNumber) ^ 1).ToString("x2") + isa.Hash[2..16], hash);
        Assert.Contains("ssemble it again", hash);
        Assert.Contains("say --isa toy", Assert.Throws<IsaException>(() => ProgramImage.Read(TxuIsa.Definition, ProgramImage.Write(program), "p.hwp")).Message);
    }

    [Fact]
    public void Sections_from_later_are_skipped_unless_they_are_needed()
    {
        DisassemblyTests.Same(program, ProgramImage.Read(isa, Changed(i => "NOTE"u8.CopyTo(i.AsSpan(At(i, "SYMB"))))), symbols: false);
        Assert.Contains("a section 'NOTE' that this hw does not know", Refused(Changed(i => { "NOTE"u8.CopyTo(i.AsSpan(At(i, "SYMB"))); i[At(i, "NOTE") + 4] = 1; })));
        Assert.Contains("format 2, and this hw reads format 1", Refused(Changed(i => i[8] = 2)));
    }

    [Theory]
    [InlineData("CODE", "it has no code")]
    [InlineData("DATA", "", 4)]
    public void Parts_that_are_missing_are_missed(string kind, string why, int flag = 4) =>
        Assert.Contains(why == "" ? "does not know" : why, Refused(Changed(i => { i[At(i, kind) + flag] = why == "" ? (byte)1 : (byte)0; "XXXX"u8.CopyTo(i.AsSpan(At(i, kind))); })));

    [Fact]
    public void Damage_is_found()
    {
        var image = ProgramImage.Write(program);
        foreach (var at in Enumerable.Range(Sum, image.Length - Sum))
        {
            var damaged = (byte[])image.Clone();
            damaged[at] ^= 0x10;
            Assert.Contains("its check sum is wrong", Refused(damaged));
        }
        for (var length = 0; length < image.Length; length++) Assert.Contains("p.hwp", Refused(image[..length]));
        Assert.Contains("lies outside it", Refused(Changed(i => i[At(i, "CODE") + 15] = 0x7f)));
        Assert.Contains("no whole number of words", Refused(Changed(i => i[At(i, "CODE") + 16] = 7)));
        Assert.Contains("two sections CODE", Refused(Changed(i => "CODE"u8.CopyTo(i.AsSpan(At(i, "LINE"))))));
        Assert.Contains("a symbol in it cannot be", Refused(Changed(i => i[At(i, "start") + 1] = (byte)' ')));
    }

    /// <summary>With the check sum put right, so that what lies behind it is reached.</summary>
    [Fact]
    public void Any_damage_is_a_program_or_a_refusal() => Fuzz.For(TimeSpan.FromSeconds(1), 4, random =>
    {
        var image = Fuzz.Mutated(ProgramImage.Write(random.Next(2) == 0 ? program : DisassemblyTests.Random(isa, random)), random);
        try { Assembler.Assemble(isa, ProgramImage.Read(isa, Summed(image), "p.hwp").Disassemble()); }
        catch (IsaException) { }
    });
}
