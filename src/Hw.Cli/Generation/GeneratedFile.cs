namespace Hw.Cli.Generation;

/// <summary>A file of the tree that is made, not written. Path is relative to the checkout; Owner is the C# type to edit instead.</summary>
sealed record GeneratedFile(string Path, string Text, string Owner);
