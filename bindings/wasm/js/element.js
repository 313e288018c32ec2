// <onrecord-article>: an article to read, with every quote a button that tells who said it.

import { css, pieces } from "./render.js";
import { nodesOf, quoteOf } from "./nodes.js";
import { summary, initials } from "./words.js";
import { ELEMENT_CSS } from "./element.css.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export class OnrecordArticle extends HTMLElement {
  #article = null;
  #text = "";
  #pieces = null;
  #buttons = [];
  #selected = null;
  #root = this.attachShadow({ mode: "open" });

  constructor() {
    super();
    this.#root.addEventListener("click", (event) => this.#clicked(event));
    this.#root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Draws an article; `given` may be the pieces of it, where a worker made them. */
  show(article, text, given = null) {
    this.#article = article;
    this.#text = text;
    this.#pieces = given ?? pieces(article, text, { allAttitudes: this.hasAttribute("all-attitudes") });
    this.#selected = null;
    this.#draw();
  }

  get article() {
    return this.#article;
  }

  get selected() {
    return this.#selected;
  }

  /** Selects a quote by its id, or none; moves the focus there where `focus` is set. */
  select(id, { focus = false } = {}) {
    this.#selected = id;
    this.#mark("or-selected", (quote) => quote === id);
    const button = this.#buttons.find((it) => Number(it.dataset.quote) === id);
    for (const it of this.#buttons) it.setAttribute("aria-pressed", String(it === button));
    if (button) this.#rove(button, focus);
    this.#tell(id);
    this.dispatchEvent(new CustomEvent("onrecord-select", { detail: { quote: id }, bubbles: true, composed: true }));
  }

  /** Dims all quotes but these (a set or list of ids); `null` dims none. */
  only(ids) {
    const kept = ids === null ? null : new Set(ids);
    this.#mark("or-dim", (quote) => kept !== null && !kept.has(quote));
  }

  /** Brings a quote, or the repair with an id, into view. */
  reveal({ quote = null, repair = null }) {
    const target = quote === null ? `[data-repair="${Number(repair)}"]` : `mark[data-quote="${Number(quote)}"], [data-quote="${Number(quote)}"]`;
    const element = this.#root.querySelector(target);
    element?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    if (element && repair !== null) flash(element);
    return element !== null;
  }

  #draw() {
    const document = this.ownerDocument;
    this.#root.adoptedStyleSheets = [sheet(css()), sheet(ELEMENT_CSS)];
    const frame = document.createElement("div");
    frame.className = "onrecord";
    const body = document.createElement("article");
    body.append(nodesOf(this.#article, this.#text, this.#pieces, document));
    const status = document.createElement("p");
    status.className = "or-status";
    status.setAttribute("role", "status");
    frame.append(body, status);
    this.#root.replaceChildren(frame);
    this.#addButtons(body, document);
  }

  /** A button after the last words of each quote: colours alone would leave out those who do not see them. */
  #addButtons(body, document) {
    const last = new Map();
    for (const mark of body.querySelectorAll("mark[data-quote]")) last.set(Number(mark.dataset.quote), mark);
    this.#buttons = [];
    for (const [id, mark] of last) mark.after(this.#button(this.#article.quotes[id], document));
    this.#buttons = [...body.querySelectorAll("button")];
    for (const [i, button] of this.#buttons.entries()) button.tabIndex = i === 0 ? 0 : -1;
  }

  #button(quote, document) {
    const button = document.createElement("button");
    const colour = this.#pieces.find((piece) => quoteOf(piece) === quote.id)?.colour ?? null;
    button.type = "button";
    button.className = colour === null ? "or-ref" : `or-ref or-c${colour}`;
    button.dataset.quote = String(quote.id);
    // Drawn by the style sheet from this attribute, so that copied text holds the article's words only.
    button.dataset.initials = initials(this.#article, quote);
    button.setAttribute("aria-label", summary(this.#article, quote));
    button.setAttribute("aria-pressed", "false");
    return button;
  }

  #clicked(event) {
    const target = event.target.closest("[data-quote]");
    if (target) this.select(Number(target.dataset.quote), { focus: target.localName === "button" });
  }

  #key(event) {
    if (event.key === "Escape" && this.#selected !== null) return this.select(null);
    const at = this.#buttons.indexOf(event.target.closest("button"));
    const next = at < 0 ? null : this.#target(event.key, at);
    if (next === null) return;
    event.preventDefault();
    this.#rove(this.#buttons[next], true);
  }

  #target(key, at) {
    const end = this.#buttons.length - 1;
    if (key === "Home") return 0;
    if (key === "End") return end;
    return key in STEPS ? Math.min(end, Math.max(0, at + STEPS[key])) : null;
  }

  /** One stop for the tab key in the whole article; the arrow keys lead from quote to quote. */
  #rove(button, focus) {
    for (const it of this.#buttons) it.tabIndex = it === button ? 0 : -1;
    if (focus) button.focus();
  }

  #mark(name, fits) {
    for (const element of this.#root.querySelectorAll("[data-quote]")) {
      element.classList.toggle(name, fits(Number(element.dataset.quote)));
    }
  }

  #tell(id) {
    const status = this.#root.querySelector(".or-status");
    if (status) status.textContent = id === null ? "" : summary(this.#article, this.#article.quotes[id]);
  }
}

function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

function calm() {
  return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? true;
}

function flash(element) {
  if (!calm()) element.animate([{ backgroundColor: "#ffb347" }, { backgroundColor: "transparent" }], 1600);
}

if (!customElements.get("onrecord-article")) customElements.define("onrecord-article", OnrecordArticle);
