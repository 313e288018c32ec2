// The types against the compiler, the schema, and real output.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse, trace } from "onrecord";
import { articles, read, root } from "./helpers.mjs";
import { interfaces, unions } from "./types/declared.mjs";

const declarations = read("bindings/wasm/js/article.d.ts");
const types = interfaces(declarations);
const names = unions(declarations);

const folder = (path) => fileURLToPath(new URL(`types/${path}`, import.meta.url));

function compile(config) {
  const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  execFileSync(process.execPath, [tsc, "-p", folder(config)], { cwd: root, encoding: "utf8", stdio: ["ignore", "inherit", "inherit"] });
}

for (const config of ["tsconfig.json", "tsconfig.bundler.json", "tsconfig.no-dom.json"]) {
  test(`tsc takes the types (${config})`, () => compile(config));
}

test("tsc takes every example of the README, and that beside `parse`", () => {
  const beside = /^ \* ```js\n(.*?)^ \* ```/ms.exec(read("bindings/wasm/js/lite.d.ts"))[1].replaceAll(/^ \* /gm, "");
  const examples = [...read("bindings/wasm/README.md").matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);
  rmSync(folder("made"), { recursive: true, force: true });
  mkdirSync(folder("made"));
  for (const [i, code] of [...examples, `import { parse } from "onrecord";\n${beside}`].entries()) {
    writeFileSync(folder(`made/example-${i + 1}.ts`), `export {};\n${code}`);
  }
  compile("tsconfig.examples.json");
});

test("the types have the fields and the names of the schema", () => {
  const schema = JSON.parse(read("crates/onrecord/schema/onrecord-1.schema.json"));
  const described = { article: schema, ...schema.$defs };
  for (const [name, { properties }] of Object.entries(described)) {
    const type = name[0].toUpperCase() + name.slice(1);
    assert.deepEqual(Object.keys(types[type] ?? {}).sort(), Object.keys(properties).sort(), type);
    for (const [field, { enum: listed }] of Object.entries(properties)) {
      if (listed && field !== "offsets") assert.deepEqual(variants(types[type][field]), listed.filter((it) => it !== null), `${type}.${field}`);
    }
  }
});

test("real output has the keys and the names of the types", () => {
  const seen = new Set();
  for (const { text } of articles()) {
    check("Article", parse(text), seen);
    for (const entry of trace(text)) check("TraceEntry", entry, seen);
  }
  // Anonymity and datelines stand in some articles only; all of them together show every type.
  assert.deepEqual([...seen].sort(), Object.keys(types).sort());
});

function variants(type) {
  return (names[type.replace(" | null", "")] ?? type.split(" | ").map((it) => it.trim())).map((it) => it.replaceAll('"', "")).filter((it) => it !== "null");
}

/** Walks a value along its declared type. */
function check(type, value, seen, path = type) {
  if (type.endsWith(" | null")) return value === null || check(type.slice(0, -7), value, seen, path);
  if (type.startsWith("readonly ")) {
    return value.forEach((item, i) => check(type.slice(9, -2), item, seen, `${path}[${i}]`));
  }
  if (!types[type]) return checkLeaf(type, value, path);
  seen.add(type);
  assert.deepEqual(Object.keys(value).sort(), Object.keys(types[type]).sort(), path);
  for (const [field, inner] of Object.entries(types[type])) check(inner, value[field], seen, `${path}.${field}`);
}

function checkLeaf(type, value, path) {
  if (["string", "number", "boolean"].includes(type)) assert.equal(typeof value, type, path);
  else assert.ok(variants(type).includes(value), `${path}: ${value} is none of ${variants(type)}`);
}
