// The page in a real browser, as people use it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, root, screenshots } from "./browser.mjs";
import { serve } from "./server.mjs";

const TEXT = readFileSync(join(root, "examples/articles/wire.txt"), "utf8");
const HOSTILE = readFileSync(fileURLToPath(new URL("hostile.txt", import.meta.url)), "utf8");
const PAGE = fileURLToPath(new URL("page.html", import.meta.url));
const SECOND = 1000;

let browser;
let server;

before(async () => {
  server = await serve(fileURLToPath(new URL("../dist", import.meta.url)));
  browser = await launch();
});

after(async () => {
  await browser.close();
  await server.close();
});

/** A page in a context of its own; fails on errors of the page and on requests to anywhere else. */
async function open(t, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20 * SECOND);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(blob:|data:)/.test(url) && !url.startsWith(server.address)) wrong.push(url);
  });
  await page.goto(server.address);
  t.after(async () => {
    await context.close();
    assert.deepEqual(wrong, []);
  });
  return page;
}

async function read(page, text) {
  await page.locator("#text").fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.locator("#reading").waitFor();
}

const example = async (page, name) => {
  await page.getByRole("button", { name }).click();
  await page.locator("#reading").waitFor();
};

test("a pasted article shows its quotes, coloured by speaker", async (t) => {
  const page = await open(t);
  await read(page, TEXT);
  const quote = page.locator("mark.or-direct", { hasText: "We have the engine, we have the crew and we have the money," });
  assert.match(await quote.getAttribute("class"), /or-c\d/);
  const background = await quote.evaluate((element) => getComputedStyle(element).backgroundColor);
  assert.notEqual(background, "rgba(0, 0, 0, 0)");
  const speakers = await page.locator("#speakers b").allTextContents();
  for (const name of ["Ana Ruiz", "Leo Marsh"]) assert.ok(speakers.includes(name), `${name} in ${speakers}`);
  assert.match(await page.locator("#speakers li", { hasText: "Ana Ruiz" }).textContent(), /mayor/i);
});

test("a speaker and a topic filter the quotes", async (t) => {
  const page = await open(t);
  await read(page, TEXT);
  await page.locator("#speakers button", { hasText: "Ana Ruiz" }).click();
  assert.match(await page.locator("#count").textContent(), /^\d+ of \d+ quotes$/);
  const dimmed = page.locator("mark.or-dim");
  assert.ok((await dimmed.count()) > 0);
  assert.equal(await page.locator("mark.or-dim", { hasText: "We have the engine" }).count(), 0);
  await page.getByRole("button", { name: "Show all" }).click();
  assert.equal(await dimmed.count(), 0);
  const topic = page.locator("#topics .chip").first();
  await topic.click();
  assert.equal(await topic.getAttribute("aria-pressed"), "true");
  assert.match(await page.locator("#count").textContent(), /^\d+ of \d+ quotes$/);
});

test("a quote tells its speaker, confidence, repairs and trace", async (t) => {
  const page = await open(t);
  await read(page, TEXT);
  await page.locator("mark", { hasText: "They promised us June last year" }).click();
  const detail = page.locator("#detail");
  await detail.getByText("Leo Marsh", { exact: true }).first().waitFor();
  assert.match(await detail.textContent(), /\d+ % sure/);
  assert.match(await detail.textContent(), /Repaired/);
  await detail.getByText("Why this speaker?").click();
  await detail.getByText("Found by the rule").waitFor();
  assert.match(await detail.locator(".chosen").textContent(), /Marsh/);
});

test("a repair leads to its place", async (t) => {
  const page = await open(t);
  await read(page, TEXT);
  const repairs = page.locator("#repairs .repair");
  assert.ok((await repairs.count()) >= 2);
  await repairs.first().click();
  await page.locator("onrecord-article [data-repair='0']").first().waitFor();
});

test("the keyboard reaches everything", async (t) => {
  const page = await open(t);
  await page.locator("#text").focus();
  await page.keyboard.insertText(TEXT);
  await page.keyboard.press("Control+Enter");
  await page.locator("#reading").waitFor();
  const inArticle = () => page.evaluate(() => document.querySelector("onrecord-article").shadowRoot.activeElement?.getAttribute("aria-label") ?? null);
  for (let i = 0; i < 60 && (await inArticle()) === null; i++) await page.keyboard.press("Tab");
  const first = await inArticle();
  assert.match(first, /quote/);
  await page.keyboard.press("ArrowRight");
  const second = await inArticle();
  assert.notEqual(second, first);
  await page.keyboard.press("Enter");
  assert.match(await page.locator("#detail").textContent(), new RegExp(second.split(",")[0]));
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  assert.equal(await inArticle(), first);
  await page.keyboard.press("Escape");
  assert.match(await page.locator("#detail").textContent(), /Choose a quote/);
});

