// The page: a text goes in, and everything else shows what was read.

import init from "onrecord";
import "onrecord/element";
import type { OnrecordArticle } from "onrecord/element";
import { byId } from "./dom.ts";
import { bindExports } from "./exports.ts";
import { showCount } from "./count.ts";
import { showDetail } from "./detail.ts";
import { quotesShown, State } from "./state.ts";
import { bindInput } from "./input.ts";
import { showRepairs } from "./repairs.ts";
import { showSpeakers } from "./speakers.ts";
import { showTopics } from "./topics.ts";
import { bindViews, showView } from "./views.ts";
import { readArticle } from "./reader.ts";

const element = byId<OnrecordArticle>("article");
let state: State | null = null;

/** Shows one of the three faces of the page. */
function face(name: "start" | "busy" | "reading"): void {
  for (const id of ["start", "busy", "reading"]) byId(id).hidden = id !== name;
  byId("actions").hidden = name !== "reading";
}

async function open(text: string): Promise<void> {
  byId("error").textContent = "";
  byId("busy-text").textContent = `Reading ${(text.length / 1000).toLocaleString("en", { maximumFractionDigits: 0 })} thousand characters …`;
  face("busy");
  try {
    // The style sheet of the article comes from the .wasm file too.
    const [read] = await Promise.all([readArticle(text), init()]);
    state = new State(read.article, text, changed);
    element.show(read.article, text, read.pieces);
    show(state);
  } catch (error) {
    face("start");
    byId("error").textContent = `That could not be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function show(opened: State): void {
  face("reading");
  showView("article");
  window.scrollTo(0, 0);
  showRepairs(opened, (repair) => {
    showView("article");
    element.reveal({ repair });
  });
  changed(opened);
  byId("main").focus({ preventScroll: true });
}

/** After any choice of the reader. */
function changed(now: State): void {
  const shown = quotesShown(now);
  element.only(now.isFiltered() ? shown : null);
  showCount(now, shown.size);
  showSpeakers(now);
  showTopics(now);
  showDetail(now, (quote) => goTo(quote));
}

function goTo(quote: number | null): void {
  element.select(quote);
  if (quote !== null) element.reveal({ quote });
}

element.addEventListener("onrecord-select", ({ detail }) => state?.select(detail.quote));
byId("clear").addEventListener("click", () => state?.clear());
byId("new").addEventListener("click", () => {
  state = null;
  face("start");
  byId("text").focus();
});

bindInput(open);
bindViews();
bindExports(() => state);

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  navigator.serviceWorker.register("./service-worker.js").catch(() => {
    // Without it the page works, though not offline.
  });
}
