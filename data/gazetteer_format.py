"""The file data/gazetteer.bin: name keys, writer and check.  Layout: docs/formats/gazetteer.md.

The twins of name_key and key_hash are NameKey (src/text/unicode.h) and KeyHash (src/gazetteer/gazetteer.cc).
"""
import hashlib
import struct
import unicodedata

MAGIC, VERSION = b"DLGAZET\0", 1
HEADER = struct.Struct("<8sIIQIIIIII32sQQ")  # magic .. sha256 of the rest, hash of the header before it, zero
PLACE = struct.Struct("<IiiIIHHBBBB")  # geonames, lat, lon, population, name, country, admin-1, kind, level, flags, zero
BUCKETS = 1 << 16
KINDS = ["city", "region", "country", "river", "sea", "mountain", "facility", "other"]  # order of PlaceKind

# Bits of a key, above its 28 bits of posting offset.
PREFIX, WORD, GIVEN_NAME, ABBREVIATION = 1 << 28, 1 << 29, 1 << 30, 1 << 31
MAIN_NAME = 1 << 31  # bit of a posting
CAPITAL = 1          # bit of a place's flags

_DROPPED = set("'`.\u2018\u2019\u02b9\u02bc")
_TO_SPACE = set("-_\u2010\u2011\u2012\u2013\u2014")
# White_Space of Unicode, as ICU's u_isUWhiteSpace (str.isspace differs for U+001C..1F).
_SPACES = set("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}


def name_key(name):
    """The key under which names are compared: "Saint-Étienne" -> "saint etienne", "U.S." -> "us"."""
    out = []
    for c in unicodedata.normalize("NFKD", name).lower():
        if unicodedata.combining(c) or c in _DROPPED:
            continue
        if c in _TO_SPACE or c in _SPACES:
            if out and out[-1] != " ":
                out.append(" ")
        else:
            out.append(c)
    return "".join(out).rstrip(" ")


def bytes_hash(data):
    """FNV-1a, 64 bits, with the finalizer of MurmurHash3, so that the upper bits spread."""
    h, mask = 0xCBF29CE484222325, (1 << 64) - 1
    for b in data:
        h = (h ^ b) * 0x100000001B3 & mask
    h = (h ^ h >> 33) * 0xFF51AFD7ED558CCD & mask
    h = (h ^ h >> 33) * 0xC4CEB9FE1A85EC53 & mask
    return h ^ h >> 33


def key_hash(key):
    return bytes_hash(key.encode("utf-8"))


def _pad(data):
    return data + bytes(-len(data) % 8)


class Pool:
    """Strings, each once: a byte of length, then the bytes."""

    def __init__(self):
        self.data, self.seen = bytearray(), {}
        self.add("")

    def add(self, text):
        raw = text.encode("utf-8")
        if len(raw) > 255:
            raise ValueError("name too long: " + text)
        if text not in self.seen:
            self.seen[text] = len(self.data)
            self.data += bytes([len(raw)]) + raw
        return self.seen[text]


def write(path, places, names, flags):
    """places: most prominent first; names: {key: {place index: is main name}}; flags: {key: bits} -> bytes written.

    A place: dict(geonames, lat, lon, population, name, country (alpha-3), admin1 (name), kind, level, capital)."""
    pool = Pool()
    admins = sorted({p["admin1"] for p in places} | {""})
    countries = sorted({p["country"] for p in places} | {""})
    admin_of, country_of = {a: i for i, a in enumerate(admins)}, {c: i for i, c in enumerate(countries)}
    keys = {k: flags.get(k, 0) for k in names}
    for k in names:
        for i, c in enumerate(k):
            if c == " ":
                keys[k[:i]] = keys.get(k[:i], flags.get(k[:i], 0)) | PREFIX
    hashed = sorted((key_hash(k), k) for k in keys)
    if len({h for h, _ in hashed}) != len(hashed):
        raise ValueError("two keys share a hash")
    buckets, hashes, begins, postings = [], bytearray(), bytearray(), bytearray()
    count = 0
    for n, (h, k) in enumerate(hashed):
        while len(buckets) <= h >> 48:
            buckets.append(n)
        hashes += struct.pack("<Q", h)
        begins += struct.pack("<I", count | keys[k])
        for place, main in sorted(names.get(k, {}).items()):
            postings += struct.pack("<I", place | (MAIN_NAME if main else 0))
            count += 1
    buckets += [len(hashed)] * (BUCKETS + 1 - len(buckets))
    begins += struct.pack("<I", count)
    if count >= PREFIX:
        raise ValueError("too many postings")
    rows = bytearray()
    for p in places:
        rows += PLACE.pack(p["geonames"], round(p["lat"] * 1e5), round(p["lon"] * 1e5), min(p["population"], 2**32 - 1),
                           pool.add(p["name"]), country_of[p["country"]], admin_of[p["admin1"]], KINDS.index(p["kind"]),
                           p["level"], CAPITAL if p["capital"] else 0, 0)
    tables = (b"".join(struct.pack("<I", pool.add(a)) for a in admins), b"".join(c.encode().ljust(4, b"\0") for c in countries))
    body = b"".join(_pad(bytes(s)) for s in (struct.pack(f"<{BUCKETS + 1}I", *buckets), hashes, begins, postings, rows,
                                             *tables, pool.data))
    head = HEADER.pack(MAGIC, VERSION, HEADER.size, HEADER.size + len(body), len(hashed), count, len(places), len(admins),
                       len(countries), len(pool.data), hashlib.sha256(body).digest(), 0, 0)
    head = head[:-16] + struct.pack("<QQ", bytes_hash(head[:-16]), 0)
    with open(path, "wb") as out:
        out.write(head + body)
    return HEADER.size + len(body)


def check(path):
    """-> a message that says what is wrong with the file, or None."""
    with open(path, "rb") as f:
        data = f.read()
    if len(data) < HEADER.size:
        return "shorter than its header"
    magic, version, size, total, *counts, sha, head_hash, zero = HEADER.unpack_from(data)
    if magic != MAGIC or size != HEADER.size:
        return "no gazetteer"
    if version != VERSION:
        return f"version {version}, not {VERSION}"
    if head_hash != bytes_hash(data[: HEADER.size - 16]) or zero:
        return "its header is damaged"
    if total != len(data):
        return f"{len(data)} bytes, not {total}"
    if hashlib.sha256(data[HEADER.size:]).digest() != sha:
        return "its bytes do not match its checksum"
    return None
