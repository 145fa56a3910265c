using System.Diagnostics;

namespace Hw.Hdl;

/// <summary>The C# line something was written on. Cheap where the compiler can supply it; where it cannot (a property setter)
/// it is looked up on the stack, but only in the second elaboration that follows an error.</summary>
public readonly record struct Origin(string File, int Line)
{
    [ThreadStatic] internal static bool CaptureStacks;

    public static readonly Origin Unknown = new("", 0);
    public bool IsKnown => Line > 0;

    /// <summary>The path from the project's folder on, the same on every machine: Hw.Txu/Matrix/DotLane.cs.</summary>
    public string ShortFile
    {
        get
        {
            var parts = File.Replace('\\', '/').Split('/');
            var root = Array.FindLastIndex(parts, p => p is "src" or "isa" or "tests" or "testbenches");
            return string.Join('/', parts[(root + 1)..]);
        }
    }

    public override string ToString() => IsKnown ? $"{ShortFile}({Line})" : "(place unknown)";

    /// <summary>The innermost frame outside this framework, when places are being captured.</summary>
    internal static Origin Here() => CaptureStacks ? UserFrame(new StackTrace(true)) : Unknown;

    internal static Origin UserFrame(StackTrace trace)
    {
        foreach (var frame in trace.GetFrames())
        {
            var assembly = frame.GetMethod()?.DeclaringType?.Assembly;
            if (frame.GetFileLineNumber() > 0 && assembly != typeof(Origin).Assembly && assembly != typeof(Signal).Assembly)
                return new(frame.GetFileName() ?? "", frame.GetFileLineNumber());
        }
        return Unknown;
    }
}
