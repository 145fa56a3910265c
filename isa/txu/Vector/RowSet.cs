namespace Hw.Isa.Txu;

/// <summary>
/// Where rows of FP32 go: rounded to BF16 or E4M3 rows of SPAD, or as they are to ACC or STATE. What an instruction writes it may read only in place, row by row: the same place,
/// first row, stride and count.
/// </summary>
public enum Target { BF16, E4M3, ACC, STATE }

/// <summary>
/// Where rows come from: BF16 or E4M3 rows of SPAD, FP32 rows of ACC or STATE. A stride of 0 reads one row again and again. A BF16 element is the upper half of an FP32 number,
/// also when it is NaN.
/// </summary>
public enum Source { BF16, E4M3, ACC, STATE }

/// <summary>A second operand: BF16 rows of SPAD; one BF16 element for all lanes of a row, element i of consecutive SPAD rows of 16; FP32 rows of ACC or STATE.</summary>
public enum Other { BF16, SCALAR, ACC, STATE }

/// <summary>Rows of one place, evenly spaced.</summary>
readonly record struct RowSet(Source Place, long First, int Stride, int Count)
{
    /// <summary>BF16 elements in a SPAD row.</summary>
    public const int Scalars = TxuIsa.RowBytes / 2;

    public RowSet(Target place, long first, int stride, int count) : this((Source)place, first, stride, count) { }

    /// <summary>A state vector that an instruction reads beside its rows.</summary>
    public static RowSet Of(StateVector state) => new(Source.STATE, state.Index, 0, 1);

    /// <summary>The rows of a second operand of <paramref name="count"/> steps.</summary>
    public static RowSet Of(Other other, long first, int stride, int count) => other switch
    {
        Other.SCALAR => new(Source.E4M3, first, 1, (count + Scalars - 1) / Scalars),
        Other.BF16 => new(Source.BF16, first, stride, count),
        _ => new((Source)other, first, stride, count),
    };

    int Width => Place == Source.BF16 ? TxuIsa.PairRows : 1;
    string Memory => Place switch { Source.ACC => "ACC", Source.STATE => "STATE", _ => "SPAD" };
    public long this[int i] => First + (long)i * Stride;
    public long Last => this[Count - 1] + Width - 1;

    /// <exception cref="TrapException">A row of 16-bit elements is odd, or one leaves the memory.</exception>
    public void Check(string what)
    {
        if (Place == Source.BF16) TxuMachine.Even(what, First, Stride);
        TxuMachine.Range($"{what}: {Memory}", First, Last, Place switch { Source.ACC => TxuIsa.AccRows, Source.STATE => TxuIsa.StateVectors, _ => TxuIsa.SpadRows });
    }

    /// <summary>Reads of an instruction run ahead of its writes, by how much no program may know: what it writes it does not read, except in place, row by row.</summary>
    /// <exception cref="ProgramErrorException">It does.</exception>
    public void IsApartFrom(RowSet read)
    {
        var inPlace = (Place, First, Count) == (read.Place, read.First, read.Count) && (Count == 1 || Stride == read.Stride && Stride != 0);
        if (inPlace || Memory != read.Memory || Last < read.First || read.Last < First) return;
        for (var i = 0; i < Count; i++)
            for (var j = 0; j < read.Count; j++)
                if (this[i] < read[j] + read.Width && read[j] < this[i] + Width)
                    throw new ProgramErrorException($"{Memory} row {Math.Max(this[i], read[j])} is written and also read by the same instruction, not in place: reads run ahead of writes");
    }
}
