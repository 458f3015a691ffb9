"""Who does what to whom?  Typed tags of triggers, mode and status of each from its first word, and for each trigger
the words of its actors and recipients (biaffine, as the links of statements)."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from training.heads import bio

TYPES = ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
STATUSES = ("actual", "claimed", "denied", "hypothetical", "future", "background")
ROLES = ("actors", "recipients")
PART = 128


class EventsHead(nn.Module):
    layer = "events"

    @classmethod
    def labels(cls, documents):
        modes = {e["mode"] for d in documents for e in d.gold.get("events", ()) if e["mode"]}
        return {"event_types": list(TYPES), "event_modes": ["-", *sorted(modes)], "event_statuses": list(STATUSES)}

    def __init__(self, width, labels):
        super().__init__()
        self.types, self.modes, self.statuses = (labels[f"event_{k}"] for k in ("types", "modes", "statuses"))
        self.hidden, self.out = nn.Linear(width, 256), nn.Linear(256, 2 * len(self.types) + 1)
        self.detail = nn.Linear(width, 128)
        self.mode, self.status = nn.Linear(128, len(self.modes)), nn.Linear(128, len(self.statuses))
        self.part, self.trigger = nn.Linear(width, PART), nn.Linear(width, PART)
        self.role = nn.Linear(PART, len(ROLES) * PART)
        self.dropout = nn.Dropout(0.25)

    def tags(self, y):
        return self.out(self.dropout(F.gelu(self.hidden(self.dropout(y)))))

    def details(self, triggers):
        """Logits of mode and of status of each trigger's first word."""
        z = self.dropout(F.gelu(self.detail(self.dropout(triggers))))
        return self.mode(z), self.status(z)

    def roles(self, y, triggers):
        """Logits [words, roles, triggers]."""
        def project(layer, x):
            return self.dropout(F.leaky_relu(layer(x), 0.1))
        parts = self.role(project(self.part, y)).view(len(y), len(ROLES), PART)
        return parts @ project(self.trigger, triggers).t()

    def loss(self, y, windows):
        """Tags weigh as in the other heads.  The loss of sides is a sum over the window's words, a tenth of it: about ten
        words of a window are doubtful, the rest costs nothing.  Mode and status are easy and weigh less."""
        tags, firsts, modes, statuses, sides, at = [], [], [], [], 0, 0
        for w in windows:
            here, n = y[at:at + len(w.words)], len(w.words)
            events = [e for e in w.gold("events") if w.lo <= e["trigger"][0] and e["trigger"][1] <= w.hi]
            triggers = [(e["trigger"][0] - w.lo, e["trigger"][1] - w.lo) for e in events]
            tags += bio.from_spans(n, [(*t, self.types.index(e["type"])) for t, e in zip(triggers, events)])
            if events:
                gold = torch.zeros(n, len(ROLES), len(events))
                for k, event in enumerate(events):
                    for r, role in enumerate(ROLES):
                        for begin, end in event[role]:
                            gold[max(0, begin - w.lo):max(0, end - w.lo), r, k] = 1
                logits = self.roles(here, here[torch.tensor([begin for begin, _ in triggers])])
                sides = sides + F.binary_cross_entropy_with_logits(logits, gold, reduction="sum")
                firsts += [at + begin for begin, _ in triggers]
                modes += [self.modes.index(e["mode"] or "-") for e in events]
                statuses += [self.statuses.index(e["status"]) for e in events]
            at += n
        loss = 2 * F.cross_entropy(self.tags(y), torch.tensor(tags))
        if not firsts:
            return loss
        mode, status = self.details(y[torch.tensor(firsts)])
        return (loss + sides / len(firsts) / 10 + 0.5 * F.cross_entropy(mode, torch.tensor(modes))
                + 0.5 * F.cross_entropy(status, torch.tensor(statuses)))

    def decode(self, y, windows):
        """-> [{trigger: (begin, end), type, mode, status, actors, recipients: [(begin, end)]}] a window."""
        scores, out, at = self.tags(y).log_softmax(-1).numpy(), [], 0
        for w in windows:
            here, found = y[at:at + len(w.words)], []
            spans = bio.to_spans(bio.best_path(scores[at:at + len(w.words)]))
            at += len(w.words)
            if spans:
                first = here[torch.tensor([b for b, _, _ in spans])]
                mode, status = (x.argmax(-1).tolist() for x in self.details(first))
                sides = (self.roles(here, first) > 0).numpy()          # probability above one half
                for k, (b, e, kind) in enumerate(spans):
                    item = {"trigger": (b, e), "type": self.types[kind], "mode": self.modes[mode[k]],
                            "status": self.statuses[status[k]]}
                    for r, role in enumerate(ROLES):
                        column = sides[:, r, k]
                        item[role] = [(b, e) for b, e, _ in bio.to_spans(
                            [0 if not x else 2 if i and column[i - 1] else 1 for i, x in enumerate(column)])]
                    found.append(item)
            out.append(found)
        return out
