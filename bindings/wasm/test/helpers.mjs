// Where things are, and how the native build is asked.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

export function read(...path) {
  return readFileSync(join(root, ...path), "utf8");
}

/** The articles of `tests/articles/`: name, text, and the committed result with offsets in code points. */
export function articles() {
  const names = readdirSync(join(root, "tests/articles")).filter((name) => name.endsWith(".txt"));
  return names.map((name) => ({
    name,
    text: read("tests/articles", name),
    expected: JSON.parse(read("tests/articles", name.replace(/txt$/, "json"))),
  }));
}

/** Real articles beside the checkout, where there are any; they are read and not kept. */
export function sharedTexts(most) {
  const file = join(root, "../shared/polnear/dev.jsonl");
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, "utf8").split("\n").filter(Boolean).slice(0, most);
  return rows.map((row) => JSON.parse(row).text);
}

const PROGRAMS = { onrecord: "onrecord", suite: "suite", native: "examples/native" };

/** Builds the native programs, for speed as the package is built; all at once, so that the core is compiled once for them. */
function build() {
  const packages = ["onrecord-cli", "onrecord-tests", "onrecord-wasm"].flatMap((name) => ["--package", name]);
  const args = ["build", "--quiet", "--locked", "--release", ...packages, "--bins", "--examples"];
  execFileSync("cargo", args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  built = true;
}
let built = false;

/** Runs a native program of the workspace. */
export function program(name, args, input) {
  if (!built) build();
  const options = { cwd: root, input, encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["pipe", "pipe", "inherit"] };
  return execFileSync(join(target, "release", PROGRAMS[name]), args, options);
}

/** What the native build makes of texts: one line of JSON each, with offsets in UTF-16. */
export function native(rows) {
  const input = rows.map(({ id, text }) => JSON.stringify({ id, text })).join("\n") + "\n";
  return program("onrecord", ["parse", "-", "--format", "jsonl", "--offsets", "utf16"], input).split("\n").filter(Boolean);
}
