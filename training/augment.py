"""How else might the same words be printed?  Copies of a window's words as headlines, capitals, bad scans.

Each change keeps the number of words, so gold layers hold.  `rates` (config.toml) gives the chance of each.
"""
SMALL = set("a an the of in on at to for from by with and or but as is are".split())
STRAIGHT, CURLY, LATEX = ('"', '"'), ("“", "”"), ("``", "''")
NEW_YORK = ("''", "''")


def _title(words):
    return [w if i and w.lower() in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(words)]


def _quotation(words, random):
    """All double quotation marks in another style; an odd straight mark counts as opening."""
    opening, closing = random.choice((STRAIGHT, CURLY, LATEX, NEW_YORK))
    out, inside = [], False
    for w in words:
        if w in ("“", "``") or (w in ('"', "''") and not inside):
            out.append(opening)
            inside = True
        elif w in ("”", "''", '"'):
            out.append(closing)
            inside = False
        else:
            out.append(w)
    return out


def _scanned(words, random):
    """One letter in forty is misread."""
    confused = dict(zip("lIOo0eaSs5mnhb", "1lOc0Ocea5S5nmbh"))
    return ["".join(confused.get(c, c) if random.random() < 0.025 else c for c in w) for w in words]


def apply(words, rates, random):
    """The words themselves, or a changed copy."""
    if random.random() < rates.get("quotation", 0):
        words = _quotation(words, random)
    draw = random.random()
    for name, change in (("lower", lambda ws: [w.lower() for w in ws]), ("upper", lambda ws: [w.upper() for w in ws]),
                         ("title", _title), ("scanned", lambda ws: _scanned(ws, random))):
        draw -= rates.get(name, 0)
        if draw < 0:
            return change(words)
    return words
