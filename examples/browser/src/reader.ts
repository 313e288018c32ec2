// The page's side of the worker.

import type { Article, TraceEntry } from "onrecord";
import type { Answer, Read, Task } from "./worker.ts";

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, { done: (value: never) => void; failed: (error: Error) => void }>();
let next = 0;

worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
  const caller = waiting.get(data.id);
  waiting.delete(data.id);
  if ("error" in data) caller?.failed(new Error(data.error));
  else caller?.done(data.value as never);
});

worker.addEventListener("error", (event) => {
  for (const { failed } of waiting.values()) failed(new Error(event.message || "the reader could not be started"));
  waiting.clear();
});

function ask<T>(task: Task): Promise<T> {
  const id = next++;
  return new Promise((done, failed) => {
    waiting.set(id, { done: done as never, failed });
    worker.postMessage({ ...task, id });
  });
}

export const readArticle = (text: string) => ask<Read>({ kind: "read", text });
export const readTrace = (text: string) => ask<readonly TraceEntry[]>({ kind: "trace", text });
export const writePage = (article: Article, text: string) => ask<string>({ kind: "page", text, article });
