#!/usr/bin/env python3
"""Derive the weights of cue verbs: how often a verb in a frame attributes.

usage: cues.py SHARED > crates/onrecord/src/data/cues.tsv     (from the repository root; builds and runs the example `cue_candidates`)

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

FRAMES = "that wh clause to object prep quote colon after inverted passive-by adverbial object-to passive infinitive".split()
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


def judge(shared):
    """(lemma, frame) -> [right, all]"""
    path = pathlib.Path(shared) / "polnear/train.jsonl"
    gold = {row["id"]: row for row in map(json.loads, open(path, encoding="utf-8"))}
    command = ["cargo", "run", "--release", "-q", "-p", "onrecord", "--example", "cue_candidates", "--", str(path)]
    rows = map(json.loads, subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines())
    counts, article = collections.defaultdict(lambda: [0, 0]), None
    for row in rows:
        if article != row["id"]:
            article, text = row["id"], gold[row["id"]]["text"]
            table = byte_table(text)
            known = [(letters(a["content"], text), letters(a["source"], text)) for a in gold[article]["attributions"]]
        chars = lambda spans: letters([(table[b], table[e]) for b, e in spans], text)
        content, source = chars(row["content"]), chars([row["source"]] if row["source"] else [])
        right = any(2 * len(content & c) >= len(content | c) > 0 and (not s or s & source) for c, s in known)
        if row["rule"] in ("according to", "headline"):
            continue
        tally = counts[row["lemma"], row["frame"]]
        tally[0] += right
        tally[1] += 1
    return counts


def main():
    counts, attitude = judge(sys.argv[1]), attitudes()
    mean = {}
    for frame in FRAMES:
        right, total = (sum(c[k] for (_, f), c in counts.items() if f == frame) for k in (0, 1))
        mean[frame] = right / max(1, total)
    print("# Cue verbs: lemma, attitude, how often (in 100) each frame attributes. Made by scripts/data/cues.py; see README.md here.")
    if "-v" in sys.argv:
        print(mean, {f: sum(c[1] for (_, g), c in counts.items() if g == f) for f in FRAMES}, file=sys.stderr)
    lemmas = sorted(set(attitude) | {lemma for lemma, _ in counts})
    for lemma in lemmas:
        cells = []
        for frame in FRAMES:
            right, total = counts.get((lemma, frame), (0, 0))
            base = mean[frame]
            weight = (right + PRIOR * base) / (total + PRIOR)
            if weight >= 0.1:
                cells.append(f"{frame}:{round(100 * weight)}")
        if cells:
            print(lemma, attitude.get(lemma, "said"), " ".join(cells), sep="\t")


if __name__ == "__main__":
    main()
