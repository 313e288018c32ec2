// A row a quote, with the columns of `onrecord parse --format csv`.

import type { Article, Quote } from "onrecord";

type Cell = string | number | boolean | null | undefined;

const COLUMNS: Record<string, (quote: Quote, article: Article, text: string) => Cell> = {
  article: (_, article) => article.id,
  // On the command line the file; a page reads one article and forgets its name.
  input: () => "",
  quote: (quote) => quote.id,
  kind: (quote) => quote.kind,
  attitude: (quote) => quote.attitude,
  speaker: (quote, article) => speaker(quote, article)?.name,
  speaker_kind: (quote, article) => speaker(quote, article)?.kind,
  titles: (quote, article) => speaker(quote, article)?.titles.join("; "),
  affiliation: (quote, article) => speaker(quote, article)?.affiliation,
  country: (quote, article) => speaker(quote, article)?.country,
  source: (quote, _, text) => quote.source && text.slice(quote.source.start, quote.source.end),
  cue: (quote, _, text) => quote.cue && text.slice(quote.cue.start, quote.cue.end),
  cue_lemma: (quote) => quote.cue?.lemma,
  text: (quote) => quote.text,
  start: (quote) => Math.min(...quote.content.map((span) => span.start)),
  end: (quote) => Math.max(...quote.content.map((span) => span.end)),
  spans: (quote) => quote.content.map((span) => `${span.start}-${span.end}`).join("; "),
  addressee: (quote) => quote.addressee,
  outlet: (quote) => quote.outlet,
  occasion: (quote) => quote.occasion?.kind,
  day: (quote) => quote.day,
  negated: (quote) => quote.negated,
  parent: (quote) => quote.parent,
  continues: (quote) => quote.continues,
  topics: (quote) => quote.topics.join("; "),
  confidence: (quote) => quote.confidence.toFixed(4),
  why_unknown: (quote) => quote.why_unknown,
  repairs: (quote, article) => quote.repairs.map((id) => article.repairs[id].kind).join("; "),
};

export function toCsv(article: Article, text: string): string {
  const said = article.quotes.filter((quote) => quote.attitude === "said");
  const rows = said.map((quote) => Object.values(COLUMNS).map((column) => cell(column(quote, article, text))));
  return [Object.keys(COLUMNS), ...rows].map((row) => row.join(",") + "\n").join("");
}

function cell(value: Cell): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function speaker(quote: Quote, article: Article) {
  return quote.speaker === null ? null : article.speakers[quote.speaker];
}
