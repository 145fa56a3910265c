"""The fp32 patterns that the frozen encodings start from: for each target format its numbers, the middles between neighbours, and one fp32 ulp to
either side of both; then zeros, subnormals, infinities, NaNs, and random patterns. `python3 inputs.py` prints them, one in hex per line."""
import random
import struct

# exponent bits, fraction bits, and how many numbers of each sign to take (None: all)
TARGETS = {"e4m3": (4, 3, None), "e5m2": (5, 2, None), "fp16": (5, 10, 150), "bf16": (8, 7, 150)}


def bits(value):
    return struct.unpack("<I", struct.pack("<f", value))[0]


def numbers(exponent_bits, fraction_bits):
    """Every value >= 0 of the format as IEEE would have it, and one step beyond its largest."""
    bias = 2 ** (exponent_bits - 1) - 1
    for pattern in range((2**exponent_bits) << fraction_bits):
        field, fraction = pattern >> fraction_bits, pattern & (2**fraction_bits - 1)
        hidden = 2**fraction_bits if field else 0
        value = (hidden + fraction) * 2.0 ** (max(field, 1) - bias - fraction_bits)
        if value < 2.0**128:
            yield value


def fp32_inputs():
    draw = random.Random(20260101)
    chosen = set()
    for exponent_bits, fraction_bits, count in TARGETS.values():
        values = list(numbers(exponent_bits, fraction_bits))
        pairs = list(zip(values, values[1:]))
        if count:
            subnormals = 2**fraction_bits
            edges = pairs[:8] + pairs[subnormals - 6 : subnormals + 6] + pairs[-subnormals - 8 : 8 - subnormals] + pairs[-8:]
            pairs = edges + draw.sample(pairs, count)
        for low, high in pairs:
            for value in (low, (low + high) / 2):
                for step in (-1, 0, 1):
                    chosen.add(max(bits(value) + step, 0))
    chosen |= {0, 1, 2, 3, 0x400000, 0x7FFFFF, 0x800000, 0x800001, 0x7F7FFFFF, 0x7F800000, 0x7F800001, 0x7FBFFFFF, 0x7FC00000, 0x7FFFFFFF}
    chosen |= {draw.randrange(1 << 31) for _ in range(400)} | {draw.randrange(1 << 23) for _ in range(60)}
    return sorted(pattern | sign for pattern in chosen for sign in (0, 1 << 31))


if __name__ == "__main__":
    print("\n".join(f"{pattern:08X}" for pattern in fp32_inputs()))
