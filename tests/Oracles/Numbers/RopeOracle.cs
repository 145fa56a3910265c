using static Hw.Oracles.FloatOracle;

namespace Hw.Oracles;

/// <summary>A pair turned by an angle: four products and two sums, each rounded.</summary>
public static class RopeOracle
{
    public static (uint Y0, uint Y1) Rope(uint x0, uint x1, uint cos, uint sin) =>
        (Sub(Mul(x0, cos), Mul(x1, sin)), Add(Mul(x0, sin), Mul(x1, cos)));
}
