import type { Article } from "./article.js";
import type { Piece } from "./render.js";

/**
 * `<onrecord-article>`: an article to read. After each quote stands a button with the speaker's initials; the tab key leads to the
 * first, arrow keys, Home and End from one to the next, and a screen reader reads speaker, kind and confidence.
 *
 * The attribute `all-attitudes` marks what is thought, wanted or felt too.
 */
export class OnrecordArticle extends HTMLElement {
  /**
   * Draws an article.
   *
   * @param pieces those of the article, where a worker has made them; then no .wasm file is asked but for the style sheet
   */
  show(article: Article, text: string, pieces?: readonly Piece[] | null): void;
  readonly article: Article | null;
  /** The id of the selected quote. */
  readonly selected: number | null;
  /** Selects a quote, or none, and dispatches `onrecord-select`. */
  select(quote: number | null, options?: { focus?: boolean }): void;
  /** Dims all quotes but these; `null` dims none. */
  only(quotes: Iterable<number> | null): void;
  /** Scrolls to a quote or a repair; says whether there is one. */
  reveal(what: { quote?: number | null; repair?: number | null }): boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    "onrecord-article": OnrecordArticle;
  }
  interface HTMLElementEventMap {
    "onrecord-select": CustomEvent<{ quote: number | null }>;
  }
}
