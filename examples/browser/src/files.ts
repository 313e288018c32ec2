// What a file or a paste holds: an article as text or HTML, or something that must not be read as one.

import { articleText } from "./html.ts";

/** Larger files are no articles. */
const MOST_BYTES = 20_000_000;

const HTML = /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i;
/** Rows of JSON, or a list of them. */
const ROWS = /^\s*(?:\{\s*"|\[\s*\{)/;

/** The article in a file; throws an error that says what else it is. */
export async function fileText(file: File): Promise<string> {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} is larger than 20 MB.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = binaryFormat(bytes);
  if (format !== null) throw new Error(`${file.name} is ${format}, not text. Copy the article's words out of it.`);
  const text = decoded(bytes);
  const named = /\.html?$/i.test(file.name) || file.type === "text/html";
  return checked(named ? articleText(text) : pastedText(text), file.name);
}

/** The source of a page is read as the page would be. */
export function pastedText(text: string): string {
  return HTML.test(text) ? articleText(text) : text;
}

function checked(text: string, name: string): string {
  if (text.trim() === "") throw new Error(`There is no article in ${name}.`);
  if (ROWS.test(text)) throw new Error(`${name} holds JSON, not an article. The command line reads many articles at once: onrecord parse ${name}`);
  return text;
}

function binaryFormat(bytes: Uint8Array): string | null {
  const begins = (...start: number[]) => start.every((byte, i) => bytes[i] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46)) return "a PDF";
  if (begins(0x1f, 0x8b) || begins(0x50, 0x4b, 3, 4)) return "compressed";
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x47, 0x49, 0x46, 0x38)) return "a picture";
  return wide(bytes) === null && bytes.subarray(0, 1000).includes(0) ? "a binary file" : null;
}

/** UTF-16 by its byte-order mark. */
function wide(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** What is no UTF-8 is from an older program on Windows, whose quotation marks would be lost. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder(wide(bytes) ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
