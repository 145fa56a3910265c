#!/usr/bin/env python3
"""Run the exported model with plain PyTorch and write reference.json, to check other implementations.

Independent of train.py: it reads only config.json and model.safetensors, keeps the projections
separate, repeats the key/value heads, and computes in double precision (the stored weights are FP32).
"""
import argparse
import hashlib
import json
import os
import re
import struct

import numpy as np
import torch
import torch.nn.functional as F

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROMPT = "In the beginning God created the heaven and the earth."


def load_safetensors(path):
    with open(path, "rb") as f:
        data = f.read()
    n, = struct.unpack_from("<Q", data)
    header = json.loads(data[8:8 + n])
    out, base = {}, 8 + n
    for name, t in header.items():
        if name == "__metadata__":
            continue
        if t["dtype"] != "F32":
            raise SystemExit(name + ": " + t["dtype"] + " is not supported")
        lo, hi = t["data_offsets"]
        out[name] = torch.from_numpy(
            np.frombuffer(data, dtype="<f4", count=(hi - lo) // 4, offset=base + lo).reshape(t["shape"]).copy())
    return out, hashlib.sha256(data).hexdigest()


def rms_norm(x, w, eps):
    return x / torch.sqrt((x * x).mean(-1, keepdim=True) + eps) * w


def rope(x, theta):
    """x: [heads, tokens, head_dim]; dimension i is paired with i + head_dim / 2."""
    t, d = x.shape[1], x.shape[2]
    inv = theta ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)
    ang = torch.outer(torch.arange(t, dtype=torch.float64), inv)
    cos, sin = ang.cos().to(x.dtype), ang.sin().to(x.dtype)
    a, b = x[..., :d // 2], x[..., d // 2:]
    return torch.cat((a * cos - b * sin, b * cos + a * sin), dim=-1)


def forward(w, c, ids, dtype):
    """Logits [tokens, vocab] and, per layer, the traced values."""
    w = {n: t.to(dtype) for n, t in w.items()}
    h, kv, d = c["num_attention_heads"], c["num_key_value_heads"], c["head_dim"]
    eps, t = c["rms_norm_eps"], len(ids)
    future = torch.ones(t, t, dtype=torch.bool).triu(1)
    x = w["model.embed_tokens.weight"][torch.tensor(ids)]
    trace = []
    for i in range(c["num_hidden_layers"]):
        p = "model.layers.%d." % i
        n = rms_norm(x, w[p + "input_layernorm.weight"], eps)
        q, k, v = (n @ w[p + "self_attn.%s_proj.weight" % s].T for s in "qkv")
        qh = rope(q.view(t, h, d).transpose(0, 1), c["rope_theta"])
        kh = rope(k.view(t, kv, d).transpose(0, 1), c["rope_theta"]).repeat_interleave(h // kv, dim=0)
        vh = v.view(t, kv, d).transpose(0, 1).repeat_interleave(h // kv, dim=0)
        s = (qh @ kh.transpose(1, 2) / d ** 0.5).masked_fill(future, float("-inf"))
        y = (s.softmax(-1) @ vh).transpose(0, 1).reshape(t, h * d)
        x = x + y @ w[p + "self_attn.o_proj.weight"].T
        m = rms_norm(x, w[p + "post_attention_layernorm.weight"], eps)
        gate, up = m @ w[p + "mlp.gate_proj.weight"].T, m @ w[p + "mlp.up_proj.weight"].T
        x = x + (F.silu(gate) * up) @ w[p + "mlp.down_proj.weight"].T
        trace.append({"attn_norm": n, "q": q, "k": k, "v": v, "gate": gate, "up": up, "out": x})
    head = w["model.embed_tokens.weight" if c["tie_word_embeddings"] else "lm_head.weight"]
    return rms_norm(x, w["model.norm.weight"], eps) @ head.T, trace


def num(v):
    return float("%.9g" % float(v))


def summary(x):
    return {"l2": num(x.norm()), "first8": [num(v) for v in x[:8]]}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--model", default=os.path.join(REPO, "models", "tiny-kjv"), help="folder of the model")
    ap.add_argument("--out", help="default: reference.json in the folder of the model")
    a = ap.parse_args()
    with open(os.path.join(a.model, "config.json")) as f:
        c = json.load(f)
    w, sha = load_safetensors(os.path.join(a.model, "model.safetensors"))
    ids = list(PROMPT.encode("ascii"))
    with torch.no_grad():
        logits, trace = forward(w, c, ids, torch.float64)
        logits32, trace32 = forward(w, c, ids, torch.float32)
    error = max((logits - logits32).abs().max().item() / logits.abs().max().item(),
                *(((r[n] - s[n]).norm() / r[n].norm()).item() for r, s in zip(trace, trace32) for n in r))
    two = logits.topk(2, dim=-1).values
    top = logits[-1].topk(5)
    nll = F.cross_entropy(logits[:-1], torch.tensor(ids[1:])).item()
    ref = {
        "about": "Written by tools/train/reference.py in double precision from the FP32 weights. Per layer and for "
                 "the first and the last token of the prompt: the L2 norm and the first 8 values of attn_norm (input "
                 "of attention after RMSNorm), q and k (before RoPE), v, gate and up (before SiLU), and out (residual "
                 "stream after the layer). relative_error_fp32: the largest relative difference (L2 per traced "
                 "matrix; logits by their largest magnitude) of the same program in FP32.",
        "model_sha256": sha,
        "relative_error_fp32": num(error),
        "prompt": PROMPT,
        "tokens": ids,
        "argmax": logits.argmax(-1).tolist(),
        "smallest_argmax_margin": num((two[:, 0] - two[:, 1]).min()),
        "prompt_nats_per_byte": num(nll),
        "last_top5": [{"token": int(i), "logit": num(v)} for i, v in zip(top.indices, top.values)],
        "last_logits": summary(logits[-1]),
        "layers": [{n: {"first_token": summary(x[0]), "last_token": summary(x[-1])} for n, x in tr.items()}
                   for tr in trace],
    }
    text = json.dumps(ref, indent=1)
    # One line per list of numbers.
    text = re.sub(r"\[\s+([-0-9.,e+\s]+?)\s+\]", lambda m: "[" + " ".join(m.group(1).split()) + "]", text)
    assert json.loads(text) == ref
    out = a.out or os.path.join(a.model, "reference.json")
    with open(out, "w") as f:
        f.write(text + "\n")
    print("relative error of FP32 %.2e, prompt %.4f nats/byte, argmax text %r" %
          (error, nll, bytes(ref["argmax"]).decode("latin-1")))


if __name__ == "__main__":
    main()
