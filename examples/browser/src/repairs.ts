// What was broken, where, and how it was read.

import type { Repair } from "onrecord";
import { byId, counted, make } from "./dom.ts";
import type { State } from "./state.ts";

/** A page of nothing but broken marks is told by its count. */
const MOST = 300;
/** So many characters around the place are shown. */
const AROUND = 24;

export function showRepairs(state: State, reveal: (repair: number) => void): void {
  const { repairs } = state.article;
  const items = repairs.slice(0, MOST).map((repair) => item(state.text, repair, reveal));
  const more = repairs.length > MOST ? [make("li", { class: "none" }, `and ${counted(repairs.length - MOST, "other")}`)] : [];
  const body = repairs.length === 0 ? make("p", { class: "none" }, "Nothing was broken.") : make("ul", { class: "repairs" }, ...items, ...more);
  byId("repairs").replaceChildren(body);
}

function item(text: string, repair: Repair, reveal: (repair: number) => void): HTMLLIElement {
  const button = make(
    "button",
    { type: "button", class: "repair" },
    make("b", {}, repair.kind.replaceAll("_", " ")),
    make("span", { class: "place", dir: "auto" }, ...context(text, repair)),
    make("small", {}, repair.note),
  );
  button.addEventListener("click", () => reveal(repair.id));
  return make("li", {}, button);
}

/** The place with some words around it; a place without width is shown as a caret. */
export function context(text: string, { start, end }: { start: number; end: number }): (Node | string)[] {
  const flat = (words: string) => words.replace(/\s+/g, " ");
  const before = flat(text.slice(Math.max(0, start - AROUND), start));
  const after = flat(text.slice(end, end + AROUND));
  const place = text.slice(start, Math.min(end, start + 2 * AROUND));
  return [`…${before}`, make("mark", {}, start === end ? "‸" : flat(place)), `${after}…`];
}
