// An article as HTML, or as nodes of a document; what is marked, and in which colours, is said by the core for both.

import { checkOptions, checkText } from "./check.js";
import { OnrecordError } from "./error.js";
import { freeze } from "./freeze.js";
import { glue } from "./glue.js";

export function highlight(article, text, options = {}) {
  const { allAttitudes = false, side = false, style = true } = checkArguments(article, text, options, ["allAttitudes", "side", "style"]);
  return glue().html(JSON.stringify(article), text, allAttitudes, side, style);
}

export function page(article, text, options = {}) {
  const { allAttitudes = false, side = true } = checkArguments(article, text, options, ["allAttitudes", "side"]);
  const html = glue().page(JSON.stringify(article), text, allAttitudes, side);
  // A page without a headline is called by its id: a document has to have a title.
  return html.replace("<title></title>", () => `<title>${escaped(article.id ?? "Article")}</title>`);
}

export function pieces(article, text, options = {}) {
  const { allAttitudes = false } = checkArguments(article, text, options, ["allAttitudes"]);
  return freeze(JSON.parse(glue().pieces(JSON.stringify(article), text, allAttitudes)));
}

export function css() {
  return glue().css();
}

export { nodes, speakerColours } from "./nodes.js";

function checkArguments(article, text, options, known) {
  checkText(text);
  const set = checkOptions(options, known);
  if (article?.schema !== "onrecord/1") {
    throw new OnrecordError("bad_article", "expected an article as `parse` gives it, with `schema` \"onrecord/1\"");
  }
  for (const list of ["quotes", "speakers", "repairs"]) checkIds(article[list], list);
  return set;
}

/** A filtered list is what most often makes an article one that cannot be drawn. */
function checkIds(records, list) {
  const at = Array.isArray(records) ? records.findIndex((record, i) => record?.id !== i) : -1;
  if (at < 0) return;
  const message = `article.${list}[${at}] has the id ${records[at]?.id}: ids are places in the list, so that a filtered or sorted list cannot be drawn`;
  throw new OnrecordError("bad_article", `${message}; give the article as it was parsed`);
}

function escaped(text) {
  return String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
