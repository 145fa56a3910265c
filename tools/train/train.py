#!/usr/bin/env python3
"""Train a small byte-level Llama-style model on the KJV text and export it in Hugging Face form.

Plain PyTorch (written for 1.13, CPU). The model follows the conventions of the Hugging Face
LlamaForCausalLM exactly: pre-norm RMSNorm, rotate_half RoPE, grouped-query attention, SwiGLU.
For speed q/k/v and gate/up are one matrix each while training; the export splits them.
"""
import argparse
import hashlib
import json
import math
import os
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HELD_OUT_BYTES = 64 * 1024
VOCAB = 256


# ------------------------------------------------------------------------------------------ data

def load_text():
    """The Bible as bytes: one verse per line, labels stripped, runs of white space made one space."""
    raw = subprocess.run(["bible", "-f", "gen1:1-rev22:21"], check=True,
                         stdout=subprocess.PIPE).stdout.decode("ascii")
    label = re.compile(r"^[0-9]?[A-Za-z]+[0-9]+:[0-9]+ +")
    verses = []
    for line in raw.splitlines():
        if not line.strip():
            continue
        text, n = label.subn("", line)
        if n != 1:
            raise SystemExit("line without a verse label: " + repr(line[:60]))
        verses.append(" ".join(text.split()))
    if len(verses) != 31102:
        raise SystemExit("expected 31102 verses, got %d" % len(verses))
    return ("\n".join(verses) + "\n").encode("ascii")


def split_text(text):
    """Held-out = the last 64 KiB or a little less, starting at the beginning of a verse."""
    cut = text.index(b"\n", len(text) - HELD_OUT_BYTES - 1) + 1
    return text[:cut], text[cut:]


# ----------------------------------------------------------------------------------------- model

class RMSNorm(nn.Module):
    def __init__(self, dim, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))
        self.eps = eps

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + self.eps) * self.weight


def rope_tables(cfg, length):
    d = cfg["head_dim"]
    inv = 1.0 / (cfg["rope_theta"] ** (torch.arange(0, d, 2, dtype=torch.float64) / d))
    ang = torch.outer(torch.arange(length, dtype=torch.float64), inv)
    ang = torch.cat((ang, ang), dim=-1)
    return ang.cos().float(), ang.sin().float()


