// How a text comes in: typed, pasted, dropped, from a file, or an example.

import { byId, make } from "./dom.ts";
import { EXAMPLES } from "./examples.ts";
import { fileText, pastedText } from "./files.ts";

/** A text box lays out every line that it holds; a longer paste goes to the reader at once. */
const LONG = 100_000;

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
    else openPasted(box.value, open);
  });
  box.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (pasted.length < LONG) return;
    event.preventDefault();
    openPasted(pasted, open);
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
    else if (text) openPasted(text, open);
  });
}

async function openFile(file: File, open: Open): Promise<void> {
  try {
    open(await fileText(file));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

function openPasted(pasted: string, open: Open): void {
  const text = pastedText(pasted);
  if (text.trim() === "") say("There is no article in this page.");
  else open(text);
}

function say(message: string): void {
  byId("error").textContent = message;
}
