// One quote: who, how, when, how sure, what was repaired, and why it was given to this speaker.

import { speakerColours } from "onrecord/render";
import type { Quote, Span } from "onrecord";
import { byId, make, percent } from "./dom.ts";
import { context } from "./repairs.ts";
import { isSaid, type State } from "./state.ts";
import { showWhy } from "./why.ts";

type GoTo = (quote: number | null) => void;

export function showDetail(state: State, goTo: GoTo): void {
  const quote = state.selected === null ? null : state.article.quotes[state.selected];
  byId("detail").classList.toggle("open", quote !== null);
  byId("detail-body").replaceChildren(...(quote ? body(state, quote, goTo) : [hint()]));
}

function hint(): HTMLElement {
  return make("p", { class: "none" }, "Choose a quote in the article: click its words, or the button after it.");
}

function body(state: State, quote: Quote, goTo: GoTo): HTMLElement[] {
  const why = make("div", { class: "why", id: "why" });
  showWhy(state, quote, why);
  return [head(state, quote), make("blockquote", { dir: "auto" }, quote.text), meter(quote), facts(state, quote, goTo), ...repairs(state, quote), why, steps(state, quote, goTo)];
}

function head(state: State, quote: Quote): HTMLElement {
  const speaker = quote.speaker === null ? null : state.article.speakers[quote.speaker];
  const colour = speaker && speakerColours(state.article)[speaker.id];
  const about = speaker ? [...speaker.titles, speaker.affiliation].filter(Boolean).join(" · ") || speaker.kind : (quote.why_unknown ?? "");
  return make(
    "p",
    { class: "head" },
    make("span", { class: `swatch ${typeof colour === "number" ? `c${colour}` : ""}`, "aria-hidden": "true" }),
    make("span", { class: "who" }, make("b", { dir: "auto" }, speaker?.name ?? "Speaker unknown"), make("small", { dir: "auto" }, about)),
  );
}

function meter(quote: Quote): HTMLElement {
  const level = quote.confidence >= 0.8 ? "sure" : quote.confidence >= 0.5 ? "fair" : "doubtful";
  const bar = make("meter", { min: 0, max: 1, low: 0.5, high: 0.8, optimum: 1, value: quote.confidence, "aria-label": "Confidence" });
  return make("p", { class: `confidence ${level}` }, bar, make("span", {}, `${percent(quote.confidence)} sure: ${level}`));
}

function facts(state: State, quote: Quote, goTo: GoTo): HTMLElement {
  const words = (span: Span | null | undefined) => span && state.text.slice(span.start, span.end);
  const label = (id: string) => state.article.topics.find((topic) => topic.id === id)?.label ?? id;
  const rows: [string, Node | string | null | undefined][] = [
    ["Kind", `${quote.kind}${quote.negated ? ", negated" : ""}`],
    ["Attitude", quote.attitude === "said" ? null : `${quote.attitude}: ascribed by the writer`],
    ["Cue", quote.cue && `${words(quote.cue)} (${quote.cue.lemma})`],
    ["Named here as", words(quote.source)],
    ["To", quote.addressee],
    ["Outlet", quote.outlet],
    ["Day", quote.day],
    ["Occasion", quote.occasion && `${words(quote.occasion)} (${quote.occasion.kind})`],
    ["Inside", quote.parent === null ? null : link(state, quote.parent, goTo)],
    ["Goes on from", quote.continues === null ? null : link(state, quote.continues, goTo)],
    ["Topics", quote.topics.map(label).join(", ") || null],
  ];
  const shown = rows.filter(([, value]) => value !== null && value !== undefined);
  return make("dl", {}, ...shown.flatMap(([name, value]) => [make("dt", {}, name), make("dd", { dir: "auto" }, value!)]));
}

function link(state: State, id: number, goTo: GoTo): HTMLElement {
  const words = state.article.quotes[id].text;
  const button = make("button", { type: "button", class: "link" }, words.length > 60 ? `${words.slice(0, 60)}…` : words);
  button.addEventListener("click", () => goTo(id));
  return button;
}

function repairs(state: State, quote: Quote): HTMLElement[] {
  if (quote.repairs.length === 0) return [];
  const items = quote.repairs.map((id) => state.article.repairs[id]);
  const list = items.map((it) => make("li", {}, make("span", { class: "place", dir: "auto" }, ...context(state.text, it)), make("small", {}, it.note)));
  return [make("h3", {}, "Repaired"), make("ul", { class: "plain" }, ...list)];
}

/** To the quotes before and after, and away. */
function steps(state: State, quote: Quote, goTo: GoTo): HTMLElement {
  const ids = state.article.quotes.filter(isSaid).map((it) => it.id);
  const step = (name: string, to: number | null | undefined, id: string) => {
    const button = make("button", { type: "button", id, disabled: to === undefined }, name);
    button.addEventListener("click", () => {
      goTo(to ?? null);
      document.getElementById(id)?.focus();
    });
    return button;
  };
  const before = ids.filter((id) => id < quote.id).at(-1);
  const after = ids.find((id) => id > quote.id);
  return make("p", { class: "row steps" }, step("← Before", before, "step-before"), step("Next →", after, "step-next"), step("Close", null, "step-close"));
}
