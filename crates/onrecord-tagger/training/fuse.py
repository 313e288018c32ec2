"""Learns how grammar and tagger are weighed: python fuse.py --shared DIR --rows FILE... > ../../onrecord/src/data/fusion.txt

Rows come from `onrecord-eval fusion`. Only articles that the tagger was not trained on count, or it would look better than it is.
A logistic regression for each kind of quote; the target: the content is found (half of the letters) and the source is right.
"""
import argparse
import json
import pathlib
import sys

import numpy as np

from data import held_out

KINDS = ("direct", "mixed", "indirect")
# How much weights are held small, by kind: chosen by `--folds` among 10 to 1000.
DECAY = {"direct": 200.0, "mixed": 200.0, "indirect": 20.0}
# As in crates/onrecord/src/data/fusion.rs.
PAIRED, MOST = (3, 6, 7, 8, 9, 10, 11, 12), 600


def with_pairs(signs):
    """The signs of a candidate and the products of those that count in pairs; whole numbers, cut off as Rust does."""
    paired = [max(-MOST, min(MOST, signs[i])) for i in PAIRED]
    return list(signs) + [int(a * b / MOST) for i, a in enumerate(paired) for b in paired[i:]]


def examples(score, gold, rows):
    """(kind, signs, right) of every candidate of an article."""
    text, found = gold["text"], []
    # A quotation cut by its tag, "A," S said. "B.", is one attribution in PolNeAR and two quotes here: each part counts as right.
    wanted = []
    for a in gold["attributions"]:
        parts = [a["content"]] + ([[span] for span in a["content"]] if len(a["content"]) > 1 else [])
        wanted += [(score.letters(part, text), score.letters(a["source"], text)) for part in parts]
    for row in rows:
        content, source = score.letters(row["content"], text), score.letters(row["source"], text)
        right = any(score.iou(content, c) >= 0.5 and (bool(source & s) or not s) for c, s in wanted)
        best = max((score.iou(content, c) for c, s in wanted if bool(source & s) or not s), default=0.0)
        found.append((row["kind"], with_pairs(row["signs"]), right, best))
    return found


def regression(x, y, decay, rounds=60):
    """Newton's method; the first column is the constant and is not held small."""
    w, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], decay)
    penalty[0] = 1e-3
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + penalty * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-6)
        w -= np.linalg.solve(curve, slope)
    return w


def arrays(found, kind):
    """Signs and targets of a kind. Between readings that are all right, the one with the better limits shall win."""
    mine = [f for f in found if f[0] == kind]
    return np.array([f[1] for f in mine], float) / 100, np.array([(0.5 + 0.5 * f[3]) if f[2] else 0.0 for f in mine])


def learn(found, kind):
    x, y = arrays(found, kind)
    w = regression(x, y, DECAY[kind])
    # Weights that were held small make every candidate look more doubtful than it is: one factor for all of them sets that right.
    return w * regression((x @ w)[:, None], y, 0.0)[0]


def log_loss(found, kind, w):
    x, y = arrays(found, kind)
    p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
    return float(-np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)))


def cross_validate(articles, folds):
    """The loss on articles that were not learned from, as against on those that were."""
    for kind in KINDS:
        losses = []
        for fold in range(folds):
            rest = [f for i, rows in enumerate(articles) if i % folds != fold for f in rows]
            here = [f for i, rows in enumerate(articles) if i % folds == fold for f in rows]
            w = learn(rest, kind)
            losses.append((log_loss(rest, kind, w), log_loss(here, kind, w)))
        print(kind, "log loss learned from, not learned from:", *np.round(np.mean(losses, 0), 4), file=sys.stderr)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--rows", nargs="+", type=pathlib.Path, required=True)
    parser.add_argument("--all", action="store_true", help="rows of every article, for files that hold only such as may count")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate over so many parts of the articles")
    options = parser.parse_args()
    sys.path.insert(0, str(options.shared / "eval"))
    import score

    gold = {row["id"]: row for row in map(json.loads, open(options.shared / "polnear/train.jsonl", encoding="utf8"))}
    articles = []
    for path in options.rows:
        for row in map(json.loads, open(path, encoding="utf8")):
            if row["id"] in gold and (options.all or held_out(row["id"])):
                articles.append(examples(score, gold[row["id"]], row["rows"]))
    if options.folds:
        cross_validate(articles, options.folds)
    found = [f for rows in articles for f in rows]
    print("# direct, mixed, indirect; made by crates/onrecord-tagger/training/fuse.py")
    for kind in KINDS:
        print(" ".join(str(int(round(w * 100))) for w in learn(found, kind)))


if __name__ == "__main__":
    main()
