// Every example of the README runs, and prints what its comments say.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { read } from "./helpers.mjs";

const readme = read("bindings/wasm/README.md");
const examples = [...readme.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);
const cwd = fileURLToPath(new URL("..", import.meta.url));

test("there are examples", () => assert.ok(examples.length >= 6));

for (const [i, code] of examples.entries()) {
  test(`example ${i + 1}`, () => {
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd, encoding: "utf8" });
    const promised = code.split("\n").flatMap((line) => /console\.log.*; +\/\/ (.*)|^ +\/\/ (.*)/.exec(line)?.slice(1).find(Boolean) ?? []);
    if (promised.length > 0) assert.deepEqual(printed.trim().split("\n"), promised);
    else assert.notEqual(printed, "");
  });
}
