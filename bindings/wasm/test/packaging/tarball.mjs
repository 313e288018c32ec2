// The package as npm would publish it, installed into fresh projects.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { target } from "../helpers.mjs";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));
const home = join(target, "packaging");

export const run = (cwd, program, ...args) => execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** Packs once for all projects; says which files are in it. */
export function pack() {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const [packed] = JSON.parse(run(packageFolder, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", home)).flat();
  return { file: join(home, packed.filename), files: packed.files.map(({ path }) => path), size: packed.size };
}

/** A folder of its own with the tarball and other packages installed, and some files in it. */
export function project(name, tarball, packages, files) {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  copyFileSync(fileURLToPath(new URL("../../.npmrc", import.meta.url)), join(folder, ".npmrc"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: `try-${name}`, private: true, type: "module" }));
  run(folder, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", tarball, ...packages);
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  return folder;
}
