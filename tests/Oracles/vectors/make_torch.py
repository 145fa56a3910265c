"""Writes torch-encode.csv and torch-bf16.csv beside itself: PyTorch's casts fp32 -> bf16, fp16 and its bf16 sums and products.
Runs where `import torch` and numpy do (Debian: apt install python3-torch, then /usr/bin/python3 make_torch.py)."""
import pathlib
import random
import sys

import numpy as np
import torch

sys.dont_write_bytecode = True
from inputs import fp32_inputs

here = pathlib.Path(__file__).parent


def pattern16(tensor):
    return tensor.view(torch.int16).numpy().view(np.uint16)


def write(name, what, columns, rows):
    head = [f"# PyTorch {torch.__version__}, CPU; made by make_torch.py", f"# {what}; patterns in hex", ",".join(columns)]
    (here / name).write_text("\n".join(head + [",".join(row) for row in rows]) + "\n")


def encode():
    inputs = np.array(fp32_inputs(), dtype=np.uint32)
    values = torch.from_numpy(inputs.view(np.float32).copy())
    bf16, fp16 = pattern16(values.to(torch.bfloat16)), pattern16(values.to(torch.float16))
    write("torch-encode.csv", "Casts of fp32", ["fp32", "bf16", "fp16"], ((f"{x:08X}", f"{b:04X}", f"{h:04X}") for x, b, h in zip(inputs, bf16, fp16)))


def arithmetic():
    draw = random.Random(20260102)
    corners = [0, 1, 2, 0x7F, 0x80, 0x81, 0xFF, 0x100, 0x3F7F, 0x3F80, 0x3F81, 0x4000, 0x7F00, 0x7F7F, 0x7F80, 0x7FC0]
    corners = [pattern | sign for pattern in corners for sign in (0, 0x8000)]
    pairs = [(a, b) for a in corners for b in corners]
    for _ in range(4000):
        a = draw.randrange(1 << 16)
        exponent = min(max((a >> 7 & 255) + draw.randrange(-10, 11), 0), 255)          # sums that cancel and round
        pairs.append((a, draw.randrange(2) << 15 | exponent << 7 | draw.randrange(128)))
        exponent = min(max(127 - (a >> 7 & 255) + draw.choice([0, 127, -127]) + draw.randrange(-10, 11) + 127, 0), 255)  # products at the ends
        pairs.append((a, draw.randrange(2) << 15 | exponent << 7 | draw.randrange(128)))
    a, b = (torch.from_numpy(np.array(side, dtype=np.uint16).view(np.int16).copy()).view(torch.bfloat16) for side in zip(*pairs))
    write("torch-bf16.csv", "bf16 sums and products", ["a", "b", "sum", "product"],
          ((f"{x:04X}", f"{y:04X}", f"{s:04X}", f"{p:04X}") for (x, y), s, p in zip(pairs, pattern16(a + b), pattern16(a * b))))


encode()
arithmetic()
