// How words are compared: as `tests/runner/holds.rs` does.

/** The letters and digits in lower case, so that marks, spaces and stops do not matter. */
export function letters(text) {
  return text.replace(/[^\p{Alphabetic}\p{N}]/gu, "").toLowerCase();
}

/** Without the article that opens a phrase: "The minister" and "minister" are one. */
export function nameKey(name) {
  return letters(name.toLowerCase().replace(/^(the|a|an) /, ""));
}

/** What is compared of a content: its letters, and "that" in front is free. */
export function contentKey(text) {
  const bare = text.replace(/^[^\p{Alphabetic}\p{N}]+/u, "");
  return letters(bare.startsWith("that ") ? bare.slice(5) : bare);
}

export function plain(text) {
  return text.split(/\s+/u).filter(Boolean).join(" ");
}

export const of = (text, span) => (span === null ? null : text.slice(span.start, span.end));
