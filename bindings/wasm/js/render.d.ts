import type { Article } from "./article.js";
import type { Global } from "./global.js";

export interface DrawOptions {
  /** Mark what is thought, wanted or felt too (default: only what was said). */
  allAttitudes?: boolean | null | undefined;
}

export interface HighlightOptions extends DrawOptions {
  /** List speakers, topics and repairs beside the article (default: no). */
  side?: boolean | null | undefined;
  /** Begin with a `<style>` element (default: yes); without it, `css()` has to be somewhere in the page. */
  style?: boolean | null | undefined;
}

/**
 * A fragment of HTML: the article with its quotes coloured by speaker. No script, nothing from the network, every character of the
 * article escaped.
 *
 * @param article what `parse` gave for this text, also after a trip through JSON or a worker
 * @throws {OnrecordError} `bad_article`, `invalid_argument`, `unknown_option`, `not_initialized`
 */
export function highlight(article: Article, text: string, options?: HighlightOptions): string;

/** The same as a whole document, called by its headline (else by its `id`), with speakers, topics and repairs beside the article unless `side` is false. */
export function page(article: Article, text: string, options?: DrawOptions & { side?: boolean | null | undefined }): string;

/** A stretch of a block in which nothing begins or ends, in UTF-16 units; ids as in the article. Empty where a repair stands between two characters. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Place in `article.blocks`. */
  readonly block: number;
  /** The innermost quote whose content it is part of. */
  readonly quote: number | null;
  /** The quote whose cue it is part of. */
  readonly cue: number | null;
  /** The quote whose source phrase it is part of. */
  readonly source: number | null;
  readonly repair: number | null;
  readonly speaker: number | null;
  /** The number of the speaker's colour, 0 to 9: class `or-c0` to `or-c9` of the style sheet. */
  readonly colour: number | null;
}

/** The article cut where anything begins or ends, for whoever draws it himself. */
export function pieces(article: Article, text: string, options?: DrawOptions): readonly Piece[];

/**
 * The article as nodes, one element for each block, with the classes of `highlight`. Words of the article become text nodes only.
 * Put them into an element of class `onrecord`, with `css()` in the page.
 */
export function nodes(article: Article, text: string, options?: DrawOptions & { document?: Global<"Document"> | null | undefined }): Global<"DocumentFragment">;

/** The colour of each speaker by id; `null` for those without quotes. */
export function speakerColours(article: Article): (number | null)[];

/** The style sheet, for light and dark pages; everything in it hangs on the class `onrecord`. */
export function css(): string;
