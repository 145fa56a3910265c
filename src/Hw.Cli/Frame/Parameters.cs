using System.CommandLine;
using System.Globalization;
using Hw.Isa;

namespace Hw.Cli;

/// <summary>Options that several verbs take, and how their values are read: a wrong one is answered with the nearest right one.</summary>
static class Parameters
{
    public static readonly IReadOnlyList<int> Configurations = [4, 8, 32];

    public static Option<int> Lanes(int otherwise = 32) => Configured(otherwise, new("--lanes") { Description = $"C, the chip's lanes: {string.Join(", ", Configurations)}", HelpName = "C" });

    static Option<int> Configured(int otherwise, Option<int> lanes)
    {
        lanes.DefaultValueFactory = _ => otherwise;
        lanes.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var c) && Configurations.Contains(c)))
                result.AddError($"there is no configuration C={token.Value}; there are {string.Join(", ", Configurations)}{(int.TryParse(token.Value, out c) ? $", the nearest is {Configurations.MinBy(k => Math.Abs((long)k - c))}" : "")}");
        });
        return lanes;
    }

    /// <summary>An option of a few names.</summary>
    public static Option<string> Choice(string option, string what, params string[] names)
    {
        var choice = new Option<string>(option) { Description = $"{what}: {string.Join(", ", names)}", DefaultValueFactory = _ => names[0], HelpName = string.Join('|', names) };
        choice.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !names.Contains(token.Value, StringComparer.OrdinalIgnoreCase))
                result.AddError($"{option} {token.Value}: there are {string.Join(", ", names)}.{Nearest.Hint(token.Value, names)}");
        });
        return choice;
    }

    /// <summary>A number in decimal or, after 0x, hexadecimal; underscores separate digits.</summary>
    public static long Number(string text, string of)
    {
        var digits = text.Replace("_", "");
        var hex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(hex ? digits[2..] : digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 0
            ? value : throw new UsageException($"{of}: '{text}' is no number; write 4096 or 0x1000");
    }
}
