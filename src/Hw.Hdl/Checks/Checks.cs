namespace Hw.Hdl;

/// <summary>The rules of a finished text, one named phase each, run over the whole hierarchy; all findings are reported together.</summary>
static class Checks
{
    public static void Run(Body top, List<HdlError> errors)
    {
        Body.Collected = errors;
        var templates = top.SelfAndDescendants().ToList();
        foreach (var body in templates)
        {
            NameCheck.Run(body);
            AssignmentCheck.Run(body);
            UndrivenCheck.Run(body);
            UnreadCheck.Run(body);
            LaneCheck.Run(body);
        }
        if (errors.Count == 0) LoopCheck.Run(top);
        if (errors.Count == 0) foreach (var body in templates) UnreadBitsCheck.Run(body);
    }
}
