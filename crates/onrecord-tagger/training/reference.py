"""The network in whole numbers, as the crate computes it, for its test: python reference.py WEIGHTS.bin FEATURES.jsonl > reference.json

Reads the first window of the first article and writes its features, the labels' scores and both pointers of some tokens.
"""
import json
import sys

import numpy as np

from network import AFFIX_DIM, AFFIXES, SMALL, WORD_DIM, WORDS


class Reader:
    def __init__(self, path):
        self.bytes, self.at = open(path, "rb").read(), 0

    def take(self, kind, *shape):
        count = int(np.prod(shape))
        found = np.frombuffer(self.bytes, kind, count, self.at).reshape(shape).astype(np.int64)
        self.at += count * np.dtype(kind).itemsize
        return found

    def matrix(self, rows, columns):
        return self.take("i1", rows, columns), self.take("<i4", rows), self.take("<i4", rows)


def times(matrix, x):
    weights, scales, offsets = matrix
    return ((x @ weights.T * scales + (1 << 23)) >> 24) + offsets


def clamp(x):
    return np.clip(x, -32768, 32767)


def look_up(table, x):
    return table[np.clip((x >> 3) + 2048, 0, 4095)]


def recur(z, c):
    state, found = np.zeros_like(c[0]), []
    for gate, candidate in zip(z, c):
        state = state + ((gate * (candidate - state) + (1 << 13)) >> 14)
        found.append(state)
    return np.array(found)


def layer(x, left, right, gates, merge, sigmoid, tanh):
    none = np.zeros_like(x[:1])
    around = np.concatenate([none, x[:-1]]) * left + np.concatenate([x[1:], none]) * right
    sums = times(gates, clamp(x + ((around + (1 << 11)) >> 12)))
    hidden = sums.shape[1] // 4
    z, c = look_up(sigmoid, sums[:, : 2 * hidden]), look_up(tanh, sums[:, 2 * hidden :])
    back = recur(z[::-1, hidden:], c[::-1, hidden:])[::-1]
    return clamp(x + times(merge, np.concatenate([recur(z[:, :hidden], c[:, :hidden]), back], 1)))


def run(path, x):
    file = Reader(path)
    file.take("u1", 16)
    width, hidden, layers, point = file.take("<i2", 4)
    tables = [file.take("i1", WORDS, WORD_DIM), file.take("i1", AFFIXES, AFFIX_DIM), file.take("i1", AFFIXES, AFFIX_DIM)]
    small = file.take("<i2", sum(SMALL), width)
    entered = np.concatenate([table[x[:, i]] for i, table in enumerate(tables)], 1)
    base = np.cumsum((0,) + SMALL[:-1])
    here = clamp(times(file.matrix(width, entered.shape[1]), entered) + small[x[:, 3:] + base].sum(1))
    parts = [(file.take("<i2", width), file.take("<i2", width), file.matrix(4 * hidden, width), file.matrix(width, 2 * hidden)) for _ in range(layers)]
    labels, points = file.matrix(7, width), file.matrix(4 * point, width)
    near, distances = file.take("<i4", 2, 64), file.take("u1", 639)
    sigmoid, tanh = file.take("<i2", 4096), file.take("<i2", 4096)
    for part in parts:
        here = layer(here, *part, sigmoid, tanh)
    q = np.split(clamp(times(points, here)) >> 3, 4, 1)
    bucket = distances[np.arange(len(x))[None] - np.arange(len(x))[:, None] + 319]
    scores = [((q[2 * i] @ q[2 * i + 1].T) >> 5) + near[i][bucket] for i in range(2)]
    return times(labels, here), scores[0], scores[1]


if __name__ == "__main__":
    window = json.loads(open(sys.argv[2], encoding="utf8").readline())["windows"][0]
    labels, source, cue = run(sys.argv[1], np.array(window["x"]))
    points = [[i, source[i].tolist(), cue[i].tolist()] for i in range(0, len(labels), 40)]
    json.dump({"x": window["x"], "labels": labels.tolist(), "points": points}, sys.stdout, separators=(",", ":"))
