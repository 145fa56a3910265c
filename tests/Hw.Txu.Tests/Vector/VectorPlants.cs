using Hw.Hdl;
using Hw.Txu.Vector;
using static Hw.Bits.Signal;

namespace Hw.Txu.Tests.Vector;

/// <summary>Faults that the comparison with the golden must see.</summary>
static class VectorPlants
{
    static readonly SumControl sum = SumControl.Fields;
    static readonly SelectControl select = SelectControl.Fields;
    static readonly ElementwiseControl elementwise = ElementwiseControl.Fields;

    public static IReadOnlyList<Plant> All { get; } =
    [
        // sums
        new("sum-partial", typeof(VectorLanes), "sums.control", "rows 3 of 4 are added to partial 2",
            s => Mux(sum.Takes.Of(s.Value) & (sum.Into.Of(s.Value) == 3) & (sum.Left.Of(s.Value) == 0), s.Value - (1L << sum.Into.Low) - (1L << sum.Right.Low), s.Value)),
        new("sum-unrounded", typeof(ConvertBlock), "meant_s3", "weights are summed before they are rounded", s => s["x_s2"]),
        new("sum-not-cleared", typeof(VectorLanes), "sums.control", "partial sums begin with what an earlier instruction left", s => s.Value & ~(1L << sum.Clears.Low)),
        new("sum-late", typeof(SumBlock), "b", "a sum that is just there is taken from its register, which is a cycle late", s => Mux(sum.Right.Of(s["control"]) == 0, s["partial0"], s.Value)),
        // softmax
        new("mask-off-by-one", typeof(VectorLanes), "selectors.lane", "a lane takes the mask of the next one", s => s.Value + 1),
        new("mask-window", typeof(VectorLanes), "selectors.control", "no window hides a key", s => s.Value | (63L << select.Until.Low)),
        new("key-off-by-one", typeof(VectorWalk), "ahead", "the first key is taken for the second", s => s.Value + 1),
        new("keys-left", typeof(VectorWalk), "keys_left", "one key too many is seen", s => s.Value + 1),
        new("maximum-nan", typeof(SelectBlock), "place", "the maximum does not see NaN", s => s.Value[31, 0]),
        new("maximum-kept", typeof(SelectBlock), "op", "an instruction goes on with the maximum of the one before", s => Mux(s.Value == (long)MaximumOp.LOAD, 0, s.Value)),
        new("unseen-ignored", typeof(SelectBlock), "unseen", "a query that saw no key is treated like any other", _ => 0),
        new("alpha-not-kept", typeof(LastMultiplyBlock), "kept", "what is kept for later rows never changes", s => s["kept"]),
        new("finish-zero", typeof(LastMultiplyBlock), "kept_of_zero", "an inverse of 0 is used", _ => 0),
        // rows that meet
        new("sign-ignored", typeof(SelectBlock), "negates", "nothing is subtracted", _ => 0),
        new("held-wrong", typeof(MultiplyBlock), "held2", "the sine is not held", s => s["held2"]),
        new("far-row", typeof(VectorWalk), "far_a", "the second row of a pair is one off", s => s.Value + 1),
        new("scalar-stuck", typeof(VectorUnit), "lanes.scalar", "every scalar is the first of its row", s => s["spad_data"][15, 0]),
        // elementwise
        new("elementwise-other", typeof(VectorLanes), "operations.control", "another instruction's operation is applied", s => Mux(elementwise.Number.Of(s.Value) == 0, s.Value, s.Value ^ 3)),
        new("elementwise-none", typeof(VectorLanes), "operations.control", "no operation is applied", s => s.Value & ~3L),
        new("elementwise-held", typeof(VectorLanes), "operations.control", "the second operand is not held while its row waits for the first one", s => s.Value | (1L << elementwise.Hold.Low)),
        new("elementwise-early", typeof(ElementwiseBlock), "y", "a row leaves a cycle early", s => s["row_1"]),
        // numbers
        new("requantize-odd", typeof(VectorLanes), "adders.narrow", "INT8 results lose their lowest bit", s => s.Value & ~1L),
        // memories
        new("reads-unwritten-spad", typeof(VectorUnit), "walk.writes_spad", "rows are read before an earlier instruction has written them", _ => 0),
        new("reads-unwritten-acc", typeof(VectorUnit), "walk.writes_acc", "rows are read before an earlier instruction has written them", _ => 0),
        new("reads-unwritten-state", typeof(VectorUnit), "walk.writes_state", "vectors are read before an earlier instruction has written them", _ => 0),
        new("refusal-ignored", typeof(VectorUnit), "walk.steps_ready", "a refused request counts as granted", _ => 1),
        new("claim-bank", typeof(VectorUnit), "claim_bank", "another bank is announced", s => s.Value + 1),
        new("claim-late", typeof(VectorUnit), "claim_valid", "every write is announced, and none too much", s => s["claims_1"]),
        new("retires-early", typeof(VectorUnit), "finisher.done_valid", "an instruction completes a cycle before its last write", s => s[$"ends_{VectorLanes.Latency - 1}"]),
        new("order-stuck", typeof(VectorUnit), "write_order", "writes bear the number of another instruction", s => s.Value & ~1L),
    ];
}
