// The result as files.

import { byId, make } from "./dom.ts";
import { toCsv } from "./csv.ts";
import { writePage } from "./reader.ts";
import type { State } from "./state.ts";

const FORMATS: Record<string, { type: string; write: (state: State) => string | Promise<string> }> = {
  json: { type: "application/json", write: (state) => JSON.stringify(state.article, null, 2) + "\n" },
  csv: { type: "text/csv", write: (state) => toCsv(state.article, state.text) },
  html: { type: "text/html", write: (state) => writePage(state.article, state.text) },
};

export function bindExports(current: () => State | null): void {
  const menu = byId<HTMLDetailsElement>("export");
  menu.addEventListener("click", async (event) => {
    const name = (event.target as HTMLElement).dataset.export;
    const state = current();
    if (!name || !state) return;
    menu.open = false;
    download(`onrecord.${name}`, FORMATS[name].type, await FORMATS[name].write(state));
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}

function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
