"""Decodes what the network says and scores it with the shared scorer; for choosing between networks."""
import json
import pathlib
import sys

import numpy as np
import torch

from data import batch


def spans(labels):
    """(role, first, end) for roles 0 source, 1 cue, 2 content."""
    found = []
    for i, label in enumerate(labels):
        if label == 0:
            continue
        role, begins = (label - 1) // 2, label % 2 == 1
        if begins or not found or found[-1][0] != role or found[-1][2] != i:
            found.append([role, i, i + 1])
        else:
            found[-1][2] = i + 1
    return found


def pick(content, others, scores):
    """The span that the first token of a content points to, unless it points to itself."""
    if not others:
        return None
    best = [scores[content, s[1] : s[2]].max() for s in others]
    i = int(np.argmax(best))
    return i if best[i] > scores[content, content] - 1.0 else None


def decode(window, labels, to_source, to_cue):
    found = spans(labels.argmax(-1))
    sources, cues, contents = ([s for s in found if s[0] == role] for role in range(3))
    place = lambda span: [int(window.at[span[1], 0]), int(window.at[span[2] - 1, 1])]
    groups = {}
    for k, span in enumerate(contents):
        cue = pick(span[1], cues, to_cue)
        groups.setdefault(("n", k) if cue is None else ("c", cue), []).append((span, pick(span[1], sources, to_source), cue))
    quotes = []
    for group in groups.values():
        source = next((source for _, source, _ in group if source is not None), None)
        cue = group[0][2]
        quotes.append({
            "content": [place(span) for span, _, _ in group],
            "cue": [] if cue is None else [place(cues[cue])],
            "source": [] if source is None else [place(sources[source])],
        })
    return quotes


def infer(network, windows, size=32):
    network.eval()
    found = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(windows), size):
            part = windows[start : start + size]
            x, _, _, _, n = batch(part)
            answers = [answer.float().numpy() for answer in network(torch.tensor(x), torch.tensor(n))]
            for i, window in enumerate(part):
                k = window.n
                found.append((answers[0][i, :k], answers[1][i, :k, :k], answers[2][i, :k, :k]))
    network.train()
    return found


class Gold:
    """Gold articles and their windows."""

    def __init__(self, shared, path, windows, keep=lambda article_id: True):
        sys.path.insert(0, str(pathlib.Path(shared) / "eval"))
        import score

        self.score, self.windows = score, windows
        rows = (json.loads(line) for line in open(path, encoding="utf8"))
        self.gold = {row["id"]: row for row in rows if keep(row["id"])}

    def figures(self, network):
        return self.figures_of(infer(network, self.windows))

    def figures_of(self, answers):
        quotes = {key: [] for key in self.gold}
        for window, answer in zip(self.windows, answers):
            quotes[window.article] += decode(window, *answer)
        result = self.score.score(self.gold, {key: {"id": key, "quotes": value} for key, value in quotes.items()})[0]
        return {name: round(value.get("f1", value.get("r", 0)), 3) for name, value in result.items() if "f1" in value or "recall" in name}
