"""Trains the student: python train.py --features DIR --shared DIR --out FILE [--soft FILE] [--seed N] [...]; see README.md."""
import argparse
import math
import pathlib
import pickle
import random
import time

import numpy as np
import torch
from torch import distributed

import data
from measure import Gold
from network import Network, loss


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", type=pathlib.Path, required=True, help="folder of *.jsonl from `onrecord-eval features`")
    parser.add_argument("--shared", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--soft", type=pathlib.Path, nargs="+", help="the teachers' labels of unlabelled posts")
    parser.add_argument("--start", type=pathlib.Path, help="a network to go on from")
    parser.add_argument("--vectors", type=pathlib.Path, help="first vectors of words (.npy)")
    parser.add_argument("--rough", default="11,12,13", help="seeds of the roughened copies, one for each pass")
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--minutes", type=float, default=0, help="the most that training may take")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--drop", type=float, default=0.25)
    parser.add_argument("--last", type=int, default=1, help="what is written is the mean of the weights after so many of the last passes")
    parser.add_argument("--swap", type=float, default=0.0, help="the share of words that others stand in for")
    parser.add_argument("--turns", action="store_true", help="gold and roughened copy by turns, not both in each pass")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rank", default="0/1", help="0/2 and 1/2: two processes, each with half of every batch")
    parser.add_argument("--meet", type=pathlib.Path, help="a file, not there yet, by which processes find each other")
    parser.add_argument("--limit", type=int, default=0, help="most windows of posts")
    parser.add_argument("--parts", type=int, default=1, help="each pass sees one in so many of the posts' windows, the next pass others")
    return parser.parse_args()


def soften(paths, features, limit):
    """The posts' windows with the teachers' labels in place of gold."""
    labels = {}
    for path in paths:
        with open(path, "rb") as file:
            labels.update(pickle.load(file))
    windows = [window for window in data.read(features / "posts.jsonl", lambda key: (key, 0) in labels)]
    count, kept = {}, []
    for window in windows:
        k = count[window.article] = count.get(window.article, -1) + 1
        row = labels.get((window.article, k))
        if row is not None:
            window.soft, window.source, window.cue = row[0].astype(np.float32), row[1].astype(np.int32), row[2].astype(np.int32)
            kept.append(window)
    return kept[:limit] if limit else kept


def groups(network):
    tables = [network.word.weight, network.prefix.weight, network.suffix.weight]
    known = {id(table) for table in tables}
    return tables, [p for p in network.parameters() if id(p) not in known]


class Together:
    """Processes that learn the same network, each from its share of every batch: their gradients are averaged."""

    def __init__(self, options):
        self.rank, self.size = map(int, options.rank.split("/"))
        self.spent = 0.0
        if self.size > 1:
            distributed.init_process_group("gloo", f"file://{options.meet.resolve()}", rank=self.rank, world_size=self.size)

    def share(self, windows):
        return windows[self.rank :: self.size] or windows[:1]

    def average(self, parameters, spent):
        """Gradients, and how much of the time is spent, on which all must agree."""
        self.spent = spent
        if self.size > 1:
            grads = [torch.zeros_like(p) if p.grad is None else p.grad for p in parameters]
            flat = torch.cat([grad.flatten() for grad in grads] + [torch.tensor([spent])])
            distributed.all_reduce(flat)
            flat /= self.size
            self.spent = float(flat[-1])
            for grad, part in zip(grads, flat[:-1].split([grad.numel() for grad in grads])):
                grad.copy_(part.view_as(grad))
            for p, grad in zip(parameters, grads):
                p.grad = grad


def mean(states):
    """The mean of the weights of some passes."""
    return {name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value for name, value in states[-1].items()}


def train(options):
    torch.set_num_threads(options.threads)
    together = Together(options)
    torch.manual_seed(options.seed)
    rng, began = random.Random(options.seed), time.time()
    learn = lambda key: not data.held_out(key)
    gold = data.read(options.features / "train.jsonl", learn)
    seeds = [seed for seed in options.rough.split(",") if seed]
    rough = [data.read(options.features / f"rough{seed}.jsonl", learn) for seed in seeds]
    soft = soften(options.soft, options.features, options.limit) if options.soft else []
    dev = Gold(options.shared, options.shared / "polnear/dev.jsonl", data.read(options.features / "dev.jsonl"))
    held = Gold(options.shared, options.shared / "polnear/train.jsonl", data.read(options.features / "train.jsonl", data.held_out), data.held_out)
    some = lambda i: soft[i % options.parts :: options.parts]
    copy = lambda i: rough[i % len(rough)] if rough else []
    own = lambda i: (gold, copy(i // 2))[i % 2] if options.turns else gold + copy(i)
    passes = [own(i) + some(i) for i in range(options.passes)]
    swaps = data.Swaps(gold + soft, options.swap, options.seed + together.rank) if options.swap else None
    steps = sum(-(-len(part) // options.batch) for part in passes)
    print("windows", len(gold), [len(part) for part in passes], "steps", steps, round(time.time() - began), flush=True)
    network = Network(options.width, options.hidden, options.layers, options.drop)
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=False)["weights"])
    elif options.vectors:
        network.word.weight.data = torch.tensor(np.load(options.vectors))
    tables, others = groups(network)
    optimizer = torch.optim.AdamW([{"params": tables, "weight_decay": 0.0}, {"params": others, "weight_decay": 0.01}], lr=options.rate, fused=True)
    warm = max(1, min(200, steps // 10))
    # On a machine that is shared, time may be what runs out first: the rate falls with whichever is further.
    spent = lambda: (time.time() - began) / 60 / options.minutes if options.minutes else 0.0
    fall = lambda part: 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, part)))
    pace = lambda k: min(1.0, (k + 1) / warm) * fall(max((k - warm) / max(1, steps - warm), together.spent))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    torch.manual_seed(options.seed + together.rank)
    average = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    kept = []
    for number, part in enumerate(passes):
        total, seen = 0.0, 0
        for some in data.batches(part, options.batch, rng):
            if together.spent >= 1:
                break
            arrays = [torch.tensor(array) for array in data.batch(together.share(some), swaps)]
            optimizer.zero_grad()
            with torch.autocast("cpu", torch.bfloat16):
                value = loss(network, *arrays)
            value.backward()
            together.average(tables + others, spent())
            torch.nn.utils.clip_grad_norm_(others, 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(network)
            total, seen = total + value.item(), seen + 1
            if together.rank == 0 and (seen == 20 or seen % 200 == 0):
                print("  step", seen, round(total / seen, 4), round(time.time() - began), flush=True)
        if together.rank > 0:
            continue
        print("pass", number, "loss", round(total / max(1, seen), 4), "seconds", round(time.time() - began), flush=True)
        print("  dev ", dev.figures(average.module), flush=True)
        print("  held", held.figures(average.module), flush=True)
        kept = kept[1 - options.last :] if options.last > 1 else []
        kept.append({name: value.clone() for name, value in average.module.state_dict().items()})
        torch.save({"weights": mean(kept), "options": vars(options)}, options.out)
        if together.spent >= 1:
            break


if __name__ == "__main__":
    train(arguments())
