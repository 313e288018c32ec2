"""Writes the network as the file of weights that the crate reads: python quantise.py IN.pt OUT.bin"""
import sys

import numpy as np
import torch

from network import SMALL, buckets

POINT, FINE, NEAR, SCALE = 11, 14, 12, 24


def rows(weight):
    """8-bit rows and what each must be multiplied by."""
    step = np.maximum(np.abs(weight).max(1), 1e-6) / 127
    return np.clip(np.round(weight / step[:, None]), -127, 127).astype(np.int8), step


def matrix(weight, bias, scale_in, scale_out=1 << POINT):
    """Bytes of a matrix whose inputs stand for themselves over `scale_in`."""
    whole, step = rows(weight)
    factor = np.round(step / scale_in * scale_out * (1 << SCALE)).astype(np.int64)
    assert np.abs(factor).max() < 1 << 31
    offset = np.round(np.zeros(len(weight)) if bias is None else bias * scale_out)
    return whole.tobytes() + factor.astype("<i4").tobytes() + offset.astype("<i4").tobytes()


def fixed(values, bits, kind="<i2"):
    limit = np.iinfo(np.dtype(kind))
    return np.clip(np.round(values * (1 << bits)), limit.min, limit.max).astype(kind).tobytes()


def curves():
    x = (np.arange(4096) - 2048 + 0.5) / 256
    return fixed(1 / (1 + np.exp(-x)), FINE) + fixed(np.tanh(x), FINE)


def tables(w):
    """The three tables in 8 bits and, for each, what its numbers must be multiplied by."""
    found, steps = [], []
    for name in ("word", "prefix", "suffix"):
        table = w[name + ".weight"]
        # A few far values would cost all others their precision.
        step = np.quantile(np.abs(table), 0.9995) / 127
        found.append(np.clip(np.round(table / step), -127, 127).astype(np.int8).tobytes())
        steps.append(np.full(table.shape[1], step))
    return found, np.concatenate(steps)


def write(path_in, path_out):
    saved = torch.load(path_in, weights_only=False)
    w = {name: value.float().numpy() for name, value in saved["weights"].items() if value.is_floating_point()}
    layers, width = w["left"].shape
    hidden, point = w["gates.0.weight"].shape[0] // 4, w["points.weight"].shape[0] // 4
    out = [b"onrecord tagger1", np.array([width, hidden, layers, point], "<i2").tobytes()]
    bytes_of, steps = tables(w)
    out += bytes_of
    out.append(fixed(w["small.weight"], POINT))
    out.append(matrix(w["enter.weight"] * steps[None], w["enter.bias"], 1))
    for i in range(layers):
        out += [fixed(w["left"][i], NEAR), fixed(w["right"][i], NEAR)]
        out.append(matrix(w[f"gates.{i}.weight"], w[f"gates.{i}.bias"], 1 << POINT))
        out.append(matrix(w[f"merge.{i}.weight"], w[f"merge.{i}.bias"], 1 << FINE))
    out.append(matrix(w["labels.weight"], w["labels.bias"], 1 << POINT))
    # The division of the scores by 6 is taken into the asking vectors.
    scale = np.repeat([1 / 6, 1, 1 / 6, 1], point)
    out.append(matrix(w["points.weight"] * scale[:, None], w["points.bias"] * scale, 1 << POINT))
    out.append(fixed(w["near"], POINT, "<i4"))
    window = saved["options"].get("window", 320)
    distances = np.concatenate([buckets(window)[-1, :-1], buckets(window)[0]])
    out.append(distances.astype(np.uint8).tobytes())
    out.append(curves())
    assert len(w["small.weight"]) == sum(SMALL)
    open(path_out, "wb").write(b"".join(out))


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
