// Compiled, never run: a program without the types of the DOM.

import init, { parse } from "onrecord";
import { highlight, pieces } from "onrecord/render";

await init(new Uint8Array(8));
// @ts-expect-error: neither an address nor bytes.
await init(5);
export const html: string = highlight(parse("text"), "text");
export const starts: number[] = pieces(parse("text"), "text").map(({ start }) => start);
