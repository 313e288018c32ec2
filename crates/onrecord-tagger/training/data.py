"""Windows of tokens as `onrecord-eval features` writes them, as arrays."""
import json
import zlib

import numpy as np

WINDOW = 320
SLOTS = 12  # word, prefix, suffix and nine small features


def held_out(article_id):
    """One article in fourteen of the training set is kept from training: for choosing, fusing and calibrating."""
    return zlib.crc32(article_id.encode()) % 14 == 5


class Window:
    """One window: features, places, labels (hard or soft) and links."""

    __slots__ = ("article", "x", "at", "y", "soft", "source", "cue", "n")

    def __init__(self, article, row):
        self.article, self.n = article, len(row["x"])
        self.x = np.asarray(row["x"], np.int32).reshape(-1, SLOTS)
        self.at = np.asarray(row["at"], np.int32).reshape(-1, 2)
        self.y = np.asarray(row["y"], np.int32)
        self.soft = None
        self.source = np.full(self.n, -1, np.int32)
        self.cue = np.full(self.n, -1, np.int32)
        for content, source, cue in row["links"]:
            self.source[content] = content if source is None else source
            self.cue[content] = content if cue is None else cue


def read(path, keep=lambda article_id: True):
    """All windows of the articles that `keep` wants, in order."""
    found = []
    for line in open(path, encoding="utf8"):
        row = json.loads(line)
        if keep(row["id"]):
            found += [Window(row["id"], window) for window in row["windows"]]
    return found


class Swaps:
    """Words in the place of others that look alike: what a network has seen too often it knows by heart, its names and nouns above all.

    A swapped word has the part of speech, kind and capitals of the one before, wherever in the window that stands; words that may be cues
    stay, since they decide the labels.
    """

    TAG, LOOK, CUE = 3, 4, 7

    def __init__(self, windows, share, seed):
        self.share, self.random = share, np.random.default_rng(seed)
        rows = np.concatenate([window.x for window in windows])
        rows = rows[rows[:, self.CUE] == 0]
        keys = self.keys(rows)
        order = np.argsort(keys, kind="stable")
        found, starts = np.unique(keys[order], return_index=True)
        self.pools = dict(zip(found.tolist(), np.split(rows[order, :3], starts[1:])))

    @classmethod
    def keys(cls, rows):
        return rows[:, cls.TAG] * 64 + rows[:, cls.LOOK]

    def of(self, x):
        """The features of a window with some of its words swapped."""
        words, first, which = np.unique(x[:, :3], axis=0, return_index=True, return_inverse=True)
        drawn = (self.random.random(len(words)) < self.share) & (x[first, self.CUE] == 0)
        for i in np.flatnonzero(drawn):
            pool = self.pools.get(int(self.keys(x[first[i] : first[i] + 1])[0]))
            if pool is not None:
                words[i] = pool[self.random.integers(len(pool))]
        swapped = x.copy()
        swapped[:, :3] = words[which.reshape(-1)]
        return swapped


def batch(windows, swaps=None):
    """Arrays, filled up to the longest window: features, labels as probabilities, pointers, lengths."""
    size, most = len(windows), max(window.n for window in windows)
    x = np.zeros((size, most, SLOTS), np.int64)
    y = np.zeros((size, most, 7), np.float32)
    source = np.full((size, most), -1, np.int64)
    cue = np.full((size, most), -1, np.int64)
    for i, window in enumerate(windows):
        n = window.n
        x[i, :n] = window.x if swaps is None else swaps.of(window.x)
        y[i, :n] = np.eye(7, dtype=np.float32)[window.y] if window.soft is None else window.soft
        source[i, :n], cue[i, :n] = window.source, window.cue
    return x, y, source, cue, np.array([window.n for window in windows])


def batches(windows, size, rng, length=lambda window: window.n):
    """All windows once, in random order, those of a batch about equally long: what fills a batch up costs as much as what is in it."""
    order, found = list(windows), []
    rng.shuffle(order)
    for start in range(0, len(order), size * 50):
        near = sorted(order[start : start + size * 50], key=length)
        found += [near[i : i + size] for i in range(0, len(near), size)]
    rng.shuffle(found)
    return found
