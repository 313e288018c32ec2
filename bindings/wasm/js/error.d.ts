/**
 * | code | what was wrong |
 * |---|---|
 * | `too_large` | the text has more bytes than `maxBytes` |
 * | `bad_topic` | a topic's id, phrase or weight is not as it should be |
 * | `unknown_topic` | no topic has this id; the message lists those that are near |
 * | `bad_article` | what should be drawn is no article, or one of another text |
 * | `unknown_option` | there is no such option, or no such value of it |
 * | `invalid_argument` | an argument has another type than it should |
 * | `not_initialized` | `await init()` was not called |
 * | `freed` | the parser was freed |
 * | `other` | anything else, which a later version may add |
 */
export type ErrorCode =
  | "too_large"
  | "bad_topic"
  | "unknown_topic"
  | "bad_article"
  | "unknown_option"
  | "invalid_argument"
  | "not_initialized"
  | "freed"
  | "other";

/** What was wrong with what a caller gave; parsing itself never fails. The message says what was expected. */
export class OnrecordError extends Error {
  constructor(code: ErrorCode, message: string, line?: number | null | undefined);
  readonly name: "OnrecordError";
  readonly code: ErrorCode;
  /** The line of a topics file, counted from 1, where it is known. */
  readonly line: number | null;
}
