"""Trees of Universal Dependencies: CoNLL-U files.

GUM holds genres whose texts forbid commercial use; `genres` keeps the documents of the named ones only (the genre is
the metadata field meta::genre).
"""
from training.window import Document


def _documents(lines):
    """Groups of lines, one a document."""
    group = []
    for line in lines:
        if line.startswith("# newdoc") and group:
            yield group
            group = []
        group.append(line.rstrip("\n"))
    if group:
        yield group


def _document(name, lines):
    words, sentences, paragraphs, tree = [], [], {0}, []
    fresh, new_paragraph = True, True
    for line in lines:
        if line.startswith("# newpar"):
            new_paragraph = True
        cells = line.split("\t")
        if not line:
            fresh = True
        elif cells[0].isdigit():
            if fresh:
                sentences.append(len(words))
                if new_paragraph:
                    paragraphs.add(len(words))
                fresh = new_paragraph = False
            words.append(cells[1])
            tree.append((cells[3], cells[4], cells[2], int(cells[6]), cells[7]))
    return Document(name, words, sentences, frozenset(paragraphs), {"tree": tree})


def read(root, file, genres=None):
    with open(root / file, encoding="utf-8") as lines:
        for number, group in enumerate(_documents(lines)):
            genre = next((x.split("=")[1].strip() for x in group if x.startswith("# meta::genre")), None)
            if genres is None or genre in genres:
                yield _document(f"{file}#{number}", group)