test("JSON, CSV and HTML are saved", async (t) => {
  const page = await open(t);
  await read(page, TEXT);
  const save = async (name) => {
    await page.locator("#export summary").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=${name}]`).click()]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
  };
  const json = await save("json");
  assert.equal(json.name, "onrecord.json");
  const article = JSON.parse(json.content);
  assert.equal(article.schema, "onrecord/1");
  const csv = await save("csv");
  assert.equal(csv.content.split("\n")[0], expectedColumns());
  assert.match(csv.content, /Ana Ruiz,person/);
  const html = await save("html");
  assert.match(html.content, /^<!doctype html>.*Ana Ruiz/s);
});

/** The page writes the columns that the command line writes. */
function expectedColumns() {
  const source = readFileSync(join(root, "crates/onrecord-cli/src/output/table.rs"), "utf8");
  const list = source.match(/const COLUMNS: &\[&str\] = &\[(.*?)\];/s)[1];
  return [...list.matchAll(/"(\w+)"/g)].map(([, name]) => name).join(",");
}

test("it works offline after one visit", async (t) => {
  const page = await open(t);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await read(page, TEXT);
  assert.ok((await page.locator("onrecord-article mark").count()) > 3);
});

test("a hostile article stays a text", async (t) => {
  const page = await open(t);
  await read(page, HOSTILE);
  const article = page.locator("onrecord-article article");
  assert.equal(await article.locator("script, img, iframe, a, svg").count(), 0);
  assert.match(await article.textContent(), /<script>window\.broken = 1<\/script>/);
  for (const button of await page.locator("#speakers button").all()) await button.click();
  await page.locator("onrecord-article mark").first().click();
  assert.equal(await page.evaluate(() => window.broken), undefined);
  const arabic = article.locator("p", { hasText: "سنتحدث" });
  assert.equal(await arabic.evaluate((element) => getComputedStyle(element).direction), "rtl");
});

test("an .html file is read as the article in it", async (t) => {
  const page = await open(t);
  await page.locator("#file").setInputFiles(PAGE);
  await page.locator("#reading").waitFor();
  const text = await page.locator("onrecord-article").evaluate((element) => element.shadowRoot.textContent);
  assert.match(text, /The bakery on Dock Street/);
  assert.doesNotMatch(text, /Subscribe to our newsletter|window\.broken/);
  assert.ok((await page.locator("#speakers b").allTextContents()).includes("Nora Pell"));
  assert.equal(await page.evaluate(() => window.broken), undefined);
});

test("a file that holds no text is refused, and older encodings are read", async (t) => {
  const page = await open(t);
  const refused = async (name, bytes, message) => {
    await page.locator("#file").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    await page.locator("#error", { hasText: message }).waitFor();
  };
  await refused("a.pdf", "%PDF-1.7 “Yes,” said Ana Ruiz.", /a\.pdf is a PDF, not text/);
  await refused("a.png", [0x89, 0x50, 0x4e, 0x47, 13, 10], /a\.png is a picture/);
  await refused("a.txt.gz", [0x1f, 0x8b, 8, 0], /is compressed/);
  await refused("a.bin", [65, 0, 1, 2], /is a binary file/);
  await refused("rows.jsonl", `{"id": "a", "text": "Yes."}\n`, /holds JSON, not an article/);
  const old = Buffer.from("\x93We have the engine,\x94 said Ana Ruiz, the mayor of Brill.", "latin1");
  await page.locator("#file").setInputFiles({ name: "old.txt", mimeType: "text/plain", buffer: old });
  await page.locator("mark.or-direct", { hasText: "We have the engine," }).waitFor();
});

test("the source of a page may be pasted", async (t) => {
  const page = await open(t);
  await read(page, readFileSync(PAGE, "utf8"));
  const text = await page.locator("onrecord-article").evaluate((element) => element.shadowRoot.textContent);
  assert.match(text, /The bakery on Dock Street/);
  assert.doesNotMatch(text, /<p>|Subscribe to our newsletter/);
});

test("a megabyte is pasted without a freeze", async (t) => {
  const page = await open(t);
  // Not one line twice, so that no cap on repetition helps.
  const paragraphs = Array.from({ length: 6000 }, (_, i) => `“We counted ${i} boats in the harbour of Brill,” said Ana Ruiz, the mayor. Nobody else spoke ${i} times about the weather, the ferry and the price of fish that day.`);
  const long = paragraphs.join("\n\n").slice(0, 1_000_000);
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const beat = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      setTimeout(beat, 5);
    };
    beat();
  });
  const start = performance.now();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.getElementById("text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, long);
  assert.equal(await page.locator("#busy").isVisible(), true);
  await page.locator("#reading").waitFor({ timeout: 60 * SECOND });
  await page.locator("#count", { hasText: "quotes" }).waitFor();
  const longest = await page.evaluate(() => window.longest);
  t.diagnostic(`1 MB read and drawn in ${Math.round(performance.now() - start)} ms, the page busy for at most ${Math.round(longest)} ms at a time`);
  assert.ok(longest < SECOND, `the page was frozen for ${longest} ms`);
});

test("screenshots for people to look at", async (t) => {
  const looks = [
    { name: "light", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
    { name: "dark", viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
    { name: "phone", viewport: { width: 390, height: 844 }, colorScheme: "light" },
    { name: "tablet", viewport: { width: 900, height: 1100 }, colorScheme: "dark" },
  ];
  for (const { name, ...look } of looks) {
    const page = await open(t, look);
    const shot = (what) => page.screenshot({ path: join(screenshots, `${name}-${what}.png`) });
    await shot("start");
    await example(page, /Machine-translated/);
    await shot("article");
    await page.locator("onrecord-article mark.or-direct").nth(1).click();
    await page.waitForTimeout(600);
    await shot("quote");
    if (name === "phone") {
      await page.getByRole("button", { name: "Close" }).click();
      for (const view of ["Speakers", "Topics", "Repairs"]) {
        await page.getByRole("button", { name: view, exact: true }).click();
        await page.waitForTimeout(300);
        await shot(view.toLowerCase());
      }
    }
  }
});
