#!/usr/bin/env python3
"""Derive the core's word list: for each English word form its usual part-of-speech tags and, for verbs, its lemma.

usage: words.py SHARED > crates/onrecord/src/data/words.txt

Counts the tags in `SHARED/polnear/train.corenlp.jsonl.gz` (CoreNLP's) and `SHARED/text/gum_ccby_*.conllu` (hand-made).
The words stand under their tags, by falling share (those with at least a twelfth of the occurrences), each with its lemma where it
can be a verb: "2" for the word without its last two letters, "0" for the word itself, else the lemma in full.
Only word forms, counts and tags are taken; see crates/onrecord/src/data/README.md.
"""
import collections
import gzip
import json
import pathlib
import re
import sys

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
    sections = collections.defaultdict(list)
    for word in sorted(tags):
        counts = tags[word]
        total = sum(counts.values())
        verb = any(t.startswith("VB") or t == "MD" for t in counts)
        common = total - counts["NNP"]
        if common < (2 if verb else 3) or counts["NNP"] > 0.8 * total:
            continue
        kept = [t for t, n in counts.most_common(4) if n * 12 >= total]
        lemma = lemmas[word].most_common(1)[0][0] if any(t.startswith("VB") or t == "MD" for t in kept) else ""
        sections[" ".join(kept)].append(f"{word} {shortened(word, lemma)}".rstrip())
    print("# Word forms under their tags, with the lemmas of verbs. Made by scripts/data/words.py; see README.md here.")
    for kept, words in sorted(sections.items()):
        print(f"[{kept}]", *words, sep="\n")


def shortened(word, lemma):
    """The lemma as the number of letters that the word has more, where that is all they differ by."""
    return str(len(word) - len(lemma)) if lemma and word.startswith(lemma) else lemma


if __name__ == "__main__":
    main()
