using System.Buffers.Binary;
using System.Text;

namespace Hw.Models.Tests;

/// <summary>The safetensors reader: values, and a sentence for every way a file can be wrong; no bytes make it fail otherwise.</summary>
public class SafeTensorsTests
{
    const string Good = """{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[24,28]},"__metadata__":{"format":"pt"}}""";

    [Fact]
    public void F32_and_BF16_are_read_as_written()
    {
        float[] a = [1, -2.5f, 3e-20f, 0, float.MaxValue, -0f], b = [1.5f, -3];
        using var file = Open(Good, [.. a.SelectMany(BitConverter.GetBytes), .. b.SelectMany(v => BitConverter.GetBytes(v)[2..])]);
        Assert.Equal(["a", "b"], file.Entries.Select(e => e.Name).Order());
        Assert.Equal(a, file.Floats("a", 2, 3));
        Assert.Equal(b, file.Floats("b", 2));
    }

    [Fact]
    public void The_model_s_tensors_are_all_there()
    {
        using var file = SafeTensors.Open(Path.Combine(TinyKjv.Folder, "model.safetensors"));
        Assert.Equal(3 + 9 * TinyKjv.Model.Config.Layers, file.Entries.Count);
        Assert.Equal(1_672_896, file.Entries.Sum(e => e.Bytes) / 4);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,32]}}""", "tensor 'a' lies at 0 … 32 of 28 bytes of data. Copy the file again")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[24,0]}}""", "lies at 24 … 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,4],"data_offsets":[0,24]}}""", "F32 [2, 4], needs 32 bytes and has 24")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647,2147483647,2147483647],"data_offsets":[0,24]}}""", "and has 24")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,3]}}""", "lacks a dtype, a shape or two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,-3],"data_offsets":[0,24]}}""", "lacks a dtype, a shape or two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,24]}}""", "lacks a dtype, a shape or two data_offsets")]
    [InlineData("""{"a":7}""", "lacks a dtype")]
    [InlineData("""{"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]},"a":{"dtype":"F32","shape":[6],"data_offsets":[0,24]}}""", "tensor 'a' is there twice")]
    [InlineData("[]", "the header is no JSON object")]
    [InlineData("{", "the header is no JSON:")]
    public void A_wrong_header_says_what_is_wrong(string header, string why) =>
        Assert.Contains(why, Assert.Throws<ModelException>(() => Open(header, new byte[28])).Message);

    [Fact]
    public void A_tensor_that_does_not_fit_says_why()
    {
        var header = """{"model.norm.weight":{"dtype":"F32","shape":[6],"data_offsets":[0,24]},"h":{"dtype":"F16","shape":[2],"data_offsets":[24,28]}}""";
        using var file = Open(header, [.. BitConverter.GetBytes(float.NaN), .. new byte[24]]);
        Says("there is no tensor 'model.norm.wieght', the nearest is 'model.norm.weight'", "model.norm.wieght", 6);
        Says("tensor 'model.norm.weight' has shape [6], the configuration asks for [3, 2]", "model.norm.weight", 3, 2);
        Says("tensor 'h' is F16. Convert it to F32 or BF16", "h", 2);
        Says("tensor 'model.norm.weight' is NaN at element 0", "model.norm.weight", 6);

        void Says(string why, string name, params int[] shape)
        {
            var message = Assert.Throws<ModelException>(() => file.Floats(name, shape)).Message;
            Assert.StartsWith("test.safetensors: ", message);
            Assert.Contains(why, message);
        }
    }

    [Fact]
    public void A_missing_file_and_one_cut_short_say_so()
    {
        Assert.Contains("there is no such file", Assert.Throws<ModelException>(() => SafeTensors.Open(Path.Combine(TinyKjv.Folder, "none.safetensors"))).Message);
        Assert.Contains("there is no such file", Assert.Throws<ModelException>(() => LlamaModel.Load(Path.Combine(TinyKjv.Folder, "none"))).Message);
        var whole = Bytes(Good, new byte[28]);
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<ModelException>(() => SafeTensors.Read(new MemoryStream(whole[..length]), "cut"));
        Assert.Contains("the header is said to have 18,446,744,073,709,551,615 bytes", Assert.Throws<ModelException>(() => SafeTensors.Read(new MemoryStream([.. Enumerable.Repeat((byte)255, 64)]), "ff")).Message);
    }

    [Fact]
    public void No_bytes_make_it_fail_otherwise()
    {
        var (random, whole, read) = (new Random(3), Bytes(Good, new byte[28]), 0);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = whole.ToArray();
            for (var n = random.Next(1, 4); n > 0; n--)
                if (random.Next(4) == 0) bytes = [.. bytes[..random.Next(bytes.Length + 1)], .. bytes[random.Next(bytes.Length + 1)..]];
                else if (bytes.Length > 0) bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => (byte)"{}[]\",:0129-.eE"[random.Next(15)], _ => (byte)(bytes[random.Next(bytes.Length)] ^ 1 << random.Next(8)) };
            try
            {
                using var file = SafeTensors.Read(new MemoryStream(bytes), "fuzz");
                foreach (var e in file.Entries) file.Floats(e.Name, [.. e.Shape]);
                read++;
            }
            catch (ModelException) { }
        }
        Assert.InRange(read, 100, 19_000);          // some mutants are harmless; most are not
    }

    static SafeTensors Open(string header, byte[] data) => SafeTensors.Read(new MemoryStream(Bytes(header, data)), "test.safetensors");

    static byte[] Bytes(string header, byte[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, Encoding.UTF8.GetByteCount(header));
        return [.. length, .. Encoding.UTF8.GetBytes(header), .. data];
    }
}
