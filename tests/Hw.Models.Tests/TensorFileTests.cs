using System.Buffers.Binary;
using System.Text;
using Hw.Isa;

namespace Hw.Models.Tests;

/// <summary>Tensors as they lie in .npy and .safetensors; and that no bytes do anything but give one or be refused.</summary>
public class TensorFileTests
{
    static byte[] Npy(string header, byte[] data, byte major = 1)
    {
        var head = Encoding.Latin1.GetBytes(header + "\n");
        byte[] length = major == 1 ? [(byte)head.Length, (byte)(head.Length >> 8)] : [.. BitConverter.GetBytes(head.Length)];
        return [0x93, .. "NUMPY"u8, major, 0, .. length, .. head, .. data];
    }

    static string Header(string type = "<f4", string order = "False", string shape = "(2, 3)") => $"{{'descr': '{type}', 'fortran_order': {order}, 'shape': {shape}, }}";
    static byte[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];
    static Tensor Read(byte[] file, long most = 1000) => NpyFile.Read(new MemoryStream(file), "t.npy", most);

    [Theory]
    [InlineData("<f4", "F32", 4)]
    [InlineData("<f8", "F64", 8)]
    [InlineData("<f2", "F16", 2)]
    [InlineData("|i1", "I8", 1)]
    [InlineData("|u1", "U8", 1)]
    [InlineData("|b1", "BOOL", 1)]
    [InlineData("<i2", "I16", 2)]
    [InlineData("<u4", "U32", 4)]
    [InlineData("<i8", "I64", 8)]
    public void Npy_is_read_as_it_lies(string type, string name, int bytes)
    {
        foreach (byte major in (byte[])[1, 2, 3])
        {
            var tensor = Read(Npy(Header(type), Numbers(6 * bytes), major));
            Assert.Equal((name, "2,3"), (tensor.Numeral.Type, string.Join(',', tensor.Shape)));
            Assert.Equal(Numbers(6 * bytes), tensor.Bytes.ToArray());
        }
        Assert.Empty(Read(Npy(Header(type, shape: "()"), Numbers(bytes))).Shape);
        Assert.Equal([6], Read(Npy($"{{ 'shape':(6,),'fortran_order':False ,'descr':'{type}'}}   ", Numbers(6 * bytes))).Shape);
        Assert.Equal(0, Read(Npy(Header(type, shape: "(0, 7)"), [])).Bytes.Length);
    }

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "empty", [], "it ends in its head" },
        { "other", Encoding.ASCII.GetBytes("this is no numpy file"), "does not begin as a .npy file" },
        { "version", Npy(Header(), Numbers(24), 4), "version 4.0" },
        { "big-endian", Npy(Header(">f4"), Numbers(24)), "its numbers are '>f4'. Save it as one of <f8, <f4" },
        { "Fortran", Npy(Header(order: "True"), Numbers(24)), "numpy.ascontiguousarray" },
        { "short", Npy(Header(), Numbers(23)), "needs 24 bytes, and it has 23" },
        { "long", Npy(Header(), Numbers(25)), "needs 24 bytes, and it has 25" },
        { "huge", Npy(Header(shape: "(2147483647, 2147483647, 2147483647)"), []), "At most 1,000 can be placed" },
        { "negative", Npy(Header(shape: "(-1, 3)"), []), "its shape is (-1, 3)" },
        { "no shape", Npy("{'descr': '<f4', 'fortran_order': False}", []), "lacks descr, fortran_order or shape" },
        { "no dictionary", Npy("[1, 2]", []), "is no dictionary" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_npy_is_refused_in_words(string what, byte[] file, string why)
    {
        var message = Assert.Throws<ModelException>(() => Read(file)).Message;
        Assert.True(message.StartsWith("t.npy: ", StringComparison.Ordinal) && message.Contains(why), $"{what}: {message}");
    }

    [Fact]
    public void Safetensors_are_read_as_they_lie()
    {
        using var file = SafeTensors.Read(new MemoryStream(Safe("""{"q":{"dtype":"I16","shape":[2,2],"data_offsets":[2,10]},"e":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]},"c":{"dtype":"C64","shape":[1],"data_offsets":[2,10]}}""", Numbers(10))), "m.safetensors");
        var tensor = file.Tensor("q", 100);
        Assert.Equal(("I16", "2,2"), (tensor.Numeral.Type, string.Join(',', tensor.Shape)));
        Assert.Equal(Numbers(10)[2..], tensor.Bytes.ToArray());
        Assert.Equal(Numeral.E4M3, file.Tensor("e", 100).Numeral);
        Refused("k", 100, "there is no tensor 'k'");
        Refused("q", 7, "At most 7 can be placed");
        Refused("c", 100, "'c' is C64. Convert it to one of F64, F32");
        void Refused(string name, long most, string why) => Assert.Contains(why, Assert.Throws<ModelException>(() => file.Tensor(name, most)).Message);
    }

    static byte[] Safe(string header, byte[] data)
    {
        var head = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, head.Length);
        return [.. length, .. head, .. data];
    }

    [Fact]
    public void Damaged_files_give_a_tensor_or_a_refusal()
    {
        var npy = Npy(Header(), Numbers(24));
        var safe = Safe("""{"q":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}""", Numbers(16));
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var file = (byte[])(seed % 2 == 0 ? npy : safe).Clone();
            for (var n = random.Next(1, 5); n > 0; n--) file[random.Next(file.Length)] = (byte)(random.Next(3) == 0 ? random.Next(256) : "0123456789(),[]'\"{}:<>|fiu "[random.Next(27)]);
            if (random.Next(5) == 0) file = file[..random.Next(file.Length)];
            try
            {
                if (seed % 2 == 0) Assert.InRange(Read(file).Bytes.Length, 0, 1000);
                else
                {
                    using var tensors = SafeTensors.Read(new MemoryStream(file), "m");
                    foreach (var entry in tensors.Entries) Assert.InRange(tensors.Tensor(entry.Name, 1000).Bytes.Length, 0, 1000);
                }
            }
            catch (ModelException) { }
        }
    }
}
