namespace Hw.Txu.Memory;

/// <summary>
/// 1024 rows of C × INT32 in 4 banks of 256 rows, bank = row[9:8]. The matrix unit reads and writes one row a cycle and never
/// waits; a kernel keeps the others on other banks.
/// </summary>
public sealed class Accumulators(int lanes) : Module
{
    public override string VerilogName => $"accumulators_{lanes}";

    public RowRead Matrix { get; } = Sink(() => new RowRead(AccRow, Row(lanes, Int32)));
    public RowRead Vector { get; } = Sink(() => new RowRead(AccRow, Row(lanes, Int32)));
    public RowRead Store { get; } = Sink(() => new RowRead(AccRow, Row(lanes, Int32)));
    public RowWrite Write { get; } = Sink(() => new RowWrite(AccRow, Row(lanes, Int32)));

    readonly LaneArray<AccBank> banks = Instances(AccBanks, () => new AccBank(lanes));
    readonly Reg matrixBank = Register(UInt(2)), vectorBank = Register(UInt(2)), storeBank = Register(UInt(2));

    protected override void Build()
    {
        Signal matrix = Matrix.Row[9, 8], vector = Vector.Row[9, 8], store = Store.Row[9, 8];
        banks.Each(bank =>
        {
            bank.MatrixHit.Drive(Matrix.Valid & (matrix == bank.Index));
            bank.MatrixIndex.Drive(Matrix.Row[7, 0]);
            bank.VectorHit.Drive(Vector.Valid & (vector == bank.Index));
            bank.VectorIndex.Drive(Vector.Row[7, 0]);
            bank.StoreHit.Drive(Store.Valid & (store == bank.Index));
            bank.StoreIndex.Drive(Store.Row[7, 0]);
            bank.WriteHit.Drive(Write.Valid & (Write.Row[9, 8] == bank.Index));
            bank.WriteIndex.Drive(Write.Row[7, 0]);
            bank.WriteRow.Drive(Write.Data);
        });
        Matrix.Grant.Drive(Matrix.Valid);
        Vector.Grant.Drive(Vector.Valid & !(Matrix.Valid & (matrix == vector)));
        Store.Grant.Drive(Store.Valid & !(Matrix.Valid & (matrix == store)) & !(Vector.Valid & (vector == store)));
        Write.Grant.Drive(Write.Valid);

        matrixBank.Next = matrix;
        vectorBank.Next = vector;
        storeBank.Next = store;
        var read = banks.All(bank => bank.Sums);
        var row = Row(lanes, Int32).Range;
        Matrix.Data.Drive(Signal.Element(read, matrixBank, row));
        Vector.Data.Drive(Signal.Element(read, vectorBank, row));
        Store.Data.Drive(Signal.Element(read, storeBank, row));
    }
}
