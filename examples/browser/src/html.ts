// A dropped HTML file as text: what is the article is Readability's to say, paragraphs are kept apart by blank lines.

import { Readability } from "@mozilla/readability";

const BLOCKS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, pre, td, dt, dd";
/** A page with more elements is furniture through and through, and Readability would take minutes. */
const MOST_ELEMENTS = 50_000;

export function articleText(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const title = page.title;
  const found = new Readability(page, { maxElemsToParse: MOST_ELEMENTS, charThreshold: 200 }).parse();
  if (!found?.content) return plainText(new DOMParser().parseFromString(html, "text/html").body);
  const body = new DOMParser().parseFromString(found.content, "text/html").body;
  const head = [found.title || title, found.byline ? `By ${found.byline.replace(/^by\s+/i, "")}` : ""].filter(Boolean);
  return [...head, plainText(body)].join("\n\n");
}

/** The words of the innermost blocks; of a page without blocks, all of its words. */
function plainText(body: HTMLElement): string {
  for (const unread of body.querySelectorAll("script, style, noscript, template")) unread.remove();
  for (const line of body.querySelectorAll("br")) line.replaceWith("\n");
  const blocks = [...body.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
  const texts = blocks.map((block) => (block.textContent ?? "").replace(/[^\S\n]+/g, " ").trim());
  return blocks.length > 0 ? texts.filter(Boolean).join("\n\n") : (body.textContent ?? "").trim();
}
