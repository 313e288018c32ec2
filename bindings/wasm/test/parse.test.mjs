// What the documentation promises of `parse` and `Parser`.

import assert from "node:assert/strict";
import { test } from "node:test";
import init, { OnrecordError, Parser, parse, trace } from "onrecord";
import * as lite from "onrecord/lite";
import { articles } from "./helpers.mjs";

const TEXT = "“Yes 😀, we will talk,” said Ana Ruiz, the mayor of Brill.";

const throwsCode = (code, run, message) =>
  assert.throws(run, (error) => {
    assert.ok(error instanceof OnrecordError && error instanceof Error, String(error));
    assert.equal(error.code, code, error.message);
    if (message) assert.match(error.message, message);
    return true;
  });

test("offsets slice the text that was given", () => {
  const { quotes, speakers, offsets } = parse(TEXT);
  const [{ start, end }] = quotes[0].content;
  assert.equal(offsets, "utf16");
  assert.equal(TEXT.slice(start, end), "Yes 😀, we will talk,");
  assert.equal(speakers[quotes[0].speaker].name, "Ana Ruiz");
});

test("results are frozen to their leaves", () => {
  const article = parse(TEXT);
  assert.ok(Object.isFrozen(article) && Object.isFrozen(article.quotes[0].content[0]));
  assert.throws(() => (article.quotes[0].speaker = null), TypeError);
});

test("half a surrogate pair moves no offset", () => {
  const broken = `\ud83d ${TEXT}`;
  const [{ start, end }] = parse(broken).quotes[0].content;
  assert.equal(broken.slice(start, end), "Yes 😀, we will talk,");
});

test("any text can be read", () => {
  for (const text of ["", "\0", "“", "\u{10ffff}", "‮“نعم”", "<script>“a”</script>"]) assert.equal(parse(text).schema, "onrecord/1");
});

test("options", () => {
  assert.equal(parse(TEXT, { id: "a-1" }).id, "a-1");
  assert.equal(parse(TEXT, { minConfidence: 1 }).quotes.length, 0);
  const topics = { topics: [{ id: "talks", phrases: ["we will talk"] }] };
  const only = parse(TEXT, { topics, onlyTopics: ["talks"] });
  assert.deepEqual(only.topics.map(({ id }) => id), ["talks"]);
  assert.deepEqual(parse(TEXT, { topics: JSON.stringify(topics), onlyTopics: ["talks"] }), only);
  assert.deepEqual(parse(TEXT, { topics, withoutTopics: ["talks"] }), parse(TEXT));
  assert.deepEqual(parse(TEXT, { id: undefined }), parse(TEXT));
  const unset = { id: null, minConfidence: null, maxBytes: null, tagger: null, joined: null, topics: null, onlyTopics: null, withoutTopics: undefined };
  assert.deepEqual(parse(TEXT, unset), parse(TEXT));
  assert.deepEqual(trace(TEXT, { id: "a" }), trace(TEXT));
});

test("errors have a code and say what was expected", () => {
  throwsCode("invalid_argument", () => parse(7), /string/);
  throwsCode("invalid_argument", () => parse(TEXT, { minConfidence: "high" }), /number from 0 to 1/);
  throwsCode("invalid_argument", () => parse(), /found undefined$/);
  throwsCode("invalid_argument", () => [TEXT].map(parse), /found number 0; with `map`, write `texts.map\(\(text\) => parse\(text\)\)`$/);
  for (const [odd, name] of [[[], "a list"], [new Map(), "a Map"], [null, "null"]]) {
    throwsCode("invalid_argument", () => parse(TEXT, odd), new RegExp(`expected options to be an object, found ${name}$`));
  }
  throwsCode("unknown_option", () => parse(TEXT, { minConfidance: 0.5 }), /minConfidence/);
  throwsCode("too_large", () => parse(TEXT, { maxBytes: 10 }), /10/);
  throwsCode("unknown_topic", () => parse(TEXT, { onlyTopics: ["cybre"] }), /cyber/);
  throwsCode("bad_topic", () => new Parser({ topics: { topics: [{ id: "No Kebab", phrases: [] }] } }), /kebab/);
  throwsCode("bad_topic", () => new Parser({ topics: "{\n]" }), /line 2/);
});

test("a bad topic of an object is named", () => {
  const topics = (...list) => ({ topics: { topics: [{ id: "good", phrases: ["a b"] }, ...list] } });
  const said = (options, message) => throwsCode("bad_topic", () => new Parser(options), message);
  said(topics({ id: "water", phrases: ["x("] }), /^option `topics`: topics\[1\] \("water"\): phrase `x\(`/);
  said(topics({ phrases: ["x"] }), /^option `topics`: topics\[1\] \(undefined\): missing field `id`/);
  said(topics({ id: "good", phrases: ["x"] }), /^option `topics`: topic `good`: expected each id once/);
  said({ topics: { topics: 5 } }, /^option `topics`: invalid type/);
});

test("a bad topics file names its line", () => {
  assert.throws(() => new Parser({ topics: "{\n]" }), { line: 2 });
});

test("a parser is used again and again, and freed", () => {
  const parser = new Parser({ minConfidence: 0.1 });
  assert.deepEqual(parser.parse(TEXT), parser.parse(TEXT));
  assert.deepEqual(JSON.parse(parser.parseToJson(TEXT, { id: "x" })), parser.parse(TEXT, { id: "x" }));
  parser[Symbol.dispose]?.();
  parser.free();
  parser.free();
  throwsCode("freed", () => parser.parse(TEXT));
});

test("a trace has an entry for each quote, and names who was chosen", () => {
  const found = trace(TEXT);
  assert.equal(found.length, parse(TEXT).quotes.length);
  const chosen = found[0].candidates.find((it) => it.chosen);
  assert.equal(TEXT.slice(chosen.start, chosen.end).startsWith("Ana Ruiz"), true);
});

test("the lite entry has the same interface", async () => {
  assert.deepEqual(Object.keys(lite).sort(), Object.keys(await import("onrecord")).sort());
  for (const { text } of articles()) assert.deepEqual(lite.parse(text), parse(text, { tagger: false }));
  assert.throws(() => lite.parse(TEXT, { tagger: true }), { name: "OnrecordError", code: "invalid_argument" });
  await init();
});
