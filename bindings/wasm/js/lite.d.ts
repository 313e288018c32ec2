import type { Article, TraceEntry } from "./article.js";
import type { Global } from "./global.js";

export type * from "./article.js";
export { OnrecordError, type ErrorCode } from "./error.js";

/** A topic of a caller's own. */
export interface TopicDefinition {
  /** In kebab case; one that a built-in topic has replaces that topic. */
  id: string;
  /** For people. */
  label?: string | null | undefined;
  facet?: "issue" | "place" | undefined;
  /** `"medtop:20000418"` */
  iptc?: string | null | undefined;
  /** `"Q125928"` */
  wikidata?: string | null | undefined;
  /** `"drought*"`, `"(tap|drinking) water"`; a weight is above 0 and at most 10, and 1 where none is given. */
  phrases: readonly (string | { readonly text: string; readonly weight: number })[];
  /** Phrases inside which none of the topic's phrases count. */
  except?: readonly string[] | undefined;
}

export interface ParserOptions {
  /** Leave out quotes below this confidence, from 0 to 1 (default: 0). */
  minConfidence?: number | null | undefined;
  /** Refuse a text of more bytes of UTF-8 (default: no limit). */
  maxBytes?: number | null | undefined;
  /**
   * Ask the small neural network too (default: `true` in `onrecord`): it finds more of what is reported without quotation marks, and takes
   * about ten times as long. `onrecord/lite` has none, and refuses `true`.
   */
  tagger?: boolean | null | undefined;
  /**
   * Give a quotation that its own tag cuts, “A,” she said. “B.”, as one quote with two spans (default: `false`; it is two quotes, of which
   * the second `continues` the first).
   */
  joined?: boolean | null | undefined;
  /** Topics to add to the built-in ones: a topics file, as an object or as JSON. */
  topics?: { readonly topics: readonly TopicDefinition[] } | string | null | undefined;
  /** Look for the topics with these ids alone. */
  onlyTopics?: readonly string[] | null | undefined;
  /** Do not look for the topics with these ids. */
  withoutTopics?: readonly string[] | null | undefined;
}

export interface ParseOptions {
  /** What the article is called in the result. */
  id?: string | null | undefined;
}

/** Where the .wasm file is: an address, a response, its bytes, or a compiled module. */
export type InitSource =
  | string
  | Global<"URL">
  | Global<"Request">
  | Global<"Response">
  | Promise<Global<"Response">>
  | ArrayBuffer
  | ArrayBufferView
  | (typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : never);

/**
 * Loads the .wasm file, once: further calls give the same promise. Needed in browsers, workers and bundlers before anything else;
 * in Node it does nothing.
 *
 * @param source where the file is, if not beside this module: an address, a response, its bytes, or a compiled module
 * @throws what `fetch` or `WebAssembly` throw; a later call tries again
 */
export function init(source?: InitSource | null): Promise<void>;
export default init;

/**
 * Reads an article. Any text can be read; time grows with its length.
 *
 * ```js
 * const text = "“We will talk,” said Ana Ruiz, the mayor of Brill.";
 * const article = parse(text);
 * for (const quote of article.quotes) {
 *   quote.content.map(({ start, end }) => text.slice(start, end)); // ["We will talk,"]
 *   quote.speaker === null ? null : article.speakers[quote.speaker]?.name; // "Ana Ruiz"
 * }
 * ```
 *
 * @param text the article as plain text; half of a surrogate pair is read as U+FFFD, which moves no offset
 * @throws {OnrecordError} `too_large`, `bad_topic`, `unknown_topic`, `unknown_option`, `invalid_argument`, `not_initialized`
 */
export function parse(text: string, options?: ParserOptions & ParseOptions): Article;

/**
 * Why each quote was given to its speaker: an entry for each quote that `parse` gives with the same options and `minConfidence` 0
 * (`id` changes nothing).
 *
 * @throws {OnrecordError} as `parse`
 */
export function trace(text: string, options?: ParserOptions & ParseOptions): readonly TraceEntry[];

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

  /** The same, for `using parser = new Parser()`. */
  [Symbol.dispose](): void;
}

declare global {
  // As TypeScript's `esnext.disposable` has it, for projects whose `lib` is older.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}
