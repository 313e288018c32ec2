// The tarball in a fresh Node project, in Vite, esbuild and webpack projects, in a plain page and in workers: installed as a user would.

import assert from "node:assert/strict";
import { mkdirSync, cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../../examples/browser/test/browser.mjs";
import { serve } from "../../../examples/browser/test/server.mjs";
import { pack, project, run } from "./packaging/tarball.mjs";

const TEXT = "“We will talk,” said Ana Ruiz, the mayor of Brill.";
const EXPECTED = "Ana Ruiz: We will talk,";
const SAY = `const say = (article) => article.speakers[article.quotes[0].speaker].name + ": " + article.quotes[0].text;`;
const READ = `${SAY}\nconst article = parse(${JSON.stringify(TEXT)});`;
const SHOW = `document.title = say(article); document.body.append(nodes(article, ${JSON.stringify(TEXT)}));`;
const IMPORTS = `import init, { parse } from "onrecord"; import { nodes } from "onrecord/render";`;
const HTML = (script) => `<!doctype html><meta charset="utf-8"><title>waiting</title><body><script type="module" src="${script}"></script></body>`;

let tarball;
let browser;

before(async () => {
  tarball = pack();
  browser = await launch();
});

after(() => browser.close());

/** What a page of a folder has as its title when it is done, and how many quotes it marks. */
async function opened(folder, path = "") {
  const server = await serve(folder);
  const page = await browser.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.goto(server.address + path);
  await page.waitForFunction(() => document.title !== "waiting", null, { timeout: 20_000 }).catch(() => {});
  const found = { title: await page.title(), marks: await page.locator("mark").count(), wrong };
  await page.close();
  await server.close();
  return found;
}

const GOOD = { title: EXPECTED, marks: 1, wrong: [] };

test("the tarball holds what is needed and nothing else", () => {
  const odd = tarball.files.filter((path) => !/^(js\/[\w.]+\.(d\.ts|js)|wasm\/(lite|full)\/onrecord(_bg\.wasm|\.js)|package\.json|README\.md|LICENSE-(MIT|APACHE))$/.test(path));
  assert.deepEqual(odd, []);
  for (const path of ["js/index.d.ts", "wasm/lite/onrecord_bg.wasm", "wasm/full/onrecord_bg.wasm", "README.md", "LICENSE-MIT"]) assert.ok(tarball.files.includes(path), path);
});

test("Node: ES modules, require where Node has it for them, and a worker thread", () => {
  const folder = project("node", tarball.file, [], {
    "main.mjs": `import { parse } from "onrecord"; import { highlight } from "onrecord/render"; ${READ}
      console.log(say(article), highlight(article, ${JSON.stringify(TEXT)}).includes("<mark"));`,
    "lite.mjs": `import { parse } from "onrecord/lite"; ${READ} console.log(say(article));`,
    "worker.mjs": `import { Worker, isMainThread, parentPort } from "node:worker_threads"; import { parse } from "onrecord"; ${READ}
      if (isMainThread) new Worker(new URL(import.meta.url)).on("message", console.log); else parentPort.postMessage(say(article));`,
    "main.cjs": `const { parse } = require("onrecord"); ${READ} console.log(say(article));`,
    "render.mjs": `import { css } from "onrecord/render"; console.log(css().length > 100);`,
  });
  assert.equal(run(folder, process.execPath, "main.mjs"), `${EXPECTED} true\n`);
  assert.equal(run(folder, process.execPath, "lite.mjs"), `${EXPECTED}\n`);
  assert.equal(run(folder, process.execPath, "worker.mjs"), `${EXPECTED}\n`);
  assert.equal(run(folder, process.execPath, "render.mjs"), "true\n");
  if (process.features.require_module) assert.equal(run(folder, process.execPath, "--no-warnings", "main.cjs"), `${EXPECTED}\n`);
});

test("Vite: a page and a worker", async () => {
  const folder = project("vite", tarball.file, ["vite@8.3.8"], {
    "index.html": HTML("/main.js"),
    "main.js": `${IMPORTS}
      const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      worker.onmessage = async ({ data }) => { await init(); ${SAY} const { article } = data; ${SHOW} };`,
    "worker.js": `import init, { parse } from "onrecord"; await init(); postMessage({ article: parse(${JSON.stringify(TEXT)}) });`,
    "vite.config.js": `export default { worker: { format: "es" }, build: { target: "es2022" } };`,
  });
  run(folder, "npx", "vite", "build", "--logLevel", "error");
  assert.deepEqual(await opened(join(folder, "dist")), GOOD);
});

test("esbuild: the .wasm file as a file beside the bundle", async () => {
  const folder = project("esbuild", tarball.file, ["esbuild@0.28.2"], {
    "main.js": `${IMPORTS} import wasm from "onrecord/onrecord.wasm"; await init(wasm); ${READ} ${SHOW}`,
  });
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/index.html"), HTML("./main.js"));
  run(folder, "npx", "esbuild", "main.js", "--bundle", "--format=esm", "--outdir=dist", "--loader:.wasm=file", "--log-level=error");
  assert.deepEqual(await opened(join(folder, "dist")), GOOD);
});

test("webpack", async () => {
  const folder = project("webpack", tarball.file, ["webpack@5", "webpack-cli@6"], {
    "main.js": `${IMPORTS} await init(); ${READ} ${SHOW}`,
    "webpack.config.js": `export default { mode: "production", entry: "./main.js", performance: { hints: false } };`,
  });
  run(folder, "npx", "webpack", "--stats", "errors-only");
  writeFileSync(join(folder, "dist/index.html"), HTML("./main.js"));
  assert.deepEqual(await opened(join(folder, "dist")), GOOD);
});

test("a plain page, with the files as a CDN would serve them", async () => {
  const folder = project("plain", tarball.file, [], {});
  cpSync(join(folder, "node_modules/onrecord"), join(folder, "cdn/onrecord"), { recursive: true });
  const imports = IMPORTS.replace(`"onrecord"`, `"./cdn/onrecord/js/index.browser.js"`).replace(`"onrecord/render"`, `"./cdn/onrecord/js/render.js"`);
  // An address given to init, and a second call, which loads nothing.
  const script = `${imports} await init(new URL("./cdn/onrecord/wasm/full/onrecord_bg.wasm", import.meta.url)); await init(); ${READ} ${SHOW}`;
  writeFileSync(join(folder, "main.js"), script);
  writeFileSync(join(folder, "index.html"), HTML("./main.js"));
  assert.deepEqual(await opened(folder), GOOD);
});

test("a page that forgets init is told so, and one that cannot load the file may try again", async () => {
  const folder = join(tarball.file, "../plain");
  const url = `"./cdn/onrecord/js/index.browser.js"`;
  writeFileSync(join(folder, "early.js"), `import init, { parse, OnrecordError } from ${url};
    const codes = [];
    try { parse("text"); } catch (error) { codes.push(error.code, error instanceof OnrecordError); }
    await init("./missing.wasm").catch(() => codes.push("missing"));
    await init(); codes.push(parse("text").schema);
    document.title = codes.join(" ");`);
  writeFileSync(join(folder, "early.html"), HTML("./early.js"));
  assert.equal((await opened(folder, "early.html")).title, "not_initialized true missing onrecord/1");
});

test("10,000 parses in one page do not grow its memory", async () => {
  const folder = join(tarball.file, "../plain");
  writeFileSync(join(folder, "many.js"), `import init, { parse } from "./cdn/onrecord/js/index.browser.js";
    import load from "./cdn/onrecord/wasm/full/onrecord.js";
    await init();
    const size = async () => (await load()).memory.buffer.byteLength;
    for (let i = 0; i < 500; i++) parse(${JSON.stringify(TEXT)});
    const before = await size();
    for (let i = 0; i < 10000; i++) parse(${JSON.stringify(TEXT)});
    document.title = String((await size()) - before);`);
  writeFileSync(join(folder, "many.html"), HTML("./many.js"));
  assert.equal((await opened(folder, "many.html")).title, "0");
});
