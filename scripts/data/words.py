#!/usr/bin/env python3
"""Derive the core's word list: for each English word form its usual part-of-speech tags and, for verbs, its lemma.

usage: words.py SHARED > crates/onrecord/src/data/words.txt

Counts the tags in `SHARED/polnear/train.corenlp.jsonl.gz` (CoreNLP's) and `SHARED/text/gum_ccby_*.conllu` (hand-made).
The words stand under their tags, by falling share (those with at least a twelfth of the occurrences), each with its lemma where it
can be a verb, where that is not the word without its ending: "2" for the word without its last two letters, else the lemma in full. Lines
are shortened (`fronts.py`).
The forms of the cue verbs (`cues.tsv`) that the corpora lack, or have as nouns alone ("she *complains*", "the page *states*"), are added.
Only word forms, counts and tags are taken; see crates/onrecord/src/data/README.md.
"""
import collections
import gzip
import json
import pathlib
import re
import sys

import fronts

CUES = pathlib.Path(__file__).parents[2] / "crates/onrecord/src/data/cues.tsv"
IRREGULAR = {"foresee": ("foresaw", "foreseen"), "strive": ("strove", "striven"), "lead": ("led", "led")}
# Verbs whose last letter is doubled: these, and those of one syllable that end in one vowel and one consonant.
DOUBLED = set("admit begin commit concur demur extol forget prefer quip quiz rebut recap refer regret submit".split())
KEEP = re.compile(r"[a-z][a-z'’\-]*$|n['’]t$|['’](s|re|ve|ll|d|m)$")


def tokens(shared):
    """(word, lemma, tag, at the start of a sentence) of both corpora."""
    with gzip.open(shared / "polnear/train.corenlp.jsonl.gz", "rt") as rows:
        for row in rows:
            for sentence in json.loads(row)["sents"]:
                for i, token in enumerate(sentence):
                    yield token[2], token[3], token[4], i == 0
    for path in sorted((shared / "text").glob("gum_ccby_*.conllu")):
        first = True
        for line in open(path, encoding="utf-8"):
            fields = line.split("\t")
            if len(fields) < 5 or not fields[0].isdigit():
                first = True
                continue
            yield fields[1], fields[2], fields[4], first
            first = False


def forms(verb, irregular):
    """The forms of a verb with the tags that they can have; past forms of irregular verbs only where they are listed."""
    doubled = verb in DOUBLED or re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb)
    stem = verb + verb[-1] if doubled else verb
    yield verb, ["VB"]
    consonant_y = re.search(r"[^aeiou]y$", verb)
    yield verb[:-1] + "ies" if consonant_y else (stem if verb == "quiz" else verb) + ("es" if re.search(r"(s|x|z|sh|ch|o)$", verb) else "s"), ["VBZ"]
    yield verb[:-2] + "ying" if verb.endswith("ie") else (verb[:-1] if re.search(r"[^e]e$", verb) else stem) + "ing", ["VBG"]
    if verb in IRREGULAR:
        yield from zip(IRREGULAR[verb], (["VBD"], ["VBN"]))
    elif not irregular:
        yield verb[:-1] + "ied" if consonant_y else verb + "d" if verb.endswith("e") else stem + "ed", ["VBD", "VBN"]


def cue_forms(known):
    """(form, tags, lemma) of each cue verb's forms; `known` has for each lemma its past forms in the corpora."""
    for line in open(CUES, encoding="utf-8"):
        verb = line.split("\t")[0]
        if verb.startswith("#") or not verb.isalpha():
            continue
        irregular = any(not form.endswith("ed") for form in known.get(verb, ()))
        yield from ((form, tags, verb) for form, tags in forms(verb, irregular))


def main():
    shared = pathlib.Path(sys.argv[1])
    tags, lemmas = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for word, lemma, tag, first in tokens(shared):
        lower = word.lower().replace("’", "'")
        if not KEEP.match(lower) or tag in ("FW", "SYM", "LS") or (word.isupper() and len(word) > 1):
            continue
        if tag.startswith("NNP"):
            tag = "NNP"
            if first:
                continue
        tags[lower][tag] += 1
        if tag.startswith("VB") or tag == "MD":
            lemmas[lower][lemma.lower()] += 1
    past = collections.defaultdict(set)
    words = {}
    for word in sorted(tags):
        counts = tags[word]
        total = sum(counts.values())
        verb = any(t.startswith("VB") or t == "MD" for t in counts)
        common = total - counts["NNP"]
        if common < (2 if verb else 3) or counts["NNP"] > 0.8 * total:
            continue
        kept = [t for t, n in counts.most_common(4) if n * 12 >= total]
        lemma = lemmas[word].most_common(1)[0][0] if any(t.startswith("VB") or t == "MD" for t in kept) else ""
        words[word] = (kept, lemma)
        if "VBD" in kept or "VBN" in kept:
            past[lemma].add(word)
    for word, possible, verb in cue_forms(past):
        kept, lemma = words.get(word, ([], ""))
        if lemma in ("", verb):
            had = {"VB" if tag == "VBP" else tag for tag in kept}
            words[word] = (kept + [tag for tag in possible if tag not in had], verb)
    sections = collections.defaultdict(list)
    for word, (kept, lemma) in sorted(words.items()):
        sections[" ".join(kept)].append(f"{word} {told(word, lemma, kept)}".rstrip())
    print("# Word forms under their tags, with the lemmas of verbs. Made by scripts/data/words.py; see README.md here.")
    print(*fronts.shortened(line for kept, listed in sorted(sections.items()) for line in [f"[{kept}]", *listed]), sep="\n")


def usual(word, tags):
    """The lemma of a word that is a verb by these tags, unless another one is told."""
    for ending, own in (("ing", {"VBG"}), ("ed", {"VBD", "VBN"}), ("s", {"VBZ"})):
        if own & set(tags) and word.endswith(ending):
            return word[: -len(ending)]
    return word


def told(word, lemma, tags):
    """What the list says of the lemma: nothing where it is the usual one, else how many letters the word has more (A for one), or all of it."""
    if lemma in ("", usual(word, tags)):
        return ""
    return chr(ord("@") + len(word) - len(lemma)) if word.startswith(lemma) else lemma


if __name__ == "__main__":
    main()
