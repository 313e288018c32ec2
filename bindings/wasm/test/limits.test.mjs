// What the package may weigh, and that its memory is given back.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Parser, parse } from "onrecord";
import { highlight } from "onrecord/render";
import * as glue from "../wasm/full/onrecord.js";
import { read, root } from "./helpers.mjs";

const TEXT = read("examples/articles/wire.txt");

for (const [name, most] of [["lite", 600_000], ["full", 3_000_000]]) {
  test(`the .wasm file of ${name} is at most ${most / 1000} kB gzipped`, (t) => {
    const bytes = gzipSync(readFileSync(new URL(`../wasm/${name}/onrecord_bg.wasm`, import.meta.url)), { level: 9 }).length;
    t.diagnostic(`${Math.round(bytes / 1000)} kB gzipped`);
    assert.ok(bytes <= most, `${bytes} bytes gzipped, more than ${most}`);
  });
}

test("10,000 parses do not grow the memory", (t) => {
  const size = () => glue.initSync().memory.buffer.byteLength;
  // The tagger asks for no other memory in the last parse than in the first; with it, all of them would take minutes.
  const round = (times) => {
    for (let i = 0; i < times; i++) parse(TEXT, { tagger: i % 50 === 0 });
    for (let i = 0; i < times / 100; i++) {
      highlight(parse(TEXT), TEXT);
      new Parser({ withoutTopics: ["cyber"] }).free();
    }
  };
  round(500);
  const before = size();
  round(10_000);
  t.diagnostic(`${before / 2 ** 20} MiB before and ${size() / 2 ** 20} MiB after`);
  assert.equal(size(), before);
});

test("the binding is no more than a border", (t) => {
  const lines = (folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(root, folder, name))
      .filter((path) => statSync(path).isFile() && /\.(rs|js)$/.test(path))
      .reduce((sum, path) => sum + readFileSync(path, "utf8").split("\n").length, 0);
  const [binding, core] = [lines("bindings/wasm/src"), lines("crates/onrecord/src")];
  t.diagnostic(`${binding} lines of Rust to ${core} in the core`);
  assert.ok(binding < core * 0.05, `${binding} lines to ${core}`);
});
