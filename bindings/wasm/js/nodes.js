// An article as nodes of a document. Words of the article only ever become text nodes, so that a hostile text stays a text.

import { pieces } from "./render.js";

const ELEMENTS = { title: "h2", heading: "h3" };

/** One element for each block, in a fragment; the classes are those of the HTML that `highlight` makes. */
export function nodes(article, text, options = {}) {
  const { document: own, ...rest } = options ?? {};
  const document = own ?? globalThis.document;
  const fragment = document.createDocumentFragment();
  fragment.append(...blocks(article, text, pieces(article, text, rest), document));
  return fragment;
}

/** The elements one by one, so that a long article can be drawn in slices; `after` may give a node to stand behind a piece. */
export function* blocks(article, text, all, document, after = () => null) {
  let block = null;
  let at = -1;
  let behind = null;
  for (const piece of all) {
    if (piece.block !== at) {
      if (behind) block.append(behind);
      if (block) yield block;
      at = piece.block;
      block = blockElement(article.blocks[at], document);
      behind = null;
    }
    block.append(...placed(behind, pieceNode(article, text, piece, document)));
    behind = after(piece);
  }
  if (behind) block.append(behind);
  if (block) yield block;
}

/** What closes a quotation: the mark, with a comma or stop on either side of it. */
const CLOSING = /^[.,;:!?…]*\s?[”“"’'»]*[.,;:!?]*/u;

/** A node that stands behind a quote goes after the quote's closing mark, not between the words and the mark. */
function placed(behind, next) {
  if (!behind) return [next];
  const closing = next.nodeType === 3 ? CLOSING.exec(next.data)[0].trimEnd() : "";
  if (closing === "") return [behind, next];
  return [closing, behind, next.data.slice(closing.length)];
}

function blockElement({ kind }, document) {
  const element = document.createElement(ELEMENTS[kind] ?? "p");
  element.className = `or-${kind}`;
  // Each paragraph finds its own direction, so that one in Arabic does not turn its neighbours.
  element.dir = "auto";
  return element;
}

function pieceNode(article, text, piece, document) {
  const words = document.createTextNode(text.slice(piece.start, piece.end));
  const id = quoteOf(piece);
  if (id === null && piece.repair === null) return words;
  const element = document.createElement(piece.quote === null ? "span" : "mark");
  element.className = classes(article, piece).join(" ");
  if (id !== null) element.dataset.quote = String(id);
  if (piece.repair !== null) element.dataset.repair = String(piece.repair);
  element.append(words);
  return element;
}

/** The quote that a piece belongs to: as its source, its cue or its words. */
export function quoteOf(piece) {
  return piece.source ?? piece.cue ?? piece.quote;
}

function classes(article, piece) {
  const found = [];
  if (piece.quote !== null) found.push(`or-${article.quotes[piece.quote].kind}`);
  for (const part of ["cue", "source", "repair"]) if (piece[part] !== null) found.push(`or-${part}`);
  if (piece.colour !== null) found.push(`or-c${piece.colour}`);
  return found;
}

const COLOURS = 10;

/** The number of each speaker's colour, by speaker id: those who have quotes take them in turn; `null` for the others. */
export function speakerColours(article) {
  let next = 0;
  return article.speakers.map((speaker) => (speaker.quotes.length > 0 ? next++ % COLOURS : null));
}
