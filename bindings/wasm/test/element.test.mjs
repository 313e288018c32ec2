// <onrecord-article> in Chromium: what it draws after each change, and what it says where it cannot do what is asked.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../../../examples/browser/test/browser.mjs";
import { serve } from "../../../examples/browser/test/server.mjs";

const TEXT = "“We will talk,” said Ana Ruiz, the mayor of Brill.\n\nLeo Marsh believes that the bridge will stand. The ferry “rests”.";

let browser;
let server;
let page;

before(async () => {
  server = await serve(fileURLToPath(new URL("..", import.meta.url)));
  browser = await launch();
  page = await browser.newPage();
  // Any document of the server will do.
  await page.goto(`${server.address}js/freeze.js`);
  await page.evaluate(async (text) => {
    window.onrecord = await import("/js/index.browser.js");
    await import("/js/element.js");
    await onrecord.init();
    window.fresh = () => {
      const element = document.createElement("onrecord-article");
      document.body.replaceChildren(element);
      const article = onrecord.parse(text);
      element.show(article, text);
      return { element, article, marks: () => element.shadowRoot.querySelectorAll("mark").length, dim: () => element.shadowRoot.querySelectorAll("mark.or-dim").length };
    };
    window.thrown = (run) => {
      try {
        return run();
      } catch (error) {
        return `${error.name} ${error.code}: ${error.message}`;
      }
    };
  }, TEXT);
});

after(async () => {
  await browser.close();
  await server.close();
});

test("all-attitudes draws anew, and keeps what is selected and dimmed", async () => {
  const seen = await page.evaluate(() => {
    const { element, marks, dim } = fresh();
    const before = marks();
    element.select(0);
    element.only([0]);
    element.setAttribute("all-attitudes", "");
    const all = { marks: marks(), dim: dim(), selected: element.selected, shown: element.shadowRoot.querySelectorAll("mark.or-selected").length };
    element.removeAttribute("all-attitudes");
    return { before, all, after: marks() };
  });
  assert.ok(seen.all.marks > seen.before, JSON.stringify(seen));
  assert.deepEqual([seen.after, seen.all.selected, seen.all.shown, seen.all.dim > 0], [seen.before, 0, 1, true]);
});

test("given pieces are kept", async () => {
  const same = await page.evaluate(async (text) => {
    const { pieces } = await import("/js/render.js");
    const { element, article, marks } = fresh();
    element.show(article, text, pieces(article, text));
    const before = marks();
    element.setAttribute("all-attitudes", "");
    return marks() === before;
  }, TEXT);
  assert.ok(same);
});

test("what cannot be selected or dimmed is said, and changes nothing", async () => {
  const { messages, state } = await page.evaluate(() => {
    const { element, dim } = fresh();
    element.select(0);
    const messages = [() => element.select(99), () => element.select("0"), () => element.only(0), () => document.createElement("onrecord-article").select(0)].map(thrown);
    return { messages, state: [element.selected, dim(), element.reveal(), element.reveal({ quote: 99 }), element.reveal({ quote: 0 })] };
  });
  const [select, text, only, none] = messages;
  assert.match(select, /^OnrecordError invalid_argument: expected the id of a quote or null, found number 99; the article has \d$/);
  assert.match(text, /found string 0/);
  assert.match(only, /^OnrecordError invalid_argument: expected the ids of quotes in a set or list, or null, found number 0$/);
  assert.match(none, /no article is shown$/);
  assert.deepEqual(state, [0, 0, false, false, true]);
});

test("an address that is none is an error with a code", async () => {
  const message = await page.evaluate(async () => {
    const lite = await import("/js/lite.browser.js");
    return lite.init(5).catch((error) => `${error.code}: ${error.message}`);
  });
  assert.equal(message, "invalid_argument: init: expected an address, a response, bytes or a module, found number 5");
});
