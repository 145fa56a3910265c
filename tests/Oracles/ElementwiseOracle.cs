using System.Reflection;
using static Hw.Oracles.FastFloatOracle;

namespace Hw.Oracles;

/// <summary>The elementwise instructions, a method for each under its mnemonic: FP32 patterns in and out, of one row or of two.</summary>
public static class ElementwiseOracle
{
    const uint Sign = 0x80000000;

    /// <summary>The method of a mnemonic, which for one row does not look at b; null where nobody has written it.</summary>
    public static Func<uint, uint, uint>? Of(string mnemonic) => typeof(ElementwiseOracle).GetMethod(mnemonic, BindingFlags.Static | BindingFlags.Public) switch
    {
        null => null,
        var m when m.GetParameters().Length == 1 => m.CreateDelegate<Func<uint, uint>>() is var one ? (a, _) => one(a) : null,
        var m => m.CreateDelegate<Func<uint, uint, uint>>(),
    };

    public static uint VRELU(uint a) => Maximum(a, 0);

    public static uint VCLIP(uint a, uint b) => Minimum(Maximum(a, b | Sign), b & ~Sign);
}
