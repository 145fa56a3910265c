namespace Hw.Txu.Matrix;

/// <summary>The accumulator rows in the pipeline, by their age: which is read and which is written now, and whether one may enter whose earlier value is still under way.</summary>
public sealed class RowsInFlight : Module
{
    const int Read = MatrixUnit.ReadLatency, Written = MatrixUnit.WriteLatency;

    public In Candidate { get; } = Input(AccRow);
    public In Enters { get; } = Input(Bit);
    /// <summary>the row would be read before it is written</summary>
    public Out Conflict { get; } = Output(Bit);
    public Out Reads { get; } = Output(Bit);
    public Out ReadRow { get; } = Output(AccRow);
    public Out Writes { get; } = Output(Bit);
    public Out WriteRow { get; } = Output(AccRow);

    readonly Reg[] valid = [.. Enumerable.Range(1, Written).Select(age => Register(Bit, reset: 0, name: $"valid_{age}"))];
    readonly Reg[] row = [.. Enumerable.Range(1, Written).Select(age => Register(AccRow, name: $"row_{age}"))];

    protected override void Build()
    {
        (valid[0].Next, row[0].Next) = (Enters, Candidate);
        for (var age = 1; age < Written; age++) (valid[age].Next, row[age].Next) = (valid[age - 1], row[age - 1]);
        // what is written in one cycle can be read in the next, and this row would be read so many cycles from now
        Conflict.Drive(Any([.. Enumerable.Range(0, Written - Read).Select(i => valid[i] & (row[i] == Candidate))]));
        Reads.Drive(valid[Read - 1]);
        ReadRow.Drive(row[Read - 1]);
        Writes.Drive(valid[Written - 1]);
        WriteRow.Drive(row[Written - 1]);
    }
}
