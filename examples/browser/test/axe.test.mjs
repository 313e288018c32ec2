// axe-core finds no serious violation: in light and dark, wide and narrow, before and after reading.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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

async function violations(page) {
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate(() => window.axe.run());
  const serious = found.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`) }));
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390]) {
    test(`no serious violation, ${colorScheme}, ${width} wide`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      await page.goto(server.address);
      assert.deepEqual(await violations(page), []);
      await page.getByRole("button", { name: /Machine-translated/ }).click();
      await page.locator("#reading").waitFor();
      assert.deepEqual(await violations(page), []);
      await page.locator("onrecord-article mark.or-direct").first().click();
      assert.deepEqual(await violations(page), []);
      for (const view of width < 700 ? ["Speakers", "Topics", "Repairs"] : []) {
        if (await page.getByRole("button", { name: "Close" }).isVisible()) await page.getByRole("button", { name: "Close" }).click();
        await page.getByRole("button", { name: view, exact: true }).click();
        assert.deepEqual(await violations(page), []);
      }
      await context.close();
    });
  }
}
