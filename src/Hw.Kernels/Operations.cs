using System.Runtime.CompilerServices;

namespace Hw.Kernels;

/// <summary>The instructions, as a kernel writes them: memory first where the result goes, then where it comes from.</summary>
public sealed partial class ProgramBuilder
{
    /// <summary>LD: rows one after another from 32-byte units of DRAM.</summary>
    public void Load(long row, long dram, Shape walk, Space space = Space.SPAD, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.LD, r => new Ld(r[row], r[dram], r[walk], space), file, line);

    /// <summary>LDT: tiles of 32 × 32 elements, turned.</summary>
    public void LoadTurned(long row, long dram, Shape tiles, ElementSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.LD, r => new Ldt(r[row], r[dram], r[tiles], size), file, line);

    /// <summary>ST: rows of SPAD or ACC to DRAM.</summary>
    public void Store(Space space, long row, long dram, Shape walk, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.ST, r => new St(r[row], r[dram], r[walk], space), file, line);

    /// <summary>STT: tiles of 32 × 32 elements, turned.</summary>
    public void StoreTurned(long row, long dram, Shape tiles, ElementSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.ST, r => new Stt(r[row], r[dram], r[tiles], size), file, line);

    /// <summary>MM: ACC rows (+)= moving rows · stationary chunks.</summary>
    public void Multiply(MmType type, long acc, long moving, long stationary, Shape shape, MmMode mode, int tail = 0, int lanes = 0, StateVector alpha = default,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.MM, r => new Mm(r[acc], r[moving], r[stationary], r[shape], mode, type, alpha, tail, lanes), file, line);

    /// <summary>VQ: INT32 rows of ACC to INT8 rows of SPAD.</summary>
    public void Requantize(long spad, long acc, Shape rows, Requantization by, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vq(r[spad], r[acc], r[rows], by.Scale, by.Shift), file, line);

    /// <summary>VQ: FP32 rows of ACC to BF16 or E4M3 rows of SPAD, times the scale of <paramref name="by"/> where that is given.</summary>
    public void Narrow(VqType type, long spad, long acc, Shape rows, Constants? by = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vq(r[spad], r[acc], r[rows], Type: type, C: by is { } c ? r[c] : default, Scaled: by is not null), file, line);

    /// <summary>VDQ: rows of any kind to FP32 rows of ACC, times the scale of <paramref name="by"/> where that is given.</summary>
    public void Widen(VdqType type, long acc, long row, Shape rows, Constants? by = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vdq(r[acc], r[row], r[rows], type, by is { } c ? r[c] : default, by is not null), file, line);

    /// <summary>VBIN: a op b.</summary>
    public void Binary(BinaryOp op, Target to, long dst, Source from, long a, Other with, long b, Shape rows, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vbin(r[dst], r[a], r[b], r[rows], op, to, from, with), file, line);

    /// <summary>VACT: fn(a), or fn(a · scale + bias).</summary>
    public void Activate(Activation fn, Target to, long dst, Source from, long a, Shape rows, Constants? affine = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vact(r[dst], r[a], r[rows], fn, to, from, affine is { } c ? r[c] : default, affine is not null), file, line);

    /// <summary>VGLU: silu(a) · b.</summary>
    public void Gate(Target to, long dst, Source from, long a, Other with, long b, Shape rows, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vglu(r[dst], r[a], r[b], r[rows], to, from, with), file, line);

    /// <summary>VRED: rows into a state vector.</summary>
    public void Reduce(Reduction fn, StateVector state, Source from, long a, Shape rows, bool first, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vred(state, r[a], r[rows], fn, from, first), file, line);

    /// <summary>VNRM: a · state · w[row].</summary>
    public void Normalize(Target to, long dst, Source from, long a, long weights, StateVector state, Shape rows, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vnrm(r[dst], r[a], r[weights], r[rows], state, to, from), file, line);

    /// <summary>VROPE: pairs of rows turned by angles.</summary>
    public void Rotate(Target to, long dst, Source from, long a, Source angles, long b, Shape pairs, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Vrope(r[dst], r[a], r[b], r[pairs], to, from, angles), file, line);

    /// <summary>SMX: scores to weights, one tile of the online softmax. State vectors m, m+1, m+2: maximum, α, sum.</summary>
    public void Softmax(SmxType type, long weights, long scores, Shape rows, long query, long key, StateVector m, Constants mask, bool first, bool causal, bool same = false,
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Smx(r[weights], r[scores], r[query], r[key], r[rows], m, r[mask], type, first, causal, same), file, line);

    /// <summary>SMXF: sums over their softmax's sum.</summary>
    public void SoftmaxFinish(Target to, long dst, long sums, Shape rows, StateVector l, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(Queue.VX, r => new Smxf(r[dst], r[sums], r[rows], l, to), file, line);
}
