// Does a quote line hold? The same rules as `tests/runner/quote.rs`.

import { contentKey, letters, nameKey, of } from "./words.mjs";

const field = (expect, name) => expect.fields.find(([key]) => key === name)?.[1] ?? null;

/** The quotes that a line is about, and what is wrong with them. */
export function check(expect, article, text) {
  const found = runs(expect, article, text).map((run) => ({ run, wrong: differences(expect, run, article, text) }));
  if (found.length === 0) return { used: [], wrong: ["nothing has this content"] };
  const best = found.reduce((a, b) => (b.wrong.length < a.wrong.length ? b : a));
  return { used: best.run, wrong: best.wrong };
}

/** Every run of neighbouring spans whose words are those of the line. */
function runs(expect, article, text) {
  const scare = field(expect, "kind") === "scare";
  const fitting = article.quotes.filter((quote) => (quote.kind === "scare") === scare);
  const spans = fitting.flatMap((quote) => quote.content.map((span) => ({ ...span, quote: quote.id })));
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const want = contentKey(expect.value.replaceAll(" … ", " "));
  return spans.map((_, first) => run(spans, first, want, article, text)).filter((it) => it !== null);
}

function run(spans, first, want, article, text) {
  const speaker = (span) => article.quotes[span.quote].speaker;
  let got = "";
  let end = 0;
  const used = [];
  for (const span of spans.slice(first)) {
    if (speaker(span) !== speaker(spans[first]) || span.start < end) continue;
    got += (got === "" ? contentKey : letters)(of(text, span));
    if (used.at(-1) !== span.quote) used.push(span.quote);
    end = span.end;
    if (got === want) return used;
    if (!want.startsWith(got)) return null;
  }
  return null;
}

function differences(expect, run, article, text) {
  const quotes = run.map((id) => article.quotes[id]);
  const fields = [...expect.fields];
  if (field(expect, "attitude") === null) fields.push(["attitude", "said"]);
  if (field(expect, "negated") === null) fields.push(["negated", "no"]);
  const wrong = ([name, want]) => want !== "*" && !quotes.some((quote) => holds(name, want, quote, article, text));
  return fields.filter(wrong).map(([name, want]) => `${name} is not ${want}`);
}

const phrase = (got, want) => (got === null ? want === "-" : nameKey(got) === nameKey(want));

function linked(id, want, article) {
  return id === null ? want === "-" : contentKey(article.quotes[id].text).includes(contentKey(want));
}

const FIELDS = {
  kind: (want, quote) => want === "quote" || want === quote.kind,
  speaker: (want, quote, article) => phrase(quote.speaker === null ? null : article.speakers[quote.speaker].name, want),
  cue: (want, quote, _, text) => cueHolds(want, quote, text),
  source: (want, quote, _, text) => phrase(of(text, quote.source), want),
  addressee: (want, quote) => phrase(quote.addressee, want),
  outlet: (want, quote) => phrase(quote.outlet, want),
  day: (want, quote) => phrase(quote.day, want),
  occasion: (want, { occasion }, _, text) =>
    occasion === null ? want === "-" : want === occasion.kind || letters(of(text, occasion)) === letters(want),
  attitude: (want, quote) => want === quote.attitude,
  negated: (want, quote) => (want !== "no") === quote.negated,
  why: (want, quote) => quote.why_unknown === want,
  parent: (want, quote, article) => linked(quote.parent, want, article),
  continues: (want, quote, article) => linked(quote.continues, want, article),
  topic: (want, quote) => quote.topics.includes(want),
  repair: (want, quote, article) => quote.repairs.some((id) => article.repairs[id].kind === want),
};

function holds(name, want, quote, article, text) {
  return FIELDS[name]?.(want, quote, article, text) ?? false;
}

/** The cue's lemma, or words of the cue as printed. */
function cueHolds(want, { cue }, text) {
  if (cue === null) return want === "-";
  const words = (it) => it.split(/\s+/u).filter(Boolean).map(letters);
  const [got, wanted] = [words(of(text, cue)), words(want)];
  return cue.lemma === want || got.some((_, at) => wanted.every((word, i) => got[at + i] === word));
}
