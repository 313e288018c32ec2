/** What was wrong with what a caller gave; parsing itself never fails. */
export class OnrecordError extends Error {
  constructor(code, message, line = null) {
    super(message);
    this.name = "OnrecordError";
    this.code = code;
    this.line = line;
  }
}
