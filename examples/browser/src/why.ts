// The trace of a quote: the rule that found it, and who else could have said it. Asked for when it is first looked at.

import type { Quote, TraceEntry } from "onrecord";
import { make, percent } from "./dom.ts";
import { readTrace } from "./reader.ts";
import type { State } from "./state.ts";

const traces = new WeakMap<State, Promise<readonly TraceEntry[]>>();

export function showWhy(state: State, quote: Quote, into: HTMLElement): void {
  const details = make("details", {}, make("summary", {}, "Why this speaker?"));
  into.append(details);
  details.addEventListener("toggle", () => void fill(state, quote, details), { once: true });
}

async function fill(state: State, quote: Quote, details: HTMLElement): Promise<void> {
  if (!traces.has(state)) traces.set(state, readTrace(state.text));
  const entry = (await traces.get(state))?.[quote.id];
  details.append(...(entry ? told(state, entry) : [make("p", {}, "No trace was kept.")]));
}

function told(state: State, entry: TraceEntry): HTMLElement[] {
  const certainty = entry.speaker_score === null ? "" : `, the choice of the speaker ${percent(entry.speaker_score)}`;
  const voices = [["grammar", entry.grammar], ["tagger", entry.tagger]] as const;
  const heard = voices.flatMap(([name, sure]) => (sure === null ? [] : [`${name} ${percent(sure)}`]));
  const alone = heard.length > 0 ? ` (by itself: ${heard.join(", ")})` : "";
  const candidates = entry.candidates.map((it) => {
    const name = make("span", { dir: "auto" }, state.text.slice(it.start, it.end));
    return make("li", { class: it.chosen ? "chosen" : null }, name, make("small", {}, it.chosen ? `${it.kind}, chosen` : it.kind));
  });
  return [
    make("p", {}, "Found by the rule ", make("code", {}, entry.rule), `, ${percent(entry.score)} sure${alone}${certainty}.`),
    make("p", {}, candidates.length > 0 ? "Named near these words:" : "Nobody is named near these words."),
    make("ul", { class: "plain candidates" }, ...candidates),
  ];
}
