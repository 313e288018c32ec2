// A quote in a few words for people, where there is no room for more.

/** "Ana Ruiz, direct quote, 93 % sure". */
export function summary(article, quote) {
  const said = quote.attitude === "said" ? "" : `, ${quote.attitude}`;
  if (quote.kind === "scare") return "in quotation marks, said by nobody";
  return `${speakerName(article, quote)}, ${quote.kind} quote${said}, ${Math.round(quote.confidence * 100)} % sure`;
}

export function speakerName(article, quote) {
  return quote.speaker === null ? "speaker unknown" : article.speakers[quote.speaker].name;
}

/** "AR" for Ana Ruiz, "?" for an unknown speaker. */
export function initials(article, quote) {
  if (quote.kind === "scare") return "“”";
  if (quote.speaker === null) return "?";
  const words = article.speakers[quote.speaker].name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const main = words.filter((word) => /^\p{Lu}/u.test(word));
  const chosen = main.length > 0 ? main : words.filter((word) => !["a", "an", "the", "of"].includes(word));
  return [...new Set([chosen[0], chosen.at(-1)])].map((word) => (word ? [...word][0].toUpperCase() : "?")).join("");
}
