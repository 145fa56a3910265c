using System.Collections.Generic;
using System.Linq;
using Hw.Isa;

namespace Hw.Encodings;

public enum Severity { Error, Warning }

/// <summary>Something that took part in what is wrong, and where it was written.</summary>
public sealed record Party(string Name, SourcePlace Place);

/// <summary>
/// One thing that is wrong with a definition: what and where, a word that shows it where a word can, and what to write instead. <see cref="Parties"/> are the others that took part;
/// the message says their places.
/// </summary>
public sealed record Finding(string Code, Severity Severity, SourcePlace Place, string Message, string Fix = "")
{
    public IReadOnlyList<Party> Parties { get; init; } = [];
    public Word? Witness { get; init; }

    /// <summary>What the editor shows on the offending declaration: all but place and code.</summary>
    public string Words => string.Join(" ", new[] { Message }.Concat(Parties.Select(p => $"{p.Name} is at {p.Place}.")).Concat(Fix == "" ? [] : [Fix]));

    /// <summary>As compilers print it: <c>file(line): error HW1001: …</c></summary>
    public override string ToString() => $"{Place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Words}";
}
