"""Trains the encoder and its heads.  README.md tells where the data come from.

  python3 -m training.train --data DATA --work WORK (--minutes N | --until HH:MM | --steps N) [--config FILE] [--start FILE]
                            [--layers N] [--inner N] [--rewind X] [--only HEAD]

Every few minutes WORK/NAME.pt is replaced; started again, the run goes on from there.  The learning rate falls
linearly to zero at the end, wherever the end lies; a finished run goes on with --rewind 0.5, say (half the rate).
One thread.
"""
import argparse
import collections
import datetime
import pathlib
import random
import time
import tomllib

import torch

from training import encoder as enc
from training import model as models
from training import warm_start
from training.heads import HEADS
from training.sources import Source, stream
from training.wordpiece import WordPiece


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", required=True, type=pathlib.Path)
    ap.add_argument("--work", required=True, type=pathlib.Path, help="the pretrained encoder, checkpoints and log")
    ap.add_argument("--config", type=pathlib.Path, default=pathlib.Path(__file__).parent / "config.toml")
    ap.add_argument("--name", default="core", help="of the model: WORK/NAME.pt is its checkpoint")
    ap.add_argument("--layers", type=int, help="of the encoder, instead of the config's")
    ap.add_argument("--inner", type=int, metavar="UNITS", help="of each feed-forward layer, instead of the config's")
    ap.add_argument("--start", type=pathlib.Path, help="weights of another run: a checkpoint, whose first layers are taken"
                    " if it has more, or what warm_start.py reads")
    ap.add_argument("--only", metavar="HEAD", help="learn this head of a finished run alone, on its encoder as it is")
    ap.add_argument("--rewind", type=float, metavar="0..1", help="put the schedule of a resumed run back to here")
    end = ap.add_mutually_exclusive_group(required=True)
    end.add_argument("--minutes", type=float)
    end.add_argument("--until", help="time of day")
    end.add_argument("--steps", type=int)
    return ap.parse_args()


class Clock:
    """How far is the run, 0 to 1?  By time or by steps; a resumed run goes on from where it stood."""

    def __init__(self, args, done):
        self.before, self.begin, self.steps = done, time.time(), args.steps
        if args.until:
            hour, minute = map(int, args.until.split(":"))
            now = datetime.datetime.now()
            self.seconds = (now.replace(hour=hour, minute=minute, second=0) - now).total_seconds() % 86400
        else:
            self.seconds = (args.minutes or 0) * 60

    def __call__(self, step):
        if self.steps:
            return step / self.steps
        return self.before + (1 - self.before) * (time.time() - self.begin) / self.seconds


def labels_of(sources):
    """The lists of every head, out of the documents of the sources that feed it."""
    out = {}
    for name, head in HEADS.items():
        out |= head.labels([d for s in sources if name in s.heads for d in s.documents])
    return out


def optimizer_of(model, config):
    small = model.encoder.pretrained()
    known = {id(p) for p in small}
    other = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    rates = config["train"]["encoder_rate"], config["train"]["head_rate"]
    small = [p for p in small if p.requires_grad]
    groups = [{"params": p, "lr": r, "base": r} for p, r in zip((small, other), rates) if p]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=config["train"]["weight_decay"])


