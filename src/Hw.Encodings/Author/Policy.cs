namespace Hw.Isa;

/// <summary>
/// What becomes of bits, or of whole regions of the encoding space, that no field and no instruction claims. <see cref="Trap"/>: an illegal opcode, and free for other instructions.
/// <see cref="MustBeZero"/>: a set bit traps as a reserved one. <see cref="Hint"/>: ignored, any value is legal, so that later versions may give it a meaning that old machines may skip.
/// <see cref="Custom"/>: an illegal opcode, and promised never to be assigned, so that others can extend.
/// </summary>
public enum Policy { Trap, MustBeZero, Hint, Custom }
