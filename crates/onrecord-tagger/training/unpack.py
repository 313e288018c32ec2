"""The network of a file of weights, for `train.py --start`: python unpack.py tagger.bin OUT.pt

Its numbers are those of 8 bits; training goes on from them as well as from those that they were rounded from.
"""
import sys

import numpy as np
import torch

from network import AFFIX_DIM, AFFIXES, SMALL, WORD_DIM, WORDS, Network
from quantise import FINE, NEAR, POINT, SCALE
from reference import Reader

STEP = 1 / 127  # of the tables; the file has it in the matrix that follows them


def read(path):
    file = Reader(path)
    file.take("u1", 16)
    width, hidden, layers, point = file.take("<i2", 4)
    w = {}

    def matrix(name, rows, columns, scale_in):
        weights, scales, offsets = file.matrix(rows, columns)
        w[name + ".weight"] = weights * scales[:, None] / (1 << SCALE) * scale_in / (1 << POINT)
        w[name + ".bias"] = offsets / (1 << POINT)

    for name, rows, columns in (("word", WORDS, WORD_DIM), ("prefix", AFFIXES, AFFIX_DIM), ("suffix", AFFIXES, AFFIX_DIM)):
        w[name + ".weight"] = file.take("i1", rows, columns) * STEP
    w["small.weight"] = file.take("<i2", sum(SMALL), width) / (1 << POINT)
    matrix("enter", width, WORD_DIM + 2 * AFFIX_DIM, 1 / STEP)
    near = []
    for i in range(layers):
        near.append([file.take("<i2", width) / (1 << NEAR) for _ in range(2)])
        matrix(f"gates.{i}", 4 * hidden, width, 1 << POINT)
        matrix(f"merge.{i}", width, 2 * hidden, 1 << FINE)
    w["left"], w["right"] = (np.array([pair[side] for pair in near]) for side in range(2))
    matrix("labels", 7, width, 1 << POINT)
    matrix("points", 4 * point, width, 1 << POINT)
    asking = np.repeat([6, 1, 6, 1], point)
    w["points.weight"], w["points.bias"] = w["points.weight"] * asking[:, None], w["points.bias"] * asking
    w["near"] = file.take("<i4", 2, 64) / (1 << POINT)
    network = Network(int(width), int(hidden), int(layers), point=int(point))
    network.load_state_dict({**network.state_dict(), **{name: torch.tensor(value, dtype=torch.float32) for name, value in w.items()}})
    return network


if __name__ == "__main__":
    network = read(sys.argv[1])
    options = {"width": network.width, "hidden": network.hidden, "layers": network.layers}
    torch.save({"weights": network.state_dict(), "options": options}, sys.argv[2])
