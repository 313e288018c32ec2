"""The teacher: the sentence encoder, fine-tuned on the same windows of tokens, with the same labels and pointers as the student.

python teacher.py --features DIR --shared DIR --rough DIR --out teacher.pt [--encoder FILE.onnx] [--passes 2] [--minutes N]   trains it
python teacher.py --features DIR --shared DIR --teachers a.pt b.pt                                        scores it, or several together
python teacher.py --features DIR --shared DIR --teachers a.pt b.pt --posts FILE.jsonl --soft soft.pkl      labels posts

Matrix products run in bfloat16: on processors with AMX that is several times as fast. One thread is as fast as two where the machine is
shared, so two teachers are better trained side by side.
"""
import argparse
import json
import math
import pathlib
import pickle
import random
import time
import zlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import data
import encoder
from measure import Gold
from network import SMALL, buckets

PIECES, SIZE, HEADS, POINT = 448, 384, 12, 96
NEW = ("labels", "points", "near", "small")
NAMES = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
         "output": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense",
         "norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
OFFSETS, NONE = np.cumsum((0,) + SMALL[:-1]), sum(SMALL)


class Read:
    """A window in pieces: their indices, the token of each, and the first piece of each token."""

    __slots__ = ("window", "article", "at", "n", "words", "ids", "first", "of", "length")

    def __init__(self, window, words):
        self.window, self.article, self.at, self.words = window, window.article, window.at, words
        self.ids, self.first, self.of = [encoder.vocabulary()["[CLS]"]], [], [-1]
        for token, word in enumerate(words):
            room = PIECES - len(self.ids)
            found = word[: max(1, room)] if room > 0 else ()
            self.first.append(min(len(self.ids), PIECES - 1))
            self.ids += found
            self.of += [token] * len(found)
        self.length, self.n = len(self.ids), window.n
        self.ids, self.first, self.of = (np.array(list_, np.int32) for list_ in (self.ids, self.first, self.of))

    @classmethod
    def of_text(cls, window, text):
        return cls(window, [encoder.pieces(text[start:end]) for start, end in window.at])


class Swaps:
    """What `data.Swaps` does for the student, done to the pieces of words."""

    def __init__(self, reads, share, seed):
        self.share, self.random, self.pools = share, random.Random(seed), {}
        for read in reads:
            for look, word in zip(self.looks(read), read.words):
                self.pools.setdefault(look, []).append(word)

    def looks(self, read):
        """Part of speech, kind and capitals of each word; none for one that may be a cue, which stays."""
        x = read.window.x
        return np.where(x[:, data.Swaps.CUE] == 0, data.Swaps.keys(x), -1).tolist()

    def of(self, read):
        """The same window with some of its words swapped, each for the same word wherever it stands."""
        drawn, words = {}, []
        for look, word in zip(self.looks(read), read.words):
            if word not in drawn:
                drawn[word] = self.random.choice(self.pools[look]) if look >= 0 and self.random.random() < self.share else word
            words.append(word if look < 0 else drawn[word])
        return Read(read.window, words)


