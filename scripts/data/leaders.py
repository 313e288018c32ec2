#!/usr/bin/env python3
"""Derive the list of heads of state and government whom the press names by their last name alone.

usage: leaders.py ../shared > crates/onrecord/src/data/leaders.tsv

From the presidents and vice presidents of the US since 1961 (unitedstates/congress-legislators, CC0) under the names that they go by, and the leaders of all countries in 2022 (Wikidata, CC0). A row: name, ISO code of the country or
nothing, what the office is called. A last name that two of them share or many people have (surnames.txt) is left out, and so are monarchs and names of one word or of four
and more.
"""
import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata

import fronts

OFFICES = ("president", "vice president", "prime minister", "chancellor", "premier", "taoiseach")


def fold(name):
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def american(path):
    """The few fields that are needed, from a list in YAML of one person after the other."""
    for person in path.read_text(encoding="utf-8").split("\n- id:")[1:]:
        field = lambda key: (re.search(rf"\b{key}: (.+)", person) or [None, ""])[1]
        name = field("wikipedia") or f"{field('nickname') or field('first')} {field('last')}"
        years = [int(year) for year in re.findall(r"start: '(\d{4})", person)]
        if max(years) >= 1961:
            office = "president" if "type: prez" in person else "vice president"
            yield re.sub(r" \(.*\)", "", name), "US", office


def others(path, codes):
    for row in csv.DictReader(path.open(encoding="utf-8")):
        label = row["positionLabel"].lower()
        office = next((office for office in OFFICES if label.startswith(office)), None)
        if office:
            yield row["officeholderLabel"], codes.get(row["country"], ""), office


def main():
    gazetteers = pathlib.Path(sys.argv[1]) / "gazetteers"
    codes = {"United States of America": "US"}
    for line in (pathlib.Path(__file__).parent / "../../crates/onrecord/src/data/places.tsv").read_text(encoding="utf-8").splitlines():
        name, code, kind = line.split("\t")
        if kind == "name":
            codes[name.title()] = code
    common = set(fronts.whole(pathlib.Path(__file__).parent / "../../crates/onrecord/src/data/surnames.txt"))
    people = collections.defaultdict(dict)
    rows = [*american(gazetteers / "us-executive.yaml"), *others(gazetteers / "world-leaders-wikidata.csv", codes)]
    for name, code, office in rows:
        words = name.split()
        if words[-1].isalpha() and len(words[-1]) > 2:
            people[fold(words[-1])].setdefault(name, (code, office))
    print("# Name, country, office. Made by scripts/data/leaders.py; see README.md here.")
    for last, named in sorted(people.items()):
        [(name, (code, office)), *namesakes] = named.items()
        if not namesakes and last not in common and 2 <= len(name.split()) <= 3:
            print(name, code, office, sep="\t")


main()
