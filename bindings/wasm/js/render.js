// An article as HTML, or as nodes of a document; what is marked, and in which colours, is said by the core for both.

import { checkOptions, checkText } from "./check.js";
import { OnrecordError } from "./error.js";
import { freeze } from "./freeze.js";
import { glue } from "./glue.js";

export function highlight(article, text, options = {}) {
  checkArguments(article, text, options, ["allAttitudes", "side", "style"]);
  const { allAttitudes = false, side = false, style = true } = options;
  return glue().html(JSON.stringify(article), text, allAttitudes, side, style);
}

export function page(article, text, options = {}) {
  checkArguments(article, text, options, ["allAttitudes", "side"]);
  const { allAttitudes = false, side = true } = options;
  return glue().page(JSON.stringify(article), text, allAttitudes, side);
}

export function pieces(article, text, options = {}) {
  checkArguments(article, text, options, ["allAttitudes"]);
  return freeze(JSON.parse(glue().pieces(JSON.stringify(article), text, options.allAttitudes ?? false)));
}

export function css() {
  return glue().css();
}

export { nodes, speakerColours } from "./nodes.js";

function checkArguments(article, text, options, known) {
  checkText(text);
  checkOptions(options, known);
  if (article?.schema !== "onrecord/1") {
    throw new OnrecordError("bad_article", "expected an article as `parse` gives it, with `schema` \"onrecord/1\"");
  }
}
