// Topics as filters, issues before places.

import type { Topic } from "onrecord";
import { byId, counted, make } from "./dom.ts";
import { isSaid, type State } from "./state.ts";

const FACETS = [
  ["issue", "Issues"],
  ["place", "Places"],
] as const;

export function showTopics(state: State): void {
  const focused = document.activeElement?.id;
  const groups = FACETS.flatMap(([facet, heading]) => group(state, heading, state.article.topics.filter((topic) => topic.facet === facet)));
  byId("topics").replaceChildren(...(groups.length > 0 ? groups : [make("p", { class: "none" }, "No topic was recognized.")]));
  if (focused?.startsWith("topic-")) document.getElementById(focused)?.focus();
}

function group(state: State, heading: string, topics: Topic[]): HTMLElement[] {
  if (topics.length === 0) return [];
  return [make("h3", {}, heading), make("ul", { class: "chips" }, ...topics.map((topic) => make("li", {}, chip(state, topic))))];
}

function chip(state: State, topic: Topic): HTMLButtonElement {
  const count = state.article.quotes.filter((quote) => isSaid(quote) && quote.topics.includes(topic.id)).length;
  const words = [...new Set(topic.evidence.map((span) => state.text.slice(span.start, span.end)))].slice(0, 6).join(", ");
  const button = make(
    "button",
    { type: "button", id: `topic-${topic.id}`, class: "chip", title: `because of: ${words}`, "aria-pressed": String(state.topics.has(topic.id)) },
    topic.label,
    make("span", { class: "number", "aria-label": `in ${counted(count, "quote")}` }, String(count)),
  );
  button.addEventListener("click", () => state.toggle(state.topics, topic.id));
  return button;
}
