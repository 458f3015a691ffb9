"""How does a form turn into its lemma?  As an edit script, a class that a classifier can choose.

"cut|add|case": drop `cut` characters at the end of the lower-cased form, add `add`; case "l" leaves the lemma lower,
"k" gives it the letter case of the form ("Smiths" -> "Smith"), "t" a capital.  Forms that share no first letter with
their lemma have it whole: "=be|l".
"""


def script_of(form, lemma):
    low, target = form.lower(), lemma.lower()
    shared = 0
    while shared < min(len(low), len(target)) and low[shared] == target[shared]:
        shared += 1
    case = "l" if lemma == target else "k" if lemma == _cased(target, form) else "t"
    if shared == 0:
        return f"={target}|{case}"
    return f"{len(low) - shared}|{target[shared:]}|{case}"


def _cased(lemma, form):
    """The lemma in the letters of the form as far as both agree; an all-capital form makes it all capital."""
    if form.isupper() and len(form) > 1:
        return lemma.upper()
    return "".join(f if f.lower() == c else c for c, f in zip(lemma, form)) + lemma[len(form):]


def apply(script, form):
    parts = script.split("|")
    low = form.lower()
    if script.startswith("="):
        lemma = script[1:].rsplit("|", 1)[0]
    else:
        cut = int(parts[0])
        lemma = low[:len(low) - cut] + "|".join(parts[1:-1]) if cut <= len(low) else low
    case = parts[-1]
    return lemma if case == "l" else _cased(lemma, form) if case == "k" else lemma[:1].upper() + lemma[1:]
