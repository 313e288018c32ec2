import type { Article, TraceEntry } from "./article.js";

export type * from "./article.js";
export { OnrecordError, type ErrorCode } from "./error.js";

/** A topic of a caller's own. */
export interface TopicDefinition {
  /** In kebab case; one that a built-in topic has replaces that topic. */
  id: string;
  /** For people. */
  label?: string;
  facet?: "issue" | "place";
  /** `"medtop:20000418"` */
  iptc?: string;
  /** `"Q125928"` */
  wikidata?: string;
  /** `"drought*"`, `"(tap|drinking) water"`; a weight is above 0 and at most 10, and 1 where none is given. */
  phrases: (string | { text: string; weight: number })[];
  /** Phrases inside which none of the topic's phrases count. */
  except?: string[];
}

export interface ParserOptions {
  /** Leave out quotes below this confidence, from 0 to 1 (default: 0). */
  minConfidence?: number;
  /** Refuse a text of more bytes of UTF-8 (default: no limit). */
  maxBytes?: number;
  /**
   * Ask the small neural network too (default: `true` in `onrecord`): it finds more of what is reported without quotation marks, and takes
   * about ten times as long. `onrecord/lite` has none, and refuses `true`.
   */
  tagger?: boolean;
  /**
   * Give a quotation that its own tag cuts, “A,” she said. “B.”, as one quote with two spans (default: `false`; it is two quotes, of which
   * the second `continues` the first).
   */
  joined?: boolean;
  /** Topics to add to the built-in ones: a topics file, as an object or as JSON. */
  topics?: { topics: TopicDefinition[] } | string;
  /** Look for the topics with these ids alone. */
  onlyTopics?: string[];
  /** Do not look for the topics with these ids. */
  withoutTopics?: string[];
}

export interface ParseOptions {
  /** What the article is called in the result. */
  id?: string;
}

/**
 * Loads the .wasm file, once: further calls give the same promise. Needed in browsers, workers and bundlers before anything else;
 * in Node it does nothing.
 *
 * @param source where the file is, if not beside this module: an address, a response, its bytes, or a compiled module
 * @throws what `fetch` or `WebAssembly` throw; a later call tries again
 */
export function init(source?: string | URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module): Promise<void>;
export default init;

/**
 * Reads an article. Any text can be read; time grows with its length.
 *
 * ```js
 * const text = "“We will talk,” said Ana Ruiz, the mayor of Brill.";
 * const article = parse(text);
 * const quote = article.quotes[0];
 * text.slice(quote.content[0].start, quote.content[0].end); // "We will talk,"
 * article.speakers[quote.speaker].name; // "Ana Ruiz"
 * ```
 *
 * @param text the article as plain text; half of a surrogate pair is read as U+FFFD, which moves no offset
 * @throws {OnrecordError} `too_large`, `bad_topic`, `unknown_topic`, `unknown_option`, `invalid_argument`, `not_initialized`
 */
export function parse(text: string, options?: ParserOptions & ParseOptions): Article;

/**
 * Why each quote was given to its speaker: an entry for each quote that `parse` gives with the same options and `minConfidence` 0.
 *
 * @throws {OnrecordError} as `parse`
 */
export function trace(text: string, options?: ParserOptions): readonly TraceEntry[];

/** Options made ready once, for many articles. */
export class Parser {
  /** @throws {OnrecordError} `bad_topic`, `unknown_topic`, `unknown_option`, `invalid_argument`, `not_initialized` */
  constructor(options?: ParserOptions);

  /**
   * Reads an article.
   *
   * @throws {OnrecordError} `too_large`, `unknown_option`, `invalid_argument`, `freed`
   */
  parse(text: string, options?: ParseOptions): Article;

  /** The same as one line of JSON, to be written to a file or sent on. */
  parseToJson(text: string, options?: ParseOptions): string;

  /** Why each quote was given to its speaker. */
  trace(text: string): readonly TraceEntry[];

  /** Gives the parser's memory back at once; without it that happens some time after the last use. */
  free(): void;
}
