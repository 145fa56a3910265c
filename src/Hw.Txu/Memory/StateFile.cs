namespace Hw.Txu.Memory;

/// <summary>32 state vectors of C words, for softmax statistics and sums of rows: written by the vector unit, read by it and by the matrix unit, which takes α from there. Every request is granted.</summary>
public sealed class StateFile(int lanes) : Module
{
    public override string VerilogName => $"state_file_{lanes}";

    public RowRead Vector { get; } = Sink(() => new RowRead(StateRow, Row(lanes, Word)));
    public RowRead Matrix { get; } = Sink(() => new RowRead(StateRow, Row(lanes, Word)));
    public RowWrite Write { get; } = Sink(() => new RowWrite(StateRow, Row(lanes, Word)));

    readonly Hw.Hdl.Memory rows = Memory(TxuIsa.StateVectors, Row(lanes, Word));

    protected override void Build()
    {
        rows.Write(Write.Valid, Write.Row, Write.Data);
        Vector.Data.Drive(rows.Read(Vector.Row, Vector.Valid, "vector_read"));
        Matrix.Data.Drive(rows.Read(Matrix.Row, Matrix.Valid, "matrix_read"));
        Vector.Grant.Drive(Vector.Valid);
        Matrix.Grant.Drive(Matrix.Valid);
        Write.Grant.Drive(Write.Valid);
    }
}
