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

/** Runs a program of the workspace, built for speed as the package is. */
export function cargo(options, input) {
  const args = ["run", "--quiet", "--locked", "--release", ...options];
  return execFileSync("cargo", args, { cwd: root, input, encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["pipe", "pipe", "inherit"] });
}

/** What the native build makes of texts: one line of JSON each, with offsets in UTF-16. */
export function native(rows) {
  const input = rows.map(({ id, text }) => JSON.stringify({ id, text })).join("\n") + "\n";
  const options = ["-p", "onrecord-cli", "--", "parse", "-", "--format", "jsonl", "--offsets", "utf16"];
  return cargo(options, input).split("\n").filter(Boolean);
}
