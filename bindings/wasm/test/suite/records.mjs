// Do the lines about structure, speakers, topics and repairs hold? The same rules as `tests/runner/records.rs`.

import { letters, nameKey, of, plain } from "./words.mjs";

const same = (got, want) => got !== null && plain(got) === plain(want);
const all = (expect, name) => expect.fields.filter(([key]) => key === name).map(([, value]) => value);
const part = (expect, name, got) => all(expect, name).every((want) => got !== null && letters(got) === letters(want));
export const isSaid = (quote) => quote.kind !== "scare" && quote.attitude === "said";

const RULES = {
  title: ({ value }, article, text) => same(of(text, article.title), value),
  "no title": (_, article) => article.title === null,
  published: ({ value }, article) => same(article.published, value),
  dateline: (expect, { dateline }) =>
    dateline !== null && same(dateline.place, expect.value) && ["agency", "country", "date"].every((name) => part(expect, name, dateline[name])),
  "no dateline": (_, article) => article.dateline === null,
  byline: (expect, article) =>
    article.bylines.some(({ name, role }) => name === expect.value && all(expect, "role").every((want) => role === want)),
  "no byline": (_, article) => article.bylines.length === 0,
  speaker: (expect, article, text) => speaker(expect, article, text),
  speakers: ({ value }, article) => speakers(value, article),
  repair: (expect, article, text) => article.repairs.some((it) => it.kind === expect.value && all(expect, "at").every((at) => near(it, at, text))),
  "no repairs": (_, article) => article.repairs.length === 0,
  topic: (expect, article, text) => topic(expect, article, text),
  "no topic": ({ value }, article) => article.topics.every(({ id }) => id !== value),
  "not quoted": ({ value }, article) => article.quotes.every((it) => it.kind === "scare" || letters(it.text) !== letters(value)),
};

/** Does the line hold? */
export function holds(expect, article, text) {
  const rule = RULES[expect.what];
  return rule ? rule(expect, article, text) : block(expect.what.replace(/^block /, ""), expect.value, article, text);
}

function block(kind, want, article, text) {
  return article.blocks.some((it) => it.kind === kind && plain(of(text, it)).startsWith(plain(want)));
}

function speaker(expect, article, text) {
  const found = article.speakers.find(({ name }) => nameKey(name) === nameKey(expect.value));
  return found !== undefined && expect.fields.every(([name, want]) => speakerField(name, want, found, text));
}

function speakerField(name, want, found, text) {
  const one = (got) => got !== null && nameKey(got) === nameKey(want);
  switch (name) {
    case "kind": return found.kind === want;
    case "alias": return found.aliases.some(one);
    case "title": return found.titles.some(one);
    case "affiliation": return one(found.affiliation);
    case "country": return found.country === want;
    case "description": return found.descriptions.some((span) => one(of(text, span)));
    case "anonymity": return want === "granted" ? found.anonymity?.granted === true : one(of(text, found.anonymity?.reason ?? null));
    case "quotes": return String(found.quotes.length) === want;
    default: return false;
  }
}

/** Those who put something into words, all of them, in any order. */
function speakers(want, article) {
  const speaking = article.speakers.filter((it) => it.quotes.some((id) => isSaid(article.quotes[id])));
  const keys = (names) => names.map(nameKey).sort().join("\n");
  return keys(speaking.map(({ name }) => name)) === keys(want.split("; "));
}

/** The words stand within 30 bytes of the repair; UTF-16 units are as good a measure of near, a mark being one of them and three bytes. */
function near(repair, words, text) {
  const [from, to] = [repair.start - 30, repair.end + 30];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if ((at >= from && at < to) || (at + words.length >= from && at + words.length < to)) return true;
  }
  return false;
}

function topic(expect, article, text) {
  const found = article.topics.find(({ id }) => id === expect.value);
  if (!found) return false;
  const shown = (want) => found.evidence.some((span) => letters(of(text, span)) === letters(want));
  return all(expect, "evidence").every(shown) && all(expect, "facet").every((facet) => facet === found.facet);
}
