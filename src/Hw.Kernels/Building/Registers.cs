namespace Hw.Kernels;

/// <summary>Gives operands their registers. An instruction is made twice: to see what it touches, and when the registers are known.</summary>
abstract class OperandRegisters
{
    public abstract AddressRegister this[long address] { get; }
    public abstract ShapeRegister this[Shape shape] { get; }
    public abstract ConstantRegister this[Constants constants] { get; }
}

/// <summary>Registers without end: each operand its own, with the value at hand.</summary>
sealed class Draft : OperandRegisters, IOperands
{
    public List<long> Addresses { get; } = [];
    public List<Shape> Shapes { get; } = [];
    public List<Constants> Constants { get; } = [];

    public override AddressRegister this[long address] => new(Index(Addresses, address));
    public override ShapeRegister this[Shape shape] => new(Index(Shapes, shape));
    public override ConstantRegister this[Constants constants] => new(Index(Constants, constants));
    public long Of(AddressRegister register) => Addresses[register.Index];
    public Shape Of(ShapeRegister register) => Shapes[register.Index];

    /// <summary>What dispatch would say to an instruction with these operands.</summary>
    /// <exception cref="IsaException">An operand does not fit its field.</exception>
    /// <exception cref="TrapException">It would trap.</exception>
    public void Check(IInstruction instruction, TxuMachine machine)
    {
        var isa = TxuIsa.Definition;
        isa.Encode(instruction);
        foreach (var s in Shapes) isa.Encode(new Sets(new(0), s.E0, s.E1, s.E2, s.St0, s.St1, s.St2));
        foreach (var a in Addresses) isa.Encode(new Seta(new(0), a));
        for (var i = 0; i < Addresses.Count; i++) machine.Addresses[i].Base = Addresses[i];
        Shapes.CopyTo(machine.Shapes);
        Constants.CopyTo(machine.Constants);
        ((ITxuInstruction)instruction).Check(machine);
    }

    static int Index<T>(List<T> values, T value)
    {
        values.Add(value);
        return values.Count - 1;
    }
}

/// <summary>
/// Which value each register of a file holds, so that a value already there is not set again. The program is known to its end: the value that is wanted again last
/// makes room (Belady, 1966).
/// </summary>
sealed class RegisterFile<T>(int count) where T : struct, IEquatable<T>
{
    readonly T?[] held = new T?[count];
    readonly Dictionary<T, Queue<int>> uses = [];

    /// <summary>Says beforehand that instruction <paramref name="at"/> uses a value.</summary>
    public void Expect(T value, int at)
    {
        if (!uses.TryGetValue(value, out var when)) uses[value] = when = new();
        when.Enqueue(at);
    }

    /// <returns>The register of a value for instruction <paramref name="at"/>; <paramref name="set"/> when it has to be set first.</returns>
    public int Find(T value, int at, out bool set)
    {
        var register = Array.FindIndex(held, h => h is { } v && v.Equals(value));
        set = register < 0;
        if (!set) return register;
        var latest = -1;
        for (var i = 0; i < count; i++)
            if (Next(held[i], at) is var next && next > latest) (register, latest) = (i, next);
        held[register] = value;
        return register;
    }

    int Next(T? value, int at)
    {
        if (value is not { } v) return int.MaxValue;
        var when = uses[v];
        while (when.TryPeek(out var use) && use < at) when.Dequeue();
        return when.TryPeek(out var next) ? next : int.MaxValue - 1;
    }
}
