namespace Hw.BuiltIn.Runtime;

/// <summary>What generated code calls for single numbers.</summary>
static class Numbers
{
    public static int ShiftLeft(int a, int by) => by < 32 ? a << by : 0;
    public static long ShiftLeft(long a, int by) => by < 64 ? a << by : 0;
}
