// What is open, what is selected, and which quotes the reader wants to see.

import type { Article, Quote } from "onrecord";

export class State {
  selected: number | null = null;
  readonly speakers = new Set<number>();
  readonly topics = new Set<string>();

  constructor(
    readonly article: Article,
    readonly text: string,
    private readonly changed: (state: State) => void,
  ) {}

  select(quote: number | null): void {
    this.selected = quote;
    this.changed(this);
  }

  toggle<T>(set: Set<T>, value: T): void {
    if (!set.delete(value)) set.add(value);
    this.changed(this);
  }

  clear(): void {
    this.speakers.clear();
    this.topics.clear();
    this.changed(this);
  }

  isFiltered(): boolean {
    return this.speakers.size > 0 || this.topics.size > 0;
  }
}

/** The quotes that somebody put into words; scare words and what is thought or wanted are not counted. */
export function isSaid(quote: Quote): boolean {
  return quote.kind !== "scare" && quote.attitude === "said";
}

/** The ids of the quotes that fit all filters: one of the speakers, and one of the topics. */
export function quotesShown(state: State): Set<number> {
  const { speakers, topics } = state;
  const fits = (quote: Quote) =>
    isSaid(quote) &&
    (speakers.size === 0 || (quote.speaker !== null && speakers.has(quote.speaker))) &&
    (topics.size === 0 || quote.topics.some((topic) => topics.has(topic)));
  return new Set(state.article.quotes.filter(fits).map((quote) => quote.id));
}
