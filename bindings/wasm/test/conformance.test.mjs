// The shared suite, the annotated articles, and the same bytes as the native build.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Parser } from "onrecord";
import { articles, native, program, read, sharedTexts } from "./helpers.mjs";
import { failures } from "./suite/holds.mjs";

const cases = program("suite", ["dump"]).split("\n").filter(Boolean).map((line) => JSON.parse(line));
const parser = new Parser();

test("every case of the suite holds here as it does natively", () => {
  const gaps = read("tests/suite/known-gaps.txt").split("\n").map((line) => line.split(" | ")[0]);
  const isGap = (id) => gaps.includes(id);
  const wrong = cases.map((it) => ({ id: it.id, why: failures(it, parser.parse(it.text)) })).filter(({ why }) => why.length > 0);
  assert.ok(cases.length > 100, "the suite is there");
  assert.ok(wrong.length < cases.length / 4, `${wrong.length} of ${cases.length} cases fail`);
  assert.deepEqual(wrong.filter(({ id }) => !isGap(id)), []);
});

test("the same cases fail as natively", () => {
  const ran = program("suite", []);
  const expected = ran.split("\n").filter((line) => /^[\w/-]+#/.test(line)).map((line) => line.split("  ")[0]);
  const got = cases.filter((it) => failures(it, parser.parse(it.text)).length > 0).map(({ id }) => id);
  assert.deepEqual(got, expected);
});

test("native and WebAssembly write the same bytes", () => {
  const rows = [
    ...cases.map(({ id, text }) => ({ id, text })),
    ...articles().map(({ name, text }) => ({ id: name, text })),
    ...sharedTexts(60).map((text, i) => ({ id: `shared ${i}`, text })),
  ].filter(({ text }) => text !== "");
  const lines = native(rows);
  assert.equal(lines.length, rows.length);
  for (const [i, { id, text }] of rows.entries()) assert.equal(parser.parseToJson(text, { id }), lines[i], id);
});

test("articles are as committed, counted in UTF-16 units", () => {
  for (const { name, text, expected } of articles()) {
    const units = [0];
    for (const c of text) units.push(units.at(-1) + c.length);
    const moved = JSON.parse(JSON.stringify(expected), (key, value) => (key === "start" || key === "end" ? units[value] : value));
    assert.deepEqual(parser.parse(text), { ...moved, offsets: "utf16" }, name);
  }
});
