"""How far confidences are from what holds: python calibrate.py --shared DIR GOLD.jsonl PREDICTED.jsonl

PREDICTED is what `onrecord-eval predict` prints. Right is a quote whose content is found, with the right source and, where the gold names one,
the right speaker; a part of a quotation that is cut by its tag counts, as the gold has both parts in one.
"""
import argparse
import pathlib
import sys

import numpy as np


def rows(score, gold, predicted):
    for key, article in gold.items():
        text, found = article["text"], predicted[key]
        wanted = []
        for a in article["attributions"]:
            parts = [a["content"]] + ([[span] for span in a["content"]] if len(a["content"]) > 1 else [])
            wanted += [(score.letters(part, text), score.letters(a["source"], text), a.get("speaker")) for part in parts]
        for quote in found["quotes"]:
            if quote["kind"] == "scare":
                continue
            content = score.letters(score.span_list(quote["content"]), text)
            source = score.letters(score.span_list(quote["source"]), text)
            who = None if quote["speaker"] is None else found["speakers"][quote["speaker"]]["name"]
            meets = lambda c, s, name: score.iou(content, c) >= 0.5 and (not s or source & s) and (not name or score.same_person(name, who))
            yield quote["confidence"], any(meets(*one) for one in wanted), quote["kind"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("predicted", type=pathlib.Path)
    options = parser.parse_args()
    sys.path.insert(0, str(options.shared / "eval"))
    import score

    table = np.array([(sure, right) for sure, right, _ in rows(score, score.read(options.gold), score.read(options.predicted))], float)
    error = 0.0
    for low in np.arange(10) / 10:
        here = (table[:, 0] >= low) & ((table[:, 0] < low + 0.1) | (low > 0.85))
        if here.any():
            error += here.mean() * abs(table[here, 0].mean() - table[here, 1].mean())
            print(f"{low:.1f}  quotes {here.sum():5}  confidence {table[here, 0].mean():.3f}  right {table[here, 1].mean():.3f}")
    print(f"expected calibration error {error:.3f} of {len(table)} quotes")
    for floor in (0.0, 0.3, 0.5, 0.7, 0.8, 0.9):
        here = table[:, 0] >= floor
        print(f"min_confidence {floor:.1f}  coverage {here.mean():.3f}  precision {table[here, 1].mean():.3f}")


if __name__ == "__main__":
    main()
