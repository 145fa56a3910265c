namespace Hw.Hdl;

/// <summary>
/// A register: takes <see cref="Next"/> at the rising clock edge, holds its value where no assignment applies. With a reset
/// value it is set while <c>reset</c> is high (synchronous, active high, stronger than any assignment); without one its
/// content after power-up is unknown.
/// </summary>
public sealed class Reg : Wire
{
    internal Reg(string name, Shape shape, BigInteger? reset, Origin origin) : base(name, shape, origin)
    {
        ResetValue = reset;
        Owner.Add(this);
    }

    public BigInteger? ResetValue { get; }
    /// <summary>The state the reset value stands for.</summary>
    internal StateName? ResetState { get; init; }

    /// <summary>The value after the next edge, under the <c>When</c> it stands in. A register is assigned in one place: one
    /// statement, or one chain of When … ElseWhen … Otherwise.</summary>
    public Signal Next { set => Body.Current.Assign(this, value, Origin.Here()); }

    public override Signal Value => Body.Current.Read(this);
}

/// <summary>A state register over the members of an enumeration; the Verilog shows their names.</summary>
public sealed class StateReg<TState> where TState : struct, Enum
{
    static readonly TState[] States = Enum.GetValues<TState>();
    readonly Reg register;

    internal StateReg(string name, TState reset, Origin origin)
    {
        var top = States.Max(s => Convert.ToInt32(s));
        register = new(name, new Interval(0, Math.Max(1, top)), Convert.ToInt32(reset), origin) { ResetState = new(typeof(TState), $"{reset}") };
    }

    /// <summary>Whether this is the state now.</summary>
    public Signal Is(TState state) => register == Constant(state);

    /// <summary>The state after the next edge.</summary>
    public TState Next { set => Body.Current.Assign(register, Constant(value), Origin.Here()); }

    public Signal Value => register.Value;

    static Signal Constant(TState state) => Signal.Constant(Convert.ToInt32(state), new StateName(typeof(TState), $"{state}"));
}

/// <summary>The label of a state's constant.</summary>
sealed record StateName(Type Enumeration, string Member);
