#!/usr/bin/env python3
"""Writes data/first_names.tsv: first names in Latin letters, to tell persons from other names.

    pip install Faker==40.63.0 && python3 data/build_first_names.py

Sources: the name lists of PyPI Faker (The MIT License, Copyright (c) 2012 Daniele Faraglia) in the locales below, and
data/sources/first_names_romanized.txt, hand-made (names of languages that Faker writes in other scripts).
Names that are common English words, countries or titles are left out: they would make persons of them.
"""
import importlib, pathlib, re, unicodedata

DATA = pathlib.Path(__file__).resolve().parent
LOCALES = """az_AZ cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CL es_CO es_ES es_MX
et_EE fi_FI fr_FR fr_CH ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK
sl_SI sv_SE sw tr_TR tw_GH uz_UZ vi_VN yo_NG zu_ZA""".split()
WORDS = set("""
amber angel april art august autumn baker bishop bill blue brook brown cash chance charity christian coast comfort crystal
dallas dawn day dean destiny duke earl east ebony english ernest faith fair fern forest france frank friday general genesis gift
golden good grace grant green guy harmony haven heather hill holiday hope house hunter ice iris ivory ivy jade jersey jet
joy june justice king lake lane law liberty light long lord love lucky major man march marine mark mason may melody mercy
milan miracle monday more nation new noble north ocean olive paris park patience peace penny pope precious price prince
princess promise queen rain ray reed river robin rose royal ruby rusty sage sandy saint savannah sea shade sharp sky so south
spring star stone storm stormy summer sunday sunshine temple thing thursday trinity true trust tuesday unity van victory
violet virginia wade war wednesday west will winter wolf wood young asia holland carolina montana alexandria sydney florence
austin denver houston lima rome sofia santiago orlando berlin london madison houston victoria washington lincoln jackson
de da di do dos la le el al san an as at be by can he in is it me no of on or to up us we you my ha so
press union chief mission rock delta camp art don hall honor chase drew sue pat rob gene sierra chelsea min she her sun abe he
prophet emperor doctor sir blessing favour favor happiness success gold sunny rich rocky buddy junior mo
""".split())


def plain(name):
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()


def names_of(locale):
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in dir(provider):
        if re.fullmatch(r"first_names(_male|_female|_nonbinary|_unisex)?", attribute):
            names = getattr(provider, attribute)
            if not isinstance(names, property): yield from names


def main():
    known = set(WORDS)
    for line in (DATA / "countries.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            known |= {plain(x) for cell in (cells[2], cells[3], cells[5], cells[6]) for x in cell.split("|")}
    names = {name for locale in LOCALES for name in names_of(locale)}
    for line in (DATA / "sources" / "first_names_romanized.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"): names |= set(line.split())
    kept = {}
    for name in sorted(names):
        if re.fullmatch(r"[^\W\d_]{2,}([-'’][^\W\d_]+)*", name) and name[0].isupper() and plain(name) not in known:
            kept.setdefault(plain(name), name)
    header = ("# First names in Latin letters, one a line, as a sign that a name is a person's.\n"
              "# Made by data/build_first_names.py from PyPI Faker (The MIT License, Copyright (c) 2012 Daniele Faraglia) and\n"
              "# data/sources/first_names_romanized.txt (hand-made, Apache-2.0).\n# name\n")
    (DATA / "first_names.tsv").write_text(header + "".join(f"{kept[k]}\n" for k in sorted(kept)), "utf-8")
    print(f"{len(kept)} names")


if __name__ == "__main__":
    main()
