using System.Text;

namespace Hw.Models.Tests;

/// <summary>config.json: what it gives, and a sentence for whatever is wrong with it.</summary>
public class ConfigTests
{
    const string Good = """{"model_type":"llama","hidden_size":192,"intermediate_size":512,"num_hidden_layers":4,"num_attention_heads":6,"num_key_value_heads":2,"vocab_size":256}""";

    [Fact]
    public void The_model_s_sizes() => Assert.Equal(
        new LlamaConfig
        {
            Hidden = 192, Intermediate = 512, Layers = 4, Heads = 6, KeyValueHeads = 2, HeadSize = 32, Vocabulary = 256, Context = 256,
            RmsEpsilon = 1e-5, RopeTheta = 10000, TiedEmbeddings = false,
        }, TinyKjv.Model.Config);

    [Fact]
    public void What_is_left_out_has_Hugging_Face_s_default()
    {
        var config = Parse(Good.Replace(""","num_key_value_heads":2""", ""));
        Assert.Equal((6, 32, 2048, 1e-6, 10000, false), (config.KeyValueHeads, config.HeadSize, config.Context, config.RmsEpsilon, config.RopeTheta, config.TiedEmbeddings));
    }

    [Theory]
    [InlineData("\"llama\"", "\"gpt2\"", "model_type is \"gpt2\". Only 'llama' can be run")]
    [InlineData("\"hidden_size\":192,", "", "hidden_size is missing")]
    [InlineData("192", "\"192\"", "hidden_size is \"192\". It must be an integer")]
    [InlineData("192", "0", "hidden_size is 0")]
    [InlineData("192", "1e99", "hidden_size is 1e99")]
    [InlineData("heads\":2", "heads\":4", "6 heads cannot share 4 key/value heads")]
    [InlineData("256}", "256,\"head_dim\":33}", "head_dim is 33. Rotary")]
    [InlineData("256}", "256,\"rope_scaling\":{\"type\":\"linear\"}}", "rope_scaling is {\"type\":\"linear\"}")]
    [InlineData("256}", "256,\"rms_norm_eps\":-1}", "rms_norm_eps is -1. It must be a positive number")]
    [InlineData("256}", "256", "it is no JSON")]
    public void A_wrong_configuration_says_what_is_wrong(string from, string to, string why)
    {
        Assert.Contains(from, Good);
        var message = Assert.Throws<ModelException>(() => Parse(Good.Replace(from, to))).Message;
        Assert.StartsWith("config.json: ", message);
        Assert.Contains(why, message);
    }

    [Fact]
    public void No_bytes_make_it_fail_otherwise()
    {
        var random = new Random(4);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(Good);
            for (var n = random.Next(1, 5); n > 0; n--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try { LlamaConfig.Parse(bytes.AsMemory(0, random.Next(10) == 0 ? random.Next(bytes.Length) : bytes.Length), "fuzz"); }
            catch (ModelException) { }
        }
    }

    static LlamaConfig Parse(string json) => LlamaConfig.Parse(Encoding.UTF8.GetBytes(json), "config.json");
}
