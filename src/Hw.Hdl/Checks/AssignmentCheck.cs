namespace Hw.Hdl;

/// <summary>
/// A register is assigned in one statement of a list: one assignment, or one chain of When … ElseWhen … Otherwise, whose order
/// is its priority. Two statements would make the later win in silence: HW0102.
/// </summary>
static class AssignmentCheck
{
    public static void Run(Body body) => Run(body, body.Statements);

    static void Run(Body body, List<Statement> list)
    {
        var assigned = new Dictionary<Reg, Origin>();
        foreach (var statement in list)
        {
            foreach (var register in statement.Targets())
                if (!assigned.TryAdd(register, statement.Origin))
                    body.Report("HW0102", statement.Origin, $"`{register.Name}` is assigned by two statements, so the later would win in silence",
                        "join them into one chain with ElseWhen or Otherwise; its order is the priority", assigned[register]);
            if (statement is Choice choice)
                foreach (var branch in choice.Branches) Run(body, branch.Statements);
        }
    }
}
