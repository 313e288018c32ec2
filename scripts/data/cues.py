#!/usr/bin/env python3
"""Derive the weights of cue verbs: how often a verb in a frame attributes.

usage: cues.py SHARED     (from the repository root, with numpy and scipy; builds and runs the example `cue_candidates`; run it twice, as the
looks of a candidate hold the habits of its verb)

Writes crates/onrecord/src/data/cues.tsv and weights.txt.

Compares what the grammar sees in `SHARED/polnear/train.jsonl` with the attributions annotated there. A candidate is right where its
content shares at least half of the joint letters with an annotated one and their sources share a word. A weight is the share of right
ones, drawn towards the frame's mean for rare verbs. The verbs are those of `scripts/data/attitudes.tsv` (by hand) and those that head
an annotated cue at least twice. Only lemmas and shares are taken; see crates/onrecord/src/data/README.md.
"""
import collections
import json
import pathlib
import subprocess
import sys
import zlib

import numpy
import scipy.optimize
import scipy.sparse

FRAMES = "that wh clause to object prep quote colon after inverted passive-by adverbial object-to passive infinitive".split()
PHRASES = ("according to", "headline")
LEAST = 0.04
PRIOR = 4  # as many imagined occurrences at the frame's mean
HERE = pathlib.Path(__file__).parent


def attitudes():
    """lemma -> attitude, by hand."""
    rows = {}
    for line in open(HERE / "attitudes.tsv", encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            attitude, lemmas = line.rstrip("\n").split("\t")
            rows.update(dict.fromkeys(lemmas.split(), attitude))
    return rows


def letters(spans, text):
    return {i for b, e in spans or () for i in range(b, e) if text[i].isalnum()}


def byte_table(text):
    """byte offset -> code point"""
    table = []
    for i, c in enumerate(text):
        table += [i] * len(c.encode())
    return table + [len(text)]


def candidates(shared):
    """Every candidate outside annotated contents, with whether it is right: (article, lemma, frame, rule, looks, right)."""
    path = pathlib.Path(shared) / "polnear/train.jsonl"
    gold = {row["id"]: row for row in map(json.loads, open(path, encoding="utf-8"))}
    command = ["cargo", "run", "--profile", "tune", "-q", "-p", "onrecord", "--example", "cue_candidates", "--", str(path)]
    rows = map(json.loads, subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines())
    article = None
    for row in rows:
        if article != row["id"]:
            article, text = row["id"], gold[row["id"]]["text"]
            table = byte_table(text)
            known = [(letters(a["content"], text), letters(a["source"], text)) for a in gold[article]["attributions"]]
            reported = set().union(*(c for c, _ in known)) if known else set()
        chars = lambda spans: letters([(table[b], table[e]) for b, e in spans], text)
        content, source, cue = chars(row["content"]), chars([row["source"]] if row["source"] else []), chars([row["cue"]])
        if cue and cue <= reported:
            continue  # a report within a report is left out before weighing
        right = any((not s or s & source) and any(half(content, c) for c in parts(whole, cue)) for whole, s in known)
        yield article, row["lemma"], row["frame"], row["rule"], row["looks"], right


def half(a, b):
    return 2 * len(a & b) >= len(a | b) > 0


def parts(content, cue):
    """The annotated content, and what of it stands before and after the cue: “A,” he said. “B.” is one content there and two here."""
    yield content
    if cue:
        yield {i for i in content if i < min(cue)}
        yield {i for i in content if i > max(cue)}


def shares(rows):
    """(lemma, frame) -> [right, all], and each frame's mean."""
    counts = collections.defaultdict(lambda: [0, 0])
    for _, lemma, frame, rule, _, right in rows:
        if rule not in PHRASES:
            counts[lemma, frame][0] += right
            counts[lemma, frame][1] += 1
    mean = {}
    for frame in FRAMES:
        right, total = (sum(c[k] for (_, f), c in counts.items() if f == frame) for k in (0, 1))
        mean[frame] = right / max(1, total)
    return counts, mean


def weight(counts, mean, lemma, frame):
    right, total = counts.get((lemma, frame), (0, 0))
    return (right + PRIOR * mean[frame]) / (total + PRIOR)


def percent(value):
    return round(100 * value) if value >= LEAST else 0


def cue_lines(rows, attitude):
    counts, mean = shares(rows)
    yield "# Cue verbs: lemma, attitude, how often (in 100) each frame attributes. Made by scripts/data/cues.py; see README.md here."
    yield "\t".join(("# lemma", "attitude", *FRAMES))
    hits = collections.Counter()
    for (lemma, _), (right, _) in counts.items():
        hits[lemma] += right
    for lemma in sorted(set(attitude) | {lemma for lemma, n in hits.items() if n >= 3}):
        cells = [percent(weight(counts, mean, lemma, frame)) for frame in FRAMES]
        if any(cells) and lemma not in PHRASES and lemma != ":":
            yield "\t".join((lemma, attitude.get(lemma, "thought"), *map(str, cells)))


def shortened(lines):
    """The lines without the numbers that most have, which stand in a line of their own, of the lemma "*"."""
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    usual = [collections.Counter(column).most_common(1)[0][0] for column in list(zip(*cells))[1:]]
    yield from (line for line in lines if line.startswith("#"))
    yield "\t".join(("*", *usual))
    for lemma, *rest in cells:
        yield "\t".join((lemma, *("" if cell == same else cell for cell, same in zip(rest, usual))))


def train(rows, penalty=3.0):
    """Logistic regression over the looks; the habit of a verb is taken from the other folds, so that rare verbs do not vouch for themselves."""
    folds = 10
    fold = lambda article: zlib.crc32(article.encode()) % folds
    tables = [shares([r for r in rows if fold(r[0]) != k]) for k in range(folds)]
    n = max(max(r[4]) for r in rows) + 1
    data, index, start, labels = [], [], [0], []
    for article, lemma, frame, rule, looks, right in rows:
        looks = list(looks)
        if rule not in PHRASES:
            habit = percent(weight(*tables[fold(article)], lemma, frame)) // 10
            looks[1] = 17 + min(10, habit) * 17 + FRAMES.index(frame)
        index += [look + 1 for look in looks] + [0]
        data += [1.0] * (len(looks) + 1)
        start.append(len(index))
        labels.append(right)
    X = scipy.sparse.csr_matrix((data, index, start), shape=(len(rows), n + 1))
    y = numpy.array(labels, dtype=float)

    def loss(w):
        z = X @ w
        p = 1 / (1 + numpy.exp(-z))
        value = numpy.logaddexp(0, z).sum() - (y * z).sum() + penalty * (w[1:] ** 2).sum() / 2
        gradient = X.T @ (p - y)
        gradient[1:] += penalty * w[1:]
        return value, gradient

    found = scipy.optimize.minimize(loss, numpy.zeros(n + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return numpy.rint(found.x * 100).astype(int)


def weight_lines(weights):
    yield "# The bias, then the weight of each look of a candidate attribution, in hundredths of log odds. Made by scripts/data/cues.py."
    for at in range(0, len(weights), 20):
        yield " ".join(map(str, weights[at : at + 20]))


def main():
    data = HERE.parent.parent / "crates/onrecord/src/data"
    rows = list(candidates(sys.argv[1]))
    cues = list(cue_lines(rows, attitudes()))
    (data / "weights.txt").write_text("\n".join(weight_lines(train(rows))) + "\n")
    (data / "cues.tsv").write_text("\n".join(shortened(cues)) + "\n")
    print(len(rows), "candidates,", sum(r[5] for r in rows), "right,", len(cues) - 2, "cue verbs")


if __name__ == "__main__":
    main()
