import type { Article } from "./article.js";
import type { Piece } from "./render.js";

/**
 * `<onrecord-article>`: an article to read. After each quote stands a button with the speaker's initials; the tab key leads to the
 * first, arrow keys, Home and End from one to the next, and a screen reader reads speaker, kind and confidence.
 *
 * The attribute `all-attitudes` marks what is thought, wanted or felt too; it can be set and taken away at any time, except where `show`
 * was given pieces. On a server, where there are no elements, importing this file does nothing.
 */
export class OnrecordArticle extends HTMLElement {
  /**
   * Draws an article.
   *
   * @param pieces those of the article, where a worker has made them; then no .wasm file is asked but for the style sheet
   */
  show(article: Article, text: string, pieces?: readonly Piece[] | null | undefined): void;
  readonly article: Article | null;
  /** The id of the selected quote. */
  readonly selected: number | null;
  /**
   * Selects a quote, or none, and dispatches `onrecord-select`.
   *
   * @throws {OnrecordError} `invalid_argument`: the article has no such quote; nothing is changed then
   */
  select(quote: number | null, options?: { focus?: boolean | undefined }): void;
  /**
   * Dims all quotes but these; `null` dims none.
   *
   * @throws {OnrecordError} `invalid_argument`: that is no list or set
   */
  only(quotes: Iterable<number> | null): void;
  /** Scrolls to a quote or a repair; says whether there is one. */
  reveal(what?: { quote?: number | null | undefined; repair?: number | null | undefined }): boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    "onrecord-article": OnrecordArticle;
  }
  interface HTMLElementEventMap {
    "onrecord-select": CustomEvent<{ quote: number | null }>;
  }
}
