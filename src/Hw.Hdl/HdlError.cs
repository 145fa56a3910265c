namespace Hw.Hdl;

/// <summary>One broken rule of a hardware text: where (instance path and C# line), what, the other party if there is one, and the remedy.</summary>
public sealed record HdlError(string Code, string Path, Origin Origin, string Problem, string Fix, Origin? Other = null)
{
    public override string ToString()
    {
        var other = Other is { IsKnown: true } o ? $" (other end: {o})" : "";
        return $"{Origin}: error {Code}: {Path}: {Problem}{other}{(Fix.Length > 0 ? $"\n    {Fix}" : "")}";
    }
}

/// <summary>Everything that is wrong with a design, all of it at once.</summary>
public sealed class HdlException(IReadOnlyList<HdlError> errors) : Exception(string.Join('\n', errors))
{
    public IReadOnlyList<HdlError> Errors { get; } = errors;
}
