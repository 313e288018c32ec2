// <onrecord-article>: an article to read, with every quote a button that tells who said it.

import { describe } from "./check.js";
import { OnrecordError } from "./error.js";
import { css, pieces } from "./render.js";
import { blocks, speakerColours } from "./nodes.js";
import { summary, initials } from "./words.js";
import { ELEMENT_CSS } from "./element.css.js";

/** So many milliseconds are drawn at a time, so that the page goes on answering while a long article comes in. */
const SLICE = 12;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A server that renders pages imports this file too, and has no elements: there it does nothing. */
const Base = globalThis.HTMLElement ?? class {};

export class OnrecordArticle extends Base {
  static observedAttributes = ["all-attitudes"];

  #article = null;
  #text = "";
  #pieces = null;
  /** The pieces were made elsewhere, and no attribute changes them. */
  #given = false;
  #buttons = [];
  #selected = null;
  #kept = null;
  #rest = null;
  #root = this.attachShadow({ mode: "open" });

  constructor() {
    super();
    this.#root.addEventListener("click", (event) => this.#clicked(event));
    this.#root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Draws an article; `given` may be the pieces of it, where a worker made them. */
  show(article, text, given = null) {
    // What is no article is found here, before anything changes.
    const made = given ?? this.#cut(article, text);
    this.#article = article;
    this.#text = text;
    this.#pieces = made;
    this.#given = given !== null;
    this.#selected = null;
    this.#kept = null;
    this.#draw();
  }

  attributeChangedCallback(name, before, after) {
    const same = (before === null) === (after === null);
    if (this.#article === null || this.#given || same) return;
    this.#pieces = this.#cut(this.#article, this.#text);
    this.#draw();
    if (this.#selected !== null) this.#choose(this.#selected);
  }

  #cut(article, text) {
    return pieces(article, text, { allAttitudes: this.hasAttribute("all-attitudes") });
  }

  get article() {
    return this.#article;
  }

  get selected() {
    return this.#selected;
  }

  /** Selects a quote by its id, or none; moves the focus there where `focus` is set. */
  select(id, { focus = false } = {}) {
    this.#checkQuote(id);
    this.#choose(id, focus);
    this.dispatchEvent(new CustomEvent("onrecord-select", { detail: { quote: id }, bubbles: true, composed: true }));
  }

  #choose(id, focus = false) {
    const find = () => this.#buttons.find((it) => Number(it.dataset.quote) === id);
    if (id !== null && !find()) this.#drawFor(Infinity);
    const button = find();
    this.#selected = id;
    this.#mark("or-selected", (quote) => quote === id);
    for (const it of this.#buttons) it.setAttribute("aria-pressed", String(it === button));
    if (button) this.#rove(button, focus);
    this.#tell(id);
  }

  #checkQuote(id) {
    if (id === null || this.#article?.quotes[id]?.id === id) return;
    const has = this.#article === null ? "no article is shown" : `the article has ${this.#article.quotes.length}`;
    throw new OnrecordError("invalid_argument", `expected the id of a quote or null, found ${describe(id)}; ${has}`);
  }

  /** Dims all quotes but these (a set or list of ids); `null` dims none. */
  only(ids) {
    if (ids !== null && typeof ids?.[Symbol.iterator] !== "function") {
      throw new OnrecordError("invalid_argument", `expected the ids of quotes in a set or list, or null, found ${describe(ids)}`);
    }
    this.#kept = ids === null ? null : new Set(ids);
    this.#mark("or-dim", (quote) => this.#isDim(quote));
  }

  /** Brings a quote, or the repair with an id, into view. */
  reveal({ quote = null, repair = null } = {}) {
    if (quote === null && repair === null) return false;
    const target = quote === null ? `[data-repair="${Number(repair)}"]` : `[data-quote="${Number(quote)}"]`;
    if (!this.#root.querySelector(target)) this.#drawFor(Infinity);
    const element = this.#root.querySelector(`mark${target}`) ?? this.#root.querySelector(target);
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
    const status = document.createElement("p");
    status.className = "or-status";
    status.setAttribute("role", "status");
    frame.append(body, status);
    this.#root.replaceChildren(frame);
    this.#buttons = [];
    this.#rest = { body, blocks: blocks(this.#article, this.#text, this.#pieces, document, this.#buttonAfter(document)) };
    this.#drawFor(SLICE);
  }

  /** Draws for so long, and leaves what is left to the next moment in which nothing else is to be done. */
  #drawFor(milliseconds) {
    const rest = this.#rest;
    if (rest === null) return;
    const end = performance.now() + milliseconds;
    while (performance.now() < end) {
      const { done, value } = rest.blocks.next();
      if (done) {
        this.#rest = null;
        return;
      }
      rest.body.append(value);
      if (this.#kept !== null) this.#mark("or-dim", (quote) => this.#isDim(quote), value);
    }
    setTimeout(() => this.#rest === rest && this.#drawFor(milliseconds));
  }

  /** A button after the last words of each quote: colours alone would leave out those who do not see them. */
  #buttonAfter(document) {
    const last = new Map();
    for (const piece of this.#pieces) if (piece.quote !== null) last.set(piece.quote, piece);
    const colours = speakerColours(this.#article);
    return (piece) => (last.get(piece.quote) === piece ? this.#button(this.#article.quotes[piece.quote], colours, document) : null);
  }

  #button(quote, colours, document) {
    const button = document.createElement("button");
    const colour = quote.speaker === null ? null : colours[quote.speaker];
    button.type = "button";
    button.className = colour === null ? "or-ref" : `or-ref or-c${colour}`;
    button.dataset.quote = String(quote.id);
    // Drawn by the style sheet from this attribute, so that copied text holds the article's words only.
    button.dataset.initials = initials(this.#article, quote);
    button.setAttribute("aria-label", summary(this.#article, quote));
    button.setAttribute("aria-pressed", "false");
    button.tabIndex = this.#buttons.length === 0 ? 0 : -1;
    button.classList.toggle("or-dim", this.#isDim(quote.id));
    this.#buttons.push(button);
    return button;
  }

  #isDim(quote) {
    return this.#kept !== null && !this.#kept.has(quote);
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

  #mark(name, fits, within = this.#root) {
    for (const element of within.querySelectorAll("[data-quote]")) {
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

if (globalThis.customElements && !customElements.get("onrecord-article")) customElements.define("onrecord-article", OnrecordArticle);
