// How a text comes in: typed, pasted, dropped, from a file, or an example.

import { byId, make } from "./dom.ts";
import { EXAMPLES } from "./examples.ts";
import { articleText } from "./html.ts";

/** A text box lays out every line that it holds; a longer paste goes to the reader at once. */
const LONG = 100_000;
/** Larger files are no articles. */
const MOST_BYTES = 20_000_000;

type Open = (text: string) => void;

export function bindInput(open: Open): void {
  bindForm(open);
  bindFiles(open);
  byId("examples").replaceChildren(...EXAMPLES.map(({ name, what, text }) => {
    const button = make("button", { type: "button" }, make("b", {}, name), make("small", {}, what));
    button.addEventListener("click", () => open(text));
    return make("li", {}, button);
  }));
}

function bindForm(open: Open): void {
  const box = byId<HTMLTextAreaElement>("text");
  byId("form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (box.value.trim() === "") say("There is no text yet.");
    else open(box.value);
  });
  box.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (pasted.length < LONG) return;
    event.preventDefault();
    open(pasted);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId<HTMLFormElement>("form").requestSubmit();
  });
}

function bindFiles(open: Open): void {
  const input = byId<HTMLInputElement>("file");
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) void openFile(file, open);
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    const file = event.dataTransfer?.files[0];
    const text = event.dataTransfer?.getData("text/plain");
    if (file) void openFile(file, open);
    else if (text) open(text);
  });
}

async function openFile(file: File, open: Open): Promise<void> {
  if (file.size > MOST_BYTES) return say(`${file.name} is larger than 20 MB.`);
  const text = await file.text();
  const isHtml = /\.html?$/i.test(file.name) || file.type === "text/html";
  const found = isHtml ? articleText(text) : text;
  if (found.trim() === "") say(`There is no article in ${file.name}.`);
  else open(found);
}

function say(message: string): void {
  byId("error").textContent = message;
}
