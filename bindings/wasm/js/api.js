// The interface of one .wasm file: what `onrecord` and `onrecord/lite` offer is made here for the file that each of them loads.

import { checkOptions, checkText } from "./check.js";
import { freeze } from "./freeze.js";
import { OnrecordError } from "./error.js";
import { withTopics } from "./topics.js";

const PARSER_OPTIONS = ["minConfidence", "maxBytes", "tagger", "joined", "topics", "onlyTopics", "withoutTopics"];
const PARSE_OPTIONS = ["id"];

/**
 * @param glue the generated module of a .wasm file
 * @param isReady whether that file has been loaded
 */
export function makeApi(glue, isReady) {
  const demandReady = () => {
    if (!isReady()) throw new OnrecordError("not_initialized", "the .wasm file is not loaded yet: `await init()` first");
  };

  class Parser {
    #raw;

    constructor(given = {}) {
      demandReady();
      const options = checkOptions(given, PARSER_OPTIONS);
      if (options.tagger && !glue.has_tagger()) {
        throw new OnrecordError("invalid_argument", "option `tagger`: `onrecord/lite` has none to ask; import \"onrecord\"");
      }
      const { minConfidence, maxBytes, tagger, joined, topics, onlyTopics, withoutTopics } = options;
      const make = (file) => new glue.Parser(minConfidence, maxBytes, tagger, joined, file, onlyTopics, withoutTopics);
      this.#raw = typeof topics === "object" ? withTopics(topics, make) : make(topics);
    }

    parse(text, options = {}) {
      return freeze(JSON.parse(this.parseToJson(text, options)));
    }

    parseToJson(text, options = {}) {
      checkText(text);
      const { id } = checkOptions(options, PARSE_OPTIONS);
      return this.#open().parse(text, id);
    }

    trace(text) {
      checkText(text);
      return freeze(JSON.parse(this.#open().trace(text)));
    }

    free() {
      this.#raw?.free();
      this.#raw = null;
    }

    #open() {
      if (!this.#raw) throw new OnrecordError("freed", "this parser was freed");
      return this.#raw;
    }
  }
  if (Symbol.dispose) Object.defineProperty(Parser.prototype, Symbol.dispose, { value: Parser.prototype.free });

  // Most callers have no options: they share one parser, and pay for its topics once.
  let shared = null;

  /** Runs `use` with a parser for these options and with those of a single article. */
  function withParser(options, use) {
    const { id, ...rest } = checkOptions(options, [...PARSER_OPTIONS, ...PARSE_OPTIONS]);
    if (Object.keys(rest).length === 0) return use((shared ??= new Parser()), { id });
    const parser = new Parser(rest);
    try {
      return use(parser, { id });
    } finally {
      parser.free();
    }
  }

  return {
    Parser,
    parse: (text, options = {}) => withParser(options, (parser, own) => parser.parse(text, own)),
    trace: (text, options = {}) => withParser(options, (parser) => parser.trace(text)),
  };
}
