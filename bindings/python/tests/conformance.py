"""The shared cases (`tests/suite/README.md` has the format), read and held against what Python gives.

It knows the format by itself and looks at articles through `to_dict` and `text` alone, so that it holds the binding to what Rust is
held to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onrecord

SUITE = Path(__file__).parents[3] / "tests/suite"
Fields = list[tuple[str, str]]
FIELDED = ("dateline", "byline", "speaker", "repair", "topic")


@dataclass
class Expect:
    line: str
    what: str
    value: str
    fields: Fields
    optional: bool

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.fields if key == name]


@dataclass
class Case:
    id: str
    text: str
    expects: list[Expect]


def cases() -> Iterator[Case]:
    for path in sorted(SUITE.rglob("*.md")):
        name = path.relative_to(SUITE).with_suffix("").as_posix()
        if name != "README":
            yield from _essay(name, path.read_text("utf-8"))


def gaps() -> dict[str, str]:
    lines = (SUITE / "known-gaps.txt").read_text("utf-8").splitlines()
    return dict(line.split(" | ", 1) for line in lines if line.strip() and not line.startswith("#"))


def _essay(name: str, essay: str) -> Iterator[Case]:
    heading = article = ""
    for part in re.finditer(r"^## ([^\n]+)$|^```(article|expect)\n(.*?)^```$", essay, re.M | re.S):
        if part[1]:
            heading = "-".join(re.findall(r"[^\W_]+", part[1])).lower()
        elif part[2] == "article":
            article = part[3].removesuffix("\n")
        else:
            lines = [line.strip() for line in part[3].splitlines() if line.strip()]
            yield Case(f"{name}#{heading}", _unescape(article), [_expect(line) for line in lines])


def _unescape(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}|\\r", lambda it: chr(int(it[1], 16)) if it[1] else "\r", text, flags=re.I)


def _expect(line: str) -> Expect:
    rest = line.removeprefix("? ")
    optional = rest != line
    if " | " in rest:
        kind, speaker, cue, content, *extra = (part.strip() for part in rest.split(" | "))
        fields = [("kind", kind), ("speaker", speaker), ("cue", cue), *(_field(part, "negated") for part in extra)]
        return Expect(line, "quote", content, fields, optional)
    what, _, value = rest.partition(":")
    if what not in FIELDED and what != "block":
        return Expect(line, what, value.strip(), [], optional)
    value, *extra = value.strip().split("; ")
    return Expect(line, what, value, [_field(part, "kind") for part in extra], optional)


def _field(part: str, bare: str) -> tuple[str, str]:
    key, colon, value = part.partition(": ")
    return (key.strip(), value.strip()) if colon else (bare, part)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum()).lower()


def name_key(name: str) -> str:
    return letters(re.sub(r"^(the|an|a) ", "", name.lower()))


def content_key(text: str) -> str:
    return letters(re.sub(r"^[\W_]*(that )?", "", text))


def plain(text: str) -> str:
    return " ".join(text.split())


class Held:
    """One article against the lines of its case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.it = onrecord.parse(case.text).to_dict()
        self.quotes: list[dict[str, Any]] = self.it["quotes"]

    def failures(self) -> list[str]:
        wrong, seen = [], set[int]()
        for expect in self.case.expects:
            if expect.what == "quote":
                used, why = self.quote(expect)
                seen.update(used)
            else:
                why = "" if expect.what == "only" or self.other(expect) else "it does not hold"
            if why and not expect.optional:
                wrong.append(f"{expect.line}: {why}")
        if any(expect.what == "only" for expect in self.case.expects):
            wrong += [f"not expected: {q['text']}" for q in self.quotes if said(q) and q["id"] not in seen]
        return wrong

    def words(self, span: dict[str, Any] | None) -> str | None:
        return None if span is None else self.case.text[span["start"] : span["end"]]

    def speaker(self, quote: dict[str, Any]) -> str | None:
        return None if quote["speaker"] is None else self.it["speakers"][quote["speaker"]]["name"]

    def quote(self, expect: Expect) -> tuple[list[int], str]:
        found = [(run, self.differences(expect, run)) for run in self.runs(expect)]
        if not found:
            return [], "nothing has this content"
        run, wrong = min(found, key=lambda it: len(it[1]))
        return run, ", ".join(wrong)

    def runs(self, expect: Expect) -> Iterator[list[int]]:
        scare = "scare" in expect.all("kind")
        spans = [(s["start"], s["end"], q) for q in self.quotes if (q["kind"] == "scare") == scare for s in q["content"]]
        spans.sort(key=lambda it: it[:2])
        want = content_key(expect.value.replace(" … ", " "))
        for first, (_, _, opener) in enumerate(spans):
            got, used, last = "", [], 0
            for start, end, quote in spans[first:]:
                if quote["speaker"] != opener["speaker"] or start < last:
                    continue
                got += letters(self.case.text[start:end]) if got else content_key(self.case.text[start:end])
                used, last = [*used, quote["id"]], end
                if got == want:
                    yield list(dict.fromkeys(used))
                if got == want or not want.startswith(got):
                    break

    def differences(self, expect: Expect, run: list[int]) -> list[str]:
        defaults = [(name, value) for name, value in (("attitude", "said"), ("negated", "no")) if not expect.all(name)]
        quotes = [self.quotes[i] for i in run]
        fields = [(name, want) for name, want in expect.fields + defaults if want != "*"]
        return [f"{name} is not {want}" for name, want in fields if not any(self.field(name, want, q) for q in quotes)]

    def field(self, name: str, want: str, quote: dict[str, Any]) -> bool:
        def phrase(got: str | None) -> bool:
            return want == "-" if got is None else name_key(got) == name_key(want)

        match name:
            case "kind":
                return want in ("quote", quote["kind"])
            case "speaker":
                return phrase(self.speaker(quote))
            case "cue":
                return self.cue(want, quote["cue"])
            case "source":
                return phrase(self.words(quote["source"]))
            case "addressee" | "outlet" | "day":
                return phrase(quote[name])
            case "occasion" if quote["occasion"]:
                return want == quote["occasion"]["kind"] or letters(self.words(quote["occasion"]) or "") == letters(want)
            case "occasion":
                return want == "-"
            case "attitude":
                return quote["attitude"] == want
            case "negated":
                return quote["negated"] == (want != "no")
            case "why":
                return quote["why_unknown"] == want
            case "parent" | "continues":
                other = quote[name]
                return want == "-" if other is None else content_key(want) in content_key(self.quotes[other]["text"])
            case "topic":
                return want in quote["topics"]
            case "repair":
                return any(self.it["repairs"][i]["kind"] == want for i in quote["repairs"])
        return False

    def cue(self, want: str, cue: dict[str, Any] | None) -> bool:
        if cue is None:
            return want == "-"
        got, words = ([letters(word) for word in (text or "").split()] for text in (self.words(cue), want))
        return cue["lemma"] == want or any(got[i : i + len(words)] == words for i in range(len(got)))

    def other(self, expect: Expect) -> bool:
        it, want = self.it, expect.value
        match expect.what:
            case "title":
                return plain(self.words(it["title"]) or "") == plain(want)
            case "published":
                return it["published"] == want
            case "no title" | "no dateline":
                return it[expect.what[3:]] is None
            case "no byline" | "no repairs":
                return not it[expect.what[3:].removesuffix("s") + "s"]
            case "dateline":
                parts = it["dateline"] or {}
                held = all(letters(parts.get(name) or "") == letters(value) for name, value in expect.fields)
                return held and plain(parts.get("place", "")) == plain(want)
            case "byline":
                return any(b["name"] == want and all(b["role"] == role for role in expect.all("role")) for b in it["bylines"])
            case "speaker":
                named = [s for s in it["speakers"] if name_key(s["name"]) == name_key(want)]
                return bool(named) and all(self.speaker_field(name, value, named[0]) for name, value in expect.fields)
            case "speakers":
                got = [s["name"] for s in it["speakers"] if any(said(self.quotes[i]) for i in s["quotes"])]
                return sorted(map(name_key, got)) == sorted(map(name_key, want.split("; ")))
            case "repair":
                return any(r["kind"] == want and self.near(r, expect.all("at")) for r in it["repairs"])
            case "topic":
                return any(t["id"] == want and self.topic(t, expect) for t in it["topics"])
            case "no topic":
                return all(t["id"] != want for t in it["topics"])
            case "not quoted":
                return not any(q["kind"] != "scare" and letters(q["text"]) == letters(want) for q in self.quotes)
        kind = expect.what.removeprefix("block ")
        return any(b["kind"] == kind and plain(self.words(b) or "").startswith(plain(want)) for b in it["blocks"])

    def speaker_field(self, name: str, want: str, speaker: dict[str, Any]) -> bool:
        def one(got: str | None) -> bool:
            return got is not None and name_key(got) == name_key(want)

        anonymity = speaker["anonymity"] or {"granted": False, "reason": None}
        match name:
            case "kind" | "country":
                return speaker[name] == want
            case "alias" | "title":
                return any(map(one, speaker[{"alias": "aliases", "title": "titles"}[name]]))
            case "affiliation":
                return one(speaker["affiliation"])
            case "description":
                return any(one(self.words(span)) for span in speaker["descriptions"])
            case "anonymity":
                return anonymity["granted"] if want == "granted" else one(self.words(anonymity["reason"]))
            case "quotes":
                return len(speaker["quotes"]) == int(want)
        return False

    def near(self, repair: dict[str, Any], words: list[str]) -> bool:
        around = self.case.text[max(repair["start"] - 30, 0) : repair["end"] + 30]
        return all(self.overlaps(at, repair) or at in around for at in words)

    def overlaps(self, words: str, repair: dict[str, Any]) -> bool:
        starts = [it.start() for it in re.finditer(re.escape(words), self.case.text)]
        return any(repair["start"] - 30 <= at < repair["end"] + 30 for start in starts for at in (start, start + len(words)))

    def topic(self, topic: dict[str, Any], expect: Expect) -> bool:
        evidence = {letters(self.words(span) or "") for span in topic["evidence"]}
        held = all(letters(words) in evidence for words in expect.all("evidence"))
        return held and all(topic["facet"] == facet for facet in expect.all("facet"))


def said(quote: dict[str, Any]) -> bool:
    return quote["kind"] != "scare" and quote["attitude"] == "said"
