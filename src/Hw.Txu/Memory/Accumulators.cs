namespace Hw.Txu.Memory;

/// <summary>
/// 1024 rows of C × 32 bits in 4 banks of 256 rows, bank = row[9:8]. The matrix unit reads and writes one row a cycle and never waits for a bank that it asked
/// for; the vector unit claims a bank before it writes to it (<see cref="BankClaim"/>), and the load engine waits. A kernel keeps them on different banks.
/// </summary>
public sealed class Accumulators(int lanes) : Module
{
    public override string VerilogName => $"accumulators_{lanes}";

    public RowRead Matrix { get; } = Sink(() => new RowRead(AccRow, Row(lanes, Word)));
    public RowRead Vector { get; } = Sink(() => new RowRead(AccRow, Row(lanes, Word)));
    public RowRead Store { get; } = Sink(() => new RowRead(AccRow, Row(lanes, Word)));
    public RowWrite Write { get; } = Sink(() => new RowWrite(AccRow, Row(lanes, Word)));
    public RowWrite VectorWrite { get; } = Sink(() => new RowWrite(AccRow, Row(lanes, Word)));
    public RowWrite LoadWrite { get; } = Sink(() => new RowWrite(AccRow, Row(lanes, Word)));

    readonly LaneArray<AccBank> banks = Instances(AccBanks, () => new AccBank(lanes));

    protected override void Build()
    {
        Signal matrix = Matrix.Row[9, 8], vector = Vector.Row[9, 8], store = Store.Row[9, 8];
        Signal write = Write.Row[9, 8], vectorWrite = VectorWrite.Row[9, 8], load = LoadWrite.Row[9, 8];
        banks.Each(bank =>
        {
            bank.MatrixHit.Drive(Matrix.Valid & (matrix == bank.Index));
            bank.MatrixIndex.Drive(Matrix.Row[7, 0]);
            bank.VectorHit.Drive(Vector.Valid & (vector == bank.Index));
            bank.VectorIndex.Drive(Vector.Row[7, 0]);
            bank.StoreHit.Drive(Store.Valid & (store == bank.Index));
            bank.StoreIndex.Drive(Store.Row[7, 0]);
            bank.WriteHit.Drive(Write.Valid & (write == bank.Index));
            bank.WriteIndex.Drive(Write.Row[7, 0]);
            bank.WriteRow.Drive(Write.Data);
            bank.VectorWriteHit.Drive(VectorWrite.Valid & (vectorWrite == bank.Index));
            bank.VectorWriteIndex.Drive(VectorWrite.Row[7, 0]);
            bank.VectorWriteRow.Drive(VectorWrite.Data);
            bank.LoadHit.Drive(LoadWrite.Valid & (load == bank.Index));
            bank.LoadIndex.Drive(LoadWrite.Row[7, 0]);
            bank.LoadRow.Drive(LoadWrite.Data);
        });
        Matrix.Grant.Drive(Matrix.Valid);
        Vector.Grant.Drive(Vector.Valid & !(Matrix.Valid & (matrix == vector)));
        Store.Grant.Drive(Store.Valid & !(Matrix.Valid & (matrix == store)) & !(Vector.Valid & (vector == store)));
        Write.Grant.Drive((Write.Valid + (Write.Valid & VectorWrite.Valid & (write == vectorWrite))).Fits(Bit, "the vector unit claims a bank ahead of its writes"));
        VectorWrite.Grant.Drive(VectorWrite.Valid);
        LoadWrite.Grant.Drive(LoadWrite.Valid & !(Write.Valid & (write == load)) & !(VectorWrite.Valid & (vectorWrite == load)));

        var read = banks.All(bank => bank.Data);
        var row = Row(lanes, Word).Range;
        Matrix.Data.Drive(Signal.Element(read, Delay(matrix, 1, "matrix_bank", reset: 0), row));
        Vector.Data.Drive(Signal.Element(read, Delay(vector, 1, "vector_bank"), row));
        Store.Data.Drive(Signal.Element(read, Delay(store, 1, "store_bank"), row));
    }
}
