namespace Hw.Hdl;

/// <summary>What happens at a clock edge, as written: assignments and choices between lists of them.</summary>
abstract record Statement(Origin Origin);
sealed record Assignment(Reg Target, Signal Value, Origin Origin) : Statement(Origin);
sealed record Choice(List<Branch> Branches, Origin Origin) : Statement(Origin)
{
    /// <summary>What the block is for, where its text does not say it.</summary>
    public string? Note { get; init; }
}
/// <param name="Condition">Null for Otherwise.</param>
sealed record Branch(Signal? Condition, List<Statement> Statements);

/// <summary>A chain of alternatives: the first branch whose condition is 1 applies.</summary>
public sealed class WhenChain
{
    readonly Choice choice;
    internal WhenChain(Signal condition, Action body, Origin origin)
    {
        choice = new([], origin);
        Body.Current.Add(choice);
        Branch(condition, body);
    }

    public WhenChain ElseWhen(Signal condition, Action body)
    {
        Branch(condition, body);
        return this;
    }

    public void Otherwise(Action body) => Branch(null, body);

    void Branch(Signal? condition, Action body)
    {
        var branch = new Branch(condition?.AsCondition("When"), []);
        choice.Branches.Add(branch);
        Body.Current.Within(branch.Statements, body);
    }
}
