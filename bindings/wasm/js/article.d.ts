/**
 * What a parse gives: plain frozen data in the wire format `onrecord/1`, the same that the command line and Python write.
 *
 * Every `start` and `end` counts UTF-16 units, as `String.prototype.slice` does; `end` is one past the last unit.
 * Ids are places in the article's own lists: `article.speakers[quote.speaker]`.
 */
export interface Article {
  readonly schema: "onrecord/1";
  /** What the caller calls the article. */
  readonly id: string | null;
  readonly offsets: "utf16";
  /** The headline. */
  readonly title: Span | null;
  readonly dateline: Dateline | null;
  /** Those who wrote or reported the story. */
  readonly bylines: readonly Byline[];
  /** The day of publication as an ISO date, where the input states it. */
  readonly published: string | null;
  /** The parts of the page, in order, without overlap. */
  readonly blocks: readonly Block[];
  /** Who said what, in order of the content. */
  readonly quotes: readonly Quote[];
  /** Those who speak, in order of their first mention. */
  readonly speakers: readonly Speaker[];
  /** What the article is about, best first. */
  readonly topics: readonly Topic[];
  /** What was broken and had to be seen through. */
  readonly repairs: readonly Repair[];
}

/** A half-open range of the text, in UTF-16 units: `text.slice(span.start, span.end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place that opens a wire story, with its dash: "GENEVA (AP) — ". */
export interface Dateline extends Span {
  /** As printed: "MECHANICSBURG, Va.". */
  readonly place: string;
  /** ISO 3166-1 alpha-2 code, where the country is known. */
  readonly country: string | null;
  readonly agency: string | null;
  /** As printed: "May 21, 2025". */
  readonly date: string | null;
}

/** One name of a byline or of a reporter credit. */
export interface Byline extends Span {
  readonly name: string;
  /** "reporter", "editor", "photographer", or what the line says. */
  readonly role: string | null;
}

export type BlockKind =
  | "title"
  | "deck"
  | "byline"
  | "dateline"
  | "paragraph"
  | "heading"
  | "caption"
  | "credit"
  | "copyright"
  | "list"
  | "boilerplate";

/** A part of the page. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** `scare`: in marks, though nobody is said to have said it. */
export type QuoteKind = "direct" | "mixed" | "indirect" | "scare";

/** `said` was put into words; the others are ascribed by the writer. Whoever counts voices takes `said`. */
export type Attitude = "said" | "thought" | "wanted" | "felt";

export type WhyUnknown = "no candidate" | "ambiguous" | "unsourced";

/** One attribution: content, cue, source, and what is known about them. */
export interface Quote {
  /** Its place in `article.quotes`. */
  readonly id: number;
  readonly kind: QuoteKind;
  /** What was said, without the outer quotation marks; several spans where it is interrupted or runs over paragraphs. */
  readonly content: readonly Span[];
  /** The content as printed, its spans joined by a space. */
  readonly text: string;
  /** The words that attribute: "said", "according to". */
  readonly cue: Cue | null;
  /** The phrase that names the speaker here. */
  readonly source: Span | null;
  /** Place in `article.speakers`. */
  readonly speaker: number | null;
  /** Why `speaker` is missing. */
  readonly why_unknown: WhyUnknown | null;
  /** To whom it was said. */
  readonly addressee: string | null;
  /** The medium that got the words: "told CNN". */
  readonly outlet: string | null;
  /** The day as printed: "Friday". */
  readonly day: string | null;
  readonly occasion: Occasion | null;
  readonly attitude: Attitude;
  /** "did not say that …" */
  readonly negated: boolean;
  /** The quote that this one stands inside. */
  readonly parent: number | null;
  /** The quote that this one goes on from. */
  readonly continues: number | null;
  /** Topic ids, best first. */
  readonly topics: readonly string[];
  /** How sure the parser is that content, source and speaker are all right, from 0 to 1. */
  readonly confidence: number;
  /** Places in `article.repairs`. */
  readonly repairs: readonly number[];
}

export interface Cue extends Span {
  /** The dictionary form of the verb, or the phrase: "say", "according to". */
  readonly lemma: string;
}

export type OccasionKind =
  | "interview"
  | "statement"
  | "press-conference"
  | "speech"
  | "testimony"
  | "social-media"
  | "email"
  | "call"
  | "letter"
  | "broadcast"
  | "document"
  | "other";

/** Where or how something was said. */
export interface Occasion extends Span {
  readonly kind: OccasionKind;
}

export type SpeakerKind = "person" | "organization" | "group" | "place" | "document" | "unnamed";

/** Someone or something that speaks. */
export interface Speaker {
  /** Its place in `article.speakers`. */
  readonly id: number;
  /** The fullest name without titles, or the phrase for a source without a name. */
  readonly name: string;
  readonly kind: SpeakerKind;
  /** Other forms that the article uses. */
  readonly aliases: readonly string[];
  readonly titles: readonly string[];
  /** The organization that they speak for. */
  readonly affiliation: string | null;
  /** ISO 3166-1 alpha-2 code. */
  readonly country: string | null;
  /** Where it is named. */
  readonly mentions: readonly Span[];
  /** Places in `article.quotes`. */
  readonly quotes: readonly number[];
  /** What the article says to introduce it. */
  readonly descriptions: readonly Span[];
  readonly anonymity: Anonymity | null;
}

/** The article keeps a source's name back. */
export interface Anonymity {
  /** Whether it was promised ("on condition of anonymity"). */
  readonly granted: boolean;
  /** "because they were not authorized to speak" */
  readonly reason: Span | null;
}

/** What an article is about. */
export interface Topic {
  /** In kebab case: "arms-control", "ukraine". */
  readonly id: string;
  readonly facet: "issue" | "place";
  /** For people: "Arms control". */
  readonly label: string;
  /** How much of the article it is, from 0 to 1. */
  readonly score: number;
  /** The IPTC Media Topic: "medtop:20000080". */
  readonly iptc: string | null;
  /** The Wikidata item: "Q322348". */
  readonly wikidata: string | null;
  /** The words that led to it. */
  readonly evidence: readonly Span[];
}

export type RepairKind =
  | "mojibake"
  | "entity"
  | "invisible"
  | "glued_sentences"
  | "missing_close"
  | "missing_open"
  | "turned_mark"
  | "misplaced_space"
  | "doubled_mark"
  | "mixed_marks"
  | "stray_mark"
  | "repeated_title"
  | "dateline_dash"
  | "capped";

/** One thing that had to be seen through; the text itself is never changed. */
export interface Repair extends Span {
  /** Its place in `article.repairs`. */
  readonly id: number;
  readonly kind: RepairKind;
  /** How it was read, for people. */
  readonly note: string;
}

/** Why a quote was given to its speaker. */
export interface TraceEntry {
  /** The rule that found the attribution. */
  readonly rule: string;
  /** How sure that rule is, from 0 to 1. */
  readonly score: number;
  /** How sure the grammar alone is that this is an attribution, from 0 to 1; `null` where it has nothing to say. */
  readonly grammar: number | null;
  /** How sure the tagger alone is that these words are a content, from 0 to 1; `null` where it was not asked or has nothing to say. */
  readonly tagger: number | null;
  /** How sure the choice of the speaker is, from 0 to 1. */
  readonly speaker_score: number | null;
  /** Who is named near the words, in the order of the text. */
  readonly candidates: readonly Candidate[];
}

export type CandidateKind = "person" | "organization" | "place" | "group" | "unnamed" | "role" | "document" | "pronoun";

export interface Candidate extends Span {
  readonly kind: CandidateKind;
  readonly chosen: boolean;
}
