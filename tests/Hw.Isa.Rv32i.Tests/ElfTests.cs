using System.Buffers.Binary;

namespace Hw.Isa.Rv32i.Tests;

/// <summary>The ELF reader reads what the linker wrote, and of a damaged file says what is wrong; it never fails otherwise.</summary>
public class ElfTests
{
    static readonly Lazy<byte[]> small = new(() =>
    {
        var (source, unit, file) = (Tools.Scratch("small.s"), Tools.Scratch("small.o"), Tools.Scratch("small.elf"));
        File.WriteAllText(source, ".globl _start\n_start: la a0, value\nlw a0, 0(a0)\nli a7, 93\necall\n.data\nvalue: .word 42\n.bss\n.globl room\nroom: .zero 64\n");
        Tools.Run(Tools.Cross + "as", "-march=rv32i", "-mabi=ilp32", "-o", unit, source);
        Tools.Run(Tools.Cross + "ld", "-m", "elf32lriscv", "-Ttext", "0x400", "-Tdata", "0x800", "-o", file, unit);
        return File.ReadAllBytes(file);
    });

    [Fact]
    public void ReadsWhatTheLinkerWrote()
    {
        var file = Elf32.Read(small.Value, "small.elf");
        Assert.Equal((243, 0x400u), (file.Processor, file.Entry));
        Assert.Equal(0x400u, file.Symbols["_start"]);
        Assert.Equal((0x800u, 68u), (file.Segments[^1].Address, file.Segments[^1].Size));
        var machine = new Rv32Machine(4096);
        machine.Bytes.Fill(0xFF);
        var (program, entry) = machine.Load(file);
        Assert.Equal(42, Golden.GoldenEngine.Run(machine, program, entry: entry).HaltCode);
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32LittleEndian(machine.Bytes[(int)file.Symbols["room"]..]));
    }

    [Theory]
    [InlineData(0, 0x7E, "is no ELF file")]
    [InlineData(4, 2, "-march=rv32i")]
    [InlineData(16, 1, "link it")]
    [InlineData(18, 62, "is for processor 62")]
    [InlineData(29, 0xFF, "cut off or damaged")]
    [InlineData(26, 0x7F, "where it has no instruction")]
    [InlineData(24, 0x02, "stand at multiples of 4")]
    public void ADamagedFileIsRefusedWithItsReason(int at, byte value, string reason)
    {
        var bytes = (byte[])small.Value.Clone();
        bytes[at] = value;
        Assert.Contains(reason, Assert.Throws<IsaException>(() => Load(bytes, 4096)).Message);
    }

    [Fact]
    public void AMachineThatIsTooSmallIsNamed() => Assert.Contains("memory ends at 0x00000600", Assert.Throws<IsaException>(() => Load(small.Value, 0x600)).Message);

    [Fact]
    public void NoDamageDoesMoreThanRefuse()
    {
        var (random, refused, tries) = (new Random(3), 0, 4_000);
        for (var i = 0; i < tries; i++)
        {
            var bytes = small.Value.AsSpan(0, i % 2 == 0 ? small.Value.Length : random.Next(small.Value.Length)).ToArray();
            for (var n = random.Next(4); n >= 0 && bytes.Length > 0; n--) bytes[random.Next(2) == 0 ? random.Next(Math.Min(bytes.Length, 200)) : random.Next(bytes.Length)] = (byte)random.Next(256);
            try { Load(bytes, 4096); }
            catch (IsaException) { refused++; }
        }
        Assert.InRange(refused, tries / 10, tries - 1);
    }

    static void Load(byte[] bytes, int memoryBytes) => new Rv32Machine(memoryBytes).Load(Elf32.Read(bytes, "small.elf"));
}
