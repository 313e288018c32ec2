// Compiled, never run: the types as a user of TypeScript meets them.

import init, {
  OnrecordError,
  Parser,
  parse,
  trace,
  type Article,
  type Attitude,
  type ErrorCode,
  type Quote,
  type Speaker,
  type TraceEntry,
} from "onrecord";
import * as lite from "onrecord/lite";
import { css, highlight, nodes, page, pieces, speakerColours, type Piece } from "onrecord/render";
import { OnrecordArticle } from "onrecord/element";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

await init();
await init(new URL("https://brill.example/onrecord.wasm"));
await init(fetch("onrecord.wasm"));

const article = parse("text", { id: "a", minConfidence: 0.5, maxBytes: 10, onlyTopics: ["cyber"], topics: { topics: [] } });
same<typeof article, Article>(true);
same<Article["offsets"], "utf16">(true);
same<Quote["attitude"], Attitude>(true);
same<Quote["speaker"], number | null>(true);
same<ReturnType<typeof trace>, readonly TraceEntry[]>(true);
same<typeof lite.parse, typeof parse>(true);

const quote = article.quotes[0]!;
// @ts-expect-error: a quote without a speaker is possible.
const name: string = article.speakers[quote.speaker].name;
// @ts-expect-error: results are frozen.
quote.negated = true;
// @ts-expect-error: and so are their lists.
article.quotes.push(quote);
// @ts-expect-error: no such option.
parse("text", { minConfidance: 1 });
// @ts-expect-error: a text is a string.
parse(7);
// @ts-expect-error: a parser knows no id, a single article does.
new Parser({ id: "a" });

// What the run time takes: frozen lists, and null or undefined for the default.
const wanted: readonly string[] = ["cyber"];
const water = { id: "water", phrases: ["tap water", { text: "drought*", weight: 0.5 }] } as const;
parse("text", { id: null, minConfidence: undefined, tagger: null, onlyTopics: wanted, topics: { topics: [water] } });
same<ErrorCode extends string ? ("other" extends ErrorCode ? true : false) : never, true>(true);
same<ReturnType<Parser[typeof Symbol.dispose]>, void>(true);
trace("text", { id: "a" });

const speakers: readonly Speaker[] = new Parser({ withoutTopics: ["cyber"] }).parse("text", { id: "b" }).speakers;
const html: string = highlight(article, "text", { side: true, style: false, allAttitudes: true }) + page(article, "text") + css();
const cut: readonly Piece[] = pieces(article, "text");
const fragment: DocumentFragment = nodes(article, "text", { document });
const colours: (number | null)[] = speakerColours(article);

const element = document.createElement("onrecord-article");
same<typeof element, OnrecordArticle>(true);
element.show(article, "text", cut);
element.only(new Set([1]));
element.reveal({ quote: undefined, repair: 1 });
element.addEventListener("onrecord-select", (event) => same<typeof event.detail.quote, number | null>(true));

try {
  parse("text");
} catch (error) {
  if (error instanceof OnrecordError) same<typeof error.code, ErrorCode>(true);
}

export { name, speakers, html, fragment, colours };
