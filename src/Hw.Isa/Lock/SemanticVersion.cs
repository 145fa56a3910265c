using System.Globalization;

namespace Hw.Isa;

/// <summary>How much a change asks of the version.</summary>
public enum Change { None, Patch, Minor, Breaking }

/// <summary>Semantic Versioning 2.0.0, numbers only. Before 1.0 (its §4) nothing is promised, so the places move down by one: what breaks raises the minor number, what adds the patch number.</summary>
public readonly record struct SemanticVersion(int Major, int Minor, int Patch) : IComparable<SemanticVersion>
{
    /// <summary>"1.2.3", or "1.2" for 1.2.0.</summary>
    /// <exception cref="IsaException">It is neither.</exception>
    public static SemanticVersion Parse(string text)
    {
        var numbers = text.Split('.').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
        return numbers is { Length: 2 or 3 } && numbers.All(n => n >= 0) ? new(numbers[0], numbers[1], numbers.Length > 2 ? numbers[2] : 0)
            : throw new IsaException($"`{text}` is no version: write major.minor or major.minor.patch, such as 0.3");
    }

    /// <summary>The least version that may follow with such a change.</summary>
    public SemanticVersion After(Change change) => change switch
    {
        Change.None => this,
        Change.Breaking when Major > 0 => new(Major + 1, 0, 0),
        Change.Breaking => new(0, Minor + 1, 0),
        Change.Minor when Major > 0 => new(Major, Minor + 1, 0),
        _ => this with { Patch = Patch + 1 },
    };

    public int CompareTo(SemanticVersion o) => (Major, Minor, Patch).CompareTo((o.Major, o.Minor, o.Patch));
    public static bool operator <(SemanticVersion a, SemanticVersion b) => a.CompareTo(b) < 0;
    public static bool operator >(SemanticVersion a, SemanticVersion b) => a.CompareTo(b) > 0;
    public static bool operator <=(SemanticVersion a, SemanticVersion b) => a.CompareTo(b) <= 0;
    public static bool operator >=(SemanticVersion a, SemanticVersion b) => a.CompareTo(b) >= 0;

    public override string ToString() => Patch == 0 ? $"{Major}.{Minor}" : $"{Major}.{Minor}.{Patch}";
}
