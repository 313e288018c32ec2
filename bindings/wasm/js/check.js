// What a caller without TypeScript can get wrong, said in words before the .wasm file says it in numbers.

import { OnrecordError } from "./error.js";

const TYPES = {
  id: (value) => typeof value === "string" || "a string",
  minConfidence: (value) => (typeof value === "number" && value >= 0 && value <= 1) || "a number from 0 to 1",
  maxBytes: (value) => (Number.isInteger(value) && value >= 0 && value < 2 ** 32) || "a whole number below 2 ** 32",
  tagger: (value) => typeof value === "boolean" || "true or false",
  joined: (value) => typeof value === "boolean" || "true or false",
  topics: (value) => typeof value === "string" || isRecord(value) || "a topics file: an object, or JSON",
  onlyTopics: (value) => isStrings(value) || "a list of topic ids",
  withoutTopics: (value) => isStrings(value) || "a list of topic ids",
  allAttitudes: (value) => typeof value === "boolean" || "true or false",
  side: (value) => typeof value === "boolean" || "true or false",
  style: (value) => typeof value === "boolean" || "true or false",
};

/** An object with named fields: no list, map or date, whose contents would be overlooked. */
const isRecord = (value) => Object.prototype.toString.call(value) === "[object Object]";
const isStrings = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");

export function checkText(text) {
  if (typeof text !== "string") throw new OnrecordError("invalid_argument", `expected a text to be a string, found ${describe(text)}`);
}

/** The options that are set: `null` and `undefined` leave one at its default. */
export function checkOptions(options, known) {
  if (!isRecord(options)) {
    const hint = typeof options === "number" ? "; with `map`, write `texts.map((text) => parse(text))`" : "";
    throw new OnrecordError("invalid_argument", `expected options to be an object, found ${describe(options)}${hint}`);
  }
  const set = Object.entries(options).filter(([, value]) => value !== undefined && value !== null);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new OnrecordError("unknown_option", `there is no option \`${name}\`: expected ${known.join(", ")}`);
  }
  for (const [name, value] of set) {
    const fits = TYPES[name](value);
    if (fits !== true) throw new OnrecordError("invalid_argument", `option \`${name}\`: expected ${fits}, found ${describe(value)}`);
  }
  return Object.fromEntries(set);
}

/** Where the .wasm file is to come from; what it is exactly is for `WebAssembly` to say. */
export function checkSource(source) {
  const fits = source === undefined || source === null || typeof source === "string" || typeof source === "object";
  if (!fits) throw new OnrecordError("invalid_argument", `init: expected an address, a response, bytes or a module, found ${describe(source)}`);
}

export function describe(value) {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "function") return "a function";
  if (typeof value === "object") return isRecord(value) ? "an object" : `a ${value.constructor?.name ?? "strange object"}`;
  return `${typeof value} ${String(value).slice(0, 40)}`;
}