class Run:
    def __init__(self, args):
        self.args, self.config = args, tomllib.loads(args.config.read_text("utf-8"))
        for size in ("layers", "inner"):
            self.config["encoder"][size] = getattr(args, size) or self.config["encoder"][size]
        self.path = args.work / f"{args.name}.pt"
        resumed = torch.load(self.path, map_location="cpu") if self.path.exists() else None
        seed = self.config["train"]["seed"] + (resumed["step"] if resumed else 0)
        self.random = random.Random(seed)
        torch.manual_seed(seed)
        roots = {"data": args.data, "work": args.work}
        self.sources = [Source(spec, roots) for spec in self.config["source"]]
        pretrained = args.work / self.config["encoder"]["pretrained"]
        self.wordpiece = WordPiece.of_file(pretrained / "vocab.txt")
        other = torch.load(args.start, map_location="cpu") if args.start and not resumed else {}
        labels = labels_of(self.sources) | (resumed or other).get("labels", {})
        shape = enc.read_config(pretrained)
        layers, inner = self.config["encoder"]["layers"], self.config["encoder"]["inner"]
        self.model = models.Model(shape | {"intermediate_size": inner}, labels, layers)
        if args.only:
            self.sources = [s for s in self.sources if args.only in s.heads]
            for source in self.sources:
                source.heads = [args.only]
            for name, weight in self.model.named_parameters():
                weight.requires_grad = name.startswith(f"heads.{args.only}.")
        self.optimizer = optimizer_of(self.model, self.config)
        self.moments = resumed["optimizer"] if args.only else None      # of the run of all heads, kept for it
        self.state = {"step": 0, "done": 0.0, "cpu_seconds": 0.0, "pieces": {}, "start": "pretrained",
                      "config": self.config, "data": {k: v for s in self.sources for k, v in s.hashes.items()}}
        if resumed:
            if resumed["bert_config"]["intermediate_size"] != inner:
                raise SystemExit(f"{self.path} is of another width: --inner {resumed['bert_config']['intermediate_size']}")
            fresh = self.model.load_state_dict(resumed["weights"], strict=False).missing_keys
            if not fresh and not args.only:   # a head that is new begins with new moments for all
                self.optimizer.load_state_dict(resumed["optimizer"])
            self.state |= {k: resumed[k] for k in ("step", "done", "cpu_seconds", "pieces", "start")}
        elif "weights" in other:
            self.model.load_state_dict(enc.narrowed(other["weights"], inner), strict=False)
            self.state["start"] = f"{other['start']}, then {other['layers']} layers for {other['cpu_seconds'] / 60:.0f} min"
        else:
            whole = models.Model(shape, labels, layers)
            enc.load_pretrained(whole.encoder, pretrained)
            if other:
                warm_start.load(whole, other)
                self.state["start"] = args.start.name
            self.model.load_state_dict(enc.narrowed(whole.state_dict(), inner))
        if args.rewind is not None:
            self.state["done"], total = args.rewind, sum(self.state["pieces"].values())
            self.state["pieces"] = {s.name: s.share * total for s in self.sources}     # the shares may have changed
        self.clock = Clock(args, self.state["done"])
        self.state["done"] = self.clock(self.state["step"])
        self.cpu_before = self.state["cpu_seconds"]
        self.log_file = self.path.with_suffix(".log").open("a", encoding="utf-8")

    def log(self, *words):
        line = " ".join(map(str, (time.strftime("%H:%M:%S"), *words)))
        print(line, flush=True)
        print(line, file=self.log_file, flush=True)

    def next_source(self):
        """The source that is farthest behind its share of all pieces."""
        seen = self.state["pieces"]
        return min(self.sources, key=lambda s: (seen.get(s.name, 0) + 1) / s.share)

    def step(self, batch, heads):
        config = self.config["train"]
        warm = min(1, (self.state["step"] + 1) / config["warmup_steps"])
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * warm * max(1 - self.state["done"], 0.01)
        losses = self.model.losses(batch, heads)
        self.optimizer.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_([p for p in self.model.parameters() if p.grad is not None], config["clip"])
        self.optimizer.step()
        self.state["step"] += 1
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def save(self):
        self.state["cpu_seconds"] = self.cpu_before + time.process_time()
        models.save(self.path, self.model, self.state | {"optimizer": self.moments or self.optimizer.state_dict()})

    def run(self):
        streams = {s.name: stream(s, self.wordpiece, self.config, self.random) for s in self.sources}
        saved, sums = time.time(), collections.defaultdict(list)
        seen, epochs = self.state["pieces"], {}
        self.log("documents", {s.name: len(s.documents) for s in self.sources}, "start", self.state["start"],
                 "step", self.state["step"], {k: len(v) for k, v in self.model.labels.items()})
        while self.state["done"] < 1:
            source = self.next_source()
            epochs[source.name], batch = next(streams[source.name])
            for name, loss in self.step(batch, source.heads).items():
                sums[f"{source.name}.{name}"].append(loss)
            seen[source.name] = seen.get(source.name, 0) + sum(w.length for w in batch)
            self.state["done"] = self.clock(self.state["step"])
            if time.time() - saved > 60 * self.config["train"]["checkpoint_minutes"] or self.state["done"] >= 1:
                saved = time.time()
                self.save()
                self.log(f"step {self.state['step']} done {self.state['done']:.3f} cpu {self.state['cpu_seconds'] / 60:.1f}"
                         f" min pieces {sum(seen.values())} epochs {epochs}",
                         *(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(sums.items())))
                sums.clear()


def main():
    torch.set_num_threads(1)
    Run(arguments()).run()


if __name__ == "__main__":
    main()
