namespace Hw.Oracles;

/// <summary>One register or piece of memory that an instruction wrote: rd and its new value, or an address, its new value and how many bytes. Nothing: all zeros.</summary>
public readonly record struct Rv32iWrite(int Register, uint Address, uint Value, int Bytes);

/// <summary>Why a hart stopped.</summary>
public enum Rv32iStop { None, Illegal, Misaligned, Access, Breakpoint, Exit, Left }

/// <summary>
/// A second opinion on RV32I, written from the unprivileged specification (version 20191213, chapters 2 and 24) with shifts and a switch.
/// Loads and stores need no alignment; calls 64 (write) and 93 (exit) are served. Code lies from <c>first</c> to <c>end</c>, and is fetched as it was in the beginning: nothing here is a FENCE.I.
/// </summary>
public sealed class Rv32iOracle(byte[] memory, uint first, uint end, uint entry)
{
    readonly byte[] code = memory[(int)first..(int)end];

    public uint[] X { get; } = new uint[32];
    public uint Pc { get; private set; } = entry;
    public List<byte> Output { get; } = [];
    public uint ExitCode { get; private set; }

    /// <summary>Executes one instruction. One that stops has done nothing.</summary>
    public Rv32iStop Step(out Rv32iWrite write)
    {
        write = default;
        if (Pc < first || Pc >= end || Pc % 4 != 0) return Rv32iStop.Left;
        uint w = Read(code, Pc - first, 4), next = Pc + 4, result;
        int opcode = (int)(w & 0x7F), rd = (int)(w >> 7 & 31), f3 = (int)(w >> 12 & 7), f7 = (int)(w >> 25);
        uint a = X[w >> 15 & 31], b = X[w >> 20 & 31];
        int i = (int)w >> 20;
        switch (opcode)
        {
            case 0b0110111: result = w & 0xFFFFF000; break;
            case 0b0010111: result = Pc + (w & 0xFFFFF000); break;
            case 0b1101111:
                result = next;
                next = Pc + (uint)(((int)w >> 31 << 20) | (int)(w & 0xFF000) | (int)(w >> 20 & 1) << 11 | (int)(w >> 21 & 0x3FF) << 1);
                break;
            case 0b1100111:
                if (f3 != 0) return Rv32iStop.Illegal;
                result = next;
                next = (uint)((int)a + i) & ~1u;
                break;
            case 0b1100011:
                bool taken;
                switch (f3)
                {
                    case 0: taken = a == b; break;
                    case 1: taken = a != b; break;
                    case 4: taken = (int)a < (int)b; break;
                    case 5: taken = (int)a >= (int)b; break;
                    case 6: taken = a < b; break;
                    case 7: taken = a >= b; break;
                    default: return Rv32iStop.Illegal;
                }
                if (taken) next = Pc + (uint)(((int)w >> 31 << 12) | (int)(w >> 7 & 1) << 11 | (int)(w >> 25 & 0x3F) << 5 | (int)(w >> 8 & 0xF) << 1);
                (rd, result) = (0, 0);
                break;
            case 0b0000011:
                if (f3 is 3 or > 5) return Rv32iStop.Illegal;
                var (from, size) = ((uint)((int)a + i), 1 << (f3 & 3));
                if ((ulong)from + (ulong)size > (ulong)memory.Length) return Rv32iStop.Access;
                result = Read(memory, from, size);
                if (f3 == 0) result = (uint)(sbyte)result;
                if (f3 == 1) result = (uint)(short)result;
                break;
            case 0b0100011:
                if (f3 > 2) return Rv32iStop.Illegal;
                var to = (uint)((int)a + ((int)w >> 25 << 5 | rd));
                var count = 1 << f3;
                if ((ulong)to + (ulong)count > (ulong)memory.Length) return Rv32iStop.Access;
                for (var k = 0; k < count; k++) memory[to + k] = (byte)(b >> (8 * k));
                write = new(0, to, count == 4 ? b : b & (1u << 8 * count) - 1, count);
                Pc = next;
                return Rv32iStop.None;
            case 0b0010011:
                if (f3 == 1 && f7 != 0 || f3 == 5 && f7 != 0 && f7 != 0b0100000) return Rv32iStop.Illegal;
                result = f3 switch
                {
                    0 => (uint)((int)a + i),
                    1 => a << (i & 31),
                    2 => (int)a < i ? 1u : 0,
                    3 => a < (uint)i ? 1u : 0,
                    4 => a ^ (uint)i,
                    5 => f7 == 0 ? a >> (i & 31) : (uint)((int)a >> (i & 31)),
                    6 => a | (uint)i,
                    _ => a & (uint)i,
                };
                break;
            case 0b0110011:
                if (f7 != 0 && (f7 != 0b0100000 || f3 != 0 && f3 != 5)) return Rv32iStop.Illegal;
                result = f3 switch
                {
                    0 => f7 == 0 ? a + b : a - b,
                    1 => a << (int)(b & 31),
                    2 => (int)a < (int)b ? 1u : 0,
                    3 => a < b ? 1u : 0,
                    4 => a ^ b,
                    5 => f7 == 0 ? a >> (int)(b & 31) : (uint)((int)a >> (int)(b & 31)),
                    6 => a | b,
                    _ => a & b,
                };
                break;
            case 0b0001111:
                if (f3 != 0) return Rv32iStop.Illegal;
                (rd, result) = (0, 0);
                break;
            case 0b1110011:
                if (w == 0x00100073) return Rv32iStop.Breakpoint;
                if (w != 0x00000073) return Rv32iStop.Illegal;
                if (X[17] == 93)
                {
                    ExitCode = X[10];
                    return Rv32iStop.Exit;
                }
                (rd, result) = (10, Call());
                break;
            default: return Rv32iStop.Illegal;
        }
        if (next % 4 != 0) return Rv32iStop.Misaligned;
        Pc = next;
        if (rd != 0)
        {
            X[rd] = result;
            write = new(rd, 0, result, 4);
        }
        return Rv32iStop.None;
    }

    uint Call()
    {
        if (X[17] != 64 || X[10] != 1 && X[10] != 2) return unchecked((uint)-38);
        if ((ulong)X[11] + X[12] > (ulong)memory.Length) return unchecked((uint)-14);
        Output.AddRange(memory.AsSpan((int)X[11], (int)X[12]));
        return X[12];
    }

    static uint Read(byte[] memory, uint at, int count)
    {
        uint value = 0;
        for (var k = 0; k < count; k++) value |= (uint)memory[at + k] << (8 * k);
        return value;
    }
}
