namespace Hw.NumberCheck.Manual;

/// <summary>A page or picture of the number manual. Path is relative to the manual's folder; Owner is the C# type to edit instead.</summary>
public sealed record ManualPage(string Path, string Text, string Owner);
