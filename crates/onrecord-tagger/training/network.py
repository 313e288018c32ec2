"""The network: embedded features, three bidirectional gated recurrences with residuals, labels and two pointers.

The recurrence is linear in its state, h = h + z (c - h), with gate z and candidate c from the input alone: all products of a layer are one
matrix product over the window, which is fast to train and fast to run in integers.
"""
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WORDS, AFFIXES, SMALL = 1 << 15, 1 << 12, (24, 32, 10, 16, 5, 17, 13, 9, 5)
WORD_DIM, AFFIX_DIM, POINT = 48, 16, 48


def buckets(window):
    """Distance from one token to another, finer near than far: 64 classes."""
    distance = np.arange(window)[None, :] - np.arange(window)[:, None]
    return np.clip(np.sign(distance) * np.floor(np.log2(np.abs(distance) + 1) * 3).astype(int) + 32, 0, 63)


class Scan(torch.autograd.Function):
    """h[t] = h[t-1] + z[t] (c[t] - h[t-1]), over the first axis."""

    @staticmethod
    def forward(ctx, z, c):
        h = torch.empty_like(c)
        state = torch.zeros_like(c[0])
        for t in range(c.shape[0]):
            state = torch.lerp(state, c[t], z[t], out=h[t])
        ctx.save_for_backward(z, c, h)
        return h

    @staticmethod
    def backward(ctx, grad):
        z, c, h = ctx.saved_tensors
        keep = 1 - z
        total = torch.empty_like(grad)
        state = torch.zeros_like(grad[0])
        for t in range(grad.shape[0] - 1, -1, -1):
            torch.add(grad[t], state, out=total[t])
            state = total[t] * keep[t]
        before = torch.cat([torch.zeros_like(h[:1]), h[:-1]])
        return total * (c - before), total * z


class Network(nn.Module):
    def __init__(self, width=128, hidden=128, layers=3, drop=0.25, window=320, point=POINT):
        super().__init__()
        self.width, self.hidden, self.layers, self.drop, self.window = width, hidden, layers, drop, window
        self.word = nn.Embedding(WORDS, WORD_DIM)
        self.prefix = nn.Embedding(AFFIXES, AFFIX_DIM)
        self.suffix = nn.Embedding(AFFIXES, AFFIX_DIM)
        for table in (self.word, self.prefix, self.suffix):
            nn.init.normal_(table.weight, std=0.1)
        self.small = nn.Embedding(sum(SMALL), width)
        nn.init.normal_(self.small.weight, std=0.1)
        self.register_buffer("offsets", torch.tensor(np.cumsum((0,) + SMALL[:-1])))
        self.enter = nn.Linear(WORD_DIM + 2 * AFFIX_DIM, width)
        self.left = nn.Parameter(torch.zeros(layers, width))
        self.right = nn.Parameter(torch.zeros(layers, width))
        self.gates = nn.ModuleList(nn.Linear(width, 4 * hidden) for _ in range(layers))
        self.merge = nn.ModuleList(nn.Linear(2 * hidden, width) for _ in range(layers))
        for gates, merge in zip(self.gates, self.merge):
            nn.init.normal_(gates.weight, std=width**-0.5)
            nn.init.normal_(merge.weight, std=(2 * hidden) ** -0.5 * 0.7)
            # Gates start at memories of a few to a hundred tokens.
            with torch.no_grad():
                gates.bias[: 2 * hidden] = -torch.rand(2 * hidden) * 4
        self.labels = nn.Linear(width, 7)
        self.points = nn.Linear(width, 4 * point)
        self.near = nn.Parameter(torch.zeros(2, 64))
        self.point = point
        self.register_buffer("buckets", torch.tensor(buckets(window)))

    def forward(self, x, n):
        """Labels [b, t, 7] and the pointers to source and cue [b, t, t]."""
        x = x.transpose(0, 1)  # time first
        real = (torch.arange(x.shape[0])[:, None] < n[None]).float()[..., None]
        here = self.embed(x) * real
        for i in range(self.layers):
            here = here + self.layer(i, here, real)
        return self.heads(self.dropped(here).transpose(0, 1), n)

    def dropped(self, x):
        """One mask for all steps of time: the recurrence sees the same units throughout."""
        if not self.training:
            return x
        mask = torch.empty(1, *x.shape[1:]).bernoulli_(1 - self.drop) / (1 - self.drop)
        return x * mask

    def embed(self, x):
        word = self.word(x[..., 0])
        if self.training:
            word = word * (torch.rand(x.shape[:2]) > 0.1)[..., None]
        affixes = [self.prefix(x[..., 1]), self.suffix(x[..., 2])]
        small = self.small(x[..., 3:] + self.offsets).sum(-2)
        return self.enter(self.dropped(torch.cat([word, *affixes], -1))) + small

    def layer(self, i, x, real):
        around = F.pad(x, (0, 0, 0, 0, 1, 1))
        x = self.dropped(x + self.left[i] * around[:-2] + self.right[i] * around[2:])
        gates = self.gates[i](x).float()
        z, c = torch.sigmoid(gates[..., : 2 * self.hidden]) * real, torch.tanh(gates[..., 2 * self.hidden :])
        h = self.hidden
        ahead = Scan.apply(z[..., :h].contiguous(), c[..., :h].contiguous())
        back = Scan.apply(z[..., h:].flip(0).contiguous(), c[..., h:].flip(0).contiguous()).flip(0)
        return self.merge[i](self.dropped(torch.cat([ahead, back], -1))) * real

    def heads(self, x, n):
        q = self.points(x).split(self.point, -1)
        size = x.shape[1]
        beyond = torch.zeros(x.shape[0], 1, size).masked_fill(torch.arange(size)[None, None] >= n[:, None, None], -1e9)
        point = lambda a, b, near: a @ b.transpose(1, 2) / 6 + near[self.buckets[:size, :size]] + beyond
        return self.labels(x), point(q[0], q[1], self.near[0]), point(q[2], q[3], self.near[1])


def loss(network, x, y, source, cue, n, smooth=0.0):
    labels, to_source, to_cue = network(x, n)
    real = torch.arange(x.shape[1])[None] < n[:, None]
    total = F.cross_entropy(labels.float()[real], y[real])
    for scores, target in ((to_source, source), (to_cue, cue)):
        known = target >= 0
        if known.any():
            total = total + 0.1 * F.cross_entropy(scores.float()[known], target[known])
    return total
