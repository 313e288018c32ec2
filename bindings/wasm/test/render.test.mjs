// Drawing: HTML as the core makes it, and pieces for those who draw it themselves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OnrecordError, parse } from "onrecord";
import { css, highlight, page, pieces, speakerColours } from "onrecord/render";
import { articles } from "./helpers.mjs";

const TEXT = "“Yes 😀, we will talk,” said Ana Ruiz, the mayor of Brill.";
const article = parse(TEXT);

test("highlight marks quotes in the colour of their speaker", () => {
  assert.match(highlight(article, TEXT), /^<style>.*<mark class="or-direct or-c0" data-quote="0"[^>]*>Yes 😀, we will talk,<\/mark>/s);
  assert.doesNotMatch(highlight(article, TEXT, { style: false }), /<style>/);
  assert.match(highlight(article, TEXT, { side: true }), /<aside/);
  assert.match(page(article, TEXT), /^<!doctype html>/);
});

test("an article may have been through JSON", () => {
  const sent = JSON.parse(JSON.stringify(article));
  assert.equal(highlight(sent, TEXT), highlight(article, TEXT));
});

test("a hostile text stays a text", () => {
  const hostile = "“<script>alert(1)</script>,” said Ana <img src=x onerror=alert(1)> Ruiz.";
  assert.doesNotMatch(highlight(parse(hostile), hostile), /<script|<img/);
});

test("pieces are the blocks, and have the colours of the HTML", () => {
  for (const { name, text } of articles()) {
    const read = parse(text);
    const found = pieces(read, text, { allAttitudes: true });
    const joined = read.blocks.map((_, block) => found.filter((it) => it.block === block).map((it) => text.slice(it.start, it.end)).join(""));
    assert.deepEqual(joined, read.blocks.map((block) => text.slice(block.start, block.end)), name);
    const colours = speakerColours(read);
    for (const { speaker, colour } of found) assert.equal(colour, speaker === null ? null : colours[speaker], name);
  }
});

test("every colour is in the style sheet", () => {
  for (let colour = 0; colour < 10; colour++) assert.match(css(), new RegExp(`\\.or-c${colour}\\b`));
});

test("options that are null are as if they were not given", () => {
  assert.equal(highlight(article, TEXT, { style: null, side: undefined }), highlight(article, TEXT));
  assert.equal(page(article, TEXT, { side: null, allAttitudes: null }), page(article, TEXT));
});

test("a page without a headline is called by its id", () => {
  const title = (options) => /<title>(.*)<\/title>/.exec(page(parse(TEXT, options), TEXT))[1];
  assert.equal(title({ id: "a <b> $& c" }), "a &lt;b> $&amp; c");
  assert.equal(title({}), "Article");
});

test("a filtered list is named with its first id", () => {
  const filtered = { ...article, quotes: [{ ...article.quotes[0], id: 1 }] };
  assert.throws(() => highlight(filtered, TEXT), { code: "bad_article", message: /^article\.quotes\[0\] has the id 1: ids are places in the list/ });
});

test("the element can be imported where there are none", async () => {
  assert.equal(typeof (await import("onrecord/element")).OnrecordArticle, "function");
});

test("another text, or no article, is an error", () => {
  const code = (expected) => (error) => error instanceof OnrecordError && error.code === expected;
  assert.throws(() => highlight(article, "another text"), code("bad_article"));
  assert.throws(() => highlight({}, TEXT), code("bad_article"));
  assert.throws(() => highlight(null, TEXT), code("bad_article"));
  assert.throws(() => highlight(article, TEXT, { colour: 1 }), code("unknown_option"));
});
