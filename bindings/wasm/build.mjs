// Makes `wasm/`: the .wasm files of the package and the JavaScript that loads them. `npm run build`, with Rust installed.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const TRIPLE = "wasm32-unknown-unknown";

/** Inlined as freely as usual at opt-level 2 the file of lite would be 32 kB larger, gzipped, and hardly faster. */
const LITTLE = "-C llvm-args=-inline-threshold=30";
/** The tagger's loops are some five in a hundred faster with more, for 40 kB. */
const MORE = "-C llvm-args=-inline-threshold=150";
/** The tagger multiplies in wide registers, which every engine since 2023 has; grammar gains nothing from them. */
const WIDE = "-C target-feature=+simd128";

const run = (program, args, env) => execFileSync(program, args, { stdio: "inherit", cwd: root, env: { ...process.env, ...env } });

/** Compiles the crate for WebAssembly; the profile `wasm` is described in the workspace's Cargo.toml. */
function compile(features, flags) {
  const what = ["--package", "onrecord-wasm", "--lib", "--features", features.join(), "--target", TRIPLE, "--profile", "wasm"];
  run("cargo", ["build", "--locked", ...what], { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags.join(" ") });
  return join(target, TRIPLE, "wasm", "onrecord_wasm.wasm");
}

/** Writes the JavaScript beside the .wasm file; the tool has a target folder of its own, so that neither build undoes the other's work. */
function bind(compiled, folder) {
  const tool = join(target, "bindgen");
  const manifest = join(here, "bindgen/Cargo.toml");
  run("cargo", ["build", "--locked", "--release", "--quiet", "--manifest-path", manifest, "--target-dir", tool]);
  run(join(tool, "release/onrecord-bindgen"), [compiled, folder, "onrecord"]);
}

/**
 * Runs wasm-opt, which takes a while; a file that it has seen before is taken from the last time.
 *
 * At -O2 and above it makes a file that is smaller, and larger once it is gzipped. A second round, behind passes that follow which
 * values can be where and drop what nobody reads, takes 5 kB off it.
 */
function optimize(file) {
  const flags = ["-O1", "--gufa-optimizing", "--dae-optimizing", "--precompute", "--rse", "-O1", "--strip-producers"];
  const key = createHash("sha256").update(readFileSync(file)).update(flags.join()).digest("hex");
  const cached = join(target, "wasm-opt", `${key}.wasm`);
  if (!existsSync(cached)) {
    rmSync(dirname(cached), { recursive: true, force: true });
    mkdirSync(dirname(cached), { recursive: true });
    run(process.execPath, [join(here, "node_modules/binaryen/bin/wasm-opt"), ...flags, file, "-o", cached]);
  }
  copyFileSync(cached, file);
}

/** Each entry of the package has a folder of its own. */
function build(name, features, flags) {
  const folder = join(here, "wasm", name);
  mkdirSync(folder, { recursive: true });
  bind(compile(features, flags), folder);
  optimize(join(folder, "onrecord_bg.wasm"));
}

build("lite", [], [LITTLE]);
build("full", ["tagger"], [MORE, WIDE]);
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) {
  writeFileSync(join(here, licence), readFileSync(join(root, licence)));
}
