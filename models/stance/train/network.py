"""Trains the networks of target sentiment. `stance` of models/train.ts calls it: see models/stance/README.md.

network.py valence FOLDER   spreads the lexicons over all words by their vectors: writes wide.i8
network.py train FOLDER     trains on four folds at a time and on all: writes scores.f32 (held out) and networks.f32
"""

import json
import os
import random
import sys

os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402
import torch  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402

torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)

MEMBERS, UNITS, HIDDEN = 2, 32, 64
EPOCHS, BATCH, RATE, DECAY = 12, 64, 2e-3, 0.85
DROPOUT, WORD_DROPOUT, SMOOTHING, AVERAGE = 0.4, 0.1, 0.1, 0.99
SPECIALS, DIMENSIONS, FEATURES, TAGS, FARTHEST, PARTS = 8, 100, 19, 18, 15, 10
FOLDS, LONGEST = 5, 100


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
    """All examples, padded."""

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

    def batch(self, index):
        longest = int(self.lengths[index].max())
        cut = lambda column: column[index, :longest]  # noqa: E731
        columns = [cut(c) for c in (self.rows, self.tags, self.distances, self.features)]
        return (*columns, self.lengths[index], self.parts[index])


class Network(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.register_buffer("vectors", torch.cat([torch.zeros(SPECIALS, DIMENSIONS), vectors]), persistent=False)
        self.specials = nn.Parameter(torch.randn(SPECIALS, DIMENSIONS) * 0.3)
        self.lift = nn.Linear(DIMENSIONS, DIMENSIONS)
        self.tags, self.distances = nn.Embedding(TAGS, 10), nn.Embedding(2 * FARTHEST + 1, 16)
        self.gru = nn.GRU(DIMENSIONS + 26 + FEATURES, UNITS, batch_first=True, bidirectional=True)
        self.attention = nn.Linear(2 * UNITS, 1, bias=False)
        self.hidden, self.out = nn.Linear(8 * UNITS + 2 * FEATURES + PARTS, HIDDEN), nn.Linear(HIDDEN, 3)
        self.drop, self.drop_hidden = nn.Dropout(DROPOUT), nn.Dropout(0.3)

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


def trained(data, index, seed):
    """One network; its weights are a moving average of those along the way."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network(data.vectors)
    optimiser = torch.optim.Adam(network.parameters(), lr=RATE, weight_decay=1e-5)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    step = 0
    for _ in range(EPOCHS):
        network.train()
        for batch in batches(data, index, chance):
            loss = F.cross_entropy(network(*data.batch(batch)), data.labels[batch], label_smoothing=SMOOTHING)
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


def batches(data, index, chance):
    """Shuffled, then put together by length within every 25 batches."""
    order = list(index)
    chance.shuffle(order)
    out = []
    for start in range(0, len(order), BATCH * 25):
        chunk = sorted(order[start : start + BATCH * 25], key=lambda i: int(data.lengths[i]))
        out += [torch.tensor(chunk[k : k + BATCH]) for k in range(0, len(chunk), BATCH)]
    chance.shuffle(out)
    return out


def scores(network, data, index):
    with torch.no_grad():
        return torch.cat([network(*data.batch(torch.tensor(index[i : i + 64]))) for i in range(0, len(index), 64)])


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


def train(folder):
    data = Data(folder)
    known = [i for i in range(data.count) if data.folds[i] < FOLDS]
    held_scores = torch.zeros(data.count, 3)
    for fold in range(FOLDS + 1):
        print(f"networks for fold {fold + 1} of {FOLDS}, then of all", file=sys.stderr, flush=True)
        rest = [i for i in known if data.folds[i] != fold]
        held = [i for i in range(data.count) if data.folds[i] == fold]
        members = [trained(data, rest, seed) for seed in range(1, MEMBERS + 1)]
        held_scores[held] = sum(scores(member, data, held) for member in members) / MEMBERS
    np.array(held_scores).astype(np.float32).tofile(f"{folder}/scores.f32")
    flat = torch.cat([array.reshape(-1) for member in members for array in arrays(member)])
    flat.numpy().astype(np.float32).tofile(f"{folder}/networks.f32")


if __name__ == "__main__":
    {"valence": valence, "train": train}[sys.argv[1]](sys.argv[2])