class Teacher(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.word, self.place = nn.Embedding(len(encoder.vocabulary()), SIZE), nn.Parameter(torch.zeros(PIECES, SIZE))
        # The student's small features, those of a piece being its token's; they begin as nothing.
        self.small = nn.EmbeddingBag(NONE + 1, SIZE, mode="sum")
        nn.init.zeros_(self.small.weight)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(encoder_layer() for _ in range(layers))
        self.labels, self.points = nn.Linear(SIZE, 7), nn.Linear(SIZE, 4 * POINT, bias=False)
        nn.init.normal_(self.labels.weight, std=0.02), nn.init.normal_(self.points.weight, std=0.05)
        self.near = nn.Parameter(torch.zeros(2, 64))
        self.register_buffer("buckets", torch.tensor(buckets(data.WINDOW)))

    @classmethod
    def of_encoder(cls, path=None):
        """As the encoder is, before it has learned anything here."""
        w = {name: torch.tensor(value) for name, value in encoder.weights(path).items()}
        model = cls(sum(name.endswith("intermediate.dense.weight") for name in w))
        model.word.weight.data = w["embeddings.word_embeddings.weight"]
        model.place.data = w["embeddings.position_embeddings.weight"][:PIECES] + w["embeddings.token_type_embeddings.weight"][0]
        parts = [("embeddings.LayerNorm", model.norm)]
        parts += [(f"encoder.layer.{i}.{name}", layer[key]) for i, layer in enumerate(model.layers) for key, name in NAMES.items()]
        for name, part in parts:
            part.weight.data, part.bias.data = w[name + ".weight"], w[name + ".bias"]
        return model

    @classmethod
    def of_file(cls, path):
        weights = torch.load(path)
        model = cls(sum(name.endswith(".up.weight") for name in weights))
        model.load_state_dict(weights)
        return model

    def dropped(self, x):
        """One mask for the whole batch: drawing it is what costs."""
        return x * (torch.empty(1, *x.shape[1:]).bernoulli_(0.9) / 0.9).to(x.dtype) if self.training else x

    def forward(self, ids, small, first, length, n):
        if self.training:
            ids = torch.where(torch.rand(ids.shape) < 0.05, encoder.vocabulary()["[MASK]"], ids)
        x = self.word(ids) + self.place[: ids.shape[1]] + self.small(small.flatten(0, 1)).view(*ids.shape, SIZE)
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
        weights = torch.softmax((q * (SIZE // HEADS) ** -0.5) @ k.transpose(2, 3) + mask, -1, dtype=torch.bfloat16)
        x = layer["norm1"](x + self.dropped(layer["output"]((weights @ v).transpose(1, 2).reshape(x.shape))))
        return layer["norm2"](x + self.dropped(layer["down"](F.gelu(layer["up"](x)))))


def encoder_layer():
    wide = {"up": (SIZE, 4 * SIZE), "down": (4 * SIZE, SIZE)}
    part = lambda key: nn.LayerNorm(SIZE, eps=1e-12) if key.startswith("norm") else nn.Linear(*wide.get(key, (SIZE, SIZE)))
    return nn.ModuleDict({key: part(key) for key in NAMES})


def batch(reads):
    width = max(read.length for read in reads)
    size = max(read.n for read in reads)
    ids, first = np.zeros((len(reads), width), np.int64), np.zeros((len(reads), size), np.int64)
    small = np.full((len(reads), width, len(SMALL)), NONE, np.int64)
    for i, read in enumerate(reads):
        ids[i, : read.length], first[i, : read.n] = read.ids, read.first
        small[i, 1 : read.length] = read.window.x[read.of[1:], 3:] + OFFSETS
    return [torch.tensor(array) for array in (ids, small, first, [r.length for r in reads], [r.n for r in reads])]


def loss(model, reads):
    inputs = batch(reads)
    _, y, source, cue, n = data.batch([read.window for read in reads])
    labels, to_source, to_cue = model(*inputs)
    y, source, cue, n = (torch.tensor(array) for array in (y, source, cue, n))
    real = torch.arange(y.shape[1])[None] < n[:, None]
    total = F.cross_entropy(labels[real], y[real])
    for scores, target in ((to_source, source), (to_cue, cue)):
        known = target >= 0
        if known.any():
            total = total + 0.1 * F.cross_entropy(scores[known], target[known])
    return total


class Answers:
    """What teachers say of windows, as the scorer of networks wants it: the mean of their probabilities."""

    def __init__(self, models, reads):
        self.models, self.reads = models, reads

    def __call__(self, size=16):
        for model in self.models:
            model.eval()
        with torch.no_grad():
            for start in range(0, len(self.reads), size):
                part = self.reads[start : start + size]
                inputs = batch(part)
                each = [[torch.softmax(answer, -1) for answer in model(*inputs)] for model in self.models]
                answers = [torch.log(sum(some) / len(some) + 1e-9).numpy() for some in zip(*each)]
                for i, read in enumerate(part):
                    k = read.n
                    yield answers[0][i, :k], answers[1][i, :k, :k], answers[2][i, :k, :k]
        for model in self.models:
            model.train()


def texts(path):
    return {row["id"]: row["text"] for row in map(json.loads, open(path, encoding="utf8"))}


def reads(features, source, keep=lambda key: True):
    text = texts(source)
    return [Read.of_text(window, text[window.article]) for window in data.read(features, keep)]


def train(options):
    torch.manual_seed(options.seed)
    rng, began = random.Random(options.seed), time.time()
    learn = lambda key: not data.held_out(key)
    gold = reads(options.features / "train.jsonl", options.shared / "polnear/train.jsonl", learn)
    rough = [reads(options.features / f"rough{seed}.jsonl", options.rough / f"rough{seed}.jsonl", learn) for seed in options.seeds.split(",")]
    dev = reads(options.features / "dev.jsonl", options.shared / "polnear/dev.jsonl")
    scorer = Gold(options.shared, options.shared / "polnear/dev.jsonl", dev)
    passes = [gold + rough[i % len(rough)] for i in range(options.passes)]
    swaps = Swaps(gold, options.swap, options.seed) if options.swap else None
    steps = sum(-(-len(part) // options.batch) for part in passes)
    model = Teacher.of_file(options.start) if options.start else Teacher.of_encoder(options.encoder)
    new = [p for name, p in model.named_parameters() if name.split(".")[0] in NEW]
    known = {id(p) for p in new} | {id(model.word.weight)}
    old = [p for p in model.parameters() if id(p) not in known]
    rates = [{"params": new, "lr": 1e-3}, {"params": old, "lr": options.rate}, {"params": [model.word.weight], "lr": options.rate / 2, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    warm = max(1, steps // 15)
    # On a machine that is shared, time may be what runs out first: the rate falls with whichever is further.
    spent = lambda: (time.time() - began) / 60 / options.minutes if options.minutes else 0.0
    fall = lambda part: 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, part)))
    pace = lambda k: min(1.0, (k + 1) / warm) * fall(max((k - warm) / max(1, steps - warm), spent()))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    print("windows", len(gold), "steps", steps, round(time.time() - began), flush=True)
    for number, part in enumerate(passes):
        total, seen = 0.0, 0
        for some in data.batches(part, options.batch, rng, lambda read: read.length):
            if spent() >= 1:
                break
            optimizer.zero_grad()
            value = loss(model, [swaps.of(read) for read in some] if swaps else some)
            value.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, seen = total + value.item(), seen + 1
            if seen % 300 == 0:
                torch.save(model.state_dict(), options.out)
            if seen == 20 or seen % 50 == 0:
                print("  step", seen, round(total / seen, 4), round(time.time() - began), flush=True)
        print("pass", number, "loss", round(total / max(1, seen), 4), scorer.figures_of(Answers([model], dev)()), round(time.time() - began), flush=True)
        torch.save(model.state_dict(), options.out)
        if spent() >= 1:
            break


def label(options):
    """Probabilities, and pointers from the first tokens of contents, of every window of the posts (of one part of them), as far as time goes."""
    models, began = [Teacher.of_file(path) for path in options.teachers], time.time()
    part, parts = map(int, options.part.split("/"))
    order = lambda key: zlib.crc32(key.encode())
    text = texts(options.posts)
    windows = data.read(options.features / "posts.jsonl", lambda key: order(key) % parts == part)
    found, count, numbers = {}, {}, {}
    for window in windows:
        numbers[window] = count[window.article] = count.get(window.article, -1) + 1
    windows.sort(key=lambda window: order(window.article) // parts)
    for start in range(0, len(windows), 320):
        if options.minutes and time.time() - began > options.minutes * 60:
            break
        some = sorted((Read.of_text(window, text[window.article]) for window in windows[start : start + 320]), key=lambda read: read.length)
        for read, (labels, source, cue) in zip(some, Answers(models, some)()):
            starts = labels.argmax(-1) == 5
            point = lambda scores: np.where(starts, scores.argmax(-1), -1).astype(np.int16)
            found[read.article, numbers[read.window]] = np.exp(labels).astype(np.float16), point(source), point(cue)
        print(len(found), len(windows), round(time.time() - began), flush=True)
    with open(options.soft, "wb") as file:
        pickle.dump(found, file)


def score(options):
    """The teachers' figures on dev, together."""
    dev = reads(options.features / "dev.jsonl", options.shared / "polnear/dev.jsonl")
    scorer = Gold(options.shared, options.shared / "polnear/dev.jsonl", dev)
    print(scorer.figures_of(Answers([Teacher.of_file(path) for path in options.teachers], dev)()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--rough", type=pathlib.Path, help="folder of the roughened copies, rough11.jsonl and so on")
    parser.add_argument("--encoder", type=pathlib.Path, help="another encoder of the same shape: an ONNX file with weights of 8 bits")
    parser.add_argument("--start", type=pathlib.Path, help="a teacher to go on from")
    parser.add_argument("--seeds", default="11,12,13")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=0, help="the most that training may take")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--swap", type=float, default=0.0, help="the share of words that others stand in for")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--teachers", type=pathlib.Path, nargs="+", help="those that label, or with no posts are scored, together")
    parser.add_argument("--part", default="0/1", help="the part of the posts to label: 0/2 and 1/2 are both halves")
    parser.add_argument("--posts", type=pathlib.Path)
    parser.add_argument("--soft", type=pathlib.Path)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    (label if options.soft else score if options.teachers else train)(options)


if __name__ == "__main__":
    main()
