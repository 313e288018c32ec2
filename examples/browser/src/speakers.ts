// The list of those who speak: a filter, with titles, counts and kinds.

import { speakerColours } from "onrecord/render";
import type { Speaker } from "onrecord";
import { byId, counted, make } from "./dom.ts";
import { isSaid, type State } from "./state.ts";

export function showSpeakers(state: State): void {
  const focused = document.activeElement?.id;
  const colours = speakerColours(state.article);
  const said = (speaker: Speaker) => speaker.quotes.filter((id) => isSaid(state.article.quotes[id])).length;
  const speaking = state.article.speakers.filter((speaker) => said(speaker) > 0).sort((a, b) => said(b) - said(a));
  const items = speaking.map((speaker) => item(state, speaker, colours[speaker.id], said(speaker)));
  const unknown = state.article.quotes.filter((quote) => isSaid(quote) && quote.speaker === null).length;
  const rest = unknown > 0 ? [make("li", { class: "unknown" }, `${counted(unknown, "quote")} without a known speaker`)] : [];
  const none = items.length + rest.length === 0 ? [make("li", { class: "none" }, "Nobody is quoted.")] : [];
  byId("speakers").replaceChildren(...items, ...rest, ...none);
  // The list was made anew; who was on a button of it stays there.
  if (focused?.startsWith("speaker-")) document.getElementById(focused)?.focus();
}

function item(state: State, speaker: Speaker, colour: number | null, count: number): HTMLLIElement {
  const button = make(
    "button",
    { type: "button", id: `speaker-${speaker.id}`, class: "speaker", "aria-pressed": String(state.speakers.has(speaker.id)) },
    make("span", { class: `swatch ${colour === null ? "" : `c${colour}`}`, "aria-hidden": "true" }),
    make("span", { class: "who" }, make("b", { dir: "auto" }, speaker.name), make("small", { dir: "auto" }, facts(speaker))),
    make("span", { class: "number", "aria-label": counted(count, "quote") }, String(count)),
  );
  button.addEventListener("click", () => state.toggle(state.speakers, speaker.id));
  return make("li", {}, button);
}

/** Title and affiliation where there are any, else the kind of source; promised anonymity always. */
function facts(speaker: Speaker): string {
  const titles = speaker.titles.slice(0, 2);
  const isTold = titles.some((title) => title.includes(speaker.affiliation ?? ""));
  const about = [...titles, isTold ? null : speaker.affiliation].filter(Boolean);
  const named = about.length > 0 ? [...about, speaker.kind === "person" ? "" : kind(speaker)] : [kind(speaker)];
  return [...named, speaker.country, speaker.anonymity?.granted ? "promised anonymity" : ""].filter(Boolean).join(" · ");
}

function kind(speaker: Speaker): string {
  return speaker.kind === "unnamed" ? "unnamed person" : speaker.kind;
}