def rotate_half(x):
    h = x.shape[-1] // 2
    return torch.cat((-x[..., h:], x[..., :h]), dim=-1)


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.h, self.kv, self.d = c["num_attention_heads"], c["num_key_value_heads"], c["head_dim"]
        dim, ff = c["hidden_size"], c["intermediate_size"]
        self.ff = ff
        self.n1 = RMSNorm(dim, c["rms_norm_eps"])
        self.n2 = RMSNorm(dim, c["rms_norm_eps"])
        self.qkv = nn.Linear(dim, (self.h + 2 * self.kv) * self.d, bias=False)
        self.o = nn.Linear(self.h * self.d, dim, bias=False)
        self.gu = nn.Linear(dim, 2 * ff, bias=False)
        self.down = nn.Linear(ff, dim, bias=False)

    def forward(self, x, cos, sin, mask):
        b, t, _ = x.shape
        h, kv, d = self.h, self.kv, self.d
        qkv = self.qkv(self.n1(x)).view(b, t, h + 2 * kv, d)
        qk = qkv[:, :, :h + kv]
        qk = (qk * cos + rotate_half(qk) * sin).transpose(1, 2)
        # Query head i uses key/value head i // (h / kv); the query heads of one group are stacked.
        q = qk[:, :h].reshape(b * kv, (h // kv) * t, d) * (d ** -0.5)
        k = qk[:, h:].reshape(b * kv, t, d)
        v = qkv[:, :, h + kv:].transpose(1, 2).reshape(b * kv, t, d)
        s = torch.bmm(q, k.transpose(1, 2)).view(b * kv, h // kv, t, t) + mask
        p = F.softmax(s, dim=-1).view(b * kv, (h // kv) * t, t)
        y = torch.bmm(p, v).view(b, h, t, d).transpose(1, 2).reshape(b, t, h * d)
        x = x + self.o(y)
        g, u = self.gu(self.n2(x)).split(self.ff, dim=-1)
        return x + self.down(F.silu(g) * u)


class Llama(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = c
        self.embed = nn.Embedding(c["vocab_size"], c["hidden_size"])
        self.layers = nn.ModuleList(Block(c) for _ in range(c["num_hidden_layers"]))
        self.norm = RMSNorm(c["hidden_size"], c["rms_norm_eps"])
        self.head = nn.Linear(c["hidden_size"], c["vocab_size"], bias=False)
        cos, sin = rope_tables(c, c["max_position_embeddings"])
        self.register_buffer("cos", cos[:, None, :], persistent=False)
        self.register_buffer("sin", sin[:, None, :], persistent=False)
        t = c["max_position_embeddings"]
        self.register_buffer("mask", torch.full((t, t), -1e9).triu(1), persistent=False)
        with torch.no_grad():
            nn.init.normal_(self.embed.weight, std=0.3)
            nn.init.normal_(self.head.weight, std=0.02)
            for b in self.layers:
                for lin in (b.qkv, b.o, b.gu, b.down):
                    std = lin.in_features ** -0.5
                    if lin is b.o or lin is b.down:
                        std /= math.sqrt(2 * c["num_hidden_layers"])
                    nn.init.normal_(lin.weight, std=std)

    def forward(self, ids):
        t = ids.shape[1]
        x = self.embed(ids)
        for b in self.layers:
            x = b(x, self.cos[:t], self.sin[:t], self.mask[:t, :t])
        return self.head(self.norm(x))


def hf_tensors(model):
    """Name -> tensor, in the Hugging Face LlamaForCausalLM layout ([out, in] for projections)."""
    c = model.c
    nq, nkv = c["num_attention_heads"] * c["head_dim"], c["num_key_value_heads"] * c["head_dim"]
    out = {"model.embed_tokens.weight": model.embed.weight}
    for i, b in enumerate(model.layers):
        p = "model.layers.%d." % i
        q, k, v = b.qkv.weight.split((nq, nkv, nkv), dim=0)
        g, u = b.gu.weight.split(c["intermediate_size"], dim=0)
        out[p + "input_layernorm.weight"] = b.n1.weight
        out[p + "self_attn.q_proj.weight"] = q
        out[p + "self_attn.k_proj.weight"] = k
        out[p + "self_attn.v_proj.weight"] = v
        out[p + "self_attn.o_proj.weight"] = b.o.weight
        out[p + "post_attention_layernorm.weight"] = b.n2.weight
        out[p + "mlp.gate_proj.weight"] = g
        out[p + "mlp.up_proj.weight"] = u
        out[p + "mlp.down_proj.weight"] = b.down.weight
    out["model.norm.weight"] = model.norm.weight
    out["lm_head.weight"] = model.head.weight
    return {n: t.detach().contiguous() for n, t in out.items()}


# ---------------------------------------------------------------------------------------- export

def write_atomic(path, data):
    tmp = path + ".tmp"
    with open(tmp, "wb") as f:
        f.write(data)
    os.replace(tmp, path)


def safetensors_bytes(tensors):
    """8-byte little-endian header length, JSON header (padded with spaces to 8), F32 data."""
    header, blobs, at = {"__metadata__": {"format": "pt"}}, [], 0
    for name, t in tensors.items():
        blob = t.numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(t.shape), "data_offsets": [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    h = json.dumps(header, separators=(",", ":")).encode()
    h += b" " * (-len(h) % 8)
    return struct.pack("<Q", len(h)) + h + b"".join(blobs)


def hf_config(c):
    return {
        "architectures": ["LlamaForCausalLM"],
        "attention_bias": False,
        "attention_dropout": 0.0,
        "bos_token_id": None,
        "eos_token_id": None,
        "head_dim": c["head_dim"],
        "hidden_act": "silu",
        "hidden_size": c["hidden_size"],
        "initializer_range": 0.02,
        "intermediate_size": c["intermediate_size"],
        "max_position_embeddings": c["max_position_embeddings"],
        "mlp_bias": False,
        "model_type": "llama",
        "num_attention_heads": c["num_attention_heads"],
        "num_hidden_layers": c["num_hidden_layers"],
        "num_key_value_heads": c["num_key_value_heads"],
        "pretraining_tp": 1,
        "rms_norm_eps": c["rms_norm_eps"],
        "rope_scaling": None,
        "rope_theta": c["rope_theta"],
        "tie_word_embeddings": False,
        "torch_dtype": "float32",
        "use_cache": True,
        "vocab_size": c["vocab_size"],
    }


def package_version(name):
    try:
        return subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], check=True,
                              stdout=subprocess.PIPE).stdout.decode()
    except Exception:
        return "unknown"


def blas_name():
    torch.ones(8, 8) @ torch.ones(8, 8)
    try:
        with open("/proc/self/maps") as f:
            m = re.search(r"libopenblasp?-r([0-9.]+)\.so", f.read())
        return "OpenBLAS " + m.group(1) if m else "the default BLAS"
    except OSError:
        return "an unknown BLAS"


@torch.no_grad()
def held_out_loss(model, data):
    """Mean nats per byte over windows of context length that do not overlap; every byte of the
    held-out text but the first is scored once."""
    model.eval()
    t = model.c["max_position_embeddings"]
    total, count = 0.0, 0
    full = (len(data) - 1) // t
    x = torch.from_numpy(data[:full * t].reshape(full, t).astype(np.int64))
    y = torch.from_numpy(data[1:full * t + 1].reshape(full, t).astype(np.int64))
    parts = [(x[i:i + 16], y[i:i + 16]) for i in range(0, full, 16)]
    if full * t + 1 < len(data):
        rest = torch.from_numpy(data[full * t:].astype(np.int64))[None]
        parts.append((rest[:, :-1], rest[:, 1:]))
    for a, b in parts:
        total += F.cross_entropy(model(a).reshape(-1, VOCAB), b.reshape(-1), reduction="sum").item()
        count += b.numel()
    model.train()
    return total / count


@torch.no_grad()
def held_out_loss_sliding(model, data, stride=64):
    """The same with overlap: each byte is scored with at least context - stride bytes before it
    (apart from the beginning of the text)."""
    model.eval()
    t = model.c["max_position_embeddings"]
    total, count, done, at = 0.0, 0, 0, 0
    n = len(data) - 1
    while done < n:
        end = min(at + t, n)
        x = torch.from_numpy(data[at:end].astype(np.int64))[None]
        y = torch.from_numpy(data[at + 1:end + 1].astype(np.int64))
        l = F.cross_entropy(model(x)[0], y, reduction="none")[done - at:]
        total += l.sum().item()
        count += l.numel()
        done, at = end, at + stride
    model.train()
    return total / count


@torch.no_grad()
def sample(model, prompt, n, temperature, seed):
    model.eval()
    gen = torch.Generator().manual_seed(seed)
    ids = list(prompt.encode("ascii"))
    for _ in range(n):
        x = torch.tensor([ids[-model.c["max_position_embeddings"]:]])
        logits = model(x)[0, -1]
        if temperature <= 0:
            ids.append(int(logits.argmax()))
        else:
            p = F.softmax(logits / temperature, dim=-1)
            ids.append(int(torch.multinomial(p, 1, generator=gen)))
    model.train()
    return bytes(ids).decode("latin-1")


def export(model, out, info):
    os.makedirs(out, exist_ok=True)
    blob = safetensors_bytes(hf_tensors(model))
    write_atomic(os.path.join(out, "model.safetensors"), blob)
    write_atomic(os.path.join(out, "config.json"),
                 (json.dumps(hf_config(model.c), indent=2) + "\n").encode())
    sha = hashlib.sha256(blob).hexdigest()
    samples = [(p, temp, sample(model, p, 400, temp, 1))
               for p, temp in (("In the beginning ", 0.7), ("And Jesus ", 0.7), ("And the LORD ", 0.0))]
    c = model.c
    L = ["# tiny-kjv: where it comes from", ""]
    if not info["final"]:
        L += ["**Interim checkpoint: training has not finished; these files will be replaced.**", ""]
    L += [
        "A byte-level Llama-style language model (vocabulary 256, one token per byte, no special tokens),",
        "trained from random weights by `tools/train/train.py`. Nothing was taken from another model.",
        "",
        "## Data",
        "",
        "- The King James Version of the Bible, public domain: the Debian package `bible-kjv-text` %s, printed by"
        % package_version("bible-kjv-text"),
        "  the program of the Debian package `bible-kjv` %s: `bible -f gen1:1-rev22:21`." % package_version("bible-kjv"),
        "- Verse labels stripped, runs of white space made one space, one verse per line: %d verses, %d bytes,"
        % (31102, info["text_bytes"]),
        "  SHA-256 `%s`." % info["text_sha256"],
        "- Held out: the last %d bytes (%d verses, from the verse that begins \"%s\" to the end of Revelation)."
        % (info["held_bytes"], info["held_verses"], info["held_begin"]),
        "  The first %d bytes are the training text." % info["train_bytes"],
        "",
        "## Model",
        "",
        "- %d parameters, FP32: hidden size %d, %d layers, %d heads of %d, %d key/value heads, intermediate size %d,"
        % (info["params"], c["hidden_size"], c["num_hidden_layers"], c["num_attention_heads"], c["head_dim"],
           c["num_key_value_heads"], c["intermediate_size"]),
        "  context %d, RoPE theta %g, RMSNorm epsilon %g, `lm_head` not tied to the embedding."
        % (c["max_position_embeddings"], c["rope_theta"], c["rms_norm_eps"]),
        "- `model.safetensors`: %d bytes, SHA-256 `%s`." % (len(blob), sha),
        "",
        "## Training",
        "",
        "- Command: `%s`" % info["command"],
        "- Seed %d; %d of %d steps, %d windows of %d bytes each (%.1f M bytes, %.2f passes over the training text)."
        % (info["seed"], info["step"], info["steps"], info["batch"], c["max_position_embeddings"],
           info["step"] * info["batch"] * c["max_position_embeddings"] / 1e6,
           info["step"] * info["batch"] * c["max_position_embeddings"] / info["train_bytes"]),
        "- AdamW, peak learning rate %g, warm-up %d steps, cosine to %g of the peak, weight decay %g, betas 0.9/%g, gradient norm clipped at 1."
        % (info["lr"], info["warmup"], info["lr_floor"], info["wd"], info["beta2"]),
        "- Duration: %.1f minutes of wall time, %d CPU thread(s), Debian `python3-torch` %s with %s."
        % (info["minutes"], torch.get_num_threads(), package_version("python3-torch"), blas_name()),
        "",
        "## Result",
        "",
        "| held-out text | nats/byte | bits/byte |",
        "|---|---|---|",
        "| windows of %d bytes, no overlap | %.4f | %.4f |"
        % (c["max_position_embeddings"], info["loss"], info["loss"] / math.log(2)),
        "| sliding window, stride 64 | %.4f | %.4f |" % (info["loss_sliding"], info["loss_sliding"] / math.log(2)),
        "",
        "Training loss at the end (mean of the last 100 steps): %.4f nats/byte. The exported weights are those of"
        % info["train_loss"],
        "step %d, the evaluation with the lowest held-out loss (the held-out text was used for that choice only)." % info["step"],
        "",
        "Samples (seed 1; temperature 0 is greedy):",
        "",
    ]
    for p, temp, s in samples:
        L += ["Prompt `%s`, temperature %g:" % (p, temp), "", "```text", s.rstrip(), "```", ""]
    write_atomic(os.path.join(out, "PROVENANCE.md"), ("\n".join(L).rstrip() + "\n").encode())
    return sha, samples


# ------------------------------------------------------------------------------------------ main

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--steps", type=int, default=6000)
    ap.add_argument("--batch", type=int, default=8)
    ap.add_argument("--lr", type=float, default=3e-3)
    ap.add_argument("--lr-floor", type=float, default=0.02)
    ap.add_argument("--warmup", type=int, default=200)
    ap.add_argument("--wd", type=float, default=0.1)
    ap.add_argument("--beta2", type=float, default=0.99)
    ap.add_argument("--seed", type=int, default=1611)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--hidden", type=int, default=192)
    ap.add_argument("--layers", type=int, default=4)
    ap.add_argument("--heads", type=int, default=6)
    ap.add_argument("--kv-heads", type=int, default=2)
    ap.add_argument("--head-dim", type=int, default=32)
    ap.add_argument("--ff", type=int, default=512)
    ap.add_argument("--context", type=int, default=256)
    ap.add_argument("--eval-every", type=int, default=250)
    ap.add_argument("--export-at", type=int, nargs="*", default=[], help="steps at which to export an interim model")
    ap.add_argument("--stop-at", type=int, default=0, help="stop early after this step, without export (for timing)")
    ap.add_argument("--out", default=os.path.join(REPO, "models", "tiny-kjv"))
    ap.add_argument("--checkpoints", default=os.path.join(tempfile.gettempdir(), "tiny-kjv"),
                    help="folder for best.pt and last.pt")
    ap.add_argument("--resume", action="store_true", help="go on from last.pt")
    ap.add_argument("--export-only", action="store_true", help="export best.pt and stop")
    a = ap.parse_args()

    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(a.seed)
    os.makedirs(a.checkpoints, exist_ok=True)
    best_path, last_path = os.path.join(a.checkpoints, "best.pt"), os.path.join(a.checkpoints, "last.pt")

    text = load_text()
    train_text, held_text = split_text(text)
    train = np.frombuffer(train_text, dtype=np.uint8)
    held = np.frombuffer(held_text, dtype=np.uint8)
    cfg = {"vocab_size": VOCAB, "hidden_size": a.hidden, "num_hidden_layers": a.layers,
           "num_attention_heads": a.heads, "num_key_value_heads": a.kv_heads, "head_dim": a.head_dim,
           "intermediate_size": a.ff, "max_position_embeddings": a.context,
           "rms_norm_eps": 1e-5, "rope_theta": 10000.0}
    model = Llama(cfg)
    params = sum(p.numel() for p in model.parameters())
    print("text %d bytes, train %d, held out %d; %d parameters" % (len(text), len(train), len(held), params), flush=True)

    info = {
        "command": "python3 tools/train/train.py"
                   + "".join(" " + shlex.quote(s) for s in sys.argv[1:] if s not in ("--resume", "--export-only")),
        "seed": a.seed, "steps": a.steps, "batch": a.batch, "lr": a.lr, "warmup": a.warmup, "wd": a.wd,
        "lr_floor": a.lr_floor, "beta2": a.beta2, "params": params, "text_bytes": len(text), "train_bytes": len(train),
        "held_bytes": len(held), "held_verses": held_text.count(b"\n"),
        "held_begin": " ".join(held_text[:200].decode().split()[:8]),
        "text_sha256": hashlib.sha256(text).hexdigest(),
    }

    def export_best(final):
        ck = torch.load(best_path)
        m = Llama(cfg)
        m.load_state_dict(ck["model"])
        info.update(step=ck["step"], loss=ck["loss"], train_loss=ck["train_loss"], minutes=ck["minutes"], final=final)
        info["loss_sliding"] = held_out_loss_sliding(m, held)
        sha, samples = export(m, a.out, info)
        print("exported step %d: held-out %.4f nats/byte (%.4f bits), sliding %.4f (%.4f bits), sha256 %s" %
              (ck["step"], ck["loss"], ck["loss"] / math.log(2), info["loss_sliding"],
               info["loss_sliding"] / math.log(2), sha), flush=True)
        for _, _, s in samples:
            print("---\n" + s, flush=True)

    if a.export_only:
        export_best(True)
        return

    decay = [p for p in model.parameters() if p.dim() == 2 and p is not model.embed.weight]
    plain = [p for p in model.parameters() if p.dim() != 2 or p is model.embed.weight]
    opt = torch.optim.AdamW([{"params": decay, "weight_decay": a.wd}, {"params": plain, "weight_decay": 0.0}],
                            lr=a.lr, betas=(0.9, a.beta2), eps=1e-9)

    def lr_at(step):
        if step < a.warmup:
            return a.lr * (step + 1) / a.warmup
        z = min(1.0, (step - a.warmup) / max(1, a.steps - a.warmup))
        return a.lr * (a.lr_floor + (1 - a.lr_floor) * 0.5 * (1 + math.cos(math.pi * z)))

    start, best, spent = 0, float("inf"), 0.0
    if a.resume:
        ck = torch.load(last_path)
        model.load_state_dict(ck["model"])
        opt.load_state_dict(ck["opt"])
        start, best, spent = ck["step"], ck["best"], ck["minutes"]
        print("resumed at step %d" % start, flush=True)

    recent, t0 = [], time.time()
    offsets = np.arange(a.context + 1)
    for step in range(start, a.steps):
        lr = lr_at(step)
        for g in opt.param_groups:
            g["lr"] = lr
        rng = np.random.default_rng([a.seed, step])      # by step: a resumed run sees the same data
        at = rng.integers(0, len(train) - a.context - 1, size=a.batch)
        win = torch.from_numpy(train[at[:, None] + offsets].astype(np.int64))
        loss = F.cross_entropy(model(win[:, :-1]).reshape(-1, VOCAB), win[:, 1:].reshape(-1))
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        recent = (recent + [loss.item()])[-100:]
        done = step + 1
        if done % 50 == 0:
            el = time.time() - t0
            print("step %d/%d loss %.4f lr %.2e %.2f steps/s, %.1f min, %.1f min to go" %
                  (done, a.steps, sum(recent[-50:]) / 50, lr, (done - start) / el, spent + el / 60,
                   (a.steps - done) * el / (done - start) / 60), flush=True)
        if done % a.eval_every == 0 or done == a.steps or done in a.export_at:
            minutes = spent + (time.time() - t0) / 60
            l = held_out_loss(model, held)
            print("  held-out at step %d: %.4f nats/byte, %.4f bits/byte" % (done, l, l / math.log(2)), flush=True)
            if l < best:
                best = l
                torch.save({"model": model.state_dict(), "step": done, "loss": l, "minutes": minutes,
                            "train_loss": sum(recent) / len(recent)}, best_path + ".tmp")
                os.replace(best_path + ".tmp", best_path)
            torch.save({"model": model.state_dict(), "opt": opt.state_dict(), "step": done, "best": best,
                        "minutes": minutes}, last_path + ".tmp")
            os.replace(last_path + ".tmp", last_path)
        if done in a.export_at:
            export_best(False)
        if done == a.stop_at:
            return
    export_best(True)


if __name__ == "__main__":
    main()
