namespace Hw.Isa;

/// <summary>Identifiers of another language, each given once: of two things whose names come out alike the later one gets a number.</summary>
sealed class Names(IReadOnlySet<string> reserved)
{
    readonly Dictionary<(string Scope, object Thing), string> given = [];
    readonly HashSet<(string Scope, string Name)> taken = [];

    /// <param name="scope">Within it names differ.</param>
    /// <param name="thing">Asked for again, it has the same name.</param>
    public string Of(string scope, object thing, string wanted)
    {
        if (given.TryGetValue((scope, thing), out var name)) return name;
        name = reserved.Contains(wanted) ? wanted + "_" : wanted;
        for (var n = 2; !taken.Add((scope, name)); n++) name = $"{wanted}_{n}";
        return given[(scope, thing)] = name;
    }

    public static readonly IReadOnlySet<string> OfC = Words("""
        alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl const constexpr const_cast continue decltype default delete do double dynamic_cast else enum explicit export
        extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register reinterpret_cast restrict return short
        signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename typeof union unsigned using virtual void volatile wchar_t while xor xor_eq
        word linux unix errno assert NULL
        """);

    public static readonly IReadOnlySet<string> OfPython = Words("""
        False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try type while with yield
        name value mro self int wait signal
        """);

    static HashSet<string> Words(string text) => [.. text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
