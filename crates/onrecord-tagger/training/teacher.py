"""The teacher: the sentence encoder, fine-tuned on the same windows of tokens, with the same labels and pointers as the student.

python teacher.py --features DIR --shared DIR --out teacher.pt [--passes 3]      trains it
python teacher.py --features DIR --shared DIR --out teacher.pt --posts FILE.jsonl --soft soft.pkl      labels posts with it

Matrix products run in bfloat16: on processors with AMX that is several times as fast.
"""
import argparse
import json
import math
import pathlib
import pickle
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import data
import encoder
from measure import Gold
from network import buckets

PIECES, SIZE, HEADS, LAYERS, POINT = 448, 384, 12, 6, 96
NEW = ("labels", "points", "near", "quoted", "case")


class Read:
    """A window in pieces: their indices, two features of each, and the first piece of each token."""

    __slots__ = ("window", "article", "at", "n", "ids", "first", "quoted", "case", "length")

    def __init__(self, window, text):
        self.window, self.article, self.at = window, window.article, window.at
        self.ids, self.first, self.quoted, self.case = [encoder.vocabulary()["[CLS]"]], [], [0], [0]
        for features, (start, end) in zip(window.x, window.at):
            word = text[start:end]
            room = PIECES - len(self.ids)
            found = encoder.pieces(word)[: max(1, room)] if room > 0 else ()
            self.first.append(min(len(self.ids), PIECES - 1))
            self.ids += found
            self.quoted += [int(features[5] in (1, 2, 5, 6))] * len(found)
            self.case += [1 if word[0].isupper() else 2 if word[0].isdigit() else 0] * len(found)
        self.length, self.n = len(self.ids), window.n


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        w = {name: torch.tensor(value) for name, value in encoder.weights().items()}
        self.word = nn.Embedding(*w["embeddings.word_embeddings.weight"].shape)
        self.word.weight.data = w["embeddings.word_embeddings.weight"]
        place = w["embeddings.position_embeddings.weight"][:PIECES] + w["embeddings.token_type_embeddings.weight"][0]
        self.place = nn.Parameter(place.clone())
        self.quoted, self.case = nn.Embedding(2, SIZE), nn.Embedding(3, SIZE)
        nn.init.zeros_(self.quoted.weight), nn.init.zeros_(self.case.weight)
        self.norm = layer_norm(w, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(encoder_layer(w, f"encoder.layer.{i}.") for i in range(LAYERS))
        self.labels, self.points = nn.Linear(SIZE, 7), nn.Linear(SIZE, 4 * POINT, bias=False)
        nn.init.normal_(self.labels.weight, std=0.02), nn.init.normal_(self.points.weight, std=0.05)
        self.near = nn.Parameter(torch.zeros(2, 64))
        self.register_buffer("buckets", torch.tensor(buckets(data.WINDOW)))

    def dropped(self, x):
        """One mask for the whole batch: drawing it is what costs."""
        return x * (torch.empty(1, *x.shape[1:]).bernoulli_(0.9) / 0.9).to(x.dtype) if self.training else x

    def forward(self, ids, quoted, case, first, length, n):
        if self.training:
            ids = torch.where(torch.rand(ids.shape) < 0.05, encoder.vocabulary()["[MASK]"], ids)
        x = self.word(ids) + self.place[: ids.shape[1]] + self.quoted(quoted) + self.case(case)
        x = self.dropped(self.norm(x))
        beyond = (torch.arange(ids.shape[1])[None] >= length[:, None])[:, None, None]
        mask = torch.zeros(beyond.shape).masked_fill(beyond, -1e9).to(torch.bfloat16)
        with torch.autocast("cpu", torch.bfloat16):
            for layer in self.layers:
                x = self.run(layer, x, mask)
            tokens = self.dropped(torch.gather(x, 1, first[..., None].expand(-1, -1, SIZE)))
            q = self.points(tokens).split(POINT, -1)
            links = [(a @ b.transpose(1, 2)).float() / 8 for a, b in ((q[0], q[1]), (q[2], q[3]))]
            labels = self.labels(tokens).float()
        size = first.shape[1]
        outside = torch.zeros(len(ids), 1, size).masked_fill(torch.arange(size)[None, None] >= n[:, None, None], -1e9)
        return labels, *(link + near[self.buckets[:size, :size]] + outside for link, near in zip(links, self.near))

    def run(self, layer, x, mask):
        heads = lambda y: y.view(*y.shape[:2], HEADS, -1).transpose(1, 2)
        q, k, v = (heads(layer[name](x)) for name in ("query", "key", "value"))
        weights = torch.softmax(q @ k.transpose(2, 3) * (SIZE // HEADS) ** -0.5 + mask, -1, dtype=torch.bfloat16)
        x = layer["norm1"](x + self.dropped(layer["output"]((weights @ v).transpose(1, 2).reshape(x.shape))))
        return layer["norm2"](x + self.dropped(layer["down"](F.gelu(layer["up"](x), approximate="tanh"))))


def layer_norm(w, name):
    norm = nn.LayerNorm(SIZE, eps=1e-12)
    norm.weight.data, norm.bias.data = w[name + ".weight"], w[name + ".bias"]
    return norm


def linear(w, name):
    found = nn.Linear(*w[name + ".weight"].shape[::-1])
    found.weight.data, found.bias.data = w[name + ".weight"], w[name + ".bias"]
    return found


def encoder_layer(w, at):
    names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
             "output": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense"}
    parts = {key: linear(w, at + name) for key, name in names.items()}
    norms = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
    return nn.ModuleDict({**parts, **{key: layer_norm(w, at + name) for key, name in norms.items()}})


def batch(reads):
    width = max(read.length for read in reads)
    size = max(read.n for read in reads)
    ids, quoted, case = (np.zeros((len(reads), width), np.int64) for _ in range(3))
    first = np.zeros((len(reads), size), np.int64)
    for i, read in enumerate(reads):
        ids[i, : read.length], quoted[i, : read.length], case[i, : read.length] = read.ids[:width], read.quoted[:width], read.case[:width]
        first[i, : read.n] = read.first
    return [torch.tensor(array) for array in (ids, quoted, case, first, [r.length for r in reads], [r.n for r in reads])]


def loss(model, reads):
    inputs = batch(reads)
    _, y, source, cue, n = data.batch([read.window for read in reads])
    labels, to_source, to_cue = model(*inputs)
    size = labels.shape[1]
    y, source, cue, n = (torch.tensor(array) for array in (y[:, :size], source[:, :size], cue[:, :size], n))
    real = torch.arange(size)[None] < n[:, None]
    total = F.cross_entropy(labels[real], y[real])
    for scores, target in ((to_source, source), (to_cue, cue)):
        known = target >= 0
        if known.any():
            total = total + 0.1 * F.cross_entropy(scores[known], target[known])
    return total


class Answers:
    """The teacher as the scorer of networks wants it: called with windows."""

    def __init__(self, model, reads):
        self.model, self.reads = model, reads

    def __call__(self, size=16):
        self.model.eval()
        with torch.no_grad():
            for start in range(0, len(self.reads), size):
                part = self.reads[start : start + size]
                answers = [answer.numpy() for answer in self.model(*batch(part))]
                for i, read in enumerate(part):
                    k = read.n
                    yield answers[0][i, :k], answers[1][i, :k, :k], answers[2][i, :k, :k]
        self.model.train()


def texts(path):
    return {row["id"]: row["text"] for row in map(json.loads, open(path, encoding="utf8"))}


def reads(features, source, keep=lambda key: True):
    text = texts(source)
    return [Read(window, text[window.article]) for window in data.read(features, keep)]


def train(options):
    torch.manual_seed(options.seed)
    rng, began = random.Random(options.seed), time.time()
    learn = lambda key: not data.held_out(key)
    gold = reads(options.features / "train.jsonl", options.shared / "polnear/train.jsonl", learn)
    rough = [reads(options.features / f"rough{seed}.jsonl", options.rough / f"rough{seed}.jsonl", learn) for seed in options.seeds.split(",")]
    dev = reads(options.features / "dev.jsonl", options.shared / "polnear/dev.jsonl")
    scorer = Gold(options.shared, options.shared / "polnear/dev.jsonl", dev)
    passes = [gold + rough[i % len(rough)] for i in range(options.passes)]
    steps = sum(len(part) // options.batch for part in passes)
    model = Teacher()
    new = [p for name, p in model.named_parameters() if name.split(".")[0] in NEW]
    known = {id(p) for p in new} | {id(model.word.weight)}
    old = [p for p in model.parameters() if id(p) not in known]
    rates = [{"params": new, "lr": 1e-3}, {"params": old, "lr": options.rate}, {"params": [model.word.weight], "lr": options.rate / 2, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    warm = max(1, steps // 12)
    pace = lambda k: (k + 1) / warm if k < warm else 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (k - warm) / max(1, steps - warm)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    print("windows", len(gold), "steps", steps, round(time.time() - began), flush=True)
    for number, part in enumerate(passes):
        order, total, seen = list(range(len(part))), 0.0, 0
        rng.shuffle(order)
        for start in range(0, len(order) - options.batch + 1, options.batch):
            optimizer.zero_grad()
            value = loss(model, [part[i] for i in order[start : start + options.batch]])
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, seen = total + value.item(), seen + 1
            if seen == 20 or seen % 100 == 0:
                print("  step", seen, round(total / seen, 4), round(time.time() - began), flush=True)
        print("pass", number, "loss", round(total / max(1, seen), 4), scorer.figures_of(Answers(model, dev)()), round(time.time() - began), flush=True)
        torch.save(model.state_dict(), options.out)


def label(options):
    """Probabilities, and pointers from the first tokens of contents, of every window of the posts."""
    model, began = Teacher(), time.time()
    model.load_state_dict(torch.load(options.out))
    found, count = {}, {}
    windows = reads(options.features / "posts.jsonl", options.posts)
    windows = windows[: options.limit] if options.limit else windows
    for read, (labels, source, cue) in zip(windows, Answers(model, windows)()):
        k = count[read.article] = count.get(read.article, -1) + 1
        power = np.exp(labels - labels.max(-1, keepdims=True))
        starts = labels.argmax(-1) == 5
        point = lambda scores: np.where(starts, scores.argmax(-1), -1).astype(np.int16)
        found[read.article, k] = ((power / power.sum(-1, keepdims=True)).astype(np.float16), point(source), point(cue))
        if len(found) % 1000 == 0:
            print(len(found), len(windows), round(time.time() - began), flush=True)
    pickle.dump(found, open(options.soft, "wb"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--rough", type=pathlib.Path, help="folder of the roughened copies, rough11.jsonl and so on")
    parser.add_argument("--seeds", default="11,12,13")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--posts", type=pathlib.Path)
    parser.add_argument("--soft", type=pathlib.Path)
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    label(options) if options.soft else train(options)


if __name__ == "__main__":
    main()
