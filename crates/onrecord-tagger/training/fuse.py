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
        found.append((row["kind"], row["signs"], right, best))
    return found


def regression(x, y, weight, decay=40.0, rounds=60):
    """Newton's method; the first column is the constant and is not held small."""
    w, penalty = np.zeros(x.shape[1]), np.full(x.shape[1], decay)
    penalty[0] = 1e-3
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (weight * (p - y)) + penalty * w
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-6)
        w -= np.linalg.solve(curve, slope)
    return w


def learn(found):
    weights = []
    everything = [f for f in found]
    for kind in KINDS:
        mine = [f for f in everything if f[0] == kind]
        x = np.array([f[1] for f in mine], float) / 100
        # Between readings that are all right, the one with the better limits shall win.
        y = np.array([(0.5 + 0.5 * f[3]) if f[2] else 0.0 for f in mine])
        w = regression(x, y, np.ones(len(mine)))
        # Weights that were held small make every candidate look more doubtful than it is: one factor for all of them sets that right.
        w *= regression((x @ w)[:, None], y, np.ones(len(mine)))[0]
        p = 1 / (1 + np.exp(-x @ w))
        print(kind, len(mine), "right", round(float(np.mean([f[2] for f in mine])), 3), "log loss", round(float(-np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))), 4), file=sys.stderr)
        weights.append(w)
    return weights


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--rows", nargs="+", type=pathlib.Path, required=True)
    parser.add_argument("--all", action="store_true", help="rows of every article, for files that hold only such as may count")
    options = parser.parse_args()
    sys.path.insert(0, str(options.shared / "eval"))
    import score

    gold = {row["id"]: row for row in map(json.loads, open(options.shared / "polnear/train.jsonl", encoding="utf8"))}
    found = []
    for path in options.rows:
        for row in map(json.loads, open(path, encoding="utf8")):
            if row["id"] in gold and (options.all or held_out(row["id"])):
                found += examples(score, gold[row["id"]], row["rows"])
    print("# direct, mixed, indirect; made by crates/onrecord-tagger/training/fuse.py")
    for weights in learn(found):
        print(" ".join(str(int(round(w * 100))) for w in weights))


if __name__ == "__main__":
    main()
