"""Trains the network of target sentiment. `stance` of models/train.ts calls it: see models/stance/README.md.

network.py valence FOLDER   spreads the lexicons over all words by their vectors: writes wide.i8
network.py train FOLDER     trains on four folds at a time and on all: writes scores.f32, taught.f32 (held out) and network.f32
"""

import os
import random
import sys
from typing import NamedTuple

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402
import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402

torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)


class Recipe(NamedTuple):
    units: int
    dropout: float
    batch: int
    rate: float
    seed: int


TEACHERS = [Recipe(64, 0.5, 64, 2e-3, seed) for seed in (1, 2)]
STUDENT = Recipe(32, 0.3, 128, 2.8e-3, 7)
GOLD_SHARE = 0.4  # of the label beside the teachers in what the student learns of a labelled target
HIDDEN, EPOCHS, DECAY = 64, 12, 0.85
WORD_DROPOUT, SMOOTHING, AVERAGE = 0.15, 0.1, 0.99
SPECIALS, DIMENSIONS, FEATURES, TAGS, FARTHEST, PARTS = 8, 100, 19, 18, 15, 10
FOLDS, LONGEST, UNLABELLED = 5, 100, -1


def valence(folder):
    """Kernel ridge regression of the lexicons' values on the vectors' directions; words of no lexicon draw towards 0."""
    vectors = np.fromfile(f"{folder}/vectors.f32", np.float32).reshape(-1, DIMENSIONS).astype(np.float64)
    known = np.fromfile(f"{folder}/valences.f32", np.float32)
    z = (vectors - vectors.mean(0)) / vectors.std(0)
    z /= np.linalg.norm(z, axis=1, keepdims=True)
    told = np.flatnonzero(known)
    untold = np.random.default_rng(0).choice(np.flatnonzero(known == 0), len(told) * 6 // 10, replace=False)
    rows = np.concatenate([told, untold])
    kernel = lambda a, b: np.exp(2 * a @ b.T - 2)  # noqa: E731
    alpha = np.linalg.solve(kernel(z[rows], z[rows]) + np.eye(len(rows)), known[rows].astype(np.float64))
    wide = np.concatenate([kernel(z[i : i + 2000], z[rows]) @ alpha for i in range(0, len(z), 2000)])
    np.clip(np.round(wide * 64), -127, 127).astype(np.int8).tofile(f"{folder}/wide.i8")


class Data:
    """All examples, padded. Fold FOLDS is judged by the network of all and taught to none."""

    def __init__(self, folder):
        read = lambda name, kind: np.fromfile(f"{folder}/{name}", kind)  # noqa: E731
        lengths, self.folds = read("lengths.i32", np.int32), read("folds.i32", np.int32)
        ends = np.cumsum(lengths)
        self.count = len(lengths)
        self.lengths = torch.tensor(np.minimum(lengths, LONGEST)).long()

        def padded(flat):
            out = np.zeros((self.count, LONGEST, *flat.shape[1:]), flat.dtype)
            for i, end in enumerate(ends):
                part = flat[end - lengths[i] : end][:LONGEST]
                out[i, : len(part)] = part
            return torch.tensor(out)

        self.rows = padded(read("rows.i32", np.int32)).long()
        self.tags = padded(read("tags.u8", np.uint8)).long()
        self.distances = padded(read("distances.u8", np.uint8)).long()
        self.features = padded(read("features.f32", np.float32).reshape(-1, FEATURES))
        self.parts = torch.tensor(read("parts.i32", np.int32)).long()
        self.labels = torch.tensor(read("labels.i32", np.int32)).long()
        self.vectors = torch.tensor(read("vectors.f32", np.float32).reshape(-1, DIMENSIONS))
        # What the linear model that did not see a fold, and last that of all, says of each example.
        self.linear = torch.tensor(read("linear.f32", np.float32).reshape(FOLDS + 1, self.count, 3))

    def batch(self, index):
        longest = int(self.lengths[index].max())
        cut = lambda column: column[index, :longest]  # noqa: E731
        columns = [cut(c) for c in (self.rows, self.tags, self.distances, self.features)]
        return (*columns, self.lengths[index], self.parts[index])


class Network(nn.Module):
    def __init__(self, vectors, recipe):
        super().__init__()
        units = recipe.units
        self.register_buffer("vectors", torch.cat([torch.zeros(SPECIALS, DIMENSIONS), vectors]), persistent=False)
        self.specials = nn.Parameter(torch.randn(SPECIALS, DIMENSIONS) * 0.3)
        self.lift = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.tags, self.distances = nn.Embedding(TAGS, 10), nn.Embedding(2 * FARTHEST + 1, 16)
        self.gru = nn.GRU(DIMENSIONS + 26 + FEATURES, units, batch_first=True, bidirectional=True)
        self.attention = nn.Linear(2 * units, 1, bias=False)
        self.hidden, self.out = nn.Linear(8 * units + 2 * FEATURES + PARTS, HIDDEN), nn.Linear(HIDDEN, 3)
        self.drop, self.drop_hidden = nn.Dropout(recipe.dropout), nn.Dropout(0.3)

    def forward(self, rows, tags, distances, features, lengths, parts):
        if self.training:
            hide = (torch.rand(rows.shape) < WORD_DROPOUT) & (rows >= SPECIALS)
            rows = torch.where(hide, torch.zeros_like(rows), rows)
        there = (torch.arange(rows.shape[1])[None] < lengths[:, None]).float()
        special = F.embedding(rows.clamp(max=SPECIALS - 1), self.specials)
        vector = torch.where((rows < SPECIALS)[:, :, None], special, F.embedding(rows, self.vectors))
        lifted = torch.tanh(self.lift(vector)) + vector
        given = torch.cat([self.drop(lifted), self.tags(tags), self.distances(distances), features], -1)
        packed = nn.utils.rnn.pack_padded_sequence(given, lengths, batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True, total_length=rows.shape[1])
        return self.pooled(self.drop(states), distances, features, there, parts)

    def pooled(self, states, distances, features, there, parts):
        judged, mention = features[:, :, 1] * there, features[:, :, 0] * there
        mean = lambda w: (states * w[:, :, None]).sum(1) / w.sum(1, keepdim=True).clamp(min=1e-9)  # noqa: E731
        heed = self.attention(states)[:, :, 0].masked_fill(there == 0, -1e9).softmax(1)
        most = states.masked_fill(there[:, :, None] == 0, -1e9).max(1)[0]
        near = torch.exp(-(distances - FARTHEST).abs().float() / 6) * there
        sums = [(features * w[:, :, None]).sum(1) for w in (there / 10, near / 5)]
        pooled = [mean(judged), mean(mention), mean(heed), most, *sums, F.one_hot(parts, PARTS).float()]
        return self.out(self.drop_hidden(torch.tanh(self.hidden(torch.cat(pooled, -1)))))


def trained(data, index, recipe, goals):
    """One network, taught the rows of `goals`; its weights are a moving average of those along the way."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    network = Network(data.vectors, recipe)
    optimiser = torch.optim.Adam(network.parameters(), lr=recipe.rate, weight_decay=1e-5)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    step = 0
    for _ in range(EPOCHS):
        network.train()
        for batch in batches(data, index, recipe.batch, chance):
            loss = -(goals[batch] * network(*data.batch(batch)).log_softmax(1)).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 3.0)
            optimiser.step()
            step += 1
            keep = min(AVERAGE, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    average[name].mul_(keep).add_(value, alpha=1 - keep)
        for group in optimiser.param_groups:
            group["lr"] *= DECAY
    network.load_state_dict(average)
    return network.eval()


def batches(data, index, size, chance):
    """Shuffled, then put together by length within every 25 batches."""
    order = list(index)
    chance.shuffle(order)
    out = []
    for start in range(0, len(order), size * 25):
        chunk = sorted(order[start : start + size * 25], key=lambda i: int(data.lengths[i]))
        out += [torch.tensor(chunk[k : k + size]) for k in range(0, len(chunk), size)]
    chance.shuffle(out)
    return out


def scores(network, data, index):
    """In batches of like length."""
    order = sorted(index, key=lambda i: int(data.lengths[i]))
    out = torch.zeros(data.count, 3)
    with torch.no_grad():
        for start in range(0, len(order), 256):
            batch = torch.tensor(order[start : start + 256])
            out[batch] = network(*data.batch(batch))
    return out[index]


def arrays(network):
    """What `networkSizes` of pipeline/score/target/network-weights.ts lists, in its order."""
    at = {name: value.detach() for name, value in network.named_parameters()}
    given = torch.cat([at["gru.weight_ih_l0"], at["gru.weight_ih_l0_reverse"]])
    word, tag, distance, feature = given.split([DIMENSIONS, 10, 16, FEATURES], 1)
    return [
        *(at["specials"], at["lift.weight"], at["lift.bias"], word),
        torch.cat([at["gru.bias_ih_l0"], at["gru.bias_ih_l0_reverse"]]),
        *(at["tags.weight"] @ tag.T, at["distances.weight"] @ distance.T, feature.T),
        *(at["gru.weight_hh_l0"], at["gru.bias_hh_l0"], at["gru.weight_hh_l0_reverse"], at["gru.bias_hh_l0_reverse"]),
        *(at["attention.weight"], at["hidden.weight"], at["hidden.bias"], at["out.weight"], at["out.bias"]),
    ]


def taught(data, fold):
    """The student of a fold, and the scores of its teachers. Neither it nor they saw a sentence of the fold (Hinton et al. 2015)."""
    seen = [i for i in range(data.count) if data.folds[i] not in (fold, FOLDS)]
    gold = [i for i in seen if data.labels[i] != UNLABELLED]
    labels = F.one_hot(data.labels.clamp(min=0), 3) * (1 - SMOOTHING) + SMOOTHING / 3
    teachers = [trained(data, gold, recipe, labels) for recipe in TEACHERS]
    everything = list(range(data.count))
    told = sum(scores(teacher, data, everything) for teacher in teachers) / len(teachers)
    # The linear model knows the labels that it was fitted on too well to teach them.
    joined = ((told + data.linear[fold]) / 2).softmax(1)
    mixed = GOLD_SHARE * labels + (1 - GOLD_SHARE) * told.softmax(1)
    goals = torch.where((data.labels == UNLABELLED)[:, None], joined, mixed)
    return trained(data, seen, STUDENT, goals), told


def train(folder):
    data = Data(folder)
    held_scores, held_taught = torch.zeros(data.count, 3), torch.zeros(data.count, 3)
    for fold in (FOLDS, *range(FOLDS)):
        student, told = taught(data, fold)
        if fold == FOLDS:
            flat = torch.cat([array.reshape(-1) for array in arrays(student)])
            flat.numpy().astype(np.float32).tofile(f"{folder}/network.f32")
        held = [i for i in range(data.count) if data.folds[i] == fold]
        held_scores[held], held_taught[held] = scores(student, data, held), told[held]
        gold = [i for i in held if data.labels[i] != UNLABELLED]
        right = [(s[gold].argmax(1) == data.labels[gold]).float().mean() for s in (held_scores, held_taught)]
        print(f"fold {fold + 1}: student {right[0]:.4f}, teachers {right[1]:.4f}", file=sys.stderr, flush=True)
    np.array(held_taught).astype(np.float32).tofile(f"{folder}/taught.f32")
    np.array(held_scores).astype(np.float32).tofile(f"{folder}/scores.f32")


if __name__ == "__main__":
    {"valence": valence, "train": train}[sys.argv[1]](sys.argv[2])
