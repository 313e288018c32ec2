// Does an article hold what a case expects of it? The same rules as `tests/runner/holds.rs`.

import { check } from "./quote.mjs";
import { holds, isSaid } from "./records.mjs";

/** The lines that do not hold; empty where all is well. */
export function failures({ text, expect: expects }, article) {
  const seen = new Set();
  const wrong = expects.filter((expect) => !lineHolds(expect, article, text, seen)).map(({ line }) => `expected  ${line}`);
  if (!expects.some(({ what }) => what === "only")) return wrong;
  const extra = article.quotes.filter((quote) => isSaid(quote) && !seen.has(quote.id));
  return [...wrong, ...extra.map(({ text: words }) => `not expected  ${words}`)];
}

function lineHolds(expect, article, text, seen) {
  if (expect.what === "only") return true;
  if (expect.what !== "quote") return holds(expect, article, text) || expect.optional;
  const { used, wrong } = check(expect, article, text);
  for (const id of used) seen.add(id);
  return wrong.length === 0 || expect.optional;
}
