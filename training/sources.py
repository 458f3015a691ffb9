"""Which windows does a source give?  Documents of the config's readers, cut anew for every epoch."""
import hashlib

from training import augment, window
from training.data import READERS


class Source:
    def __init__(self, spec, roots):
        """roots: {"data": folder, "work": folder}."""
        self.name, self.share, self.single, self.heads = (spec[k] for k in ("name", "share", "single", "heads"))
        self.documents, self.hashes = [], {}
        for entry in spec["read"]:
            entry = dict(entry)
            reader, root = READERS[entry.pop("reader")], roots[entry.pop("under", "data")]
            self.documents += reader(root, **entry)
            name = entry.get("file") or entry["folder"]
            self.hashes[name] = digest(root / name)

    def windows(self, wordpiece, config, random, longest_sentence=120):
        """One epoch: windows of single sentences and of packed ones, in changed print here and there."""
        full, out = config["train"]["window_pieces"], []

        def budget():
            return 0 if random.random() < self.single else random.randint(full // 3, full - 8)
        for document in self.documents:
            for group in window.pack(document, budget, lambda word: len(wordpiece(word))):
                group = cut_long(group, longest_sentence)
                for sentences in group:
                    words = document.words[sentences[0][0]:sentences[-1][1]]
                    changed = augment.apply(words, config["augment"], random)
                    out.append(window.make(document, sentences, wordpiece, changed))
        return out


def cut_long(sentences, longest):
    """Groups without the sentences that are too long to learn from (lists, tables)."""
    groups = [[]]
    for begin, end in sentences:
        if end - begin <= longest:
            groups[-1].append((begin, end))
        else:
            groups.append([])
    return [g for g in groups if g]


def digest(path):
    """SHA-256 of a file, or of all files of a folder in order of their names."""
    total = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
        total.update(file.read_bytes())
    return total.hexdigest()


def stream(source, wordpiece, config, random):
    """(epoch, batch) for ever."""
    epoch = 0
    while True:
        epoch += 1
        for batch in window.batches(source.windows(wordpiece, config, random), config["train"]["batch_pieces"], random):
            yield epoch, batch
