// What a caller without TypeScript can get wrong, said in words before the .wasm file says it in numbers.

import { OnrecordError } from "./error.js";

const TYPES = {
  id: (value) => typeof value === "string" || "a string",
  minConfidence: (value) => (typeof value === "number" && value >= 0 && value <= 1) || "a number from 0 to 1",
  maxBytes: (value) => (Number.isInteger(value) && value >= 0 && value < 2 ** 32) || "a whole number below 2 ** 32",
  tagger: (value) => typeof value === "boolean" || "true or false",
  joined: (value) => typeof value === "boolean" || "true or false",
  topics: (value) => (typeof value === "string" || typeof value === "object") || "a topics file: an object, or JSON",
  onlyTopics: (value) => isStrings(value) || "a list of topic ids",
  withoutTopics: (value) => isStrings(value) || "a list of topic ids",
  allAttitudes: (value) => typeof value === "boolean" || "true or false",
  side: (value) => typeof value === "boolean" || "true or false",
  style: (value) => typeof value === "boolean" || "true or false",
};

const isStrings = (value) => Array.isArray(value) && value.every((item) => typeof item === "string");

export function checkText(text) {
  if (typeof text !== "string") throw new OnrecordError("invalid_argument", `expected a text to be a string, found ${describe(text)}`);
}

export function checkOptions(options, known) {
  if (options === null || typeof options !== "object") {
    throw new OnrecordError("invalid_argument", `expected options to be an object, found ${describe(options)}`);
  }
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) {
      throw new OnrecordError("unknown_option", `there is no option \`${name}\`: expected ${known.join(", ")}`);
    }
    const fits = value === undefined || value === null || TYPES[name](value);
    if (fits !== true) throw new OnrecordError("invalid_argument", `option \`${name}\`: expected ${fits}, found ${describe(value)}`);
  }
}

function describe(value) {
  if (value === null) return "null";
  return typeof value === "object" ? "an object" : `${typeof value} ${String(value).slice(0, 40)}`;
}
